import type { PageContext } from '../../../web/page-context.ts'
import type { LoadedMeeting } from '../load-meeting.ts'

export interface MeetingProps {
  page: PageContext
  shown: LoadedMeeting
  told: string | null
  refusal: string | null
  /** What was typed of a point that could not be kept, and which; the id is empty for a new one. */
  typed: { readonly itemId: string; readonly title: string; readonly body: string; readonly mayVouch: boolean } | null
}
