import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { lintConfigAsItMustRead, lintConfigPath } from './lint-config.ts'
import {
  danglingImports,
  importCircles,
  modulePathsUnder,
  projectRoot,
  readModules,
  specifiersIn,
  valueImportsSeenByEsbuild,
} from './modules.ts'
import { breachesOfOrder, impureRules } from './order.ts'
import { roomsInOrder } from './room-order.ts'

describe('the order of rooms', () => {
  const modules = readModules(projectRoot)

  it('sees every module under src, and every import by value that esbuild sees', async () => {
    const files = readdirSync(join(projectRoot, 'src'), { recursive: true }).filter((name) =>
      /\.tsx?$/.test(String(name)),
    )
    assert.equal(modules.length, files.length)
    assert.ok(modules.length > 0, 'no modules seen')
    const seen = await valueImportsSeenByEsbuild(projectRoot)
    assert.deepEqual(
      modules.map(({ path }) => path).filter((path) => !seen.has(path)),
      [],
    )
    const missed = modules.flatMap(({ path, imports }) =>
      (seen.get(path) ?? [])
        .filter((target) => !imports.some((own) => own.target === target))
        .map((target) => `${path} → ${target}`),
    )
    assert.deepEqual(missed, [])
  })

  it('has the rooms on disk that the line names', () => {
    assert.deepEqual(readdirSync(join(projectRoot, 'src/rooms')).toSorted(), roomsInOrder.toSorted())
  })

  it('is kept by every import', () => {
    assert.deepEqual(breachesOfOrder(modules), [])
  })

  it('is told to the linter word for word', () => {
    const config: unknown = JSON.parse(readFileSync(lintConfigPath, 'utf8'))
    assert.deepEqual(config, lintConfigAsItMustRead(), 'run: npm run architecture')
  })

  it('leaves rules without a path to the database or the web', async () => {
    assert.deepEqual(impureRules(await valueImportsSeenByEsbuild(projectRoot)), [])
  })

  it('has no circles and no imports of what is not there', () => {
    assert.deepEqual(importCircles(modules), [])
    assert.deepEqual(danglingImports(projectRoot, modules), [])
  })
})

describe('the scanner of imports', () => {
  it('finds types, re-exports, bare imports and calls, and nothing in other text', () => {
    const source = [
      "import a, { b } from './a.ts'",
      "import type { C } from './c.ts'",
      'import {',
      '  d,',
      "} from './d.ts'",
      "export * from './e.ts'",
      "export type { F } from './f.ts'",
      "import './g.css'",
      "const h = await import('./h.ts')",
      "let i: import('./i.ts').I",
      "export const from = 'not this'",
      '// import { z } from nowhere',
      "  const text = 'import x from'",
    ].join('\n')
    const expected = ['./a.ts', './c.ts', './d.ts', './e.ts', './f.ts', './g.css', './h.ts', './i.ts']
    assert.deepEqual(specifiersIn(source), expected)
  })
})

const folder = mkdtempSync(join(tmpdir(), 'brobyg-order-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const plant = (files: Record<string, string>): string => {
  const root = mkdtempSync(join(folder, 'planted-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const planted: { breach: string; from: string; specifier: string }[] = [
  { breach: 'a room to the right', from: 'src/rooms/agreements/a.ts', specifier: '../commitments/index.ts' },
  { breach: 'a room past its door', from: 'src/rooms/agreements/a.ts', specifier: '../access/actor.ts' },
  { breach: 'a room from the platform', from: 'src/platform/a.ts', specifier: '../rooms/access/index.ts' },
  { breach: 'the shell from the platform', from: 'src/platform/a.ts', specifier: '../web/layout.tsx' },
  { breach: 'parties from the shell', from: 'src/web/a.ts', specifier: '../rooms/parties/index.ts' },
  { breach: 'the shell outside a web folder', from: 'src/rooms/access/a.ts', specifier: '../../web/layout.tsx' },
  { breach: 'the application from a room', from: 'src/rooms/access/a.ts', specifier: '../../app.ts' },
  { breach: 'SQL outside a query file', from: 'src/rooms/access/a.ts', specifier: 'kysely' },
  { breach: 'the driver outside the database', from: 'src/platform/a.ts', specifier: 'pg' },
  { breach: 'the clock in a rule', from: 'src/rooms/access/a.rules.ts', specifier: '../../platform/clock.ts' },
  {
    breach: 'the database in a rule',
    from: 'src/rooms/access/a.rules.ts',
    specifier: '../../platform/database/tx.ts',
  },
  { breach: 'the pages of another room', from: 'src/rooms/parties/a.ts', specifier: '../access/web/index.ts' },
  { breach: 'a room past its doors', from: 'src/commands/a.ts', specifier: '../rooms/access/actor.ts' },
  { breach: 'files in a rule', from: 'src/rooms/access/a.rules.ts', specifier: 'node:fs/promises' },
]

const breaching = (specifier: string): string => `import type { A } from '${specifier}'\nexport type B = A\n`

describe('a planted breach', () => {
  for (const { breach, from, specifier } of planted) {
    it(`of ${breach} is found`, () => {
      const root = plant({ [from]: breaching(specifier) })
      assert.equal(breachesOfOrder(readModules(root)).length, 1)
    })
  }

  it('lets the allowed ones pass', () => {
    const root = plant({
      'src/app.ts': "import { a } from './rooms/commitments/index.ts'\nimport { b } from './platform/clock.ts'\n",
      'src/commands/read.ts':
        "import { a } from '../rooms/access/index.ts'\nimport { b } from '../rooms/access/web/index.ts'\n",
      'src/rooms/agreements/a.queries.ts': "import { sql } from 'kysely'\nimport { a } from '../parties/index.ts'\n",
      'src/rooms/agreements/web/a.pages.tsx':
        "import { a } from '../../../web/layout.tsx'\nimport { b } from '../a.ts'\n",
      'src/web/layout.tsx': "import { a } from '../rooms/access/index.ts'\nimport { html } from 'hono/html'\n",
    })
    assert.deepEqual(breachesOfOrder(readModules(root)), [])
  })

  it('through two files of a rule into the database is found', async () => {
    const root = plant({
      'src/rooms/access/a.rules.ts': "import { b } from './b.ts'\nexport const a = b\n",
      'src/rooms/access/b.ts': "import { c } from './c.queries.ts'\nexport const b = c\n",
      'src/rooms/access/c.queries.ts': 'export const c = 1\n',
    })
    assert.equal(impureRules(await valueImportsSeenByEsbuild(root)).length, 1)
    assert.equal(modulePathsUnder(root, 'src').length, 3)
  })

  it('in a circle is found, types included', () => {
    const root = plant({
      'src/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
      'src/b.ts': "import type { C } from './c.ts'\nexport const b = 1\n",
      'src/c.ts': "import { a } from './a.ts'\nexport type C = typeof a\n",
    })
    assert.equal(importCircles(readModules(root)).length, 1)
  })

  it('of a missing file is found', () => {
    const root = plant({ 'src/a.ts': "import type { B } from './b.ts'\n" })
    assert.equal(danglingImports(root, readModules(root)).length, 1)
  })
})

describe('the linter', () => {
  it('sees every planted breach', () => {
    const named = planted.map((each, i) => ({ ...each, path: each.from.replace(/a(?=\.(?:rules\.)?ts$)/, `a${i}`) }))
    const root = plant(Object.fromEntries(named.map(({ path, specifier }) => [path, breaching(specifier)])))
    const config: object = JSON.parse(readFileSync(lintConfigPath, 'utf8'))
    writeFileSync(join(root, '.oxlintrc.json'), JSON.stringify({ ...config, options: {} }))
    const program = join(projectRoot, 'node_modules/oxlint/bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [program, '--format=unix', 'src'], { cwd: root, encoding: 'utf8' })
    const complaints = stdout.split('\n').filter((line) => line.includes('no-restricted-imports'))
    assert.deepEqual(
      named.map(({ path }) => path).filter((path) => !complaints.some((line) => line.startsWith(path))),
      [],
    )
  })
})
