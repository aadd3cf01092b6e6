import { formatDay, formatMoment } from '../../../platform/dates.ts'
import { type Language, pick } from '../../../platform/language.ts'
import {
  type AgreementDocument,
  describeInReport,
  type DocumentDescription,
  type DocumentPart,
  printable,
  spanInWords,
} from '../../agreements/index.ts'
import { exportTexts } from './export.texts.ts'
import type { ExportedVersion, ExportScope, PartnershipPart, PartRow } from './part.ts'

/** The rows of each part that the report says something of. */
export type ReportRows = ReadonlyMap<PartnershipPart, readonly PartRow[]>

/** Which volume of the report, of how many. */
export interface Volume {
  readonly number: number
  readonly of: number
}

interface Reported {
  readonly scope: ExportScope
  readonly partnership: string
  readonly madeAt: Temporal.Instant
  readonly programVersion: string
  readonly volume: Volume
  readonly rows: ReportRows
  /** The last version of each agreement of the volume, with its document. */
  readonly last: readonly { readonly version: ExportedVersion; readonly document: AgreementDocument }[]
}

/** The report to read: a front page, then agreement by agreement its words, what came of its promises, its changes and its contacts. */
export const describeReport = (reported: Reported): DocumentDescription => {
  const { scope, partnership, madeAt, programVersion, volume } = reported
  const { language, versions } = scope
  const words = pick(exportTexts, language)
  const fact = (label: string, value: string) => ({ label, value: printable(value) })
  return {
    language,
    title: volume.of === 1 ? words.title : words.volume(volume.number, volume.of),
    subtitle: printable(partnership),
    runningTitle: printable(words.runningTitle(partnership)),
    author: 'Brobyg',
    footer: `${words.asOf} ${formatDay(scope.day, language)}`,
    facts: [
      fact(words.plan, scope.plan ?? words.allPlans),
      fact(words.asOf, formatDay(scope.day, language)),
      fact(words.agreements, String(new Set(versions.map(({ slug }) => slug)).size)),
      fact(words.versions, String(versions.length)),
      fact(words.madeAt, formatMoment(madeAt, language)),
      fact(words.program, `Brobyg ${programVersion}`),
    ],
    chapters: [...agreementChapters(reported), ...(volume.number === volume.of ? chaptersOfAll(reported) : [])],
  }
}

const agreementChapters = ({ last, rows, scope }: Reported) => {
  const { language } = scope
  const words = pick(exportTexts, language)
  if (last.length === 0) return [{ heading: words.nothing, parts: [remark(words.nothingText)] }]
  return last.map(({ version, document }) => ({
    heading: printable(version.agreement),
    isPageOfItsOwn: true,
    parts: [
      remark(printable(words.wordsInForce(version.number, daysOf(version, language)))),
      ...describeInReport(document, language),
      ...sectionsOf(version.slug, rows, language),
    ],
  }))
}

const sectionsOf = (slug: string, rows: ReportRows, language: Language): DocumentPart[] =>
  [...rows].flatMap(([{ report }, all]) => {
    const agreementsOf = report?.agreementsOf ?? null
    if (report === undefined || agreementsOf === null) return []
    return report.describe(
      all.filter((row) => agreementsOf(row).includes(slug)),
      language,
    )
  })

/** What belongs to no one agreement has a chapter of its own, last. */
const chaptersOfAll = ({ rows, scope: { language } }: Reported) =>
  [...rows].flatMap(([{ report, about }, all]) => {
    if (report === undefined || report.agreementsOf !== null) return []
    const parts = report.describe(all, language)
    return parts.length === 0 ? [] : [{ heading: about[language], isPageOfItsOwn: true, parts }]
  })

const remark = (text: string): DocumentPart => ({ kind: 'remark', text })

const daysOf = ({ from, to }: ExportedVersion, language: Language): string => spanInWords({ from, to }, language) ?? ''
