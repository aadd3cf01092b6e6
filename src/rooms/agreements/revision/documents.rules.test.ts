import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../../platform/refused.ts'
import { sampleAgreement } from '../documents/sample-agreement.ts'
import { changeDocument } from './change-document.rules.ts'
import { clausesIn, sectionText, spanOfClause } from './clauses-in.rules.ts'
import { compareDocuments, isUnchanged, listSections } from './compare-documents.rules.ts'
import { mergeDocuments } from './merge-documents.rules.ts'
import { spanOfNext } from './next-version.rules.ts'
import { findPlace, type Place, wordsAt, writePlace } from './place.rules.ts'

const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const [first] = sampleAgreement.activities
assert.ok(first)
const at = first.sections.findIndex(({ kind }) => kind !== 'posts')
const section: Place & { kind: 'section' } = { kind: 'section', activityId: first.id, section: at }
const withWords = (text: string, document = sampleAgreement, place: Place = section) =>
  changeDocument(document, place, { heading: 'Overskrift', text })
const textOf = (document: typeof sampleAgreement) => sectionText(document, first.id, at)

describe('a place of an agreement', () => {
  it('is found again by how it is written, whatever it is', () => {
    const places: Place[] = [
      section,
      { ...section, kind: 'clause', position: 0 },
      { ...section, kind: 'new_clause' },
      { kind: 'new_section', activityId: first.id },
      { kind: 'new_activity' },
      { kind: 'period' },
    ]
    for (const place of places) assert.deepEqual(findPlace(sampleAgreement, writePlace(place)), place)
  })

  it('is none where the agreement has none, and no text breaks it', () => {
    for (const text of ['a99/0', `${first.id}/99`, `${first.id}/${at}/999`, `${first.id}/`, '', '../x', 'a1/-1'])
      assert.equal(findPlace(sampleAgreement, text), undefined, text)
    fc.assert(fc.property(fc.string(), (text) => void findPlace(sampleAgreement, text)))
  })

  it('is the list of posts as a whole, and no clause of it', () => {
    for (const { id, sections } of sampleAgreement.activities)
      for (const [index, { kind }] of sections.entries())
        if (kind === 'posts')
          assert.deepEqual(
            ['', '/0', '/ny'].map((rest) => findPlace(sampleAgreement, `${id}/${index}${rest}`)?.kind),
            ['section', undefined, undefined],
          )
  })
})

describe('changing a document', () => {
  it('changes the words of the section and nothing else', () => {
    const changed = withWords('Nye ord.\r\n- Et punkt  ')
    assert.equal(textOf(changed), 'Nye ord.\n• Et punkt')
    assert.deepEqual(withWords(textOf(sampleAgreement) ?? '', changed), sampleAgreement)
  })

  it('changes one clause, takes it out, and puts one in', () => {
    const base = withWords('Vi mødes hver uge. Vi spiser sammen.\n• Molen låser op\n• Fyret låser')
    const clause = (position: number): Place => ({ ...section, kind: 'clause', position })
    assert.equal(wordsAt(base, clause(1)), 'Vi spiser sammen.')
    const changed = (position: number, text: string) => textOf(withWords(text, base, clause(position)))
    assert.equal(changed(1, 'Vi synger.'), 'Vi mødes hver uge. Vi synger.\n• Molen låser op\n• Fyret låser')
    assert.equal(changed(0, ''), 'Vi spiser sammen.\n• Molen låser op\n• Fyret låser')
    assert.equal(changed(2, ''), 'Vi mødes hver uge. Vi spiser sammen.\n• Fyret låser')
    assert.equal(changed(3, ''), 'Vi mødes hver uge. Vi spiser sammen.\n• Molen låser op')
    const added = withWords('Alle hjælper', base, { ...section, kind: 'new_clause' })
    assert.match(textOf(added) ?? '', /• Fyret låser\n• Alle hjælper$/)
  })

  it('adds a section and an activity under ids that are free', () => {
    const longer = withWords('Vi rydder op.', sampleAgreement, { kind: 'new_section', activityId: first.id })
    assert.equal(longer.activities[0]?.sections.length, first.sections.length + 1)
    const wider = withWords('Vi sejler.', sampleAgreement, { kind: 'new_activity' })
    const ids = wider.activities.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    assert.equal(wider.activities.at(-1)?.title, 'Overskrift')
  })

  it('refuses what is no change to an agreement', () => {
    assert.throws(() => withWords('x'.repeat(20_001)), refusedWith('proposal_text_too_long'))
    assert.throws(
      () => withWords('', sampleAgreement, { ...section, kind: 'new_clause' }),
      refusedWith('proposal_needs_words'),
    )
    assert.throws(() => withWords('31/2', sampleAgreement, { kind: 'period' }), refusedWith('proposal_end_not_a_day'))
    const unnamed = () =>
      changeDocument(sampleAgreement, { kind: 'new_activity' }, { heading: ' ', text: 'Vi sejler.' })
    assert.throws(unnamed, refusedWith('proposal_needs_heading'))
  })

  it('is told by comparing, and an unchanged document is told to be so', () => {
    const { sections } = compareDocuments(sampleAgreement, withWords('Nye ord.'))
    assert.deepEqual(
      sections.map(({ key, after }) => ({ key, after })),
      [{ key: `${first.id}/${at}`, after: 'Nye ord.' }],
    )
    assert.ok(isUnchanged(compareDocuments(sampleAgreement, structuredClone(sampleAgreement))))
    assert.ok(
      !isUnchanged(compareDocuments(sampleAgreement, withWords('2040-01-01', sampleAgreement, { kind: 'period' }))),
    )
  })
})

describe('the clauses of a document', () => {
  it('stand where they say they do', () => {
    const clauses = clausesIn(sampleAgreement)
    assert.ok(clauses.length > 5)
    for (const clause of clauses) {
      const text = sectionText(sampleAgreement, clause.activityId, clause.section) ?? ''
      const span = spanOfClause(text, clause)
      assert.equal(span && text.slice(span.from, span.to), clause.text)
    }
  })
})

describe('two changes to one agreement', () => {
  const base = withWords('Vi mødes hver uge i klubben. Vi spiser sammen.')
  const mine = withWords('Vi mødes hver måned i klubben. Vi spiser sammen.', base)

  it('stand together where they touch different words', () => {
    const theirs = withWords('Vi mødes hver uge i klubben. Vi spiser aldrig sammen.', base)
    const { document, conflicts } = mergeDocuments(base, mine, theirs)
    assert.deepEqual(conflicts, [])
    assert.equal(textOf(document), 'Vi mødes hver måned i klubben. Vi spiser aldrig sammen.')
  })

  it('are shown side by side where they touch the same, and a choice settles it', () => {
    const theirs = withWords('Vi mødes hver dag i klubben. Vi spiser sammen.', base)
    const { conflicts } = mergeDocuments(base, mine, theirs)
    assert.deepEqual(
      conflicts.map((conflict) => [conflict.base, conflict.mine, conflict.theirs]),
      [[textOf(base), textOf(mine), textOf(theirs)]],
    )
    const chosen = new Map([[conflicts[0]?.key ?? '', 'Vi ses.']])
    const settled = mergeDocuments(base, mine, theirs, chosen)
    assert.deepEqual([settled.conflicts.length, textOf(settled.document)], [0, 'Vi ses.'])
  })

  it('both keep what they added', () => {
    const activity: Place = { kind: 'new_activity' }
    const oneSection: Place = { kind: 'new_section', activityId: first.id }
    const [one, other] = ['Vi sejler.', 'Vi ror.'].map((text) =>
      withWords(text, withWords(text, base, oneSection), activity),
    )
    assert.ok(one && other)
    const { document, conflicts } = mergeDocuments(base, one, other)
    assert.deepEqual(conflicts, [])
    assert.equal(document.activities.length, base.activities.length + 2)
    assert.equal(new Set(document.activities.map(({ id }) => id)).size, document.activities.length)
    assert.equal(document.activities[0]?.sections.length, first.sections.length + 2)
  })

  it('lose no word either of them wrote, whatever they wrote', () => {
    const words = fc.array(fc.constantFrom('uge', 'måned', 'klub', 'sejl', '.', 'kl. 12', 'kr. 12.000'), {
      maxLength: 9,
    })
    fc.assert(
      fc.property(words, words, words, (b, m, t) => {
        const [was, own, their] = [b, m, t].map((list) => withWords(list.join(' '), base))
        assert.ok(was && own && their)
        const { document, conflicts } = mergeDocuments(was, own, their)
        for (const conflict of conflicts)
          assert.deepEqual([conflict.mine, conflict.theirs], [textOf(own), textOf(their)])
        if (textOf(own) === textOf(was)) assert.equal(textOf(document), textOf(their))
        if (textOf(their) === textOf(was)) assert.equal(textOf(document), textOf(own))
        assert.equal(listSections(document).size, listSections(base).size)
      }),
    )
  })
})

describe('the days of the next version', () => {
  const day = (iso: string) => Temporal.PlainDate.from(iso)
  const document = { ...sampleAgreement, validDuring: { from: '2025-01-01', to: '2028-12-31' } }
  const inForceDuring = { from: day('2025-01-01'), to: day('2028-12-31') }
  const spanFrom = (from: string, today: string) =>
    spanOfNext({ inForceDuring, document, from: day(from), today: day(today) })

  it('run from the day chosen to the end the agreement names', () => {
    const { from, to } = spanFrom('2027-01-01', '2026-12-31')
    assert.deepEqual([String(from), String(to)], ['2027-01-01', '2028-12-31'])
    assert.equal(String(spanFrom('2026-03-29', '2026-03-29').from), '2026-03-29')
  })

  it('never reach back before today, before the version they follow, or beyond the end', () => {
    assert.throws(() => spanFrom('2026-12-30', '2026-12-31'), refusedWith('version_begins_in_the_past'))
    assert.throws(() => spanFrom('2025-01-01', '2024-10-25'), refusedWith('version_begins_before_the_last'))
    assert.throws(() => spanFrom('2029-01-01', '2026-12-31'), refusedWith('version_begins_after_its_end'))
  })
})
