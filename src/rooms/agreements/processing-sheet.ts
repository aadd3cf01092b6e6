import { type Language, pick } from '../../platform/language.ts'
import type { Sheet } from '../../platform/spreadsheet/write-xlsx.ts'
import {
  controllersInWords,
  dataInWords,
  officersInWords,
  quotedPurpose,
  recipientsInWords,
  subjectsInWords,
} from './processing-words.ts'
import { processingTexts } from './processing.texts.ts'
import type { ProcessingRecord } from './see-processing.ts'

interface Told {
  readonly language: Language
  readonly partnership: string
}

/** The article-30 record as a sheet, a row an activity. */
export const recordSheet = ({ agreements, officers }: ProcessingRecord, { language, partnership }: Told): Sheet => {
  const words = pick(processingTexts, language)
  const column = (heading: string, width: number) => ({ heading, width })
  const shared = [officersInWords(officers, language), words.processor(partnership)]
  return {
    name: words.sheetName,
    columns: [
      column(words.agreement, 24),
      column(words.activity, 30),
      column(words.parts.controllers, 46),
      column(words.parts.purposes, 60),
      column(words.parts.categories, 50),
      column(words.parts.recipients, 30),
      column(words.parts.transfers, 30),
      column(words.parts.limits, 40),
      column(words.parts.security, 60),
    ],
    rows: agreements.flatMap(({ title, activities }) =>
      activities.map((activity) => [
        title,
        activity.title,
        [...controllersInWords(activity, language), ...shared].join('\n'),
        quotedPurpose(activity, language) ?? words.noPurpose,
        [...subjectsInWords(activity, language), ...dataInWords(activity, language)].join('\n'),
        recipientsInWords(activity, language),
        words.noTransfers,
        activity.deletion.length > 0 ? activity.deletion.join('\n') : words.noLimits,
        [...words.securityWords, words.securityMore].join('\n'),
      ]),
    ),
  }
}

/** Who is controller as a sheet: a row an activity, a column a party. */
export const matrixSheet = ({ agreements }: ProcessingRecord, language: Language): Sheet => {
  const words = pick(processingTexts, language)
  const parties = [...new Set(agreements.flatMap((agreement) => agreement.parties))]
  return {
    name: words.matrixSheetName,
    columns: [words.agreement, words.activity, ...parties].map((heading) => ({ heading, width: 28 })),
    rows: agreements.flatMap(({ title, activities }) =>
      activities.map(({ title: activity, roles }) => [
        title,
        activity,
        ...parties.map((party) => {
          const role = roles.get(party) ?? 'none'
          return role === 'none' ? '–' : words.roles[role]
        }),
      ]),
    ),
  }
}
