import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { OpenedSource } from '../blocks.ts'
import { openSource } from '../open-source.ts'
import { sampleActivities, sampleQuestions } from './sample-word.ts'
import { shown } from './shown.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

const typeset = (source: string): Uint8Array => {
  const compiler = NodeCompiler.create({})
  try {
    return compiler.pdf({ mainFileContent: source })
  } finally {
    compiler.evictCache(0)
  }
}

const readTypeset = async (source: string) => shown((await openSource(typeset(source), 'prøve.pdf')).blocks)

const filler =
  'Her fortælles om havnen og dens folk med så mange ord, at linjen ikke kan rumme dem alle, og derfor løber teksten videre. '

/** The sample of sample-word.ts as LibreOffice prints it: three pages, tables over page breaks, running heads and feet. */
describe('reading a PDF that LibreOffice printed', () => {
  let opened: OpenedSource
  before(async () => {
    opened = await openSource(fixture('havneby-libreoffice.pdf'), 'havneby.pdf')
  })

  it('gets every question of every table back, and only page breaks make more rows', () => {
    const rows = opened.blocks.flatMap((block) => (block.kind === 'row' ? [block] : []))
    const lefts = rows.flatMap((row) =>
      row.cells[0]?.[0] === undefined ? [] : [`${row.table} ${row.cells[0][0].text}`],
    )
    assert.deepEqual(
      lefts,
      sampleActivities.flatMap((name, at) => [name, ...sampleQuestions].map((left) => `${at + 1} ${left}`)),
    )
    const continued = rows.filter((row) => row.cells[0]?.length === 0)
    assert.deepEqual(
      continued.map((row) => [row.table, row.place.page]),
      [
        [2, 2],
        [3, 3],
      ],
    )
  })

  it('joins lines into paragraphs and bullets again', () => {
    const all = shown(opened.blocks)
    assert.equal(all[2], 'Havneby Kommune⏎Kajens Forvaltning')
    assert.deepEqual(all.slice(3, 6), [
      '•1 At børn kommer over havnen',
      '•2 At voksne kender vejen',
      '•1 At begge dele kan ses',
    ])
    const bullets = all
      .join(' / ')
      .match(
        /at holde dør nummer \d åben hver tirsdag eftermiddag, også når vejret er imod, og at sige til, hvis den bliver lukket(?= )/g,
      )
    assert.equal(bullets?.length, 3 * (9 + 4))
  })

  it('tells headings by their size and underlined words from ruling lines', () => {
    const all = shown(opened.blocks)
    assert.deepEqual(
      all.filter((text) => text.startsWith('#')),
      ['#1 Aftale om samarbejde i Havneby', '#2 Overordnet om aftalen', '#2 Aktiviteter'],
    )
    assert.equal(all.filter((text) => text.includes('| _Boligorganisationer_ / •1 Havnelauget')).length, 3)
  })

  it('raises footnote marks and sets each note below its page', () => {
    const all = shown(opened.blocks)
    assert.ok(all.includes('row1 Økonomi | Kajfonden betaler 12.500 kr. om året¹ til lauget.'))
    assert.deepEqual(
      all.filter((text) => /^[¹²³]/.test(text)),
      ['¹ Beløbet følger pristallet fra 2031.', '² Betales bagud.', '³ Uden moms.'],
    )
  })

  it('leaves running heads and page numbers out, and gives each line its page', () => {
    assert.ok(opened.lines.every((line) => !/^Side \d|aftale om samarbejde$/.test(line.text)))
    assert.deepEqual([...new Set(opened.lines.map((line) => line.page))], [1, 2, 3])
    const covered = new Set(
      opened.blocks.flatMap(({ place }) =>
        Array.from({ length: place.toLine - place.line + 1 }, (_, at) => place.line + at),
      ),
    )
    for (const line of opened.lines) assert.ok(covered.has(line.number), line.text)
  })
})

describe('reading a PDF that Chromium printed', () => {
  it('sees bullets that are drawn, and tables of thin filled shapes', async () => {
    assert.deepEqual(shown((await openSource(fixture('kaj-chromium.pdf'), 'kaj.pdf')).blocks).slice(2), [
      '•1 Første mål',
      '•1 Andet mål',
      '•2 Delmål',
      'row1 *Værksted på kajen* | ',
      'row1 Hvad er formålet? | At børn kommer over havnen. / *Boligorganisationer* / •1 Havnelauget, pt. Ane Prøve / •1 Kajfonden, pt. Bo Eksempel',
      'row1 Økonomi | Kajfonden betaler 12.500 kr. om året.',
      'row1 Lokaler | Laden på Nordkajen.',
      'row1  | Skuret på Sydkajen.',
      'Underskrevet i Havneby.',
    ])
  })
})

describe('reading a PDF that Typst set', () => {
  const rows = `table.cell(colspan: 2)[*Værksted på kajen*],
    [Hvad er formålet med arbejdet, og hvem er det til glæde for?],[${filler.repeat(3)}],
    [Økonomi],[Prisen er 6.000 kr.],
    [Revision],[Forum]`
  const expected = [
    'row1 *Værksted på kajen* | ',
    `row1 Hvad er formålet med arbejdet, og hvem er det til glæde for? | ${filler.repeat(3).trim()}`,
    'row1 Økonomi | Prisen er 6.000 kr.',
    'row1 Revision | Forum',
  ]
  const kinds = {
    'all lines': '1pt',
    'upright lines alone': '(x: 0.5pt)',
    'level lines alone': '(x, y) => (top: 0.5pt, bottom: 0.5pt)',
  }
  for (const [name, stroke] of Object.entries(kinds)) {
    it(`rebuilds a table drawn with ${name}`, async () => {
      assert.deepEqual(
        await readTypeset(`#set text(lang: "da")\n#table(columns: (30%, 70%), stroke: ${stroke}, ${rows})`),
        expected,
      )
    })
  }

  it('puts words together again that were divided at the end of a line', async () => {
    const words = 'fritidsvejledningskonsulenter og boligorganisationernes samarbejdspartnere '.repeat(8).trim()
    const all = await readTypeset(
      `#set text(lang: "da", hyphenate: true)\n#set par(justify: true)\n#set page(width: 9cm)\n${words}`,
    )
    assert.deepEqual(all, [words])
  })

  it('continues a row over a page break with an empty cell, and reads notes in small figures', async () => {
    const source = `#set page(height: 9cm)\n#set text(lang: "da")\n#table(columns: (30%, 70%), [Lokaler],[${filler.repeat(9)}#footnote[Efter aftale.]], [Revision],[Forum])`
    const { blocks } = await openSource(typeset(source), 'a.pdf')
    const table = blocks.flatMap((block) => (block.kind === 'row' ? [block] : []))
    assert.deepEqual([...new Set(table.map((row) => row.table))], [1])
    assert.deepEqual(
      table.map((row) => row.cells[0]?.[0]?.text ?? ''),
      ['Lokaler', ...table.slice(2).map(() => ''), 'Revision'],
    )
    const answer = table
      .slice(0, -1)
      .flatMap((row) => row.cells[1] ?? [])
      .map((text) => text.text)
      .join(' ')
    assert.equal(answer, `${filler.repeat(9).trim()}¹`)
    assert.ok(shown(blocks).includes('¹ Efter aftale.'))
  })

  it('follows a table of level lines from page to page, and leaves page numbers and open text out of it', async () => {
    const table = (rows: string) =>
      `#table(columns: (30%, 70%), stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), ${rows})`
    const long = `[Lokaler],[${filler.repeat(14)}]`
    const source = `#set page(height: 12cm, numbering: "1")\n${table(`table.cell(colspan: 2)[*Kajen*], [Økonomi],[Intet.], ${long}, [Revision],[Forum]`)}\nTekst imellem, som står for sig selv.\n${table('[Pris],[Fri], [Tid],[Altid]')}`
    const { blocks } = await openSource(typeset(source), 'a.pdf')
    const lefts = blocks.flatMap((block) =>
      block.kind === 'row' ? (block.cells[0] ?? []).map((text) => text.text) : [`– ${block.text}`],
    )
    assert.deepEqual(lefts, [
      'Kajen',
      'Økonomi',
      'Lokaler',
      'Revision',
      '– Tekst imellem, som står for sig selv.',
      'Pris',
      'Tid',
    ])
    const right = blocks.flatMap((block) =>
      block.kind === 'row' ? (block.cells[1] ?? []).map((text) => text.text) : [],
    )
    assert.equal(right.slice(1, -3).join(' '), filler.repeat(14).trim())
  })

  it('keeps the entries of a table of contents apart, with dots and without', async () => {
    const source = `#set outline.entry(fill: none)\n#outline(title: [Indhold])\n#set outline.entry(fill: repeat[.])\n#outline(title: [Indhold])\n= Om kajen\n= Aktiviteter på en meget lang kaj ved den nye havn`
    const entries = ['Om kajen\t1', 'Aktiviteter på en meget lang kaj ved den nye havn\t1']
    assert.deepEqual((await readTypeset(source)).slice(0, 6), ['#1 Indhold', ...entries, '#1 Indhold', ...entries])
  })

  it('hands out the agreement attached to a PDF of our own', async () => {
    const source = '#pdf.attach("/brobyg-agreement.json", bytes("{\\"format\\": \\"brobyg-agreement/1\\"}"))\nKajen'
    assert.deepEqual((await openSource(typeset(source), 'a.pdf')).embedded, { format: 'brobyg-agreement/1' })
  })
})
