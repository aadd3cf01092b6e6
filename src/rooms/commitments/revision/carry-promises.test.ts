import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { projectRoot } from '../../../platform/root.ts'
import { type AgreementDocument, carryClauses, clausesIn, sectionText } from '../../agreements/index.ts'
import { promisesOf } from '../confirm-agreement.ts'
import { readSource } from '../reading/read-source.ts'
import { carryPromises } from './carry-promises.ts'
import { costsInWords } from './change-words.ts'
import { currentReading, type Life, type LivingVersion } from './life.ts'
import { costsIn, costsOfChanges, promiseChanges, type ToldPromise } from './promise-changes.rules.ts'

const file = join(projectRoot, 'samples', 'havneby', 'boern-unge-og-familie.txt')
const { document } = await readSource(await readFile(file), 'boern-unge-og-familie.txt')
const from = Temporal.PlainDate.from('2025-01-01')
const newIds = (start: number) => () => `clause-${start++}`

const livesIn = (agreement: AgreementDocument): Life[] =>
  promisesOf(agreement).map(({ id, kind, text, owedBy, owedTo, notation, within, source }) => ({
    lineageId: `life of ${id}`,
    readingId: id,
    read: { kind, text, owedBy, owedTo, notation },
    readWithin: within,
    corrections: [],
    sourceLine: source.line,
    origin: 'read',
    enteredBy: null,
    enteredAt: null,
    judgedFrom: null,
  }))

const before: LivingVersion = {
  document,
  clauses: carryClauses([], clausesIn(document), newIds(0)),
  lives: livesIn(document),
  from,
}

/** What becomes of the promises when these words take the place of those, everywhere. */
const carryAfter = (change: (text: string) => string, lives = before.lives) => {
  const changed: AgreementDocument = {
    ...document,
    activities: document.activities.map((activity) => ({
      ...activity,
      sections: activity.sections.map((one) => ({ ...one, text: one.kind === 'posts' ? one.text : change(one.text) })),
    })),
  }
  const clauses = carryClauses(before.clauses, clausesIn(changed), newIds(10_000))
  const carried = carryPromises({ ...before, lives }, { document: changed, clauses })
  const told = (
    list: readonly {
      lineageId: string | null
      readingId: string
      read: Life['read']
      corrections: Life['corrections']
    }[],
  ): ToldPromise[] =>
    list.map((life) => ({ ...currentReading(life), lineageId: life.lineageId, readingId: life.readingId }))
  return { changed, carried, changes: promiseChanges(told(lives), told(carried)) }
}
const withText = (from: string, to: string) => (text: string) => text.replace(from, to)

describe('promises from version to version', () => {
  it('are all the same where no word changed, and judged on from the first day', () => {
    const { carried, changes } = carryAfter((text) => text)
    assert.deepEqual(
      carried.map(({ lineageId, readingId, readWithin }) => [lineageId, readingId, readWithin]),
      before.lives.map(({ lineageId, readingId, readWithin }) => [lineageId, readingId, readWithin]),
    )
    assert.ok(carried.every(({ judgedFrom }) => judgedFrom?.equals(from)))
    assert.deepEqual(changes, { added: [], dropped: [], moved: [], reworded: [], kept: before.lives.length })
  })

  it('stand where their words stand, also when a sentence is put in before them', () => {
    const { changed, carried, changes } = carryAfter((text) => `Det begynder her.\n${text}`)
    assert.equal(changes.kept, before.lives.length)
    for (const { readingId, readWithin, read } of carried)
      if (readWithin !== null) {
        const text = sectionText(changed, readingId.split('/')[0] ?? '', readWithin.section) ?? ''
        assert.equal(text.slice(readWithin.from, readWithin.to), read.text)
      }
  })

  it('are moved where their term changes, and judged anew', () => {
    const { carried, changes } = carryAfter(
      withText('tre koordineringsmøder om året', 'fire koordineringsmøder om året'),
    )
    assert.equal(changes.moved.length, 1)
    assert.equal(changes.kept, before.lives.length - 1)
    const moved = carried.find(({ lineageId }) => lineageId === changes.moved[0]?.after.lineageId)
    assert.match(moved?.read.notation ?? '', /4/)
    assert.equal(moved?.judgedFrom, null)
  })

  it('are reworded where only their words change, and judged on', () => {
    const { carried, changes } = carryAfter(
      withText('ringer til familien tre og seks', 'ringer hjem til familien tre og seks'),
    )
    assert.deepEqual([changes.moved.length, changes.reworded.length], [0, 1])
    const same = carried.find(({ lineageId }) => lineageId === changes.reworded[0]?.after.lineageId)
    assert.ok(same?.judgedFrom?.equals(from))
  })

  it('are dropped with their clause and come with a new one, under a number nobody had', () => {
    const gone = carryAfter(withText('• holder åben lods hver onsdag kl. 15.30-17.30\n', ''))
    assert.deepEqual(
      gone.changes.dropped.map(({ text }) => text),
      ['holder åben lods hver onsdag kl. 15.30-17.30'],
    )
    const come = carryAfter(
      withText('Bølgen afholder løn', 'Kajkanten betaler 5.000 kr. om året til Søstjernen. Bølgen afholder løn'),
    )
    assert.equal(come.changes.added.length, 1)
    const taken = new Set(before.lives.map(({ readingId }) => readingId))
    assert.ok(!taken.has(come.changes.added[0]?.readingId ?? ''))
  })

  it('keep what people corrected, in words that stand and in words that change', () => {
    const corrected = (text: string, correction: Partial<Life['read']>, isWithdrawn = false) =>
      before.lives.map((life) =>
        life.read.text.includes(text)
          ? {
              ...life,
              corrections: [
                {
                  reading: { ...life.read, ...correction },
                  within: life.readWithin,
                  isWithdrawn,
                  correctedBy: 'ida',
                  correctedAt: Temporal.Instant.from('2026-05-01T12:00:00Z'),
                },
              ],
            }
          : life,
      )
    const lives = corrected('ringer til familien', { owedTo: ['familierne'] })
    for (const change of [(text: string) => text, withText('ringer til familien', 'ringer hjem til familien')]) {
      const life = carryAfter(change, lives).carried.find(({ read }) => /ringer (?:hjem )?til familien/.test(read.text))
      assert.ok(life)
      assert.deepEqual(currentReading(life).owedTo, ['familierne'])
      assert.equal(life.corrections[0]?.correctedBy, 'ida')
    }
    const withdrawn = corrected('ringer til familien', {}, true)
    const still = carryAfter((text) => text, withdrawn).carried.filter(({ corrections }) => corrections[0]?.isWithdrawn)
    assert.equal(still.length, 1)
  })

  it('never share a life or a number, whatever sentences are taken out and put in', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.constantFrom('', 'Vi mødes hver uge. ', 'Molen betaler 10 kr. om året. ')),
        (stream) => {
          const pieces = stream[Symbol.iterator]()
          const { carried } = carryAfter((text) =>
            text
              .split('\n')
              .map((line) => `${String(pieces.next().value ?? '')}${line}`)
              .filter((_, index) => index % 4 !== 2)
              .join('\n'),
          )
          const lives = carried.flatMap(({ lineageId }) => lineageId ?? [])
          const ids = carried.map(({ readingId }) => readingId)
          assert.equal(new Set(lives).size, lives.length)
          assert.equal(new Set(ids).size, ids.length)
        },
      ),
      { numRuns: 8 },
    )
  })
})

describe('what a change costs', () => {
  it('is told for a year, each of what it is counted for, and once where no time is said', () => {
    assert.deepEqual(costsIn('AMOUNT=24500 DKK/QUARTER per=plan'), [{ oere: 9_800_000, isYearly: true, per: 'plan' }])
    assert.deepEqual(costsIn('AMOUNT=500..800.5 DKK'), [{ oere: 80_050, isYearly: false, per: null }])
    assert.deepEqual(costsIn('FREQ=WEEKLY'), [])
  })

  it('is the difference between before and after, in words', () => {
    const { changes } = carryAfter(withText('12.000 kr. årligt', '15.000 kr. årligt'))
    assert.deepEqual(costsInWords(costsOfChanges(changes), 'da'), ['Prisen stiger med 3.000 kr. om året pr. plan.'])
    const cheaper = carryAfter(withText('18.000 kr. om året', '16.000 kr. om året')).changes
    assert.deepEqual(costsInWords(costsOfChanges(cheaper), 'en'), ['The price falls by DKK 2,000 a year.'])
  })
})
