import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { Message, PrimaryButton } from '../../../../web/components.tsx'
import { mayDoHere, type PageContext } from '../../../../web/page-context.ts'
import { type MergeConflict, revisionPolicy } from '../../../agreements/index.ts'
import type { ProposalProps } from './proposal-props.ts'
import { dayOf } from './proposal-list.page.tsx'
import { proposalTexts } from './proposal.texts.ts'
import { Redline } from './redline.tsx'
import { revisionPaths } from './revision.paths.ts'

/** What has happened since the proposal was written: it was carried over, or it has to be, with a choice where both changed the same. */
export const CarryPart: FC<ProposalProps> = ({ page, view, typed }) => {
  const words = pick(proposalTexts, page.language)
  const { proposal, base, last, conflicts, carryings } = view
  const isSettled = proposal.decision !== null || proposal.withdrawnAt !== null
  const isLate = !isSettled && base.agreementVersionId !== last.agreementVersionId
  return (
    <>
      {carryings.map(({ from, to, at }) => (
        <Message tone="note">{words.carried(from, to, dayOf(at, page.language))}</Message>
      ))}
      {isLate && (
        <section class="carry" aria-label={words.carry(last.number)}>
          <Message tone="note">
            <p>{words.baseSucceeded(last.number)}</p>
            <p>{conflicts.length > 0 ? words.conflictIntro : words.carriesCleanly}</p>
          </Message>
          {mayDoHere(page, revisionPolicy.changeProposal) && (
            <form method="post" action={`${revisionPaths.proposal(proposal.proposalId)}/foer-over`}>
              <input type="hidden" name="udgave" value={String(proposal.revision)} />
              {conflicts.map((conflict) => (
                <Conflict page={page} conflict={conflict} number={last.number} text={typed.text} />
              ))}
              <PrimaryButton>{words.carry(last.number)}</PrimaryButton>
            </form>
          )}
        </section>
      )}
    </>
  )
}

interface ConflictProps {
  page: PageContext
  conflict: MergeConflict
  number: number
  text: ((name: string) => string) | undefined
}

/** The three wordings side by side, and the choice between them. */
const Conflict: FC<ConflictProps> = ({ page, conflict, number, text }) => {
  const words = pick(proposalTexts, page.language)
  const { key, base, mine, theirs } = conflict
  const chosen = text?.(`valg-${key}`) ?? ''
  const choices = [
    ['forslag', words.chooseMine],
    ['version', words.chooseTheirs(number)],
    ['egne', words.chooseOwn],
  ] as const
  return (
    <fieldset class="conflict">
      <legend>{[conflict.activity, conflict.heading].filter(Boolean).join(' · ')}</legend>
      <div class="conflict-sides">
        <Side title={words.stoodBefore}>
          <p class="redline">{base}</p>
        </Side>
        <Side title={words.proposed}>
          <Redline page={page} before={base} after={mine} />
        </Side>
        <Side title={words.standsNow(number)}>
          <Redline page={page} before={base} after={theirs} />
        </Side>
      </div>
      <p class="conflict-ask" id={`spoerg-${key}`}>
        {words.choose}
      </p>
      <div role="radiogroup" aria-labelledby={`spoerg-${key}`} class="conflict-choices">
        {choices.map(([value, label]) => (
          <label class="conflict-choice">
            <input type="radio" name={`valg-${key}`} value={value} checked={chosen === value} required />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <label class="visually-hidden" for={`ord-${key}`}>
        {words.own}
      </label>
      <textarea class="ds-input conflict-own" id={`ord-${key}`} name={`ord-${key}`} rows={6}>
        {text?.(`ord-${key}`) ?? together(conflict)}
      </textarea>
    </fieldset>
  )
}

const Side: FC<{ title: string; children?: unknown }> = ({ title, children }) => (
  <div class="conflict-side">
    <h2>{title}</h2>
    {children}
  </div>
)

/** Both wordings of each place that both changed, one after the other, to write on from. */
const together = ({ pieces }: MergeConflict): string =>
  pieces.map((piece) => (piece.kind === 'agreed' ? piece.text : `${piece.mine} / ${piece.theirs}`)).join('')
