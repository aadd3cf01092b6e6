import type { PageContext } from '../../../../web/page-context.ts'
import type { SamenessAnswers } from '../../../parties/index.ts'
import type { ProposalView } from './load-proposal.ts'
import type { TypedForm } from './proposal.forms.ts'

/** What was typed on the page and could not be taken: in which form, and why. */
export interface ProposalTyped {
  readonly text?: (name: string) => string
  readonly errors?: TypedForm<unknown>['errors']
  readonly refusal?: string
  /** What was said of the names that are nearly known. */
  readonly answers?: SamenessAnswers
}

export interface ProposalProps {
  page: PageContext
  view: ProposalView
  typed: ProposalTyped
}
