import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { IslandScript } from './island-script.tsx'
import { PlainPage } from './plain.page.tsx'

describe('the script of an island', () => {
  it('cannot be put on a page when the build has not made it', () => {
    assert.throws(() => IslandScript({ page: { nonce: 'n' }, island: 'nowhere' }), /The build has no file nowhere\.js/)
  })
})

describe('a page that needs no database', () => {
  it('escapes what it is told, and is whole', async () => {
    const app = new Hono().get('/', (c) =>
      c.html(<PlainPage language="en" title="<b>" sentences={['a & b']} link={null} />),
    )
    assert.match(
      await (await app.request('/')).text(),
      /^<!doctype html><html lang="en".*<h1>&lt;b&gt;<\/h1><p class="lead">a &amp; b<\/p><\/main>/,
    )
  })
})
