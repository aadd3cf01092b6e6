import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { termInWords } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'

/** The note's own address on the page: `l-a3.1-k2`. */
export const noteId = (readingId: string): string => `l-${readingId.replaceAll('/', '-')}`

/** The address of the line of text a note stands below, named after the line's first promise: `s-a3.1-k2`. */
export const lineId = (readingId: string): string => `s-${readingId.replaceAll('/', '-')}`

interface NoteProps {
  page: PageContext
  slug: string
  promise: Commitment
  /** The first promise of the line the note stands below: closing the note leads back to that line. */
  below: Commitment
}

/** What was read from a promise: its kind, when and how much, who owes it to whom, and the line it stands in. */
export const PromiseNote: FC<NoteProps> = ({ page, slug, promise, below }) => {
  const words = pick(commitmentTexts, page.language)
  const when = termInWords(promise.notation, page.language)
  return (
    <div class={`note note-${promise.kind}`} id={noteId(promise.readingId)}>
      <p>
        <span class="note-kind">{words.kinds[promise.kind][0]}</span>
        {when !== null && <span class="note-when"> {when}</span>}
      </p>
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
        <span class="note-source">
          {' · '}
          {promise.sourceLine > 0 ? (
            <a href={`/aftaler/${slug}/kilde#linje-${promise.sourceLine}`}>{words.line(promise.sourceLine)}</a>
          ) : (
            words.byHand
          )}
        </span>
      </p>
      <p class="note-close">
        <a href={`#${lineId(below.readingId)}`}>{words.close}</a>
      </p>
    </div>
  )
}
