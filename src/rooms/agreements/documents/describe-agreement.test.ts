import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AgreementDocument } from '../agreement-format.ts'
import { describeAgreement } from './describe-agreement.ts'
import type { Chapter, FormRow, Line, Part } from './description.ts'
import { documentTexts } from './document.texts.ts'
import { dayInWords, moneyInWords, spanInWords } from './document-words.ts'
import { linesOf, notesIn } from './lines.ts'
import { sampleAgreement } from './sample-agreement.ts'

const [workshops] = sampleAgreement.activities
assert.ok(workshops)

const chapterOf = (agreement: AgreementDocument, heading: string): Chapter => {
  const found = describeAgreement(agreement, 'da').chapters.find((chapter) => chapter.heading === heading)
  assert.ok(found, heading)
  return found
}
const headingsIn = (parts: Part[]) =>
  parts.flatMap((part) => (part.kind === 'heading' ? [`${part.level} ${part.text}`] : []))
const formsIn = (parts: Part[]): FormRow[] => parts.flatMap((part) => (part.kind === 'form' ? part.rows : []))
const rowsIn = (parts: Part[]): string[][] => parts.flatMap((part) => (part.kind === 'table' ? part.rows : []))
const said = (lines: Line[]): string[] =>
  lines.map((line) =>
    line.inlines.map((inline) => (inline.kind === 'text' ? inline.text : `[${inline.mark}]`)).join(''),
  )

describe('numbers and days in words', () => {
  const noBreak = (text: string) => text.replaceAll(' ', '\u00a0')
  it('writes money as people do', () => {
    assert.equal(moneyInWords(138_623_500, 'da'), noBreak('1.386.235 kr.'))
    assert.equal(moneyInWords(138_623_550, 'da'), noBreak('1.386.235,50 kr.'))
    assert.equal(moneyInWords(0, 'da'), noBreak('0 kr.'))
    assert.equal(moneyInWords(138_623_500, 'en'), noBreak('DKK 1,386,235'))
  })
  it('writes days and spans as people do', () => {
    assert.equal(dayInWords('2012-11-29', 'da'), '29. november 2012')
    assert.equal(dayInWords('2012-11-29', 'en'), '29 November 2012')
    assert.equal(spanInWords({ from: '2013-01-01', to: '2016-12-31' }, 'da'), '2013–2016')
    assert.equal(spanInWords({ from: '2013-01-01', to: '2013-12-31' }, 'da'), '2013')
    assert.equal(spanInWords({ from: '2013-02-01', to: '2016-12-31' }, 'da'), '1. februar 2013 – 31. december 2016')
    assert.equal(spanInWords({ from: null, to: '2014-12-31' }, 'da'), 'til 31. december 2014')
    assert.equal(spanInWords({ from: '2014-12-31', to: null }, 'en'), 'from 31 December 2014')
    assert.equal(spanInWords({ from: null, to: null }, 'da'), null)
  })
})

describe('the lines of a text', () => {
  const footnotes = sampleAgreement.footnotes
  it('tells bullets and their depth from paragraphs', () => {
    const lines = linesOf('Først\n• et\n  • under\n\n•to', { footnotes: [], placed: [] })
    assert.deepEqual(
      lines.map((line) => [line.kind, line.level]),
      [
        ['paragraph', 0],
        ['item', 1],
        ['item', 2],
        ['item', 1],
      ],
    )
    assert.deepEqual(said(lines), ['Først', 'et', 'under', 'to'])
  })
  it('turns the first reference to a footnote into a note and leaves measures alone', () => {
    const notes = { footnotes, placed: [] }
    assert.deepEqual(said(linesOf('Salen er 40 m² stor.² Den er fælles.¹ Også her² og her⁷', notes)), [
      'Salen er 40 m² stor.[2] Den er fælles.[1] Også her² og her⁷',
    ])
    assert.deepEqual(notes.placed, [footnotes[1], footnotes[0]])
  })
  it('leaves out signs that no document can hold', () => {
    assert.deepEqual(said(linesOf('a\u0000b \ud800c\ufffe\t', { footnotes: [], placed: [] })), ['a b \ufffdc'])
  })
})

describe('describing an agreement', () => {
  it('puts the facts that are known on the first page', () => {
    const description = describeAgreement({ ...sampleAgreement, caseNumber: null, district: ' ' }, 'da')
    assert.deepEqual(
      description.facts.map(({ label, value }) => `${label}: ${value}`),
      [
        'Gælder: 2025–2028',
        'Underskrevet: 29. november 2024',
        'Kommune: Sundvig Kommune',
        'Tovholder: By- og Miljøforvaltningen',
        'Dokumentnummer: 2024-118230-3',
      ],
    )
    assert.equal(description.footer, 'Dokumentnummer 2024-118230-3')
  })

  it('names an agreement without a title', () => {
    assert.equal(describeAgreement({ ...sampleAgreement, title: null }, 'da').title, 'Samarbejdsaftale · Havneby')
  })

  it('writes a title in capitals as people read it', () => {
    const shouted = { ...sampleAgreement, title: 'AFTALE OM SAMARBEJDE I HAVNEBY' }
    assert.equal(describeAgreement(shouted, 'da').title, 'Aftale om samarbejde i Havneby')
  })

  it('leaves out chapters that have nothing to say', () => {
    const empty: AgreementDocument = {
      ...sampleAgreement,
      preamble: [],
      goals: [],
      policyGoals: [],
      contacts: [],
      frames: [],
      coordination: null,
      activities: [],
      otherParties: [],
      otherActivities: [],
      footnotes: [],
    }
    assert.deepEqual(describeAgreement(empty, 'da').chapters, [])
  })

  it('says that a plan has no money, and never invents a sum', () => {
    const rows = rowsIn(chapterOf(sampleAgreement, documentTexts.da.overall).parts).slice(-2)
    assert.deepEqual(rows, [
      ['Bølgen', '2025–2028', '1.386.235\u00a0kr.'],
      ['Fyret', '2025–2028', 'ingen økonomi'],
    ])
  })

  it('puts a sub-activity right after the activity it belongs to, a level down', () => {
    assert.deepEqual(headingsIn(chapterOf(sampleAgreement, documentTexts.da.activities).parts), [
      '2 Skure og sejl: værksteder ved kajen',
      '2 Klubberne og helhedsplanerne',
      '3 Delaktivitet: Fritidsklubben Molen og Bølgen',
    ])
  })

  it('shows every activity once, also when they claim to belong to each other or to nothing', () => {
    const activities = [
      { ...workshops, id: 'a1', parentId: 'a2', title: 'Et' },
      { ...workshops, id: 'a2', parentId: 'a1', title: 'To' },
      { ...workshops, id: 'a3', parentId: 'a9', title: 'Tre' },
    ]
    const headings = headingsIn(chapterOf({ ...sampleAgreement, activities }, documentTexts.da.activities).parts)
    assert.deepEqual(headings.toSorted(), ['2 Et', '2 Tre', '3 To'])
  })

  it('keeps the questions and answers of the form in their order and adds what no answer tells', () => {
    const rows = formsIn(chapterOf(sampleAgreement, documentTexts.da.activities).parts)
    const questions = rows.map((row) => row.question)
    assert.deepEqual(
      questions.slice(0, workshops.sections.length),
      workshops.sections.map((section) => section.heading),
    )
    assert.equal(questions[workshops.sections.length], 'Forbehold')
    assert.deepEqual(said(rows[workshops.sections.length]?.answer ?? []), [
      'Aftenvagten bortfalder, hvis Pakhusets bevilling ikke fornys. (indtil 1. august 2027)',
    ])
    assert.deepEqual(said(rows.at(-1)?.answer ?? []), [
      'Fritidsklubben Molen, leder, pt. Sune Agerskov',
      'Kajens Boliger, Bølgen, ungemedarbejder',
    ])
  })

  it('lists every promise with who and when', () => {
    const rows = rowsIn(chapterOf(sampleAgreement, documentTexts.da.commitments).parts)
    assert.deepEqual(
      rows.map(([number]) => number),
      ['1', '2', '3', '4'],
    )
    assert.deepEqual(rows[2]?.slice(2), ['Bølgen til Pakhuset', 'betaling: betalt kvartalsvis bagud'])
    assert.deepEqual(rows[3]?.slice(2), ['Molen', 'til stede: én gang om ugen, torsdag kl. 17–20'])
  })

  it('puts footnotes at the foot of their page where their numbers allow it, and else lists them last', () => {
    const description = describeAgreement(sampleAgreement, 'da')
    assert.deepEqual(
      notesIn(description).map((note) => note.mark),
      ['1', '2'],
    )
    assert.equal(description.chapters.at(-1)?.heading, documentTexts.da.amounts)
    const [first, second] = sampleAgreement.footnotes
    assert.ok(first && second)
    const unordered = {
      ...sampleAgreement,
      footnotes: [
        { ...first, mark: '2' },
        { ...second, mark: '3' },
      ],
    }
    assert.deepEqual(notesIn(describeAgreement(unordered, 'da')), [])
    const [part] = chapterOf(unordered, documentTexts.da.notes).parts
    assert.deepEqual(part?.kind === 'lines' ? said(part.lines) : [], [`2 ${first.text}`, `3 ${second.text}`])
  })

  it('uses the same chapters in both languages', () => {
    const [danish, english] = [describeAgreement(sampleAgreement, 'da'), describeAgreement(sampleAgreement, 'en')]
    assert.equal(english.chapters.length, danish.chapters.length)
    assert.ok(english.chapters.some((chapter) => chapter.heading === 'Promises in the agreement'))
  })
})
