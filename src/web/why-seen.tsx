import type { FC } from 'hono/jsx'
import { pick } from '../platform/language.ts'
import { accessTexts, whyPermitted } from '../rooms/access/index.ts'
import type { PageContext } from './page-context.ts'

/** Why the reader sees this page, and who else does; closed until asked. */
export const WhySeen: FC<{ page: PageContext }> = ({ page }) => {
  const words = pick(accessTexts, page.language)
  const { permission, toThing } = page.sight
  const why = whyPermitted(page.actor, permission, toThing)
  const isOnlyForMe = permission.every((relation) => relation === 'self')
  const others = permission.filter((relation) => relation !== 'program')
  return (
    <details class="why-seen">
      <summary>{words.whyTitle}</summary>
      <p>
        {page.actor.personId === null ? words.asVisitor : words.asPost(page.actor.onBehalfOf)}{' '}
        {why !== null && words.why[why]}
      </p>
      <p>
        {isOnlyForMe
          ? words.onlyYou
          : permission.includes('anyone')
            ? words.othersAll
            : words.others(others.map((relation) => words.whoMay[relation]))}
      </p>
    </details>
  )
}
