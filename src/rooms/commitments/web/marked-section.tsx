import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type { Contact } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import { type MarkedLine, markText, type TextRun } from '../marked-text.rules.ts'
import { loudest } from '../state/state.rules.ts'
import { lineId, type Margin, noteId, PromiseNote, stateOf } from './promise-note.tsx'

interface MarkedSectionProps {
  margin: Margin
  heading: string
  text: string
  promises: readonly Commitment[]
  id?: string
  /** The question's heading level: one below its activity's. */
  level: 3 | 4
}

/** A row of the form: the question left, the answer with its promises underlined, and what was read in the margin. */
export const MarkedSection: FC<MarkedSectionProps> = ({ margin, heading, text, promises, id, level }) => (
  <div class="contract-row" id={id}>
    <Question level={level} text={heading} />
    <div class="answer">
      {markText(text, promises).map((line) => (
        <div class={line.promises.length > 0 ? 'line line-marked' : 'line'}>
          <p
            class={line.level === 0 ? 'line-text' : `line-text bullet bullet-${Math.min(line.level, 3)}`}
            id={line.promises[0] && lineId(line.promises[0].readingId)}
          >
            {line.runs.map((run) => (
              <Run margin={margin} run={run} />
            ))}
          </p>
          {line.promises.length > 0 && (
            <div class="margin">
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

/** The form's question, left of its answer. */
export const Question: FC<{ level: 3 | 4; text: string }> = ({ level, text }) => {
  const Heading = level === 3 ? 'h3' : 'h4'
  return <Heading class="question">{text}</Heading>
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
