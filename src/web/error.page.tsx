import type { FC } from 'hono/jsx'
import { Frame } from './layout.tsx'
import type { PageContext } from './page-context.ts'
import { pick } from '../platform/language.ts'
import { shellTexts } from './shell.texts.ts'

/** One plain page for every no: what happened in a sentence, and a way on. */
export const ErrorPage: FC<{ page: PageContext; title: string; sentence: string }> = ({ page, title, sentence }) => (
  <Frame page={page} title={title}>
    <h1>{title}</h1>
    <p class="lead">{sentence}</p>
    <p>
      <a href="/">{pick(shellTexts, page.language).backHome}</a>
    </p>
  </Frame>
)
