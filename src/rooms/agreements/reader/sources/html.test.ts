import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openSource } from '../open-source.ts'
import { shown } from './shown.ts'

const open = (html: string, name = 'prøve.html') => openSource(new TextEncoder().encode(html), name)
const read = async (html: string) => shown((await open(html)).blocks)

describe('reading HTML', () => {
  it('reads headings, paragraphs, nested lists and tables', async () => {
    const html = `<!doctype html><html><head><title>ikke mig</title></head><body>
<h1>Aftale</h1><div>Kajen<br>Havnen</div>
<ul><li>et<ul><li>to</li></ul></li><li><p>tre</p><p>mere</p></li></ul>
<ol><li>nummer</li></ol>
<table><tr><th colspan="2">Værksted</th></tr>
<tr><td rowspan="2">Lokaler</td><td><p>Laden</p><ul><li>Skuret</li></ul></td></tr>
<tr><td>Pladsen</td></tr></table></body></html>`
    assert.deepEqual(await read(html), [
      '#1 Aftale',
      'Kajen⏎Havnen',
      '•1 et',
      '•2 to',
      '•1 tre',
      'mere',
      '•1 nummer',
      'row1 *Værksted* | ',
      'row1 Lokaler | Laden / •1 Skuret',
      'row1  | Pladsen',
    ])
  })

  it('numbers by the lines of the file where they tell the texts apart', async () => {
    const { lines, blocks } = await open(
      '<html>\n<h1>A</h1>\n\n<p>b\nb</p>\n<table><tr><td>c</td><td>d</td></tr></table>\n</html>',
    )
    assert.deepEqual(
      blocks.map(({ place }) => [place.line, place.toLine]),
      [
        [2, 2],
        [4, 5],
        [6, 6],
      ],
    )
    assert.deepEqual(
      lines.map((line) => line.text),
      ['', 'A', '', 'b b', '', 'c\td', ''],
    )
  })

  it('numbers in reading order a page written on one line', async () => {
    const { lines, blocks } = await open(
      '<html><h1>A</h1><p>b</p><p>c</p><table><tr><td>d</td><td>e</td></tr></table></html>',
    )
    assert.deepEqual(
      lines.map((line) => line.text),
      ['A', 'b', 'c', 'd', 'e'],
    )
    assert.deepEqual(blocks.at(-1)?.place, { line: 4, toLine: 5, page: null })
  })

  it('never reads programs, styles or hidden parts', async () => {
    const html = `<html><style>p{}</style><script>document.write('<p>ond</p>')</script><p onclick="x()">god<script>1</script></p>
<p style="display:none">skjult</p><noscript>uden</noscript><template><p>skabelon</p></template><p hidden>gemt</p><svg><text>tegnet</text></svg></html>`
    assert.deepEqual(await read(html), ['god'])
  })

  it('reads the lists, titles and footnotes that Word writes as HTML', async () => {
    const html = `<html><body><p class=MsoTitle>Aftale</p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp;</span></span>punkt</p>
<p>Pris<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a> her</p>
<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> Uden moms.</p></div></body></html>`
    assert.deepEqual(await read(html), ['#1 Aftale', '•2 punkt', 'Pris¹ her', '¹ Uden moms.'])
  })

  it('sees through tables that are only there to place things', async () => {
    const html = '<html><table><tr><td><h1>A</h1><table><tr><td>x</td><td>y</td></tr></table></td></tr></table></html>'
    assert.deepEqual(await read(html), ['#1 A', 'row1 x | y'])
  })

  it('tells an address that a link only carries', async () => {
    assert.deepEqual(await read('<html><p><a href="mailto:ane@prøve.dk">Ane</a></p></html>'), ['Ane (ane@prøve.dk)'])
  })

  it('refuses a page nested deeper than any document', async () => {
    await assert.rejects(open(`<html>${'<div>'.repeat(5000)}x`), { code: 'source_is_tangled' })
  })
})
