import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { Refused } from '../platform/refused.ts'
import { projectRoot } from '../platform/root.ts'
import { formatDayNumber } from '../platform/day-number.ts'
import type { CommitmentKind } from '../rooms/agreements/index.ts'
import { planOfCommitment, readSource } from '../rooms/commitments/index.ts'
import { explainRefusal } from './explain-refusal.ts'
import { runReplay } from './replay.ts'

const lineShape = z.strictObject({
  on: z.string(),
  commitment: z.string(),
  text: z.string(),
  state: z.string(),
  period: z.string().nullable(),
  expected: z.number(),
  found: z.number(),
  reason: z.string(),
})

const run = async (args: string[], typed = '') => {
  const out: string[] = []
  const code = await runReplay(args, {
    stdin: Readable.from([Buffer.from(typed)]),
    stdout: { write: (text) => out.push(String(text)) },
    stderr: { write: () => true },
    environment: {},
  })
  const text = out.join('')
  const lines = text.startsWith('{')
    ? text
        .trimEnd()
        .split('\n')
        .map((line) => lineShape.parse(JSON.parse(line)))
    : []
  return { code, text, lines }
}

const done = new Map<string, ReturnType<typeof run>>()

/** The same replay is made once. */
const runOnce = (args: string[]): ReturnType<typeof run> => {
  const made = done.get(args.join(' ')) ?? run(args)
  done.set(args.join(' '), made)
  return made
}

/** The sentence a refusal is told with. */
const refusalOf = async (args: string[], typed = ''): Promise<string> => {
  try {
    await run(args, typed)
  } catch (error) {
    if (error instanceof Refused) return explainRefusal(error, {})
    return error instanceof Error ? error.message : ''
  }
  return 'not refused'
}

interface Promised {
  readonly id: string
  readonly kind: CommitmentKind
  readonly notation: string
}

/** What the parties would have done had they done all they promised, each thing in the middle of its share of its period. */
const evidenceOfAll = (all: readonly Promised[], days: { readonly from: string; readonly to: string }) => {
  const [from, to] = [Temporal.PlainDate.from(days.from), Temporal.PlainDate.from(days.to)]
  return all.flatMap(({ id, ...promise }) =>
    planOfCommitment({ ...promise, inForceDuring: { from, to } }, to).ways.flatMap(([course]) => {
      const { cadence, periods } = course ?? { cadence: null, periods: [] }
      const isSum = cadence?.kind === 'total' || (cadence?.kind === 'periodic' && cadence.measure === 'quantity')
      return periods.flatMap((period) => {
        const times = isSum ? Math.min(period.least, 1) : Math.ceil(period.least)
        return Array.from({ length: times }, (_, at) => ({
          commitment: id,
          on: formatDayNumber(period.from + Math.floor(((period.to - period.from) * (at + 0.5)) / times)),
          quantity: isSum ? period.least : 1,
        }))
      })
    }),
  )
}

const sample = join(projectRoot, 'samples', 'havneby', 'uddannelse-og-job.txt')
const { document } = await readSource(await readFile(sample), 'uddannelse-og-job.txt')
const own = { from: document.validDuring?.from ?? '', to: document.validDuring?.to ?? '' }
const promises = [...document.activities, ...document.otherActivities].flatMap(({ commitments }) => commitments)
const [first] = promises

describe('brobyg replay of a file', () => {
  it('prints one line a promise and month, over the agreement’s own days unless told otherwise', async () => {
    const { code, lines } = await runOnce([sample])
    const months = new Set(lines.map(({ on }) => on))
    assert.equal(code, 0)
    assert.equal(lines.length, promises.length * months.size)
    assert.equal(lines.at(-1)?.on, own.to)
    const one = await run([sample, '--from', '2026-02-02', '--to', '2026-03-30'])
    assert.deepEqual([...new Set(one.lines.map(({ on }) => on))], ['2026-02-28'])
  })

  it('shows dated promises as kept when each period has its evidence, wherever it comes from', async () => {
    const evidence = evidenceOfAll(promises, own)
      .map((row) => JSON.stringify(row))
      .join('\r\n')
    const { lines } = await run([sample, '--evidence', '-'], evidence)
    assert.deepEqual(
      lines.filter(({ state }) => state === 'broken'),
      [],
    )
    const without = await runOnce([sample])
    assert.ok(without.lines.some(({ state }) => state === 'broken'))
  })

  it('does not look at the order of the evidence', async () => {
    const rows = evidenceOfAll(promises, own).map((row) => JSON.stringify(row))
    const forth = await run([sample, '--evidence', '-'], rows.join('\n'))
    const back = await run([sample, '--evidence', '-'], rows.toReversed().join('\n'))
    assert.equal(back.text, forth.text)
  })

  it('tells how it is used', async () => {
    assert.match((await run(['--help'])).text, /^Usage: brobyg replay/)
  })
})

describe('what cannot be replayed', () => {
  const row = (fields: object) => JSON.stringify({ commitment: first?.id, on: own.from, quantity: 1, ...fields })
  const cases: readonly (readonly [string, string[], string, RegExp])[] = [
    ['no agreement', [], '', /Name the agreement/],
    ['two agreements', [sample, sample], '', /one agreement at a time/],
    ['a file that is not there', ['nothing.txt'], '', /There is no file nothing\.txt/],
    ['a day that does not exist', [sample, '--from', '2025-02-30'], '', /--from 2025-02-30 is not a day/],
    ['a day written another way', [sample, '--to', '31.12.2025'], '', /--to 31\.12\.2025 is not a day/],
    ['from after to', [sample, '--from', '2026-02-01', '--to', '2026-01-01'], '', /2026-02-01 lies after --to/],
    ['a span of centuries', [sample, '--from', '1500-01-01', '--to', '2026-01-01'], '', /At most 100 years/],
    ['broken JSON', [sample, '--evidence', '-'], `${row({})}\n\n{"commitment":`, /Line 3 of the evidence is not JSON/],
    ['a commitment that is unknown', [sample, '--evidence', '-'], row({ commitment: 'a99/k1' }), /Line 1 .* a99\/k1/],
  ]
  for (const [what, args, typed, sentence] of cases)
    it(`is refused with a sentence: ${what}`, async () => {
      assert.match(await refusalOf(args, typed), sentence)
    })
})

const contracts = join(projectRoot, '..', 'shared', 'contracts')
const missing = existsSync(contracts) ? false : 'the real contracts are not here'

describe('the real contracts replayed', { skip: missing }, () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'brobyg-replay-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))
  const family = join(contracts, 'valby-boern-unge-familie.txt')
  const education = join(contracts, 'valby-uddannelse-beskaeftigelse.txt')
  const span = ['--from', '2013-01-01', '--to', '2016-12-31']

  /** How a promise stood on a day, as period, expected and found. */
  const stood = async (path: string) => {
    const { lines } = await runOnce([path, ...span])
    const byKey = new Map(lines.map((line) => [`${line.on} ${line.commitment}`, line]))
    return (on: string, commitment: string) => {
      const line = byKey.get(`${on} ${commitment}`)
      return line && `${line.state} ${line.period ?? '-'} ${line.found}/${line.expected}`
    }
  }

  it('break dated promises period by period when nothing is done', async () => {
    const inFamily = await stood(family)
    const cases: readonly (readonly [string, string, string])[] = [
      // February and September each year.
      ['2013-02-28', 'a1/k12', 'broken 2013-02 0/1'],
      ['2013-08-31', 'a1/k12', 'broken 2013-02 0/1'],
      ['2016-09-30', 'a1/k12', 'broken 2016-09 0/1'],
      // A post of so many hours a week is filled or not; a yearly sum is paid or not.
      ['2013-11-30', 'a2/k7', 'due 2013 0/1'],
      ['2013-12-31', 'a2/k7', 'broken 2013 0/1'],
      ['2014-12-31', 'a2/k13', 'broken 2014 0/1'],
      // Once a week, twice a week, once a month.
      ['2013-01-31', 'a2/k14', 'broken 2013-W04 0/1'],
      ['2013-01-31', 'a4/k3', 'broken 2013-W04 0/2'],
      ['2016-12-31', 'a4/k3', 'broken 2016-W52 0/2'],
      ['2013-01-31', 'a3.2/k15', 'broken 2013-01 0/1'],
      // Every third month and four a year, until their reservation's day; then they wait.
      ['2013-03-31', 'a3.1/k4', 'broken 2013-01/2013-03 0/1'],
      ['2013-12-31', 'a3.1/k6', 'broken 2013 0/4'],
      ['2014-12-31', 'a3.1/k6', 'broken 2014 0/4'],
      ['2015-01-31', 'a3.1/k6', 'waiting - 0/0'],
      // Two, three and one a year.
      ['2013-12-31', 'a3.2/k8', 'broken 2013 0/2'],
      ['2015-12-31', 'a3.2/k13', 'broken 2015 0/3'],
      ['2016-12-31', 'a5/k4', 'broken 2016 0/1'],
      // Quarterly in arrears: the quarter is due a month after its end. A sum for all four years is due at their end.
      ['2013-03-31', 'a4/k9', 'due 2013-Q1 0/1'],
      ['2013-04-30', 'a4/k9', 'broken 2013-Q1 0/1'],
      ['2016-11-30', 'a4/k7', 'due 2013/2016 0/400000'],
      ['2016-12-31', 'a4/k7', 'broken 2013/2016 0/400000'],
      ['2016-12-31', 'a4/k17', 'broken 2013/2016 0/800000'],
      // A price for each and an offer with a price are no rhythm; notice is given when it is given.
      ['2016-12-31', 'a1/k13', 'on_demand - 0/0'],
      ['2016-12-31', 'a3.2/k5', 'on_demand - 0/0'],
      ['2016-12-31', 'a4/k11', 'on_demand - 0/0'],
    ]
    for (const [on, commitment, expected] of cases)
      assert.equal(inFamily(on, commitment), expected, `${commitment} ${on}`)
    const inEducation = await stood(education)
    assert.equal(inEducation('2013-06-30', 'a1/k14'), 'broken 2013-H1 0/1')
    assert.equal(inEducation('2013-12-31', 'a1/k14'), 'broken 2013-H2 0/1')
    assert.equal(inEducation('2013-01-31', 'a2/k1'), 'broken 2013-W04 0/1')
  })

  for (const path of [family, education])
    it(`keep every dated promise when each period has its evidence (${path === family ? 'the first' : 'the second'})`, async () => {
      const { document: read } = await readSource(await readFile(path), path)
      const days = { from: '2013-01-01', to: '2016-12-31' }
      const all = [...read.activities, ...read.otherActivities].flatMap(({ commitments }) => commitments)
      const rows = evidenceOfAll(all, days)
      const file = join(folder, 'evidence.jsonl')
      await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'))
      const { lines } = await run([path, ...span, '--evidence', file])
      assert.deepEqual(
        lines.filter(({ state }) => state === 'broken'),
        [],
      )
      const dated = new Set(rows.map(({ commitment }) => commitment))
      const last = lines.filter(({ on, commitment }) => on === '2016-12-31' && dated.has(commitment))
      const waiting = last.filter(({ state }) => state === 'waiting')
      assert.ok(last.length - waiting.length >= 4)
      // The last quarter in arrears falls due when the agreement is over.
      const open = last.filter(({ state }) => !['kept', 'waiting'].includes(state))
      assert.deepEqual(
        open.map(({ period, found, expected }) => [period, found, expected]),
        [],
      )
    })

  it('never break what is on demand', async () => {
    for (const path of [family, education]) {
      const { document: read } = await readSource(await readFile(path), path)
      const all = [...read.activities, ...read.otherActivities].flatMap(({ commitments }) => commitments)
      const onDemand = new Set(
        all.filter(({ notation }) => /^FREQ=(?:ON_DEMAND|AD_HOC)/.test(notation)).map(({ id }) => id),
      )
      const { lines } = await runOnce([path, ...span])
      const states = new Set(lines.filter(({ commitment }) => onDemand.has(commitment)).map(({ state }) => state))
      assert.ok(onDemand.size > 0)
      assert.deepEqual([...states.difference(new Set(['on_demand', 'waiting']))], [])
    }
  })

  it('hold back what hangs on a reservation from the day after its own, and nothing else', async () => {
    const { lines } = await runOnce([family, ...span])
    const waiting = new Map(
      lines.filter(({ state }) => state === 'waiting').map(({ commitment, on }) => [commitment, on]),
    )
    assert.deepEqual(new Set([...waiting.keys()].map((id) => id.split('/')[0])), new Set(['a3.1']))
    assert.ok(lines.every(({ state, on }) => state !== 'waiting' || on > '2014-12-31'))
    const { lines: others } = await runOnce([education, ...span])
    assert.ok(others.every(({ state }) => state !== 'waiting'))
  })
})
