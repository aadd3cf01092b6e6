import type { FC } from 'hono/jsx'
import { formatDay } from '../platform/dates.ts'
import { pick } from '../platform/language.ts'
import type { PageContext } from './page-context.ts'
import { shellTexts } from './shell.texts.ts'

/** What the address says of something just done: it is not said again of another day. */
const said = new Set(['dag', 'side', 'besked', 'gemt', 'sendt', 'spurgt', 'hos'])

const asked = ({ path }: PageContext) => {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  return { pathname, rest: [...searchParams].filter(([name]) => !said.has(name)) }
}

/** The way to a page with a day, on the day this page tells of. */
export const atDay = (page: Pick<PageContext, 'isOfAnotherDay' | 'day'>, href: string): string => {
  if (!page.isOfAnotherDay) return href
  const [before = '', fragment] = href.split('#')
  const joint = before.includes('?') ? '&' : '?'
  return `${before}${joint}dag=${page.day.toString()}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The page's day to a form that asks through the address, so that the answer is of that day too. */
export const KeepDay: FC<{ page: PageContext }> = ({ page }) =>
  page.isOfAnotherDay ? <input type="hidden" name="dag" value={page.day.toString()} /> : <></>

/** Says that the page tells of another day, with the way back to today and to any other day. */
export const AsOfBar: FC<{ page: PageContext }> = ({ page }) => {
  const words = pick(shellTexts, page.language)
  const { pathname, rest } = asked(page)
  const isPast = Temporal.PlainDate.compare(page.day, page.today) < 0
  const day = formatDay(page.day, page.language)
  const query = rest.length === 0 ? '' : `?${new URLSearchParams(rest)}`
  return (
    <aside class="as-of" aria-label={words.asOf}>
      <div class="as-of-said">
        <p>
          <b>{isPast ? words.asItWas(day) : words.asItWillBe(day)}</b>
          <span aria-hidden="true"> · </span>
          <a href={`${pathname}${query}`}>{words.seeToday}</a>
        </p>
        <p class="hint">{isPast ? words.asItWasMeans : words.asItWillBeMeans}</p>
      </div>
      <DayForm page={page} />
    </aside>
  )
}

/** The way from today to another day, folded away. */
export const ChooseDay: FC<{ page: PageContext }> = ({ page }) => (
  <details class="as-of-choose opens">
    <summary>{pick(shellTexts, page.language).anotherDay}</summary>
    <DayForm page={page} />
  </details>
)

const DayForm: FC<{ page: PageContext }> = ({ page }) => {
  const words = pick(shellTexts, page.language)
  const { pathname, rest } = asked(page)
  return (
    <form method="get" action={pathname} class="as-of-form">
      {rest.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label for="vis-dag">{words.day}</label>
      <input class="ds-input" type="date" id="vis-dag" name="dag" value={page.day.toString()} required />
      <button class="ds-button" data-variant="secondary" type="submit">
        {words.showDay}
      </button>
    </form>
  )
}
