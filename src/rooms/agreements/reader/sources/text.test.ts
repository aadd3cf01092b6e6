import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openSource } from '../open-source.ts'
import { shown } from './shown.ts'

const open = (text: string, name = 'prøve.txt') => openSource(new TextEncoder().encode(text), name)
const read = async (text: string, name?: string) => shown((await open(text, name)).blocks)

describe('reading plain text and markdown', () => {
  it('tells headings, paragraphs with soft breaks and emphasis', async () => {
    const text = '# Aftale\n\n**HAVNEN\nSAMLET**\n\nKajens Fond  \nKajens Laug\n\nDato\n====\n29. november 2031\n'
    assert.deepEqual(await read(text), [
      '#1 Aftale',
      '*HAVNEN⏎SAMLET*',
      'Kajens Fond⏎Kajens Laug',
      '#1 Dato',
      '29. november 2031',
    ])
  })

  it('nests bullets by indent, by one space too, and by a sign of its own', async () => {
    assert.deepEqual(await read('- et\n - to\n - tre\n- fire\n'), ['•1 et', '•2 to', '•2 tre', '•1 fire'])
    assert.deepEqual(await read('• et\n➤ to\n• tre'), ['•1 et', '•2 to', '•1 tre'])
  })

  it('keeps the lines below a bullet with it, and tells the strong words it leads with', async () => {
    const { blocks } = await open('- **Kajfonden**  \nKoordinator, pt. Ane Prøve\n- Laug')
    assert.deepEqual(shown(blocks), ['•1 Kajfonden⏎Koordinator, pt. Ane Prøve', '•1 Laug'])
    assert.equal(blocks[0]?.kind === 'item' && blocks[0].lead, 'Kajfonden')
  })

  it('reads a line with a tab as a row, also with an empty cell at either end', async () => {
    const text = 'Værksted\t\nØkonomi\tKr. 5.000,-\n\n\tbetales af fonden\n¹ Uden moms.\nRevision\tForum\n'
    const { blocks } = await open(text)
    assert.deepEqual(shown(blocks), [
      'row1 Værksted | ',
      'row1 Økonomi | Kr. 5.000,-',
      'row1  | betales af fonden',
      '¹ Uden moms.',
      'row1 Revision | Forum',
    ])
    assert.deepEqual(
      blocks.map((block) => block.place.line),
      [1, 2, 4, 5, 6],
    )
  })

  it('begins a new table where a title row follows a gap', async () => {
    assert.deepEqual(await read('A\t\nx\ty\n\nB\t\nz\tw'), ['row1 A | ', 'row1 x | y', 'row2 B | ', 'row2 z | w'])
  })

  it('reads the HTML of a cell, with bullets glued together in a list left open', async () => {
    const cell =
      '<p><b><u>Parter</u></b></p> <ul style="list-style-type: none">• Fonden, pt. Bo• Lauget &amp; co. <p>De har ansvar for</p> <ul> • at <i>feje</i> • at male'
    assert.deepEqual(await read(`<p>Hvem?</p>\t${cell}`), [
      'row1 Hvem? | *Parter* / •1 Fonden, pt. Bo / •1 Lauget & co. / De har ansvar for / •1 at feje / •1 at male',
    ])
  })

  it('strips the sign typed inside a list item and nests lists in lists', async () => {
    const cell = '<ul><li>• en<ul><li>under</li></ul></li></ul>tekst'
    assert.deepEqual(await read(`x\t${cell}`), ['row1 x | •1 en / •2 under / tekst'])
  })

  it('takes two spaces behind a sentence in a cell for the line break they once were', async () => {
    const { blocks } = await open('Lokaler?  Også gårde.\tDer er plads.  Og lys.')
    assert.deepEqual(shown(blocks), ['row1 Lokaler?⏎Også gårde. | Der er plads.⏎Og lys.'])
    assert.deepEqual(blocks[0]?.place, { line: 1, toLine: 1, page: null })
  })

  it('writes the entries of a table of contents as title, tab, page', async () => {
    const text = 'Indhold\n\nOm kajen\t4\n• Værksted.....\t6\n<b>Bilag .....</b>\t<b>9</b>\n\n# Aftale\nPris\t6\n'
    assert.deepEqual(await read(text), [
      'Indhold',
      'Om kajen\t4',
      '•1 Værksted\t6',
      '*Bilag\t9*',
      '#1 Aftale',
      'row1 Pris | 6',
    ])
  })

  it('reads pipe tables and whole HTML tables between the lines', async () => {
    const text = '| A | B |\n|---|:--|\n| a\\|b | c |\n\n<table>\n<tr><td>x</td><td>y</td></tr>\n</table>\nefter\n'
    const { blocks } = await open(text, 'prøve.md')
    assert.deepEqual(shown(blocks), ['row1 A | B', 'row1 a|b | c', 'row2 x | y', 'efter'])
    assert.equal(blocks[2]?.place.line, 6)
  })

  it('keeps footnote marks where they stand and turns markdown’s into them', async () => {
    assert.deepEqual(await read('Løn²: 5\n\nPris[^1] her\n\n[^1]: Uden moms.\n'), [
      'Løn²: 5',
      'Pris¹ her',
      '¹ Uden moms.',
    ])
  })

  it('joins the lines of a text wrapped at a width, but not short ones', async () => {
    const sentence =
      'Parterne holder hinanden orienteret om alt det, der sker ved kajen i løbet af året, og siger til i god tid. '
    const words = sentence.repeat(6).trim().split(' ')
    const wrapped = words.reduce(
      (lines, word) => {
        const last = lines.at(-1) ?? ''
        return last.length + word.length < 72 ? [...lines.slice(0, -1), `${last} ${word}`.trim()] : [...lines, word]
      },
      [''],
    )
    const text = `Kajens Fond\nKajens Laug\n\n${wrapped.join('\n')}\n\n- ${wrapped.join('\n  ')}\n`
    const { blocks } = await open(text)
    assert.deepEqual(shown(blocks), ['Kajens Fond⏎Kajens Laug', words.join(' '), `•1 ${words.join(' ')}`])
    assert.equal(blocks[1]?.place.toLine, 3 + wrapped.length)
  })

  it('leaves alone what only looks like markup', async () => {
    const text = '5 < 8 og B&U, skriv til <ane@prøve.dk>; 2*3*4, sti_til_fil, navn: ______'
    assert.deepEqual(await read(text), ['5 < 8 og B&U, skriv til ane@prøve.dk; 2*3*4, sti_til_fil, navn: ______'])
  })

  it('gives every line with text to a block, the drawn ones too', async () => {
    const { lines, blocks } = await open('a\n---\n\n***\nb\tc\n--\t---')
    const covered = new Set(
      blocks.flatMap(({ place }) => Array.from({ length: place.toLine - place.line + 1 }, (_, at) => place.line + at)),
    )
    for (const line of lines) if (line.text.trim() !== '') assert.ok(covered.has(line.number), `line ${line.number}`)
  })

  it('reads UTF-8 with a mark, UTF-16 with and without one, and Windows’ Latin', async () => {
    const words = 'Forældre på Ærø – og “børn”'
    const wide = Buffer.from(words, 'utf16le')
    const latin = Buffer.from('For\u00e6ldre p\u00e5 \u00c6r\u00f8 \u0096', 'latin1')
    const cases: [Uint8Array, string][] = [
      [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(words)]), words],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), words],
      [Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), words],
      [wide, words],
      [Buffer.from(wide).swap16(), words],
      [latin, 'Forældre på Ærø –'],
    ]
    for (const [bytes, expected] of cases) {
      const { blocks } = await openSource(bytes, 'a.txt')
      assert.deepEqual(shown(blocks), [expected])
    }
  })

  it('numbers Windows’ lines as an editor does', async () => {
    const { lines, blocks } = await open('a\r\n\r\nb\r\n')
    assert.deepEqual(
      lines.map((line) => line.text),
      ['a', '', 'b'],
    )
    assert.equal(blocks[1]?.place.line, 3)
  })

  it('reads the largest file on one line, and hostile repetitions, without hanging', async () => {
    const { lines } = await open('ord '.repeat(5 * 1024 * 1024))
    assert.equal(lines.length, 1)
    for (const unit of ['** ', '\t', '<b', '<b ', '[x](', '. . ', '  ', '_a ', '\\*', '• ', '<p>']) {
      assert.equal((await open(`a${unit.repeat(50_000)}`)).lines.length, 1)
    }
  })
})
