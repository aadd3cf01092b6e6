import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { SectionKind } from '../../agreements/index.ts'
import { activity, agreement, onePlan, place, read, section, twoPlans } from './havneby-agreement.ts'
import { readCommitments } from './read-commitments.ts'

describe('footnotes and other activities', () => {
  it('takes a footnote that binds into the activity above it, without a place in a section', () => {
    const footnotes = [
      { mark: '1', text: 'Boligorganisationerne dækker 35 pct. af lønnen.', source: { ...place, line: 20 } },
      { mark: '2', text: 'Lønnen er skønnet efter 2024.', source: { ...place, line: 21 } },
    ]
    const [read] = readCommitments(agreement([activity([], onePlan)], { footnotes })).activities
    assert.deepEqual(
      read?.commitments.map(({ kind, within, source }) => [kind, within, source.line]),
      [['payment', null, 20]],
    )
  })

  it('takes a footnote into the activity whose text carries its mark', () => {
    const marked = activity([section('economy', 'Planerne frikøber en medarbejder².')], onePlan)
    const last = { ...activity([], onePlan), id: 'a2', source: { ...place, line: 30 } }
    const footnotes = [{ mark: '2', text: 'Boligorganisationerne dækker 35 pct.', source: { ...place, line: 90 } }]
    const read = readCommitments(agreement([marked, last], { footnotes })).activities
    assert.deepEqual(
      read.map(({ commitments }) => commitments.length),
      [2, 0],
    )
  })

  it('takes who carries an activity that is only told of for its opening hours', () => {
    const otherActivities = [
      {
        id: 'o1',
        title: 'Lektiecafé',
        text: 'Caféen drives af Børnenes Nabohjælp. Der er åbent to gange om ugen.',
        validDuring: null,
        commitments: [],
        source: place,
      },
    ]
    const [read] = readCommitments(agreement([], { otherActivities })).otherActivities
    const opening = read?.commitments.at(-1)
    assert.deepEqual(
      [opening?.id.slice(0, 3), opening?.owedBy, opening?.notation, opening?.within],
      ['o1/', ['Børnenes Nabohjælp'], 'FREQ=WEEKLY;COUNT_PER_PERIOD=2', null],
    )
  })
})

describe('the line of the source', () => {
  it('is the paragraph’s own where the section has a line for each', () => {
    const text = 'Klubben er åben.\nBølgen betaler 500 kr. om året.'
    const lines = { ...section('economy', text), source: { line: 40, toLine: 41, page: 3 } }
    const [read] = readCommitments(agreement([activity([lines], onePlan)])).activities
    assert.deepEqual(read?.commitments.at(-1)?.source, { line: 41, toLine: 41, page: 3 })
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    'Bølgen',
    'klubben',
    'helhedsplanerne',
    'betaler',
    'indkalder',
    'afholdes',
    'der',
    'kan',
    'skal',
    'og',
    ',',
    '.',
    '\n',
    '• ',
    'hver uge',
    'møder',
    'har ansvaret for at',
    ':',
    '(',
    ')',
    'til',
    'mellem',
    'ved, at',
    'hvis',
    '500 kr.',
    'stiller',
    'lokaler',
    'til rådighed',
    'SUF',
    'er',
    'det',
    ';',
    'mødes',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 50 }).map((words) => words.join(' ')),
  )
  const kind = fc.constantFrom<SectionKind>(
    'purpose',
    'posts',
    'responsibilities',
    'economy',
    'venues',
    'anchoring',
    'revision',
    'other',
  )

  it('gives promises that stand where they say, with ids in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, text), { maxLength: 3 }), (parts) => {
        const sections = parts.map(([kind, words]) => section(kind, words))
        const [read] = readCommitments(agreement([activity(sections, twoPlans)])).activities
        let last = { section: 0, to: 0 }
        for (const [index, { id, text, within }] of (read?.commitments ?? []).entries()) {
          assert.equal(id, `a1/k${index + 1}`)
          assert.ok(within)
          assert.equal(sections[within.section]?.text.slice(within.from, within.to), text)
          assert.ok(within.section > last.section || (within.section === last.section && within.from >= last.to))
          last = within
        }
      }),
      { numRuns: 500 },
    )
  })

  it('leaves all but commitments and questions as they were', () => {
    const before = agreement([activity([section('economy', 'Bølgen betaler 500 kr.')], onePlan)])
    const copy = structuredClone(before)
    const after = readCommitments(before)
    assert.deepEqual(before, copy)
    assert.deepEqual({ ...after, activities: [], questions: [] }, { ...before, activities: [], questions: [] })
    assert.deepEqual(readCommitments(after).activities, after.activities)
  })

  it('is read to its end at great length', { timeout: 30_000 }, () => {
    for (const unit of [
      'Klubben betaler 500 kr. om året. ',
      'klubben og ',
      'Klubben, der ',
      '• mødes hver uge\n',
      'af klubben ',
      '(',
      'Indkalder til ',
      'Bølgen og ',
    ])
      assert.ok(Array.isArray(read('economy', unit.repeat(3000))))
  })
})
