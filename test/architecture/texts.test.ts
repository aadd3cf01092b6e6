import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { assertNone } from './exceptions.ts'
import { modulePathsUnder, projectRoot } from './modules.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What a translation must share with the other: its keys all the way down, and whether each is words or a function. */
const shapeOf = (value: unknown, at = ''): string[] => {
  if (typeof value === 'function') return [`${at}(${value.length})`]
  if (!isRecord(value)) return [`${at}: ${typeof value}${value === '' ? ', empty' : ''}`]
  return Object.keys(value)
    .toSorted()
    .flatMap((key) => shapeOf(value[key], `${at}.${key}`))
}

const differences = (da: unknown, en: unknown): string[] => {
  const [danish, english] = [shapeOf(da), shapeOf(en)]
  return [
    ...danish.filter((line) => !english.includes(line)).map((line) => `only Danish${line}`),
    ...english.filter((line) => !danish.includes(line)).map((line) => `only English${line}`),
    ...[...danish, ...english].filter((line) => line.endsWith(', empty')),
  ]
}

describe('words shown to people', () => {
  const paths = modulePathsUnder(projectRoot, 'src').filter((path) => path.endsWith('.texts.ts'))

  it('are found in the rooms', () => {
    assert.ok(paths.length >= 3, `only ${paths.length} files of texts seen`)
  })

  for (const path of paths) {
    it(`stand in both languages with the same keys: ${path}`, async () => {
      const exported: Record<string, unknown> = await import(pathToFileURL(join(projectRoot, path)).href)
      const texts = Object.values(exported).filter((value) => isRecord(value) && ('da' in value || 'en' in value))
      assert.ok(texts.length > 0, 'no texts with da and en')
      const found = texts.flatMap((both) => (isRecord(both) ? differences(both['da'], both['en']) : []))
      assertNone(
        'texts in both languages',
        found.map((line) => `${path}: ${line}`),
      )
    })
  }

  it('are told apart where a key, a function or the words are missing', () => {
    const da = { title: 'Aftaler', count: (n: number) => `${n} løfter`, more: { open: 'Åbn' } }
    const en = { title: '', count: 'promises', more: { open: 'Open', close: 'Close' } }
    assert.equal(differences(da, en).length, 6)
    assert.deepEqual(differences(da, da), [])
  })
})
