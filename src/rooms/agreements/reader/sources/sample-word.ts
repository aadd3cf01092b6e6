import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx'

const text = (words: string): Paragraph => new Paragraph({ children: [new TextRun(words)] })
const strong = (words: string): Paragraph => new Paragraph({ children: [new TextRun({ text: words, bold: true })] })
const item = (words: string, level = 0): Paragraph =>
  new Paragraph({ numbering: { reference: 'bullets', level }, children: [new TextRun(words)] })

const cell = (children: Paragraph[], width: number, columnSpan = 1): TableCell =>
  new TableCell({ children, columnSpan, width: { size: width, type: WidthType.PERCENTAGE } })

const row = (question: string, answer: Paragraph[]): TableRow =>
  new TableRow({ children: [cell([text(question)], 30), cell(answer, 70)] })

const title = (words: string): TableRow => new TableRow({ children: [cell([strong(words)], 100, 2)] })

/** The questions of the sample's activities, in order; each activity answers all of them. */
export const sampleQuestions = ['Hvad er formålet?', 'Hvem gør hvad, og hvornår?', 'Økonomi', 'Revision']

export const sampleActivities = ['Værksted på kajen', 'Lektiehjælp i laden', 'Morgenløb om bassinet']

const longAnswer = (name: string): Paragraph[] => [
  text(
    `${name} giver børn mellem ni og fjorten år et sted at mødes efter skole, hvor voksne fra begge sider af havnen kender dem ved navn og følger dem videre til foreningerne.`,
  ),
  text('Parterne står sammen om:'),
  ...Array.from({ length: 9 }, (_, at) =>
    item(
      `at holde dør nummer ${at + 1} åben hver tirsdag eftermiddag, også når vejret er imod, og at sige til, hvis den bliver lukket`,
    ),
  ),
  item('herunder at feje bagefter', 1),
]

const activity = (name: string, note: number): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      title(name),
      row(sampleQuestions[0] ?? '', longAnswer(name)),
      row(sampleQuestions[1] ?? '', [
        new Paragraph({
          children: [new TextRun({ text: 'Boligorganisationer', underline: { type: UnderlineType.SINGLE } })],
        }),
        item('Havnelauget, koordinator, pt. Ane Prøve'),
        item('Kajfonden, medarbejder, pt. Bo Eksempel'),
        ...longAnswer('Arbejdet').slice(0, 6),
      ]),
      row(sampleQuestions[2] ?? '', [
        new Paragraph({
          children: [
            new TextRun('Kajfonden betaler 12.500 kr. om året'),
            new FootnoteReferenceRun(note),
            new TextRun(' til lauget.'),
          ],
        }),
      ]),
      row(sampleQuestions[3] ?? '', [text('Havneby Forum')]),
    ],
  })

const bullets = {
  reference: 'bullets',
  levels: ['•', '◦'].map((sign, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: sign,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 300 } } },
  })),
}

/** A Word file in our own words with everything the reader must get: headings, lists, tables, footnotes, running heads and feet. */
export const sampleWord = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      numbering: { config: [bullets] },
      footnotes: {
        1: { children: [text('Beløbet følger pristallet fra 2031.')] },
        2: { children: [text('Betales bagud.')] },
        3: { children: [text('Uden moms.')] },
      },
      sections: [
        {
          headers: { default: new Header({ children: [text('Havneby Kommune, aftale om samarbejde')] }) },
          footers: {
            default: new Footer({
              children: [new Paragraph({ children: [new TextRun({ children: ['Side ', PageNumber.CURRENT] })] })],
            }),
          },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('Aftale om samarbejde i Havneby')] }),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Overordnet om aftalen')] }),
            new Paragraph({
              children: [new TextRun('Havneby Kommune'), new TextRun({ text: 'Kajens Forvaltning', break: 1 })],
            }),
            item('At børn kommer over havnen'),
            item('At voksne kender vejen', 1),
            item('At begge dele kan ses'),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('Aktiviteter')] }),
            ...sampleActivities.flatMap((name, at) => [activity(name, at + 1), text(`Her slutter ${name}.`)]),
          ],
        },
      ],
    }),
  )
