import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, PrimaryButton, TextField } from '../../../../web/components.tsx'
import { mayDoHere } from '../../../../web/page-context.ts'
import { commentStances, revisionPolicy } from '../../../agreements/index.ts'
import type { ProposalProps } from './proposal-props.ts'
import { dayOf } from './proposal-list.page.tsx'
import { proposalTexts } from './proposal.texts.ts'
import { revisionPaths } from './revision.paths.ts'

/** What the parties say to the proposal, by post, and the form to say something oneself while it is not decided. */
export const Comments: FC<ProposalProps> = ({ page, view, typed }) => {
  const words = pick(proposalTexts, page.language)
  const { proposal, comments } = view
  const isSettled = proposal.decision !== null || proposal.withdrawnAt !== null
  const error = typed.errors?.get('kommentar')
  return (
    <section class="promise-part" id="kommentarer">
      <h2>{words.says}</h2>
      {comments.length === 0 && <p class="hint">{words.nothingSaid}</p>}
      <ul class="comments">
        {comments.map(({ text, stance, writtenPost, writtenAt }) => (
          <li class={`stance-${stance}`}>
            <p class="comment-by">
              <b>{words.stances[stance]}</b>
              {` · ${words.by(writtenPost, dayOf(writtenAt, page.language))}`}
            </p>
            <p class="comment-text">{text}</p>
          </li>
        ))}
      </ul>
      {!isSettled && mayDoHere(page, revisionPolicy.comment) && (
        <details class="opens" open={error !== undefined}>
          <summary>{words.comment}</summary>
          <form method="post" class="form" action={`${revisionPaths.proposal(proposal.proposalId)}/kommentar`}>
            <ChoiceField
              name="holdning"
              label={words.stance}
              value={typed.text?.('holdning') ?? 'remark'}
              choices={commentStances.map((stance) => [stance, words.stanceChoices[stance]] as const)}
            />
            <TextField
              name="kommentar"
              label={words.comment}
              hint={words.commentHint}
              rows={4}
              value={typed.text?.('kommentar') ?? ''}
              required
              {...(error === undefined ? {} : { error: words[error] })}
            />
            <PrimaryButton>{words.send}</PrimaryButton>
          </form>
        </details>
      )}
    </section>
  )
}
