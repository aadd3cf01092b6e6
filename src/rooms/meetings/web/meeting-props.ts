import type { PageContext } from '../../../web/page-context.ts'
import type { LoadedMeeting } from '../load-meeting.ts'

/** When a meeting was to be moved to, in a form that could not be kept. */
export interface TypedMove {
  readonly dag: string
  readonly fra: string
  readonly til: string
  readonly hvorfor: string
  /** What it falls together with has been told, and it may be moved all the same. */
  readonly mayAnyway: boolean
}

export interface MeetingProps {
  page: PageContext
  shown: LoadedMeeting
  told: string | null
  refusal: string | null
  /** What was typed of a point that could not be kept, and which; the id is empty for a new one. */
  typed: { readonly itemId: string; readonly title: string; readonly body: string; readonly mayVouch: boolean } | null
  move: TypedMove | null
}
