import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { assertNone } from './exceptions.ts'
import { modulePathsUnder, projectRoot, readModules } from './modules.ts'
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

describe('README.md', () => {
  const readme = read('README.md')

  it('tells every setting that the program reads, and no other', () => {
    const names = (text: string): string[] => [
      ...new Set(text.match(/\b(?:BROBYG_[A-Z]+|PORT|HOST|DATABASE_URL|NODE_ENV)\b/g)),
    ]
    const readers = ['src/platform/config.ts', 'src/main.ts', ...modulePathsUnder(projectRoot, 'src/commands')]
    const told = names(readers.map(read).join('\n'))
    assert.ok(told.length > 5, 'too few settings seen')
    const settings = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Read on'))
    assert.deepEqual(names(settings).toSorted(), told.toSorted())
  })

  it('tells every command of the command line', () => {
    const commands = modulePathsUnder(projectRoot, 'src/commands').flatMap((path) =>
      [...read(path).matchAll(/^(?:const help = )?`?Usage: brobyg ([a-z-]+)/gm)].flatMap((match) => match[1] ?? []),
    )
    assert.ok(commands.length > 3, 'too few commands seen')
    assertNone(
      'commands in the README',
      commands.filter((name) => !readme.includes(`npx brobyg ${name}`)),
    )
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
