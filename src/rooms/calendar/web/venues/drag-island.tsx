import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { IslandScript } from '../../../../web/island-script.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { moveTexts } from '../../move.texts.ts'

/** How times are dragged in the week by place, and the words its script says; nothing of it shows without the script. */
export const DragIsland: FC<{ page: PageContext }> = ({ page }) => {
  const { howTo, keyboard, keys, looking, moved, undone, undo, failed } = pick(moveTexts, page.language)
  return (
    <>
      <div
        class="drag-words no-print"
        id="traek"
        hidden
        data-words={JSON.stringify({ looking, moved, undone, failed })}
      >
        <div class="drag-how">
          <p class="hint">{howTo}</p>
          <details class="quiet-form">
            <summary>{keyboard}</summary>
            <p>{keys}</p>
          </details>
        </div>
        <div class="message message-done" hidden>
          <output />{' '}
          <button class="ds-button" data-variant="secondary" type="button">
            {undo}
          </button>
        </div>
      </div>
      <IslandScript page={page} island="planner" />
    </>
  )
}
