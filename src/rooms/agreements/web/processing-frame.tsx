import type { Child, FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { processingTexts } from '../processing.texts.ts'

export const recordPath = '/databeskyttelse/fortegnelse'
export const matrixPath = '/databeskyttelse/ansvar'

export interface ProcessingView {
  readonly page: PageContext
  readonly day: Day
}

interface FrameProps {
  view: ProcessingView
  path: string
  title: string
  intro: string
  other: { href: string; text: string }
  children?: Child
}

/** What the record and the matrix share: what they are, that they are proposals, the day, and ways to take them along. */
export const ProcessingFrame: FC<FrameProps> = ({ view, path, title, intro, other, children }) => {
  const { page, day } = view
  const words = pick(processingTexts, page.language)
  const query = day.equals(page.today) ? '' : `?dag=${day}`
  const mayGoUp = page.actor.relations.has('data_protection')
  return (
    <Frame page={page} title={title} under={mayGoUp ? 'protection' : 'agreements'} wide>
      {mayGoUp && <Crumbs page={page} trail={[{ href: '/databeskyttelse', text: words.protection }]} here={title} />}
      <h1>{title}</h1>
      <p class="lead">{intro}</p>
      <p class="message message-note">{words.proposal}</p>
      {children}
      <section class="owed-ways">
        <p>
          <a href={`${path}.xlsx${query}`} download>
            {words.sheet}
          </a>
          {' · '}
          <a href={`${other.href}${query}`}>{other.text}</a>
          {' · '}
          {words.print}
        </p>
      </section>
    </Frame>
  )
}
