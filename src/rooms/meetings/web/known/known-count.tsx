import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import type { PageContext } from '../../../../web/page-context.ts'
import { knownTexts } from '../../known/known.texts.ts'
import { knownPath } from './known.paths.ts'

interface KnownCountProps {
  page: PageContext
  /** Null = that is not for the reader. */
  known: number | null
  members: number
}

/** Of how many calendars the proposals know, and the way to one's own. */
export const KnownCount: FC<KnownCountProps> = ({ page, known, members }) => {
  const words = pick(knownTexts, page.language)
  if (known === null) return null
  return (
    <p class="hint known-count">
      {words.knownCount(known, members)} <a href={knownPath}>{words.toMine}</a>
    </p>
  )
}
