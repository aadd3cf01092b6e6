import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mergeRead } from './merge-read.rules.ts'

const things = (...names: string[]) => names.map((name, at) => ({ name, source: at }))
const merged = (stands: string[], before: string[], after: string[]): string[] =>
  mergeRead(things(...stands), things(...before), things(...after)).map(({ name }) => name)

describe('what stands in a draft when an answer is read anew', () => {
  const cases: [what: string, stands: string[], before: string[], after: string[], became: string[]][] = [
    ['takes in what is newly told', ['a'], ['a'], ['a', 'b'], ['a', 'b']],
    ['lets go what is told no longer', ['a', 'b'], ['a', 'b'], ['b'], ['b']],
    ['keeps what was added by hand', ['a', 'mine'], ['a'], ['b'], ['mine', 'b']],
    ['keeps a correction, and does not bring back what it replaced', ['corrected'], ['a'], ['a'], ['corrected']],
    ['leaves out what was taken out by hand', [], ['a'], ['a', 'b'], ['b']],
    ['does not say twice what a person wrote first', ['b'], [], ['b'], ['b']],
  ]
  for (const [what, stands, before, after, became] of cases)
    it(what, () => {
      assert.deepEqual(merged(stands, before, after), became)
    })
})
