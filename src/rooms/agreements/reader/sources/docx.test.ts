import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx'
import { openSource } from '../open-source.ts'
import { sampleActivities, sampleQuestions, sampleWord } from './sample-word.ts'
import { zipText, zipWith } from './sample-zip.ts'
import { shown } from './shown.ts'

describe('reading a Word file', () => {
  let bytes: Uint8Array = new Uint8Array()
  before(async () => {
    bytes = await sampleWord()
  })

  it('reads headings, soft breaks and nested bullets', async () => {
    const { blocks, mediaType } = await openSource(bytes, 'aftale.docx')
    assert.equal(mediaType, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    assert.deepEqual(shown(blocks).slice(0, 7), [
      '#1 Aftale om samarbejde i Havneby',
      '#1 Overordnet om aftalen',
      'Havneby Kommune⏎Kajens Forvaltning',
      '•1 At børn kommer over havnen',
      '•2 At voksne kender vejen',
      '•1 At begge dele kan ses',
      '#1 Aktiviteter',
    ])
  })

  it('gets every row of every table back, each table with its number', async () => {
    const { blocks } = await openSource(bytes, 'aftale.docx')
    const lefts = blocks.flatMap((block) =>
      block.kind === 'row' ? [`${block.table} ${block.cells[0]?.map((text) => text.text).join() ?? ''}`] : [],
    )
    assert.deepEqual(
      lefts,
      sampleActivities.flatMap((name, at) => [name, ...sampleQuestions].map((left) => `${at + 1} ${left}`)),
    )
  })

  it('sets footnote marks in the text and the notes at the end', async () => {
    const all = shown((await openSource(bytes, 'aftale.docx')).blocks)
    assert.ok(all.includes('row2 Økonomi | Kajfonden betaler 12.500 kr. om året² til lauget.'))
    assert.deepEqual(all.slice(-3), ['¹ Beløbet følger pristallet fra 2031.', '² Betales bagud.', '³ Uden moms.'])
  })

  it('numbers its paragraphs in reading order', async () => {
    const { lines, blocks } = await openSource(bytes, 'aftale.docx')
    const texts = blocks.flatMap((block) => (block.kind === 'row' ? block.cells.flat() : [block]))
    assert.deepEqual(
      texts.map((text) => text.place.line),
      lines.map((line) => line.number),
    )
    assert.deepEqual(
      texts.map((text) => text.text),
      lines.map((line) => line.text),
    )
  })

  it('knows a heading by the style its own style is based on', async () => {
    const document = new Document({
      styles: { paragraphStyles: [{ id: 'Kajtitel', name: 'Kajens titel', basedOn: 'Heading2', run: { bold: true } }] },
      sections: [
        {
          children: [
            new Paragraph({ style: 'Kajtitel', alignment: AlignmentType.CENTER, children: [new TextRun('Kajen')] }),
          ],
        },
      ],
    })
    assert.deepEqual(shown((await openSource(await Packer.toBuffer(document), 'a.docx')).blocks), ['#2 Kajen'])
  })

  it('hands out the agreement that a file of our own carries inside', async () => {
    const content = Buffer.from(JSON.stringify({ format: 'brobyg-agreement/1', title: 'Kajen' }))
    const own = zipWith(bytes, [{ name: 'customXml/brobyg-agreement.json', content }])
    assert.deepEqual((await openSource(own, 'a.docx')).embedded, { format: 'brobyg-agreement/1', title: 'Kajen' })
    assert.equal((await openSource(bytes, 'a.docx')).embedded, null)
  })

  it('reads the text of a file with macros and outside links, and touches neither', async () => {
    const relationsName = 'word/_rels/document.xml.rels'
    const link =
      '<Relationship Id="rOnd" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/ond.png" TargetMode="External"/>'
    const relations = zipText(bytes, relationsName).replace('</Relationships>', `${link}</Relationships>`)
    const macros = zipWith(bytes, [
      { name: 'word/vbaProject.bin', content: Buffer.from('Attribute VB_Name = "Ond"') },
      { name: relationsName, content: Buffer.from(relations) },
    ])
    assert.deepEqual(
      shown((await openSource(macros, 'a.docm')).blocks),
      shown((await openSource(bytes, 'a.docx')).blocks),
    )
  })

  it('reads content controls, tracked changes, tabs, symbols and text boxes as they stand today', async () => {
    const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
    const box = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${run('I en boks')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const body = [
      `<w:sdt><w:sdtContent><w:p>${run('Kontrolleret ')}<w:sdt><w:sdtContent>${run('indhold')}</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`,
      `<w:p>${run('Der er ')}<w:ins w:id="1" w:author="x">${run('kommet til')}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>taget fra</w:delText></w:r></w:del></w:p>`,
      `<w:p>${run('børne')}<w:r><w:noBreakHyphen/></w:r>${run('kor')}<w:r><w:tab/></w:r>${run('her')}<w:r><w:softHyphen/></w:r></w:p>`,
      `<w:p>${run('• skrevet punkt')}</w:p>`,
      `<w:p>${box}</w:p>`,
    ].join('')
    const inner = zipText(bytes, 'word/document.xml').replace(/<w:body>[^]*<w:sectPr/, () => `<w:body>${body}<w:sectPr`)
    const changed = zipWith(bytes, [{ name: 'word/document.xml', content: Buffer.from(inner) }])
    assert.deepEqual(shown((await openSource(changed, 'a.docx')).blocks), [
      'Kontrolleret indhold',
      'Der er kommet til',
      'børne-kor her',
      '•1 skrevet punkt',
      'I en boks',
    ])
  })
})
