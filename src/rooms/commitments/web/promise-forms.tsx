import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { commitmentKinds, commitmentKindTexts, termInWords } from '../../agreements/index.ts'
import type { CommitmentReading, PlacedCommitment } from '../commitment.ts'
import type { FormError } from '../promise.forms.ts'
import { termToType } from '../reading/to-notation.ts'
import { promiseTexts } from './promise.texts.ts'

export interface ReadingTypedForm {
  readonly reading: CommitmentReading
  /** The term as typed, in words. */
  readonly term: string
  readonly errors: ReadonlyMap<string, FormError>
  /** When the term would next be due, in words; null where nothing would. */
  readonly next: string | null
}

interface ReadingFieldsProps {
  page: PageContext
  reading: CommitmentReading
  term: string
  errors?: ReadonlyMap<string, FormError>
  prefix?: string
}

/** The fields of how a promise is read: its words, kind, who owes it, and its term in plain Danish. */
export const ReadingFields: FC<ReadingFieldsProps> = ({ page, reading, term, errors, prefix = '' }) => {
  const words = pick(promiseTexts, page.language)
  const kinds = pick(commitmentKindTexts, page.language)
  const field = (name: string, value: string) => {
    const error = errors?.get(`${prefix}${name}`)
    return { name: `${prefix}${name}`, value, ...(error ? { error: words[error] } : {}) }
  }
  return (
    <>
      <TextField {...field('ord', reading.text)} label={words.text} rows={3} required />
      <TextField {...field('frist', term)} label={words.term} hint={words.termHint} />
      <ChoiceField
        name={`${prefix}art`}
        label={words.kind}
        value={reading.kind}
        choices={commitmentKinds.map((kind) => [kind, kinds[kind][0]])}
      />
      <TextField {...field('skylder', reading.owedBy.join('\n'))} label={words.owedBy} rows={2} hint={words.listHint} />
      <TextField {...field('til', reading.owedTo.join('\n'))} label={words.owedTo} rows={2} hint={words.listHint} />
    </>
  )
}

interface CorrectProps {
  page: PageContext
  commitment: PlacedCommitment
  isWithdrawn: boolean
  typed: ReadingTypedForm | undefined
}

/** Corrects how a promise was read, with a preview in plain words of what the term means. */
export const CorrectReading: FC<CorrectProps> = ({ page, commitment, isWithdrawn, typed }) => {
  const words = pick(promiseTexts, page.language)
  const reading = typed?.reading ?? commitment
  const meaning =
    typed && typed.errors.size === 0 ? (termInWords(typed.reading.notation, page.language) ?? words.noTerm) : null
  return (
    <details class="promise-part opens" id="ret" open={typed !== undefined}>
      <summary>{words.correct}</summary>
      {meaning !== null && (
        <Message tone="note">
          {words.meaning(meaning)} {typed?.next && words.nextDue(typed.next)}
        </Message>
      )}
      <form method="post" action={`/loefter/${commitment.commitmentId}/ret`} class="form">
        <input type="hidden" name="rettelser" value={String(commitment.corrections)} />
        <ReadingFields
          page={page}
          reading={reading}
          term={typed?.term ?? termToType(commitment.notation)}
          {...(typed ? { errors: typed.errors } : {})}
        />
        <div class="actions">
          <PrimaryButton name="goer" value="gem">
            {words.save}
          </PrimaryButton>
          <SecondaryButton name="goer" value="se">
            {words.preview}
          </SecondaryButton>
        </div>
      </form>
      <form method="post" action={`/loefter/${commitment.commitmentId}/${isWithdrawn ? 'genoptag' : 'traek'}`}>
        <input type="hidden" name="rettelser" value={String(commitment.corrections)} />
        <button class="quiet" type="submit">
          {isWithdrawn ? words.restore : words.withdraw}
        </button>
      </form>
    </details>
  )
}

/** Splits one sentence into two promises, each with its own term and owner. */
export const SplitReading: FC<{ page: PageContext; commitment: PlacedCommitment }> = ({ page, commitment }) => {
  const words = pick(promiseTexts, page.language)
  return (
    <details class="promise-part opens">
      <summary>{words.split}</summary>
      <p class="hint">{words.splitIntro}</p>
      <form method="post" action={`/loefter/${commitment.commitmentId}/del`} class="form">
        <input type="hidden" name="rettelser" value={String(commitment.corrections)} />
        {(['1-', '2-'] as const).map((prefix) => (
          <fieldset class="half">
            <legend>{prefix === '1-' ? words.first : words.second}</legend>
            <ReadingFields page={page} reading={commitment} term={termToType(commitment.notation)} prefix={prefix} />
          </fieldset>
        ))}
        <PrimaryButton>{words.splitNow}</PrimaryButton>
      </form>
    </details>
  )
}
