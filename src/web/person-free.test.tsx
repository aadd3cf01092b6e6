import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { findPersons } from '../rooms/access/index.ts'
import { PersonFreeField } from './person-free.tsx'

const shown = async (text: string): Promise<string> => {
  const findings = findPersons(text, { knownNames: [] })
  const field = <PersonFreeField page={{ language: 'da' }} name="emner" label="Emner" text={text} findings={findings} />
  return (await new Hono().get('/', (c) => c.html(field)).request('/')).text()
}

describe('a field for a text that is to hold nobody', () => {
  it('marks what tells who somebody is, and says of each kind why and what to write', async () => {
    const html = await shown('Fatima & Ali bor på Tangvej 14.')
    assert.match(html, /<mark>Fatima<\/mark> &amp; <mark>Ali<\/mark> bor på <mark>Tangvej 14<\/mark>\./)
    assert.match(html, /3 steder kan fortælle, hvem nogen er/)
    assert.equal((html.match(/Det ligner et navn/g) ?? []).length, 1)
    assert.match(html, /»Fatima«, »Ali«<\/strong>: Det ligner et navn/)
    assert.match(html, /»Tangvej«/)
    assert.match(html, /Skriv tema, sted og handling i stedet/)
  })

  it('holds the text as it was typed, and says nothing more where it tells of nobody', async () => {
    const html = await shown('Lys på stien <tak>')
    assert.match(html, /<textarea[^>]*>Lys på stien &lt;tak&gt;<\/textarea>/)
    assert.doesNotMatch(html, /<mark>|hvem nogen er/)
  })
})
