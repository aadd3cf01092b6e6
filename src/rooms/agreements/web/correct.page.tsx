import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { agreementTexts } from '../agreement.texts.ts'
import type { Draft } from '../agreement.ts'
import { termInWords } from '../term-words/term-in-words.ts'
import type { DraftField } from '../draft-fields.ts'
import { fieldText } from '../draft-fields.rules.ts'
import type { SourceText } from '../draft.queries.ts'
import type { Correcting } from './correcting.ts'
import { draftPaths } from './draft.paths.ts'
import { plainLine } from './plain-line.rules.ts'

interface CorrectProps {
  page: PageContext
  draft: Draft
  source: SourceText
  correcting: Correcting
}

/** One thing of the draft in a form, with the lines it was read from above it. */
export const CorrectPage: FC<CorrectProps> = ({ page, draft, source, correcting }) => {
  const words = pick(agreementTexts, page.language)
  const what = words.shapes[correcting.shape.name]
  const isNew = correcting.stands === undefined
  const title = isNew ? words.add(what) : words.correctWhat(what)
  const back = draftPaths.draft(draft.draftId)
  return (
    <Frame page={page} title={title} under="drafts">
      <Crumbs
        page={page}
        trail={[
          { href: draftPaths.drafts, text: words.draftsTitle },
          { href: back, text: draft.document.focusArea ?? source.name },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <ReadFrom page={page} source={source} stands={correcting.stands} />
      {correcting.changedMeanwhile && <Meanwhile page={page} correcting={correcting} />}
      <form method="post" class="form" action={draftPaths.field(draft.draftId, correcting.path)}>
        <input type="hidden" name="saa" value={isNew ? '' : JSON.stringify(correcting.stands)} />
        {correcting.shape.fields.map((field) => (
          <Field page={page} field={field} correcting={correcting} />
        ))}
        <div class="actions">
          <PrimaryButton name="goer" value="gem">
            {words.save}
          </PrimaryButton>
          {!isNew && correcting.shape.blank !== null && (
            <SecondaryButton name="goer" value="fjern" novalidate>
              {words.remove}
            </SecondaryButton>
          )}
          <a href={back}>{words.regret}</a>
        </div>
      </form>
    </Frame>
  )
}

const ReadFrom: FC<{ page: PageContext; source: SourceText; stands: unknown }> = ({ page, source, stands }) => {
  const place = placeOf(stands)
  const lines = place ? source.lines.filter((line) => line.number >= place.line && line.number <= place.toLine) : []
  if (lines.length === 0) return <></>
  return (
    <details class="read-from" open={lines.map((line) => line.text).join('').length < 600}>
      <summary>{pick(agreementTexts, page.language).stoodHere}</summary>
      {lines.map((line) => (
        <p>{plainLine(line.text)}</p>
      ))}
    </details>
  )
}

const placeOf = (stands: unknown): { line: number; toLine: number } | null => {
  const source = typeof stands === 'object' && stands !== null && 'source' in stands ? stands.source : null
  if (typeof source !== 'object' || source === null || !('line' in source) || !('toLine' in source)) return null
  const { line, toLine } = source
  return typeof line === 'number' && typeof toLine === 'number' ? { line, toLine } : null
}

const Meanwhile: FC<{ page: PageContext; correcting: Correcting }> = ({ page, correcting }) => {
  const words = pick(agreementTexts, page.language)
  return (
    <Message tone="refused">
      <p>{words.meanwhile}</p>
      <dl>
        {correcting.shape.fields.map((field) => (
          <div>
            <dt>{words.fields[field.name]}</dt>
            <dd>{fieldText(field, correcting.stands) || words.nothing}</dd>
          </div>
        ))}
      </dl>
      <p>{words.meanwhileHint}</p>
    </Message>
  )
}

const Field: FC<{ page: PageContext; field: DraftField; correcting: Correcting }> = ({ page, field, correcting }) => {
  const words = pick(agreementTexts, page.language)
  const label = words.fields[field.name] ?? field.name
  const value = correcting.typed.get(field.name) ?? ''
  const error = correcting.errors.get(field.name)
  const shared = { name: field.name, label, value, ...(error ? { error: words[error] } : {}) }
  if (field.kind === 'yes_no')
    return (
      <ChoiceField
        name={field.name}
        label={label}
        value={value === 'true' ? 'ja' : value || 'nej'}
        choices={[
          ['ja', words.yes],
          ['nej', words.no],
        ]}
      />
    )
  if (field.kind === 'choice')
    return (
      <ChoiceField
        name={field.name}
        label={label}
        value={value}
        choices={(field.choices ?? []).map((choice) => [choice, words.choices[choice] ?? choice])}
      />
    )
  if (field.kind === 'notation') {
    const meaning = termInWords(value, page.language)
    return (
      <TextField
        {...shared}
        hint={meaning === null ? words.notationHint : `${words.meaning(meaning)}. ${words.notationHint}`}
      />
    )
  }
  if (field.kind === 'list') return <TextField {...shared} rows={3} hint={words.listHint} />
  if (field.kind === 'box') return <TextField {...shared} rows={value.length > 300 ? 14 : value.length > 120 ? 5 : 3} />
  return <TextField {...shared} type={field.kind === 'day' ? 'date' : 'text'} />
}
