import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exportAgreement, type ExportFormat } from '../documents/export-agreement.ts'
import { sampleAgreement } from '../documents/sample-agreement.ts'
import { openSource } from './open-source.ts'
import { zipText, zipWith } from './sources/sample-zip.ts'

const written = async (format: ExportFormat) => exportAgreement(sampleAgreement, format, 'da')

describe('opening a file that Brobyg wrote', () => {
  for (const format of ['docx', 'pdf', 'html', 'json'] as const) {
    it(`hands out the whole agreement from ${format}`, async () => {
      const { bytes, fileName, mediaType } = await written(format)
      const opened = await openSource(bytes, fileName)
      assert.deepEqual(opened.embedded, JSON.parse(JSON.stringify(sampleAgreement)))
      assert.equal(opened.mediaType, mediaType.split(';')[0])
      assert.ok(opened.lines.length > 20)
    })
  }

  it('reads the words instead where a person has changed them since', async () => {
    const { bytes } = await written('docx')
    const inner = zipText(bytes, 'word/document.xml').replace(/(<w:t[^>]*>)[^<]+/, '$1Rettet i hånden')
    const word = await openSource(
      zipWith(bytes, [{ name: 'word/document.xml', content: Buffer.from(inner) }]),
      'a.docx',
    )
    assert.equal(word.embedded, null)
    assert.equal(word.lines[0]?.text, 'Rettet i hånden')

    const html = new TextDecoder().decode((await written('html')).bytes).replace('</h1>', ' rettet</h1>')
    assert.equal((await openSource(new TextEncoder().encode(html), 'a.html')).embedded, null)
  })
})
