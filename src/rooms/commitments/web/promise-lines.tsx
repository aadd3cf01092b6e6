import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { commitmentKindTexts, termInWords } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import type { Standings } from '../standings.ts'
import { stateInWords, stateSigns } from '../state/state-words.ts'

interface LinesProps {
  page: PageContext
  promises: readonly Commitment[]
  standings: Standings
}

/** Promises as a plain list, each with its state, what it is and when, leading to its own page. */
export const PromiseLines: FC<LinesProps> = ({ page, promises, standings }) => {
  if (promises.length === 0) return <></>
  const kinds = pick(commitmentKindTexts, page.language)
  return (
    <ul class="promise-lines">
      {promises.map((promise) => {
        const state = standings.get(promise.commitmentId)?.state ?? 'unjudged'
        const told = [kinds[promise.kind][0], termInWords(promise.notation, page.language)].filter(Boolean).join(' ')
        return (
          <li class={`state-${state}`}>
            <a href={atDay(page, `/loefter/${promise.commitmentId}`)}>{promise.text}</a>
            <span class="promise-line-told">
              <span class="note-state">
                <span aria-hidden="true">{stateSigns[state]} </span>
                {stateInWords(state, page.language)}
              </span>
              {` · ${told}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
