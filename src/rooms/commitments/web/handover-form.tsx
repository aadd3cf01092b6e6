import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { PersonFreeFindings } from '../../../web/person-free.tsx'
import type { Finding } from '../../access/index.ts'
import type { HandoverThing } from '../../parties/index.ts'
import { type HandoverItem, itemAnchor } from './handover-items.ts'
import { handoverTexts } from './handover.texts.ts'

/** A line as it was typed and not saved, with why. */
export interface NoteTyped {
  readonly thing: HandoverThing
  readonly ref: string
  readonly note: string
  readonly isHandedOver: boolean
  readonly refusal: 'too_long' | 'findings'
  readonly findings: readonly Finding[]
}

interface FormProps {
  page: PageContext
  item: HandoverItem
  postId: string
  holderId: string
  typed: NoteTyped | undefined
}

/** The line and the tick of one thing, folded until it is opened or something is to be looked at. */
export const HandoverForm: FC<FormProps> = ({ page, item, postId, holderId, typed }) => {
  const words = pick(handoverTexts, page.language)
  const id = itemAnchor(item)
  const note = typed?.note ?? item.note?.note ?? ''
  const isHandedOver = typed?.isHandedOver ?? item.note?.isHandedOver ?? false
  return (
    <details class="handover-write" open={typed !== undefined}>
      <summary>{item.note === undefined ? words.write : words.change}</summary>
      <form class="form" method="post" action={`/funktioner/${postId}/overdragelse`}>
        <input type="hidden" name="fra" value={holderId} />
        <input type="hidden" name="ting" value={item.thing} />
        <input type="hidden" name="ref" value={item.ref} />
        {typed?.refusal === 'findings' && <input type="hidden" name="laest" value="ja" />}
        <div class="field">
          <label class="ds-label" for={`linje-${id}`}>
            {words.line}
          </label>
          {typed !== undefined && (
            <p class="field-error" id={`linje-${id}-fejl`} role="alert">
              {words[typed.refusal]}
            </p>
          )}
          <textarea
            class="ds-input"
            id={`linje-${id}`}
            name="linje"
            rows={2}
            maxlength={500}
            aria-describedby={typed === undefined ? undefined : `linje-${id}-fejl`}
          >
            {note}
          </textarea>
          {typed !== undefined && <PersonFreeFindings page={page} text={note} findings={typed.findings} />}
        </div>
        <div class="field tick">
          <input type="checkbox" id={`kryds-${id}`} name="overdraget" value="ja" checked={isHandedOver} />
          <label for={`kryds-${id}`}>{words.tick}</label>
        </div>
        <p class="actions">
          <SecondaryButton>{typed?.refusal === 'findings' ? words.saveAnyway : words.save}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}
