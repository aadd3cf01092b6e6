import { toDay } from '../../../platform/day-number.ts'
import { type Language, pick } from '../../../platform/language.ts'
import type { Cell, Sheet } from '../../../platform/spreadsheet/write-xlsx.ts'
import { commitmentKindTexts, termInWords } from '../../agreements/index.ts'
import { agendaOf, type OwedPromise } from '../owed-promises.rules.ts'
import { reasonInWords, stateInWords } from '../state/state-words.ts'
import type { ListFilter } from './promise-list-filter.ts'
import { promiseListTexts } from './promise-list.texts.ts'

interface Asked {
  readonly filter: ListFilter
  readonly day: Temporal.PlainDate
  readonly language: Language
  /** The address people use for this Brobyg. */
  readonly baseUrl: string
}

/** The promises as a sheet, in the order of the page; those beyond the horizon come last. */
export const promiseSheet = (promises: readonly OwedPromise[], asked: Asked): Sheet => {
  const { sheet } = pick(promiseListTexts, asked.language)
  const { urgent, upcoming, rest } = agendaOf(
    promises.filter(isAskedFor(asked.filter)),
    asked.day,
    asked.filter.horizon,
  )
  const column = (heading: string, width: number) => ({ heading, width })
  return {
    name: sheet.name,
    columns: [
      column(sheet.due, 12),
      column(sheet.state, 18),
      column(sheet.reason, 40),
      column(sheet.promise, 70),
      column(sheet.owedBy, 32),
      column(sheet.owedTo, 28),
      column(sheet.term, 32),
      column(sheet.kind, 16),
      column(sheet.agreement, 28),
      column(sheet.activity, 32),
      column(sheet.share, 10),
      column(sheet.link, 50),
    ],
    rows: [...urgent, ...upcoming, ...rest].map((promise) => rowOf(promise, asked)),
  }
}

const isAskedFor =
  (filter: ListFilter) =>
  ({ share, standing }: OwedPromise): boolean =>
    (filter.whose === 'all' || share !== 'others') && (filter.state === null || standing.state === filter.state)

const rowOf = ({ commitment, standing, share }: OwedPromise, { language, baseUrl }: Asked): Cell[] => [
  standing.nextOn === null ? null : toDay(standing.nextOn),
  stateInWords(standing.state, language),
  reasonInWords(standing, language),
  commitment.text,
  commitment.owedBy.join(', '),
  commitment.owedTo.join(', '),
  termInWords(commitment.notation, language) ?? '',
  pick(commitmentKindTexts, language)[commitment.kind][0],
  commitment.agreement,
  commitment.activity,
  pick(promiseListTexts, language).shares[share],
  `${baseUrl}/loefter/${commitment.commitmentId}`,
]
