import type { FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { termInWords } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import type { Standings } from '../standings.ts'
import { reasonInWords, stateInWords, stateSigns } from '../state/state-words.ts'
import type { CommitmentState } from '../state/state.ts'

/** The note's own address on the page: `l-a3.1-k2`. */
export const noteId = (readingId: string): string => `l-${readingId.replaceAll('/', '-')}`

/** The address of the line of text a note stands below, named after the line's first promise: `s-a3.1-k2`. */
export const lineId = (readingId: string): string => `s-${readingId.replaceAll('/', '-')}`

/** What the margin needs to tell of a promise: whose page, which agreement, how its promises stand on which day. */
export interface Margin {
  readonly page: PageContext
  readonly slug: string
  readonly standings: Standings
  readonly day: Day
}

/** The state of a promise on the page's day; one that is not in the standings cannot be judged. */
export const stateOf = (margin: Margin, promise: Commitment): CommitmentState =>
  margin.standings.get(promise.commitmentId)?.state ?? 'unjudged'

interface NoteProps {
  margin: Margin
  promise: Commitment
  /** The first promise of the line the note stands below: closing the note leads back to that line. */
  below: Commitment
}

/** How a promise stands, why, what was read from it, and the ways to its evidence and its line in the source. */
export const PromiseNote: FC<NoteProps> = ({ margin, promise, below }) => {
  const { language } = margin.page
  const words = pick(commitmentTexts, language)
  const standing = margin.standings.get(promise.commitmentId)
  const state = stateOf(margin, promise)
  return (
    <div class={`note state-${state}`} id={noteId(promise.readingId)}>
      <p class="note-state">
        <span aria-hidden="true">{stateSigns[state]} </span>
        {stateInWords(state, language)}
      </p>
      {standing && state !== 'unjudged' && <p class="note-reason">{reasonInWords(standing, language)}</p>}
      <ReadAs margin={margin} promise={promise} />
      <p class="note-ways">
        <a href={promisePath(promise, margin)}>{words.openPromise}</a>
        <span class="note-source">
          {' · '}
          {promise.sourceLine > 0 ? (
            <a href={`/aftaler/${margin.slug}/kilde#linje-${promise.sourceLine}`}>{words.line(promise.sourceLine)}</a>
          ) : (
            words.byHand
          )}
        </span>
        <span class="note-close">
          {' · '}
          <a href={`#${lineId(below.readingId)}`}>{words.close}</a>
        </span>
      </p>
    </div>
  )
}

/** The promise's own page, on the same day. */
const promisePath = (promise: Commitment, { day, page }: Margin): string =>
  `/loefter/${promise.commitmentId}${day.equals(page.today) ? '' : `?dag=${day.toString()}`}`

/** What was read: kind, when and how much, who owes it to whom. */
const ReadAs: FC<{ margin: Margin; promise: Commitment }> = ({ margin, promise }) => {
  const { language } = margin.page
  const words = pick(commitmentTexts, language)
  const when = termInWords(promise.notation, language)
  return (
    <p class="note-read">
      {words.kinds[promise.kind][0]}
      {when !== null && ` ${when}`}
      {' · '}
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
  )
}
