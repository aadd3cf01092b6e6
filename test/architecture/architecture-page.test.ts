import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { assertNone } from './exceptions.ts'
import { projectRoot, readModules } from './modules.ts'
import { drawPicture, usesAmong } from './picture.ts'
import { projectTexts } from './project-files.ts'
import { roomsInOrder } from './room-order.ts'

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')

describe('ARCHITECTURE.md', () => {
  it('shows the picture that the imports draw today', () => {
    const uses = usesAmong(readModules(projectRoot))
    assert.ok(uses.length > 0, 'no uses seen')
    assert.equal(read('docs/architecture.svg'), drawPicture(uses), 'run: npm run architecture')
    assert.ok(read('ARCHITECTURE.md').includes('](docs/architecture.svg)'))
  })

  it('writes the line of rooms as it is', () => {
    const line = ['platform', ...roomsInOrder, 'the application'].join(' ← ')
    assert.ok(read('ARCHITECTURE.md').includes(`    ${line}\n`), line)
  })

  it('fits on a page', () => {
    assert.ok(read('ARCHITECTURE.md').split('\n').length <= 90)
  })
})

describe('the documents for readers', () => {
  const pages = [...projectTexts()].filter(([path]) => path.endsWith('.md'))
  const folders = ['src', 'db', 'docs', 'test', 'samples', 'bench', 'bin']

  it('point only at what is there', () => {
    assert.ok(pages.length > 10, 'too few pages seen')
    const links = pages.flatMap(([path, text]) =>
      [...text.matchAll(/\]\((?<to>[^)#\s]+)/g)]
        .flatMap((match) => match.groups?.['to'] ?? [])
        .filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(projectRoot, dirname(path), to)))
        .map((to) => `${path} → ${to}`),
    )
    assertNone('no dead links', links)
  })

  it('name only files and folders that are there', () => {
    const named = pages.flatMap(([path, text]) =>
      [...text.matchAll(/`(?<to>[\w.-]+\/[\w./-]+)`/g)]
        .flatMap((match) => match.groups?.['to'] ?? [])
        .filter((to) => folders.includes(to.split('/')[0] ?? '') && !existsSync(join(projectRoot, to)))
        .map((to) => `${path} names ${to}`),
    )
    assertNone('no lost files in documents', named)
  })
})
