import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { PersonFreeFindings } from '../../../web/person-free.tsx'
import type { Finding } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { type CaseReference, caseReferenceKinds, journalDirections, type JournalEntry } from '../journal/journal.ts'
import { longestTheme } from '../journal/journal.rules.ts'
import { journalTexts } from '../journal/journal.texts.ts'
import type { TypedEntry } from './journal.form.ts'
import { JournalList, JournalWays } from './journal-list.tsx'
import { journalPaths } from './journal.paths.ts'

export interface JournalView {
  readonly slug: string
  readonly agreement: string
  readonly day: Day
  readonly entries: readonly JournalEntry[]
  readonly references: readonly CaseReference[]
  /** Numbers read from the document that nobody has taken over yet. */
  readonly proposed: readonly CaseReference[]
}

interface JournalProps {
  page: PageContext
  view: JournalView
  typed: TypedEntry
  findings: readonly Finding[]
  refusal?: string | undefined
}

/** The journal of an agreement, writing in it, and the numbers it is kept under. */
export const JournalPage: FC<JournalProps> = ({ page, view, typed, findings, refusal }) => {
  const words = pick(journalTexts, page.language)
  const { slug, entries, day } = view
  const mayWrite = mayDoHere(page, agreementPolicy.writeJournal)
  const isSentBack = refusal !== undefined || findings.length > 0
  const form = <WriteEntry page={page} view={view} typed={typed} findings={findings} refusal={refusal} />
  return (
    <Frame page={page} title={words.title} under="agreements" wide>
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, '/aftaler'), text: pick(agreementTexts, page.language).agreements },
          { href: atDay(page, `/aftaler/${slug}`), text: view.agreement },
        ]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {mayWrite && isSentBack && form}
      {entries.length === 0 ? (
        <p class="empty">{day.equals(page.today) ? words.empty : words.emptyOn(formatDay(day, page.language))}</p>
      ) : (
        <JournalList page={page} entries={entries} isOfOne />
      )}
      <JournalWays
        page={page}
        path={journalPaths.of(slug)}
        day={day}
        more={{ href: journalPaths.all, text: words.all }}
      />
      <References page={page} view={view} />
      {mayWrite && !isSentBack && form}
    </Frame>
  )
}

const WriteEntry: FC<JournalProps> = ({ page, view, typed, findings, refusal }) => {
  const words = pick(journalTexts, page.language)
  return (
    <section class="journal-write" id="skriv">
      <h2>{words.write}</h2>
      <p>{words.writeHint}</p>
      <p class="hint">{words.law}</p>
      {refusal && <Message tone="refused">{refusal}</Message>}
      <form method="post" action={journalPaths.of(view.slug)} class="form">
        <TextField name="dag" label={words.date} type="date" value={typed.day} required />
        <ChoiceField
          name="retning"
          label={words.direction}
          value={typed.direction}
          choices={journalDirections.map((direction) => [direction, words.directionsLong[direction]] as const)}
        />
        <TextField
          name="tema"
          label={words.theme}
          value={typed.theme}
          hint={words.themeHint(longestTheme)}
          maxlength={longestTheme}
          required
        />
        <PersonFreeFindings page={page} text={typed.theme} findings={findings} />
        <TextField
          name="dokumentnr"
          label={words.documentNumber}
          value={typed.documentNumber}
          hint={words.documentNumberHint}
          maxlength={60}
        />
        <ChoiceField
          name="delt"
          label={words.isShared}
          value={typed.isShared ? 'ja' : 'nej'}
          choices={[
            ['nej', words.no],
            ['ja', words.yes],
          ]}
        />
        <div class="actions">
          <PrimaryButton>{words.writeIt}</PrimaryButton>
          {findings.length > 0 && (
            <SecondaryButton name="alligevel" value="ja">
              {words.writeAnyway}
            </SecondaryButton>
          )}
        </div>
      </form>
    </section>
  )
}

const References: FC<{ page: PageContext; view: JournalView }> = ({ page, view }) => {
  const words = pick(journalTexts, page.language)
  const { slug, references, proposed } = view
  const mayWrite = mayDoHere(page, agreementPolicy.writeJournal)
  return (
    <section class="journal-numbers" id="numre">
      <h2>{words.references}</h2>
      <p class="hint">{words.referencesIntro}</p>
      {references.length === 0 && proposed.length === 0 && <p>{words.referencesNone}</p>}
      <ul>
        {references.map((reference) => (
          <li>
            <span>
              {words.kinds[reference.kind]} <b>{reference.number}</b>
            </span>
            {mayWrite && (
              <ReferenceForm
                action={journalPaths.removeReference(slug)}
                reference={reference}
                text={words.remove}
                label={words.removeWhat(reference.number)}
              />
            )}
          </li>
        ))}
        {proposed.map((reference) => (
          <li class="journal-proposed">
            <span>{words.proposed(words.kinds[reference.kind], reference.number)}</span>
            {mayWrite && (
              <ReferenceForm
                action={journalPaths.references(slug)}
                reference={reference}
                text={words.add}
                label={words.addWhat(reference.number)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <AddReference page={page} slug={slug} />}
    </section>
  )
}

const ReferenceForm: FC<{ action: string; reference: CaseReference; text: string; label: string }> = ({
  action,
  reference,
  text,
  label,
}) => (
  <form method="post" action={action}>
    <input type="hidden" name="slags" value={reference.kind} />
    <input type="hidden" name="nummer" value={reference.number} />
    <button class="quiet" type="submit" aria-label={label}>
      {text}
    </button>
  </form>
)

const AddReference: FC<{ page: PageContext; slug: string }> = ({ page, slug }) => {
  const words = pick(journalTexts, page.language)
  return (
    <details class="opens">
      <summary>{words.addNumber}</summary>
      <form method="post" action={journalPaths.references(slug)} class="form">
        <ChoiceField
          name="slags"
          label={words.kind}
          value="case_number"
          choices={caseReferenceKinds.map((kind) => [kind, words.kinds[kind]] as const)}
        />
        <TextField name="nummer" label={words.number} hint={words.numberHint} maxlength={60} required />
        <SecondaryButton>{words.add}</SecondaryButton>
      </form>
    </details>
  )
}
