import { formatDay } from '../../../platform/dates.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { type DocumentDescription, type DocumentPart, linesOf, printable } from '../../agreements/index.ts'
import { spanWords } from '../../calendar/index.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { type MinutesDocument, titleIn } from './minutes.ts'
import { couldDecide } from './minutes.rules.ts'
import { minutesTexts } from './minutes.texts.ts'

interface Described {
  readonly document: MinutesDocument
  readonly language: Language
  /** Whose papers these are, as the foot of each page says. */
  readonly partnership: string
}

const titleOf = ({ group, activity }: MinutesDocument): string => (activity === '' ? group : `${group} · ${activity}`)

/** When a meeting was, as its minutes say it. */
export const documentWhen = (document: MinutesDocument, language: Language): string => {
  const [startsAt, endsAt] = [Temporal.Instant.from(document.startsAt), Temporal.Instant.from(document.endsAt)]
  return spanWords({ startsAt, endsAt }, language)
}

const head = ({ document, language, partnership }: Described, what: string) => {
  const words = pick(minutesTexts, language)
  const numbered = pick(meetingTexts, language).numbered(document.number)
  const facts = [
    { label: words.when, value: documentWhen(document, language) },
    { label: words.where, value: document.place },
    { label: words.convenor, value: document.convenor },
  ]
  return {
    language,
    isShort: true,
    title: printable(`${what}, ${numbered}`),
    subtitle: printable(titleOf(document)),
    runningTitle: printable(`${what}, ${numbered}, ${titleOf(document)}`),
    author: printable(partnership),
    footer: printable(partnership),
    facts: facts.filter(({ value }) => value !== '').map(({ label, value }) => ({ label, value: printable(value) })),
  }
}

const prose = (text: string): DocumentPart => ({ kind: 'lines', lines: linesOf(text, { footnotes: [], placed: [] }) })

/** Minutes as a document: who came, then each point with what was said, decided and agreed to do. */
export const describeMinutes = (described: Described): DocumentDescription => {
  const { document, language } = described
  const words = pick(minutesTexts, language)
  const { quorum } = document
  const said = quorum === null ? '' : couldDecide(quorum) ? words.quorumMet : words.quorumMissed
  return {
    ...head(described, words.minutes),
    chapters: [
      {
        heading: words.whoCame,
        parts: [
          ...presentParts(described),
          ...(typeof said === 'string' || quorum === null ? [] : [prose(said(quorum.came, quorum.needed))]),
        ],
      },
      ...document.items.map((item, at) => ({
        heading: printable(`${at + 1}. ${titleIn(item, language)}`),
        parts: itemParts(described, item),
      })),
    ],
  }
}

const presentParts = ({ document, language }: Described): DocumentPart[] => {
  const { presences } = pick(meetingTexts, language)
  const hasSubstitutes = document.present.some(({ substitute }) => substitute !== '')
  const rows = document.present.map(({ name, seat, party, presence, substitute }) =>
    [
      name === '' ? seat : name,
      [seat, party].filter((part) => part !== '' && part !== name).join(', '),
      presences[presence],
      ...(hasSubstitutes ? [substitute] : []),
    ].map(printable),
  )
  if (rows.length === 0) return []
  const words = pick(minutesTexts, language)
  const column = (heading: string, width: number) => ({ heading, align: 'left' as const, width })
  const columns = [column(words.name, 3), column(words.seat, 5), column(words.whoCame, 2)]
  return [{ kind: 'table', columns: hasSubstitutes ? [...columns, column(words.substitute, 3)] : columns, rows }]
}

const itemParts = ({ document, language }: Described, item: MinutesDocument['items'][number]): DocumentPart[] => {
  const words = pick(minutesTexts, language)
  const marked = couldDecide(document.quorum) ? '' : ` (${words.notQuorate})`
  const agreed = [
    ...item.decisions.map(
      ({ number, decided }) => `• ${words.decision} B${number}: ${decided.replaceAll('\n', ' ')}${marked}`,
    ),
    ...item.followUps.map(({ number, task, owner, dueOn }) => {
      const due = dueOn === null ? '' : `, ${words.by(formatDay(Temporal.PlainDate.from(dueOn), language))}`
      return `• ${words.followUp} O${number}: ${task} (${owner}${due})`
    }),
    ...(item.isCarried ? [`• ${words.isCarried}`] : []),
  ]
  return [
    prose(item.said === '' ? words.nothingSaid : item.said),
    ...(agreed.length === 0 ? [] : [prose(agreed.join('\n'))]),
  ]
}

/** The notice of a meeting as a document: when, where, and the agenda. */
export const describeNotice = (described: Described, items: readonly AgendaItem[]): DocumentDescription => {
  const { language } = described
  const words = pick(meetingTexts, language)
  return {
    ...head(described, pick(minutesTexts, language).notice),
    chapters: [
      {
        heading: words.agenda,
        parts: items.flatMap(({ title, body, minutes }, at): DocumentPart[] => [
          {
            kind: 'heading',
            level: 2,
            text: printable(`${at + 1}. ${title}${minutes === null ? '' : ` (${words.minutesLong(minutes)})`}`),
            inContents: true,
          },
          ...(body === '' ? [] : [prose(body)]),
        ]),
      },
    ],
  }
}
