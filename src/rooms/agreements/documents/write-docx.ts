import { Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TableOfContents, TextRun } from 'docx'
import type { FileChild, ISectionOptions } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { AgreementDocument } from '../agreement-format.ts'
import type { DocumentDescription } from './description.ts'
import { documentTexts } from './document.texts.ts'
import { chapterChildren, textWidth } from './docx-parts.ts'
import { docxNumbering, docxStyles, hair, quiet } from './docx-styles.ts'
import { notesIn } from './lines.ts'
import { visibleText, wordEmbedding } from './word-embedding.ts'

/** Writes the document as a Word file; one of an agreement has it inside as a custom XML part, sealed to the words of the file. */
export const writeDocx = async (
  description: DocumentDescription,
  agreement: AgreementDocument | null,
): Promise<Uint8Array> => {
  const document = wordDocument(description)
  return agreement === null ? new Uint8Array(await Packer.toArrayBuffer(document)) : withAgreement(document, agreement)
}

const withAgreement = async (document: Document, agreement: AgreementDocument): Promise<Uint8Array> => {
  document.ContentTypes.addOverride(
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    '/customXml/itemProps1.xml',
  )
  document.Document.Relationships.addRelationship(
    'brobyg1',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml',
    '../customXml/item1.xml',
  )
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  const partText = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const { item, properties } = wordEmbedding(
    agreement,
    visibleText(partText('word/document.xml'), partText('word/footnotes.xml')),
  )
  return zipSync({
    // First, as programs that look at a file's beginning expect.
    '[Content_Types].xml': parts['[Content_Types].xml'] ?? new Uint8Array(),
    ...parts,
    'customXml/item1.xml': strToU8(item),
    'customXml/itemProps1.xml': strToU8(properties),
    'customXml/_rels/item1.xml.rels': strToU8(itemRelationships),
  })
}

const itemRelationships =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/>` +
  `</Relationships>`

const wordDocument = (description: DocumentDescription): Document =>
  new Document({
    title: description.title,
    subject: description.subtitle ?? '',
    creator: description.author,
    lastModifiedBy: 'Brobyg',
    styles: docxStyles,
    numbering: docxNumbering,
    footnotes: footnotesOf(description),
    sections: [
      {
        ...section(description),
        children: [
          ...frontPage(description),
          ...(description.isShort === true ? [] : contents(description)),
          ...body(description),
        ],
      },
    ],
  })

const footnotesOf = (description: DocumentDescription) =>
  Object.fromEntries(
    notesIn(description).map(({ mark, text }) => [
      mark,
      { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(text)] })] },
    ]),
  )

const rightTab = [{ type: TabStopType.RIGHT, position: textWidth }]
const rule = { style: 'single' as const, size: 4, color: hair, space: 6 }

const section = (description: DocumentDescription): Omit<ISectionOptions, 'children'> => {
  const texts = documentTexts[description.language]
  const pageOf = [`\t${texts.page} `, PageNumber.CURRENT, ` ${texts.of} `, PageNumber.TOTAL_PAGES]
  const footer = new Footer({
    children: [
      new Paragraph({
        style: 'Running',
        tabStops: rightTab,
        children: [new TextRun(description.footer), new TextRun({ children: pageOf })],
      }),
    ],
  })
  const header = new Header({
    children: [
      new Paragraph({ style: 'Running', border: { bottom: rule }, children: [new TextRun(description.runningTitle)] }),
    ],
  })
  const firstHeader = new Header({ children: [new Paragraph({ style: 'Running', children: [] })] })
  const margin = '25mm'
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width: '210mm', height: '297mm' },
        margin: { top: '30mm', bottom: '27mm', left: margin, right: margin, header: '14mm', footer: '14mm' },
      },
    },
    headers: { default: header, first: firstHeader },
    footers: { default: footer, first: footer },
  }
}

const frontPage = (description: DocumentDescription): FileChild[] => [
  new Paragraph({ heading: 'Title', children: [new TextRun(description.title)] }),
  ...(description.subtitle === null
    ? []
    : [
        new Paragraph({
          style: 'Subtitle',
          spacing: { after: description.isShort === true ? 300 : 2600 },
          children: [new TextRun(description.subtitle)],
        }),
      ]),
  ...description.facts.map(
    ({ label, value }) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: 2200 }],
        indent: { left: 2200, hanging: 2200 },
        spacing: { after: 60 },
        children: [new TextRun({ text: label, color: quiet }), new TextRun({ children: ['\t', value] })],
      }),
  ),
]

const contents = (description: DocumentDescription): FileChild[] => {
  const texts = documentTexts[description.language]
  return [
    new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [new TextRun(texts.contents)] }),
    // Links without page numbers: only Word knows its pages, and it asks before it counts them.
    new TableOfContents(texts.contents, {
      hyperlink: true,
      headingStyleRange: '1-2',
      pageNumbersEntryLevelsRange: '1-2',
      beginDirty: false,
    }),
  ]
}

const body = (description: DocumentDescription): FileChild[] => {
  const texts = documentTexts[description.language]
  return description.chapters.flatMap((chapter, index) =>
    chapterChildren(chapter, texts, index === 0 && description.isShort !== true),
  )
}
