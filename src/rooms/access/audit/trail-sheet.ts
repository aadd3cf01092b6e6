import { homeZone } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { csvLine } from '../../../platform/spreadsheet/csv-line.ts'
import type { AuditEntry } from './audit-entry.ts'
import { auditTexts } from './audit.texts.ts'
import { type TrailNames, tellEntry } from './trail-words.ts'

/** The first line of the trail as comma-separated values, with the mark that tells spreadsheets it is UTF-8. */
export const csvHeading = (language: Language): string =>
  `\uFEFF${csvLine(pick(auditTexts, language).columns.split('|'))}`

/** An entry as a line under the heading: in words, and with the codes it is kept as. */
export const csvEntry = (entry: AuditEntry, names: TrailNames, language: Language): string => {
  const { who, did, about } = tellEntry(entry, names, language)
  const moment = Temporal.Instant.fromEpochNanoseconds(BigInt(entry.micros) * 1_000n)
  const wall = moment.toZonedDateTimeISO(homeZone).toPlainDateTime().toString({ smallestUnit: 'second' })
  const codes = [entry.actor, entry.post, entry.verb, entry.thing, entry.ref, entry.about, entry.facts, entry.request]
  const place = [String(entry.lane), String(entry.number), entry.hash]
  return csvLine([wall.replace('T', ' '), who.replace(/,$/, ''), did, about ?? '', ...codes, ...place])
}
