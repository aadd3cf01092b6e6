import { z } from 'zod'
import type { Language } from '../../../platform/language.ts'
import { presences } from '../meeting.ts'

/** Somebody at a meeting, by their seat. `party`: what the seat represents. In minutes open to all, `name` and `substitute` are empty. */
const presentForm = z.object({
  seat: z.string(),
  party: z.string(),
  name: z.string(),
  presence: z.enum(presences),
  substitute: z.string(),
})

const followUpForm = z.object({ number: z.number(), task: z.string(), owner: z.string(), dueOn: z.string().nullable() })

const saidForm = z.object({
  number: z.number(),
  title: z.string(),
  /** The title by language, where it is the program's. */
  titles: z.object({ da: z.string(), en: z.string() }).optional(),
  said: z.string(),
  isCarried: z.boolean(),
  decisions: z.array(z.object({ number: z.number(), decided: z.string(), path: z.string() })),
  followUps: z.array(followUpForm),
})

/** The minutes of a meeting, whole, as they were sent. */
export const minutesDocument = z.object({
  format: z.literal('brobyg-minutes/1'),
  group: z.string(),
  activity: z.string(),
  number: z.number(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  convenor: z.string(),
  present: z.array(presentForm),
  /** How many parties must come and how many came; null = the group asks for no number. */
  quorum: z.object({ needed: z.number(), came: z.number() }).nullable(),
  items: z.array(saidForm),
})

export type MinutesDocument = z.infer<typeof minutesDocument>

/** The title of a point of minutes in the reader's language. */
export const titleIn = ({ title, titles }: MinutesDocument['items'][number], language: Language): string =>
  titles?.[language] ?? title

/** Minutes as they were sent once; a later edition says why it came. */
export interface MinutesEdition {
  readonly editionId: string
  readonly meetingId: string
  readonly number: number
  readonly document: MinutesDocument
  readonly reason: string
  readonly writtenAt: Temporal.Instant
}

/** What somebody says against minutes that were sent. */
export interface Objection {
  readonly editionId: string
  readonly said: string
  readonly objectedBy: string
  readonly objectedAt: Temporal.Instant
}

/** What a group decided: its number lasts. */
export interface Decision {
  readonly decisionId: string
  readonly groupId: string
  readonly meetingId: string
  readonly itemId: string | null
  readonly number: number
  readonly decided: string
  readonly decidedOn: string
  /** The page of the proposal it is carried out by, where it touches a promise. */
  readonly path: string
}

/** What somebody does about it, by a day. */
export interface FollowUp {
  readonly followUpId: string
  readonly groupId: string
  readonly meetingId: string | null
  readonly itemId: string | null
  readonly number: number
  readonly task: string
  readonly memberId: string | null
  readonly postId: string | null
  /** The seat that owes it, in words. */
  readonly owner: string
  readonly dueOn: Temporal.PlainDate | null
  readonly doneOn: Temporal.PlainDate | null
  readonly note: string
  readonly version: number
}
