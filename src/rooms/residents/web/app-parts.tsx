import type { FC } from 'hono/jsx'
import { residentsTexts } from '../residents.texts.ts'
import type { ResidentPage } from './resident-page.ts'

/** Shown by the worker alone, when a page is read without a connection: when it was kept. */
export const KeptNote: FC<{ page: ResidentPage }> = ({ page }) => (
  <p id="gemt" class="res-kept" hidden>
    {residentsTexts[page.language].savedAt} <time></time>.
  </p>
)

/** Shown where the browser offers to put the pages on the phone's screen, until somebody says not now. */
export const InstallHint: FC<{ page: ResidentPage }> = ({ page }) => {
  const words = residentsTexts[page.language]
  return (
    <div id="installer" class="res-install" hidden>
      <p>{words.installWhy}</p>
      <button class="ds-button" data-variant="secondary" type="button" value="ja">
        {words.install}
      </button>
      <button class="quiet" type="button" value="nej">
        {words.notNow}
      </button>
    </div>
  )
}

/** Shown where the browser can share, or copy. */
export const ShareButton: FC<{ page: ResidentPage }> = ({ page }) => {
  const words = residentsTexts[page.language]
  return (
    <div id="del" hidden data-copied={words.copied}>
      <button class="ds-button" data-variant="secondary" type="button">
        {words.share}
      </button>{' '}
      <output />
    </div>
  )
}

/** Shown where the browser can be told of changes: of one activity, or of what a filter lets through. */
export const NoticeForm: FC<{ page: ResidentPage; text: string; wish: readonly (readonly [string, string])[] }> = (
  props,
) => {
  const { page, text, wish } = props
  const words = residentsTexts[page.language]
  return (
    <form id="besked" method="post" action="/besked" hidden data-told={words.told} data-failed={words.notTold}>
      <input type="hidden" name="sprog" value={page.language} />
      {wish.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="ds-button" data-variant="secondary" type="submit">
        {text}
      </button>{' '}
      <output />{' '}
      <button class="quiet" type="submit" value="stop" hidden>
        {words.stopTelling}
      </button>
    </form>
  )
}
