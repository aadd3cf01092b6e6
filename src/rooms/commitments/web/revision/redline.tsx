import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import type { PageContext } from '../../../../web/page-context.ts'
import { diffWords } from '../../../agreements/index.ts'
import { proposalTexts } from './proposal.texts.ts'

/** A text with what goes out of it struck through and what comes in underlined; told in words to those who listen. */
export const Redline: FC<{ page: PageContext; before: string; after: string }> = ({ page, before, after }) => {
  const words = pick(proposalTexts, page.language)
  return (
    <p class="redline">
      {diffWords(before, after).map(({ kind, text }) =>
        kind === 'same' ? (
          text
        ) : kind === 'removed' ? (
          <del>
            <span class="visually-hidden">[{words.removed}: </span>
            {text}
            <span class="visually-hidden">]</span>
          </del>
        ) : (
          <ins>
            <span class="visually-hidden">[{words.inserted}: </span>
            {text}
            <span class="visually-hidden">]</span>
          </ins>
        ),
      )}
    </p>
  )
}
