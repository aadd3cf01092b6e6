import type { PageContext } from '../../../web/page-context.ts'
import type { PostChoice } from '../../parties/index.ts'
import type { StandingItem } from '../agenda/agenda.ts'
import type { LoadedGroup } from '../group/load-group.ts'

export interface EditGroupProps {
  page: PageContext
  loaded: LoadedGroup
  /** The posts that do not sit there yet. */
  posts: readonly PostChoice[]
  standing: readonly StandingItem[]
  told: string | null
  refusal: string | null
}
