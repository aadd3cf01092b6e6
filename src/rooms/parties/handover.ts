import type { Holder } from './holder.ts'

/** What a post hands over. */
export const handoverThings = [
  'promise',
  'reservation',
  'anchoring',
  'draft',
  'proposal',
  'invitation',
  'question',
] as const

export type HandoverThing = (typeof handoverThings)[number]

/** A post that changes hands: who leaves it, and who has it next; null where nobody is found yet. */
export interface Handover {
  readonly leaver: Holder
  readonly newcomer: Holder | null
}

/** What was last said of a thing that is handed over, and by whom. */
export interface HandoverNote {
  readonly thing: HandoverThing
  readonly ref: string
  readonly note: string
  readonly isHandedOver: boolean
  readonly writtenBy: string
  readonly writtenAt: Temporal.Instant
}
