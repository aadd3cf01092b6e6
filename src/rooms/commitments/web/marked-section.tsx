import type { Child, FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { type Contact, revisionPolicy, writePlace } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import { type MarkedLine, markText, type TextRun } from '../marked-text.rules.ts'
import { loudest } from '../state/state.rules.ts'
import type { ChangedClause } from './revision/clause-marks.ts'
import { proposalTexts } from './revision/proposal.texts.ts'
import { revisionPaths } from './revision/revision.paths.ts'
import { lineId, type Margin, noteId, PromiseNote, stateOf } from './promise-note.tsx'

interface MarkedSectionProps {
  margin: Margin
  heading: string
  text: string
  promises: readonly Commitment[]
  id?: string
  /** What stands under the question: a side agreement's own days. */
  remark?: string | undefined
  /** The question's heading level: one below its activity's. */
  level: 3 | 4
  /** Where the section stands; not said for what is gathered from elsewhere. */
  place?: { readonly activityId: string; readonly section: number }
}

/** A row of the form: the question left, the answer with its promises underlined, and what was read in the margin. */
export const MarkedSection: FC<MarkedSectionProps> = ({
  margin,
  heading,
  text,
  promises,
  id,
  remark,
  level,
  place,
}) => (
  <div class="contract-row" id={id}>
    <Question level={level} text={heading} remark={remark}>
      {place && <ProposeHere margin={margin} place={place} />}
    </Question>
    <div class="answer">
      {markText(text, promises).map((line) => (
        <div class={isMarked(margin, line, place) ? 'line line-marked' : 'line'}>
          <p
            class={line.level === 0 ? 'line-text' : `line-text bullet bullet-${Math.min(line.level, 3)}`}
            id={line.promises[0] && lineId(line.promises[0].readingId)}
          >
            {line.runs.map((run) => (
              <Run margin={margin} run={run} />
            ))}
          </p>
          {isMarked(margin, line, place) && (
            <div class="margin">
              <ChangedHere margin={margin} clauses={changedIn(margin, line, place)} />
              {notesOf(line).map((together) => (
                <div class="notes">
                  {together.map((promise) => (
                    <PromiseNote margin={margin} promise={promise} below={line.promises[0] ?? promise} />
                  ))}
                </div>
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  </div>
)

/** The notes of a line, those of one mark together: on a phone the mark opens them all. */
const notesOf = ({ runs, promises }: MarkedLine): Commitment[][] =>
  runs
    .map((run) => run.promises.filter((promise) => promises.includes(promise)))
    .filter((together) => together.length > 0)

type Place = MarkedSectionProps['place']

const changedIn = ({ marks }: Margin, line: MarkedLine, place: Place): ChangedClause[] =>
  marks.changed.filter(
    ({ activityId, section, from }) =>
      activityId === place?.activityId && section === place.section && from >= line.from && from < line.to,
  )

const isMarked = (margin: Margin, line: MarkedLine, place: Place): boolean =>
  line.promises.length > 0 || changedIn(margin, line, place).length > 0

/** That a line has words from a later version, with the way to what it said before; each version once. */
const ChangedHere: FC<{ margin: Margin; clauses: readonly ChangedClause[] }> = ({ margin, clauses }) => {
  const words = pick(proposalTexts, margin.page.language)
  return (
    <>
      {[...new Map(clauses.map((clause) => [clause.number, clause])).values()].map(({ clauseId, number }) => (
        <p class="note-changed">
          <a href={atDay(margin.page, revisionPaths.clause(margin.slug, clauseId))}>{words.changedIn(number)}</a>
        </p>
      ))}
    </>
  )
}

/** The way to other words for the section, for those who may propose them. */
const ProposeHere: FC<{ margin: Margin; place: NonNullable<Place> }> = ({ margin, place }) =>
  mayDoHere(margin.page, revisionPolicy.propose) ? (
    <a class="propose-here" href={revisionPaths.propose(margin.slug, writePlace({ kind: 'section', ...place }))}>
      {pick(proposalTexts, margin.page.language).proposeHere}
    </a>
  ) : (
    <></>
  )

/** The form's question, left of its answer, with what can be done there below it. */
export const Question: FC<{ level: 3 | 4; text: string; remark?: string | undefined; children?: Child }> = (
  question,
) => {
  const { level, text, remark, children } = question
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <div class="question">
      <Heading>
        {text}
        {remark && <span class="question-remark">{remark}</span>}
      </Heading>
      {children}
    </div>
  )
}

const Run: FC<{ margin: Margin; run: TextRun }> = ({ margin, run }) => {
  const [first] = run.promises
  if (!first) return <>{run.text}</>
  const state = loudest(run.promises.map((promise) => stateOf(margin, promise)))
  return (
    <a class={`mark state-${state}`} href={`#${noteId(first.readingId)}`}>
      {run.text}
    </a>
  )
}

/** The form's contacts as a list of who holds which post for which party. */
export const ContactList: FC<{ page: PageContext; contacts: readonly Contact[] }> = ({ page, contacts }) => {
  const words = pick(commitmentTexts, page.language)
  const byParty = Map.groupBy(contacts, (contact) => contact.party)
  return (
    <ul class="contacts">
      {[...byParty].map(([party, posts]) => (
        <li>
          <strong>{party}</strong>
          <ul>
            {posts.map((contact) => (
              <li>
                {[contact.post, contact.unit, contact.plan].filter(Boolean).join(', ')}
                {contact.holder !== null && (
                  <span class="holder">
                    {contact.provisional ? ` · ${words.provisional} ` : ' · '}
                    {contact.holder}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
