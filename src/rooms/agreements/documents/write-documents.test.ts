import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { extractText, getDocumentProxy } from 'unpdf'
import type { AgreementDocument } from '../agreement-format.ts'
import { exportAgreement } from './export-agreement.ts'
import type { ExportFormat } from './export-agreement.ts'
import { sampleAgreement } from './sample-agreement.ts'
import { visibleText } from './word-embedding.ts'

const [workshops] = sampleAgreement.activities
assert.ok(workshops)

const awkward = [
  '#pagebreak() $x$ *b* _i_ `c` @ref <tag> \\ // slut',
  '"; #panic("no") sys.inputs',
  ']]></w:t></w:p><script>alert(1)</script>&amp;&#x41;',
  '</script><!-- -- --- "lige" \'lige\' ~ ...',
]
const withText = (lines: string[]): AgreementDocument => ({
  ...sampleAgreement,
  activities: [
    {
      ...workshops,
      sections: [
        { kind: 'other', heading: 'Tegn', text: lines.join('\n'), source: { line: 1, toLine: 1, page: null } },
      ],
    },
  ],
})

const bytesOf = async (agreement: AgreementDocument, format: ExportFormat) =>
  (await exportAgreement(agreement, format, 'da')).bytes
const squeezed = (text: string) => text.replaceAll(/\s+/gu, '')

const wordXml = async (agreement: AgreementDocument, part = 'word/document.xml') =>
  strFromU8(unzipSync(await bytesOf(agreement, 'docx'))[part] ?? new Uint8Array())

const shownIn = {
  pdf: async (agreement: AgreementDocument) =>
    (await extractText(await getDocumentProxy(await bytesOf(agreement, 'pdf'), { verbosity: 0 }), { mergePages: true }))
      .text,
  docx: async (agreement: AgreementDocument) => visibleText(await wordXml(agreement)),
  html: async (agreement: AgreementDocument) => {
    const texts: string[] = []
    const walk = (node: DefaultTreeAdapterTypes.Node): void => {
      if ('tagName' in node && (node.tagName === 'script' || node.tagName === 'style')) return
      if (node.nodeName === '#text' && 'value' in node) texts.push(node.value)
      if ('childNodes' in node) for (const child of node.childNodes) walk(child)
    }
    walk(parse(new TextDecoder().decode(await bytesOf(agreement, 'html'))))
    return texts.join('')
  },
}

describe('words in a document', () => {
  for (const [format, shown] of Object.entries(shownIn)) {
    it(`stand in ${format} as they were typed, whatever markup they resemble`, async () => {
      const text = squeezed(await shown(withText(awkward)))
      for (const line of awkward) assert.ok(text.includes(squeezed(line)), line)
    })
    it(`tells in ${format} who is in it, the sums and the promises`, async () => {
      const text = squeezed(await shown(sampleAgreement))
      for (const words of [
        'pt. Ida Holt',
        '1.386.235 kr.',
        'ingen økonomi',
        '29. november 2024',
        'højst fire gange om året',
        'redningsveste',
      ]) {
        assert.ok(text.includes(squeezed(words)), words)
      }
    })
  }
})

describe('a PDF', () => {
  it('is tagged, titled and in Danish', async () => {
    const document = await getDocumentProxy(await bytesOf(sampleAgreement, 'pdf'), { verbosity: 0 })
    assert.deepEqual(await document.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false })
    const { info, metadata } = await document.getMetadata()
    assert.equal('Title' in info && info.Title, sampleAgreement.title)
    assert.equal('Language' in info && info.Language, 'da-DK')
    assert.equal(metadata?.get('pdfuaid:part'), '1')
  })

  it('has headings, lists and table headings that a screen reader finds', async () => {
    const document = await getDocumentProxy(await bytesOf(sampleAgreement, 'pdf'), { verbosity: 0 })
    const roles = new Set<string>()
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      if ('role' in node && typeof node.role === 'string') roles.add(node.role)
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
    }
    for (let number = 1; number <= document.numPages; number++)
      walk(await (await document.getPage(number)).getStructTree())
    for (const role of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'TH', 'TD', 'Note']) assert.ok(roles.has(role), role)
  })

  it('counts its pages at the foot', async () => {
    const document = await getDocumentProxy(await bytesOf(sampleAgreement, 'pdf'), { verbosity: 0 })
    const { text } = await extractText(document, { mergePages: false })
    assert.ok(text.length >= 5)
    text.forEach((page, index) => assert.match(page, new RegExp(`Side ${index + 1} af ${text.length}\\b`)))
  })

  it('shows a stand-in for a sign that no typeface has, and stays accessible', async () => {
    const text = await shownIn.pdf(withText(['før \u{10fffd} efter']))
    assert.ok(squeezed(text).includes('før\ufffdefter'))
  })

  it('gives the same bytes for the same agreement', async () => {
    assert.deepEqual(await bytesOf(sampleAgreement, 'pdf'), await bytesOf(sampleAgreement, 'pdf'))
  })
})

describe('a Word file', () => {
  it('has real headings, repeated table headings and footnotes', async () => {
    const xml = await wordXml(sampleAgreement)
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3'])
      assert.ok(xml.includes(`<w:pStyle w:val="${style}"/>`), style)
    assert.equal(xml.split('<w:tblHeader/>').length, xml.split('<w:tbl>').length)
    assert.equal(xml.match(/<w:footnoteReference /g)?.length, 2)
    assert.ok(
      (await wordXml(sampleAgreement, 'word/footnotes.xml')).includes(sampleAgreement.footnotes[1]?.text ?? '?'),
    )
  })

  it('says who wrote what in which language', async () => {
    assert.ok((await wordXml(sampleAgreement, 'word/styles.xml')).includes('w:lang w:val="da-DK"'))
    const core = await wordXml(sampleAgreement, 'docProps/core.xml')
    assert.ok(core.includes(`<dc:title>${sampleAgreement.title}</dc:title>`))
    assert.ok(core.includes('<dc:creator>By- og Miljøforvaltningen</dc:creator>'))
  })

  it('declares and relates every part that it adds', async () => {
    const parts = unzipSync(await bytesOf(sampleAgreement, 'docx'))
    assert.equal(Object.keys(parts)[0], '[Content_Types].xml')
    assert.ok(parts['customXml/item1.xml'])
    assert.ok(
      strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()).includes('Target="../customXml/item1.xml"'),
    )
    assert.ok(
      strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).includes('PartName="/customXml/itemProps1.xml"'),
    )
  })

  it('holds no sign that XML forbids', async () => {
    const xml = await wordXml(withText(['a\u0000b\u0007c\ud800d\ufffee']))
    assert.ok(xml.isWellFormed())
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  })
})

describe('a page to print', () => {
  it('runs nothing and fetches nothing', async () => {
    const html = new TextDecoder().decode(await bytesOf(withText(awkward), 'html'))
    assert.deepEqual(
      html.match(/<script[^>]*>/g)?.map((tag) => tag.includes('type="application/json"')),
      [true],
    )
    assert.doesNotMatch(html, /<(?:link|img|iframe|object|form)\b|\son\w+=|url\(|@import/)
    assert.match(html, /<th scope="row">/)
  })
})

describe('a file to take home', () => {
  const nameOf = async (changes: Partial<AgreementDocument>) =>
    (await exportAgreement({ ...sampleAgreement, ...changes }, 'json', 'da')).fileName
  it('is named after the agreement in letters every machine knows', async () => {
    assert.equal(await nameOf({}), 'aftale-om-boligsocialt-samarbejde-i-havneby-boern-unge-og-familie.json')
    assert.equal(await nameOf({ title: '../../Ånd & Œuvre: "é"', focusArea: null }), 'aand-uvre-e.json')
    assert.equal(await nameOf({ title: null, focusArea: null }), 'aftale-havneby.json')
    assert.equal(await nameOf({ title: 'اتفاق', focusArea: null }), 'aftale.json')
  })
  it('says what kind it is', async () => {
    const { mediaType, fileName } = await exportAgreement(sampleAgreement, 'pdf', 'en')
    assert.equal(mediaType, 'application/pdf')
    assert.ok(fileName.endsWith('.pdf'))
  })
})
