import type { FC } from 'hono/jsx'
import { pick } from '../platform/language.ts'
import { atDay } from './as-of.tsx'
import type { PageContext } from './page-context.ts'
import { shellTexts } from './shell.texts.ts'

/** The entries of the menu by the name pages stand under. */
export type MenuName =
  | 'agreements'
  | 'promises'
  | 'wheel'
  | 'calendar'
  | 'meetings'
  | 'people'
  | 'consents'
  | 'drafts'
  | 'readNew'
  | 'protection'
  | 'firstHour'

interface MenuEntry {
  readonly name: MenuName
  readonly href: string
  readonly text: string
  /** What is opened most comes first where there is little room: the three of the lowest rank stand in the line of a phone. */
  readonly rank: number
}

/** How many entries a phone of 320 px has room for beside "Mere", in both languages. */
const inPhoneLine = 3

/** How many a line of 1280 px has room for beside "Mere" and who is acting. */
const inWideLine = 7

/** How many stand in a wide line: all, or so many that at least two stand under "Mere". */
const countInWideLine = (count: number): number => (count <= inWideLine ? count : Math.min(inWideLine, count - 2))

/** The entries that whoever looks has, in their order. */
const menuEntries = (page: PageContext): MenuEntry[] => {
  const { actor, language, isNewcomer } = page
  const words = pick(shellTexts, language)
  const takesPart = actor.relations.has('holder')
  const guardsData = actor.relations.has('data_protection')
  const entry = (name: MenuName, href: string, text: string, rank: number): MenuEntry => ({ name, href, text, rank })
  return [
    ...(isNewcomer ? [entry('firstHour', '/foerste-time', words.firstHour, 1)] : []),
    entry('agreements', atDay(page, '/aftaler'), words.agreements, 2),
    entry('promises', atDay(page, '/loefter'), words.promises, 3),
    entry('wheel', atDay(page, '/aarshjul'), words.wheel, 7),
    entry('calendar', '/kalender', words.calendar, 4),
    ...(takesPart ? [entry('meetings', '/moeder', words.meetings, 5)] : []),
    entry('people', atDay(page, '/kontakter'), words.contacts, 6),
    ...(takesPart
      ? [entry('consents', '/samtykker', words.consents, 8), entry('drafts', '/udkast', words.drafts, 9)]
      : []),
    ...(takesPart && !guardsData ? [entry('readNew', '/aftaler/ny', words.readNew, 10)] : []),
    ...(guardsData ? [entry('protection', '/databeskyttelse', words.protection, 10)] : []),
  ]
}

/**
 * The main menu: one line of all entries where there is room, else one line of the most used and the others under "Mere". Both stand in
 * the page and style sheets show one of them, so that no script is needed.
 */
export const Menu: FC<{ page: PageContext; under: MenuName | undefined }> = ({ page, under }) => {
  const words = pick(shellTexts, page.language)
  const entries = menuEntries(page)
  const ranks = entries.map(({ rank }) => rank).toSorted((a, b) => a - b)
  const lastRank = ranks[inPhoneLine - 1] ?? 0
  const lastWideRank = ranks[countInWideLine(ranks.length) - 1] ?? 0
  const others = entries.filter(({ rank }) => rank > lastRank)
  const hidden = others.find(({ name }) => name === under)
  const classOf = ({ rank }: MenuEntry): string | undefined =>
    rank > lastWideRank ? 'menu-wide menu-folded' : rank > lastRank ? 'menu-wide' : undefined
  const isFolded = hidden !== undefined && hidden.rank > lastWideRank
  const isAllInWideLine = others.every(({ rank }) => rank <= lastWideRank)
  return (
    <nav aria-label={words.mainMenu} class="main-menu">
      <ul class="menu">
        {entries.map((entry) => (
          <Entry entry={entry} under={under} className={classOf(entry)} />
        ))}
      </ul>
      <details class={isAllInWideLine ? 'menu-more menu-more-narrow' : 'menu-more'}>
        <summary class={hidden === undefined ? undefined : isFolded ? 'menu-more-here' : 'menu-more-here-narrow'}>
          {words.more}
          {hidden !== undefined && <span class="visually-hidden">: {words.youAreHere(hidden.text)}</span>}
        </summary>
        <ul>
          {others.map((entry) => (
            <Entry entry={entry} under={under} className={entry.rank > lastWideRank ? undefined : 'menu-narrow'} />
          ))}
        </ul>
      </details>
    </nav>
  )
}

const Entry: FC<{ entry: MenuEntry; under: MenuName | undefined; className?: string | undefined }> = ({
  entry,
  under,
  className,
}) => (
  <li class={className}>
    <a href={entry.href} aria-current={entry.name === under ? 'page' : undefined}>
      {entry.text}
    </a>
  </li>
)
