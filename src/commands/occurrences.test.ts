import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { runOccurrences } from './occurrences.ts'

const run = async (args: string[], typed = '') => {
  const out: string[] = []
  const told: string[] = []
  const code = await runOccurrences(args, {
    stdin: Readable.from([Buffer.from(typed)]),
    stdout: { write: (output) => out.push(String(output)) },
    stderr: { write: (text) => told.push(text) },
    environment: {},
  })
  return { code, out: out.join(''), told: told.join('') }
}

const answers = async (...lines: string[]): Promise<unknown[]> => {
  const { out } = await run(['--json', '-'], lines.map((line) => `${line}\n`).join(''))
  return out
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line))
}

const asked = (question: Readonly<Record<string, unknown>>): string => JSON.stringify(question)

describe('brobyg occurrences', () => {
  it('answers each line with its times, as the start is written', async () => {
    assert.deepEqual(
      await answers(
        '{"rule":"FREQ=WEEKLY;COUNT=3","start":"20260105T170000","zone":"Europe/Copenhagen","from":null,"until":null,"limit":100}',
        asked({ rule: 'RRULE:FREQ=DAILY', start: '20260105', from: '20260201', until: '20260202' }),
        asked({ rule: 'FREQ=DAILY;COUNT=2', start: '20260328T230000Z', zone: 'Europe/Copenhagen' }),
        asked({ rule: 'FREQ=DAILY\n', start: '20260105T170000', limit: 1 }),
      ),
      [
        ['20260105T170000', '20260112T170000', '20260119T170000'],
        ['20260201', '20260202'],
        ['20260328T230000Z', '20260329T230000Z'],
        ['20260105T170000'],
      ],
    )
  })

  it('says in its place what is wrong with a line, and reads on', async () => {
    const good = { rule: 'FREQ=DAILY;COUNT=1', start: '20260105' }
    const bad = ['', 'x', 'null', '[]', '3', '{}', asked({ ...good, rule: 'FREQ=DAILY;COUNT=0' })]
    for (const change of [
      { start: '2026' },
      { zone: 3 },
      { zone: 'Mars' },
      { from: '' },
      { limit: -1 },
      { limit: 1e9 },
    ]) {
      bad.push(asked({ ...good, start: '20260105T100000', ...change }))
    }
    const told = await answers(...bad, asked(good))
    assert.deepEqual(told.at(-1), ['20260105'])
    assert.equal(told.length, bad.length + 1)
    for (const [at, answer] of told.slice(0, -1).entries()) {
      assert.match(JSON.stringify(answer), /^\{"error":".+\."\}$/, bad[at] ?? '')
    }
  })

  it('answers any line at all', async () => {
    const lines = fc.array(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .record({ rule: fc.string(), start: fc.string(), zone: fc.option(fc.string()), limit: fc.integer() })
          .map((question) => asked(question)),
      ),
    )
    await fc.assert(
      fc.asyncProperty(lines, async (some) => {
        const whole = some.filter((line) => !/[\r\n\u2028\u2029]/.test(line))
        assert.equal((await answers(...whole)).length, whole.length)
      }),
    )
  })

  it('tells how it is used, and when it was not', async () => {
    assert.match((await run(['--help'])).out, /^Usage: brobyg occurrences/)
    assert.deepEqual([(await run([])).code, (await run(['FREQ=DAILY'])).code], [2, 2])
  })
})
