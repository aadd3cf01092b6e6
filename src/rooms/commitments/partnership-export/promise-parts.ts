import { formatDay } from '../../../platform/dates.ts'
import { type Language, pick } from '../../../platform/language.ts'
import type { DocumentPart } from '../../agreements/index.ts'
import { columnsOf, ofAgreement, section, tableOf, textIn } from './describe-part.ts'
import type { PartnershipPart, PartRow } from './part.ts'
import { partTexts } from './part.texts.ts'
import { listEvidenceRows, listPeriodRows, listPromiseRows } from './promise-rows.ts'
import { listAnchoringRows, listReservationRows } from './reservation-rows.queries.ts'

const promises: PartnershipPart = {
  name: 'promises',
  about: { da: partTexts.da.parts.promises, en: partTexts.en.parts.promises },
  columns: columnsOf([
    ['agreement', 'text'],
    ['version', 'number'],
    ['promise', 'text'],
    ['lineage', 'text'],
    ['activity', 'text'],
    ['kind', 'text'],
    ['text', 'text'],
    ['owedBy', 'list'],
    ['owedTo', 'list'],
    ['term', 'text'],
    ['notation', 'text'],
    ['judgedFrom', 'day'],
    ['judgedTo', 'day'],
    ['state', 'text'],
    ['outcome', 'text'],
    ['outcomeOn', 'day'],
    ['outcomeInWords', 'text'],
    ['period', 'text'],
    ['expected', 'number'],
    ['found', 'number'],
    ['lacking', 'list'],
  ]),
  rows: listPromiseRows,
  report: { agreementsOf: ofAgreement, describe: (rows, language) => describePromises(rows, language) },
}

/** The promises of the last version, then those that stood in an earlier one and did not go on. */
const describePromises = (rows: readonly PartRow[], language: Language): DocumentPart[] => {
  const words = pick(partTexts, language)
  const toldOf = new Set<string>()
  const versions = [...Map.groupBy(rows, (row) => Number(row['version']))].toSorted(([one], [other]) => other - one)
  const tables = versions.flatMap(([version, inVersion]): DocumentPart[] => {
    const fresh = inVersion.filter((row) => !toldOf.has(textIn(row, 'lineage')))
    for (const row of inVersion) toldOf.add(textIn(row, 'lineage'))
    if (fresh.length === 0) return []
    const table = tableOf(promiseColumns(language), fresh.map(promiseCells))
    if (versions.length === 1) return [table]
    return [{ kind: 'heading', level: 3, text: words.ofVersion(version), inContents: false }, table]
  })
  if (tables.length === 0) return []
  return [{ kind: 'heading', level: 2, text: words.promises, inContents: true }, ...tables]
}

const promiseColumns = (language: Language) => {
  const words = pick(partTexts, language)
  return [
    [words.promise, 4],
    [words.owedBy, 2],
    [words.term, 3],
    [words.outcome, 3],
  ] as const
}

const promiseCells = (row: PartRow): string[] =>
  ['text', 'owedBy', 'term', 'outcomeInWords'].map((name) => textIn(row, name))

const periods: PartnershipPart = {
  name: 'periods',
  about: { da: partTexts.da.parts.periods, en: partTexts.en.parts.periods },
  columns: columnsOf([
    ['agreement', 'text'],
    ['version', 'number'],
    ['promise', 'text'],
    ['period', 'text'],
    ['from', 'day'],
    ['to', 'day'],
    ['least', 'number'],
    ['most', 'number'],
    ['found', 'number'],
    ['isClosed', 'yes_no'],
  ]),
  rows: listPeriodRows,
}

const evidence: PartnershipPart = {
  name: 'evidence',
  about: { da: partTexts.da.parts.evidence, en: partTexts.en.parts.evidence },
  columns: columnsOf([
    ['agreement', 'text'],
    ['version', 'number'],
    ['promise', 'text'],
    ['happenedOn', 'day'],
    ['quantity', 'number'],
  ]),
  rows: listEvidenceRows,
}

const reservations: PartnershipPart = {
  name: 'reservations',
  about: { da: partTexts.da.parts.reservations, en: partTexts.en.parts.reservations },
  columns: columnsOf([
    ['agreement', 'text'],
    ['version', 'number'],
    ['activity', 'text'],
    ['text', 'text'],
    ['until', 'day'],
    ['promises', 'list'],
    ['outcome', 'text'],
    ['settledOn', 'day'],
    ['endedOn', 'day'],
  ]),
  rows: listReservationRows,
  report: {
    agreementsOf: ofAgreement,
    describe: (rows, language) => {
      const words = pick(partTexts, language)
      const settlements: Readonly<Record<string, string>> = words.settlements
      const columns = [
        [words.reservation, 6],
        [words.until, 3],
        [words.outcome, 3],
      ] as const
      const cells = lastVersionOf(rows).map((row) => [
        textIn(row, 'text'),
        dayIn(row, 'until', language),
        settlements[textIn(row, 'outcome')] ?? words.notSettled,
      ])
      return section(words.reservations, columns, cells)
    },
  },
}

const anchoring: PartnershipPart = {
  name: 'anchoring',
  about: { da: partTexts.da.parts.anchoring, en: partTexts.en.parts.anchoring },
  columns: columnsOf([
    ['agreement', 'text'],
    ['version', 'number'],
    ['activity', 'text'],
    ['takenOverBy', 'text'],
    ['by', 'day'],
    ['proof', 'text'],
    ['state', 'text'],
    ['takenOverOn', 'day'],
  ]),
  rows: listAnchoringRows,
  report: {
    agreementsOf: ofAgreement,
    describe: (rows, language) => {
      const words = pick(partTexts, language)
      const states: Readonly<Record<string, string>> = words.anchoringStates
      const columns = [
        [words.activity, 4],
        [words.takenOverBy, 4],
        [words.how, 4],
      ] as const
      const cells = lastVersionOf(rows).map((row) => [
        textIn(row, 'activity'),
        textIn(row, 'takenOverBy'),
        [states[textIn(row, 'state')] ?? '', dayIn(row, 'takenOverOn', language)].filter(Boolean).join(', '),
      ])
      return section(words.anchoring, columns, cells)
    },
  },
}

const lastVersionOf = (rows: readonly PartRow[]): readonly PartRow[] => {
  const last = Math.max(...rows.map((row) => Number(row['version'])))
  return rows.filter((row) => row['version'] === last)
}

const dayIn = (row: PartRow, column: string, language: Language): string => {
  const day = textIn(row, column)
  return day === '' ? '' : formatDay(Temporal.PlainDate.from(day), language)
}

/** What was promised and what came of it. */
export const promiseParts: readonly PartnershipPart[] = [promises, periods, evidence, reservations, anchoring]
