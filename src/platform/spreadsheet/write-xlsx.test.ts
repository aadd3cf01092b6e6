import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { parseFragment } from 'parse5'
import { writeXlsx } from './write-xlsx.ts'

const columns = [
  { heading: 'Frist', width: 12 },
  { heading: 'Løfte', width: 60 },
]

const sheetOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

describe('a spreadsheet', () => {
  const day = Temporal.PlainDate.from('2026-12-02')

  it('holds days as the numbers spreadsheets count them by, and numbers as numbers', () => {
    const xml = sheetOf(writeXlsx({ name: 'Løfter', columns, rows: [[day, 12.5]] }))
    assert.match(xml, /<c r="A2" s="2"><v>46358<\/v><\/c><c r="B2"><v>12.5<\/v>/)
    const leap = sheetOf(writeXlsx({ name: 'x', columns, rows: [[Temporal.PlainDate.from('2000-03-01'), null]] }))
    assert.match(leap, /<v>36586<\/v>/)
  })

  it('freezes the heading row, sets widths and filters over all rows', () => {
    const xml = sheetOf(
      writeXlsx({
        name: 'Løfter',
        columns,
        rows: [
          [day, 'a'],
          [null, 'b'],
        ],
      }),
    )
    assert.match(xml, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/)
    assert.match(xml, /<col min="2" max="2" width="60" customWidth="1"\/>/)
    assert.match(xml, /<autoFilter ref="A1:B3"\/>/)
  })

  it('takes no text for a formula or for markup, and drops what XML cannot hold', () => {
    const nasty = '=HYPERLINK("x") <b>&amp;\u0000\u0007\ud800 æøå'
    const xml = sheetOf(writeXlsx({ name: 'a/b[c]', columns, rows: [[nasty, '']] }))
    assert.match(xml, />=HYPERLINK\(&quot;x&quot;\) &lt;b&gt;&amp;amp; æøå<\/t>/)
    assert.doesNotMatch(xml, /<f>/)
    assert.equal(parseFragment(xml).childNodes.length > 0, true)
  })

  it('has every part that its contents name, and the same bytes each time', () => {
    const sheet = { name: 'Løfter', columns, rows: [[day, 'a']] }
    const parts = unzipSync(writeXlsx(sheet))
    const named = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).matchAll(/PartName="\/([^"]+)"/g)
    for (const [, name = ''] of named) assert.ok(parts[name], name)
    assert.deepEqual(writeXlsx(sheet), writeXlsx(sheet))
  })

  it('names columns past Z', () => {
    const wide = Array.from({ length: 28 }, (_, at) => ({ heading: String(at), width: 5 }))
    assert.match(sheetOf(writeXlsx({ name: 'x', columns: wide, rows: [] })), /<c r="AB1"/)
  })
})
