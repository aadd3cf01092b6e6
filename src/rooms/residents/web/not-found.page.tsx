import type { FC } from 'hono/jsx'
import { residentsTexts } from '../residents.texts.ts'
import { ResidentFrame } from './resident-frame.tsx'
import type { ResidentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

/** What stands where an activity no longer is. */
export const NotFoundPage: FC<{ page: ResidentPage }> = ({ page }) => {
  const words = residentsTexts[page.language]
  return (
    <ResidentFrame page={page} title={words.notFoundTitle}>
      <h1>{words.notFoundTitle}</h1>
      <p class="lead">{words.notFound}</p>
      <p>
        <a class="ds-button" href={residentPaths.list}>
          {words.back}
        </a>
      </p>
    </ResidentFrame>
  )
}
