import { agreementPolicy } from '../../agreements/index.ts'
import type { FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { termInWords } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import type { Standings } from '../standings.ts'
import { reasonInWords, stateAtFront, stateSigns } from '../state/state-words.ts'
import type { CommitmentState } from '../state/state.ts'
import type { ClauseMarks } from './revision/clause-marks.ts'
import { proposalTexts } from './revision/proposal.texts.ts'
import { revisionPaths } from './revision/revision.paths.ts'

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
  readonly marks: ClauseMarks
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

/**
 * How a promise stands and why, then what was read from it: who owes it, to whom, when and how much. The ways to its line and its page
 * stand folded until its mark is chosen, so that the margin keeps pace with the text. A promise that cannot be judged says only what was
 * read.
 */
export const PromiseNote: FC<NoteProps> = ({ margin, promise, below }) => {
  const { language } = margin.page
  const standing = margin.standings.get(promise.commitmentId)
  const state = stateOf(margin, promise)
  const said = stateAtFront(state, language)
  const path = promisePath(promise, margin)
  const isJudged = standing !== undefined && state !== 'unjudged'
  return (
    <div class={`note state-${state}`} id={noteId(promise.readingId)}>
      <p class={isJudged ? 'note-says' : 'visually-hidden'}>
        <span class="note-state">
          <span aria-hidden="true">{stateSigns[state]} </span>
          {isJudged ? <a href={path}>{said}</a> : said}
        </span>
        {isJudged && <span class="note-reason"> {reasonInWords(standing, language)}</span>}
      </p>
      <p class="note-owed">
        {isJudged ? (
          <Owed margin={margin} promise={promise} />
        ) : (
          <a href={path}>
            <Owed margin={margin} promise={promise} />
          </a>
        )}
      </p>
      <ReadAs margin={margin} promise={promise} below={below} />
    </div>
  )
}

/** The promise's own page, on the same day. */
const promisePath = (promise: Commitment, { day, page }: Margin): string =>
  `/loefter/${promise.commitmentId}${day.equals(page.today) ? '' : `?dag=${day.toString()}`}`

/** Who owes it, to whom, and when or how much: what was read, in one quiet line. */
const Owed: FC<{ margin: Margin; promise: Commitment }> = ({ margin, promise }) => {
  const words = pick(commitmentTexts, margin.page.language)
  const when = termInWords(promise.notation, margin.page.language)
  return (
    <>
      <span class="visually-hidden">{words.owes}: </span>
      {promise.owedBy.length > 0 ? promise.owedBy.join(', ') : words.owesUnknown}
      {promise.owedTo.length > 0 && (
        <>
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden"> {words.owedTo.toLowerCase()} </span>
          {promise.owedTo.join(', ')}
        </>
      )}
      {when !== null && ` · ${when}`}
    </>
  )
}

/** What kind of promise it was read as; where it was read, for those who may see the source; and the way back to the text. */
const ReadAs: FC<NoteProps> = ({ margin, promise, below }) => {
  const { language } = margin.page
  const words = pick(commitmentTexts, language)
  return (
    <p class="note-read">
      {words.readAs(words.kinds[promise.kind][0])}
      {' · '}
      <a href={promisePath(promise, margin)}>{words.openPromise}</a>
      <LifeOfClause margin={margin} promise={promise} />
      {promise.sourceLine === 0 && ` · ${words.byHand}`}
      {promise.sourceLine > 0 && mayHere(margin.page, agreementPolicy.readSource) && (
        <span class="note-source">
          {' · '}
          <a href={atDay(margin.page, `/aftaler/${margin.slug}/kilde#linje-${promise.sourceLine}`)}>
            {words.line(promise.sourceLine)}
          </a>
        </span>
      )}
      <span class="note-close">
        {' · '}
        <a href={`#${lineId(below.readingId)}`}>{words.close}</a>
      </span>
    </p>
  )
}

/** The way to the life of the clause that the promise stands in. */
const LifeOfClause: FC<{ margin: Margin; promise: Commitment }> = ({ margin, promise }) => {
  const clauseId = margin.marks.clauseOf.get(promise.commitmentId)
  if (clauseId === undefined) return <></>
  return (
    <>
      {' · '}
      <a href={atDay(margin.page, revisionPaths.clause(margin.slug, clauseId))}>
        {pick(proposalTexts, margin.page.language).life}
      </a>
    </>
  )
}
