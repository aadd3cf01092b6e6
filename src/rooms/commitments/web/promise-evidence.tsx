import { commitmentPolicy } from '../commitment.policy.ts'
import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, TextField } from '../../../web/components.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { Evidence } from '../commitment.ts'
import type { FormError } from '../promise.forms.ts'
import { promiseTexts } from './promise.texts.ts'

/** What was done for a promise, the newest first; cancelled evidence stays to be seen. */
export const EvidenceList: FC<{ page: PageContext; evidence: readonly Evidence[] }> = ({ page, evidence }) => {
  const words = pick(promiseTexts, page.language)
  const mayRecord = mayDoHere(page, commitmentPolicy.recordEvidence)
  return (
    <section class="promise-part" id="gjort">
      <h2>{words.evidence}</h2>
      {evidence.length === 0 ? (
        <p class="empty">{mayRecord ? words.noEvidence : words.noEvidenceYet}</p>
      ) : (
        <ul class="evidence">
          {evidence.map((piece) => (
            <li class={piece.isCancelled ? 'evidence-cancelled' : undefined}>
              <b>
                <time datetime={piece.happenedOn}>
                  {formatDay(Temporal.PlainDate.from(piece.happenedOn), page.language)}
                </time>
              </b>
              {piece.quantity !== 1 && <span class="number"> {piece.quantity}</span>}
              {piece.isCancelled && <em> {words.cancelled}</em>}
              {piece.note && <span> {piece.note}</span>}
              {piece.link && (
                <span>
                  {' '}
                  <a href={piece.link} rel="noreferrer">
                    {words.link}
                  </a>
                </span>
              )}
              {mayRecord && !piece.isCancelled && (
                <form method="post" action={`/loefter/beviser/${piece.evidenceId}/tilbage`}>
                  <button class="quiet" type="submit">
                    {words.cancel}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {!mayRecord && evidence.length > 0 && <p class="hint">{words.evidenceHidden}</p>}
    </section>
  )
}

export interface EvidenceTypedForm {
  readonly text: (name: string) => string
  readonly errors: ReadonlyMap<string, FormError>
}

interface RecordProps {
  page: PageContext
  commitmentId: string
  day: Day
  typed: EvidenceTypedForm | undefined
}

/** Writes that something was done which no room covers yet. */
export const RecordEvidence: FC<RecordProps> = ({ page, commitmentId, day, typed }) => {
  const words = pick(promiseTexts, page.language)
  const field = (name: string, fallback: string) => {
    const error = typed?.errors.get(name)
    return { name, value: typed?.text(name) ?? fallback, ...(error ? { error: words[error] } : {}) }
  }
  return (
    <details class="promise-part opens" open={typed !== undefined}>
      <summary>{words.record}</summary>
      <form method="post" action={`/loefter/${commitmentId}/bevis`} class="form">
        <TextField {...field('dag', day.toString())} label={words.happenedOn} type="date" required />
        <TextField {...field('antal', '1')} label={words.quantity} hint={words.quantityHint} />
        <TextField {...field('note', '')} label={words.note} hint={words.noteHint} rows={3} required />
        <TextField {...field('henvisning', '')} label={words.link} hint={words.linkHint} />
        <PrimaryButton>{words.save}</PrimaryButton>
      </form>
    </details>
  )
}
