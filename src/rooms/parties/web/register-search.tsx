import type { FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay, KeepDay } from '../../../web/as-of.tsx'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { MendedRegister } from '../find-in-register.ts'
import type { FoundThing } from '../register.ts'
import { postPaths } from './post.paths.ts'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

/** How many organisations of a large register, or things found, stand on a page. */
export const registerAPage = 50

/** What the page is asked for. `number` is the page, from 1. */
export interface RegisterAsked {
  readonly day: Day
  readonly sought: string
  readonly number: number
}

const hrefOf = (page: PageContext, { day, sought, number }: RegisterAsked): string => {
  const query = new URLSearchParams()
  if (sought !== '') query.set('soeg', sought)
  if (!day.equals(page.today)) query.set('dag', day.toString())
  if (number > 1) query.set('side', String(number))
  return query.size === 0 ? registerPaths.register : `${registerPaths.register}?${query}`
}

interface AskedProps {
  page: PageContext
  asked: RegisterAsked
}

/** Looks for words in the register, as it stood on a day. */
export const RegisterSearch: FC<AskedProps> = ({ page, asked }) => {
  const words = pick(registerTexts, page.language)
  return (
    <search>
      <form class="people-search" method="get" action={registerPaths.register}>
        <TextField name="soeg" label={words.search} value={asked.sought} maxlength={200} />
        <KeepDay page={page} />
        <SecondaryButton>{words.show}</SecondaryButton>
        {asked.sought === '' ? (
          <a href={atDay(page, registerPaths.plans)}>{words.plansLink}</a>
        ) : (
          <a href={hrefOf(page, { ...asked, sought: '', number: 1 })}>{words.showAll}</a>
        )}
      </form>
    </search>
  )
}

/** What was found, the best first, with where each thing lies. */
export const RegisterFound: FC<AskedProps & { found: MendedRegister }> = ({ page, asked, found }) => {
  const words = pick(registerTexts, page.language)
  const list = new Intl.ListFormat(page.language, { type: 'disjunction' })
  const { things, total, mended } = found
  return (
    <>
      <p class="lead">
        {mended.length > 0 && `${words.mended(asked.sought, list.format(mended.map((one) => `“${one}”`)))} `}
        {words.found(total)}
      </p>
      <ul class="register-found">
        {things.map((thing) => (
          <li>
            <a href={atDay(page, pathOf[thing.kind](thing.id))}>{thing.name}</a>{' '}
            <span class="person-facts">{placeInWords(thing, words.vacant)}</span>
          </li>
        ))}
      </ul>
      <RegisterPager page={page} asked={asked} total={total} />
    </>
  )
}

const pathOf: Record<FoundThing['kind'], (id: string) => string> = {
  organisation: (id) => registerPaths.organisation(id),
  unit: (id) => registerPaths.unit(id),
  post: (id) => postPaths.post(id),
}

const placeInWords = ({ kind, holder, plan, unit, organisation }: FoundThing, vacant: string): string =>
  [kind === 'post' ? (holder ?? vacant) : null, plan, unit, organisation].filter((part) => part !== null).join(' · ')

/** From one page to the next, where there are several. */
export const RegisterPager: FC<AskedProps & { total: number }> = ({ page, asked, total }) => {
  const words = pick(registerTexts, page.language)
  const from = (asked.number - 1) * registerAPage
  const to = Math.min(from + registerAPage, total)
  if (total <= registerAPage) return null
  return (
    <nav class="contact-pages" aria-label={words.pages}>
      {asked.number > 1 && (
        <a rel="prev" href={hrefOf(page, { ...asked, number: asked.number - 1 })}>
          {words.previous}
        </a>
      )}
      <span>{words.span(Math.min(from + 1, total), to, total)}</span>
      {to < total && (
        <a rel="next" href={hrefOf(page, { ...asked, number: asked.number + 1 })}>
          {words.next}
        </a>
      )}
    </nav>
  )
}
