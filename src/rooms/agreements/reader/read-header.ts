import type { AgreementAttachment, DaySpan, Signatory } from '../agreement-format.ts'
import { departmentWord } from './contact-words.ts'
import type { PlacedBlock } from './find-parts.ts'
import { readDay, readSpan } from './read-days.ts'
import { linesOfPart } from './read-overall.ts'

/** What the fields at the head of a strategic agreement say of it; null where the document has none of them. */
export const readHeader = (placed: PlacedBlock[]): { district: string | null; validDuring: DaySpan | null } => {
  const validity = linesOfPart(placed, 'validity').map(({ text }) => text)
  const whole = validity.map(readSpan).find((span) => span !== null) ?? null
  const day = validity.map(readDay).find((found) => found !== null) ?? null
  const district = linesOfPart(placed, 'areaName')[0]?.text.replace(/[.,;]+$/u, '') ?? null
  return { district, validDuring: whole ?? (day === null ? null : { from: day, to: null }) }
}

export const readAttachments = (placed: PlacedBlock[]): AgreementAttachment[] =>
  linesOfPart(placed, 'attachments').map(({ text, place }) => ({
    title: text.replace(/^\s*(?:bilag\s*)?\d{1,2}[.):]?\s+/iu, '').trim(),
    source: place,
  }))

const labels = /(?<![\p{L}])(?:dato|navn|for|underskrift|part)\s*:\s*/giu
const orgWord = /kommune|bolig|almen|forening|selskab|politi|klub/iu

const signatoryOf = (text: string): Omit<Signatory, 'source'> | null => {
  const signedOn = readDay(text)
  const fields = text
    .replace(/\d{1,2}\.?\s*(?:\p{L}{3,9}|\d{1,2})[.\s/-]*\d{4}/gu, '|')
    .replace(labels, '|')
    .split(/[|,]|\.\s/u)
    .map((field) => field.replace(/[_.\s–-]+$/u, '').trim())
    .filter((field) => field !== '')
  const party = fields.find((field) => orgWord.test(field) || departmentWord.test(field))
  const name = fields.find((field) => field !== party && /^\p{Lu}/u.test(field)) ?? null
  return party === undefined && name === null ? null : { party: party ?? '', name, signedOn }
}

/** Who signs, one a line: the party, the name and the day where they are filled in. */
export const readSignatories = (placed: PlacedBlock[]): Signatory[] =>
  linesOfPart(placed, 'signatures').flatMap(({ text, place }) => {
    const signatory = signatoryOf(text)
    return signatory === null ? [] : [{ ...signatory, source: place }]
  })
