import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { isPermitted } from '../../access/index.ts'
import { partyPolicy } from '../party.policy.ts'
import type { DatedName, PlacedPost, UnitBranch } from '../register.ts'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

interface Named {
  readonly name: string
  readonly names: readonly DatedName[]
  readonly aliases: readonly string[]
}

/** What something was called before and will be called, and its other names. */
export const NamesOf: FC<{ page: PageContext; of: Named }> = ({ page, of: { name, names, aliases } }) => {
  const words = pick(registerTexts, page.language)
  const here = names.findIndex((one) => one.name === name)
  const lines = [
    ...names.flatMap((one, at) => {
      if (at < here && one.to !== null) return [words.earlier(one.name, formatDay(one.to, page.language))]
      return at > here && one.from !== null ? [words.later(one.name, formatDay(one.from, page.language))] : []
    }),
    ...(aliases.length > 0 ? [words.aliases(aliases.join(', '))] : []),
    ...(aliases.length > 0 && page.isOfAnotherDay ? [words.oneAllDays] : []),
  ]
  return (
    <>
      {lines.map((line) => (
        <p class="register-names">{line}</p>
      ))}
    </>
  )
}

/** Posts with who holds them that day. */
export const PostList: FC<{ page: PageContext; posts: readonly PlacedPost[] }> = ({ page, posts }) => {
  const words = pick(registerTexts, page.language)
  if (posts.length === 0) return null
  return (
    <ul class="register-posts">
      {posts.map(({ title, plan, holder, aliases }) => (
        <li>
          {[title, plan].filter((part) => part !== null).join(', ')}{' '}
          <span class="person-facts">
            {holder ?? words.vacant}
            {aliases.length > 0 && ` · ${words.aliases(aliases.join(', '))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Units with what lies under them, each to be opened. */
export const UnitTree: FC<{ page: PageContext; units: readonly UnitBranch[] }> = ({ page, units }) => {
  const words = pick(registerTexts, page.language)
  const mayKeep = isPermitted(page.actor, partyPolicy.keepRegister)
  return (
    <>
      {units.map((unit) => (
        <details class="register-unit">
          <summary>
            {unit.name} <span class="register-count">{words.posts(countIn(unit))}</span>
          </summary>
          <NamesOf page={page} of={unit} />
          <PostList page={page} posts={unit.posts} />
          <UnitTree page={page} units={unit.units} />
          {mayKeep && (
            <p class="register-open">
              <a href={atDay(page, registerPaths.unit(unit.unitId))}>{words.change(unit.name)}</a>
            </p>
          )}
        </details>
      ))}
    </>
  )
}

const countIn = ({ posts, units }: UnitBranch): number => units.reduce((sum, unit) => sum + countIn(unit), posts.length)
