import { type Language, pick } from '../../../platform/language.ts'
import type { AuditFault } from './audit-entry.ts'
import { auditTexts } from './audit.texts.ts'

/** What is wrong in a sentence without its full stop: "entry 12 of lane 3 is missing". */
export const faultInWords = ({ kind, lane, number, toNumber }: AuditFault, language: Language): string =>
  pick(auditTexts, language).fault[kind](number === toNumber ? `${number}` : `${number}–${toNumber}`, lane)
