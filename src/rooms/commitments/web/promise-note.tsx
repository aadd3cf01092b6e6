import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { termInWords } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'

/** The note's own address on the page: `l-a3.1-k2`. */
export const noteId = (readingId: string): string => `l-${readingId.replaceAll('/', '-')}`

/** What was read from a promise: its kind, who owes it to whom, when, and the line it stands in. */
export const PromiseNote: FC<{ page: PageContext; slug: string; promise: Commitment }> = ({ page, slug, promise }) => {
  const words = pick(commitmentTexts, page.language)
  const when = termInWords(promise.notation, page.language)
  return (
    <div class={`note note-${promise.kind}`} id={noteId(promise.readingId)}>
      <p class="note-kind">{words.kinds[promise.kind]}</p>
      {when !== null && <p class="note-when">{capitalised(when)}</p>}
      <p class="note-who">
        <span class="visually-hidden">{words.owes}: </span>
        {promise.owedBy.length > 0 ? promise.owedBy.join(', ') : words.owesUnknown}
        {promise.owedTo.length > 0 && (
          <>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden"> {words.owedTo.toLowerCase()} </span>
            {promise.owedTo.join(', ')}
          </>
        )}
      </p>
      <p class="note-source">
        {promise.sourceLine > 0 ? (
          <a href={`/aftaler/${slug}/kilde#linje-${promise.sourceLine}`}>{words.line(promise.sourceLine)}</a>
        ) : (
          words.byHand
        )}
      </p>
      <p class="note-close">
        <a href={`#${activityId(promise.readingId)}`}>{words.close}</a>
      </p>
    </div>
  )
}

const activityId = (readingId: string): string => readingId.split('/')[0] ?? ''

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
