import { z } from 'zod'
import { Refused } from '../../platform/refused.ts'
import { activityRoles, agreementFormat, commitmentKinds, partyKinds, sectionKinds } from './agreement-format.ts'
import type { AgreementDocument } from './agreement-format.ts'

const text = z.string()
const optionalText = text.nullable()
const wholeNumber = z.int().min(0)

/** True for a real day written as `YYYY-MM-DD`. */
export const isDay = (iso: string): boolean => {
  try {
    return Temporal.PlainDate.from(iso).toString() === iso
  } catch {
    return false
  }
}
const day = text.refine(isDay, 'not a day written as YYYY-MM-DD')
const daySpan = z.object({ from: day.nullable(), to: day.nullable() })

const source = z.object({ line: wholeNumber, toLine: wholeNumber, page: wholeNumber.nullable() })
const goal = z.object({ text, source })

const contact = z.object({
  party: text,
  kind: z.enum(partyKinds),
  plan: optionalText,
  unit: optionalText,
  post: optionalText,
  holder: optionalText,
  provisional: z.boolean(),
  source,
})

const frame = z.object({
  plan: text,
  during: daySpan.nullable(),
  amountOere: z.int().nullable(),
  text,
  source,
})

const section = z.object({
  kind: z.enum(sectionKinds),
  heading: text,
  text,
  source,
})

const amount = z.object({
  amountOere: z.int(),
  per: optionalText,
  payer: optionalText,
  payee: optionalText,
  approximate: z.boolean(),
  text,
  source,
})

const commitment = z.object({
  id: text,
  kind: z.enum(commitmentKinds),
  text,
  owedBy: z.array(text),
  owedTo: z.array(text),
  notation: text,
  within: z.object({ section: wholeNumber, from: wholeNumber, to: wholeNumber }).nullable(),
  source,
})

const activity = z.object({
  id: text,
  parentId: optionalText,
  role: z.enum(activityRoles).default('activity'),
  title: text,
  focusAreas: z.array(text).default([]),
  sections: z.array(section),
  contacts: z.array(contact),
  ages: z.object({ from: wholeNumber.nullable(), to: wholeNumber.nullable() }).nullable(),
  venues: z.array(z.object({ name: text, area: optionalText, source })),
  amounts: z.array(amount),
  reservations: z.array(z.object({ text, until: day.nullable(), source })),
  commitments: z.array(commitment),
  source,
})

/**
 * The whole format `brobyg-agreement/1` as a schema. Fields it does not know are left out of what it returns; fields that were
 * added later are filled in where an older document lacks them.
 */
export const agreementSchema: z.ZodType<AgreementDocument> = z.object({
  format: z.literal(agreementFormat),
  template: optionalText.default(null),
  source: z.object({ name: text, mediaType: text, sha256: text, lines: wholeNumber }),
  title: optionalText,
  municipality: optionalText,
  district: optionalText,
  leadParty: optionalText,
  focusArea: optionalText,
  signedOn: day.nullable(),
  caseNumber: optionalText,
  documentNumber: optionalText,
  validDuring: daySpan.nullable(),
  preamble: z.array(text),
  goals: z.array(goal),
  policyGoals: z.array(goal),
  contacts: z.array(contact),
  frames: z.array(frame),
  coordination: z.object({ forum: optionalText, lead: contact.nullable() }).nullable(),
  activities: z.array(activity),
  otherParties: z.array(z.object({ name: text, contact: optionalText, email: optionalText, source })),
  otherActivities: z.array(
    z.object({
      id: text,
      title: text,
      text,
      validDuring: daySpan.nullable(),
      commitments: z.array(commitment),
      source,
    }),
  ),
  attachments: z.array(z.object({ title: text, source })).default([]),
  signatories: z.array(z.object({ party: text, name: optionalText, signedOn: day.nullable(), source })).default([]),
  footnotes: z.array(z.object({ mark: text, text, source })),
  questions: z.array(z.object({ about: text, text, source: source.nullable() })),
  trace: z.object({ lines: wholeNumber, mapped: wholeNumber, unmapped: z.array(wholeNumber) }),
})

/**
 * Checks the agreement that a file written by Brobyg carries inside; null where the file carries none.
 * Throws Refused('agreement_json_invalid', { path, problem }) naming the first field that is wrong
 * (`activities.2.title`; `.` is the whole).
 */
export const readEmbedded = (value: unknown): AgreementDocument | null => {
  if (value === null || value === undefined) return null
  const checked = agreementSchema.safeParse(value)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw new Refused('agreement_json_invalid', {
    path: issue?.path.join('.') || '.',
    problem: issue?.message ?? 'unreadable',
  })
}
