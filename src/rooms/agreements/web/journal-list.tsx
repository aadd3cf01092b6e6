import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { journalTexts } from '../journal/journal.texts.ts'
import { journalPaths } from './journal.paths.ts'

interface ListProps {
  page: PageContext
  entries: readonly JournalEntry[]
  /** Over several agreements each entry tells which, and is marked on its own agreement's page. */
  isOfOne: boolean
}

/** The entries of a journal, the last first. */
export const JournalList: FC<ListProps> = ({ page, entries, isOfOne }) => (
  <ol class="journal">
    {entries.map((entry) => (
      <li id={entry.journalEntryId}>
        <Entry page={page} entry={entry} isOfOne={isOfOne} />
      </li>
    ))}
  </ol>
)

const Entry: FC<Omit<ListProps, 'entries'> & { entry: JournalEntry }> = ({ page, entry, isOfOne }) => {
  const words = pick(journalTexts, page.language)
  const isShared = entry.sharedAt !== null
  return (
    <>
      <time datetime={entry.happenedOn.toString()}>{formatDay(entry.happenedOn, page.language)}</time>
      <span class={`journal-direction journal-${entry.direction}`}>{words.directions[entry.direction]}</span>
      <div class="journal-theme">
        <p lang="da">{entry.theme}</p>
        <p class="hint">
          {[
            entry.documentNumber && `${words.kinds.document_number} ${entry.documentNumber}`,
            isShared ? words.shared : words.notShared,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {!isOfOne && (
          <p>
            <a href={atDay(page, journalPaths.of(entry.slug))}>{entry.agreement}</a>
          </p>
        )}
        {isOfOne && mayDoHere(page, agreementPolicy.writeJournal) && <MarkForm page={page} entry={entry} />}
      </div>
    </>
  )
}

const MarkForm: FC<{ page: PageContext; entry: JournalEntry }> = ({ page, entry }) => {
  const words = pick(journalTexts, page.language)
  const id = `delt-${entry.journalEntryId}`
  return (
    <details class="journal-mark">
      <summary aria-label={words.markOf(entry.theme)}>{words.mark}</summary>
      <form method="post" action={journalPaths.mark(entry.slug, entry.journalEntryId)} class="journal-mark-form">
        <div class="field tick">
          <input type="checkbox" id={id} name="delt" value="ja" checked={entry.sharedAt !== null} />
          <label for={id}>{words.shared}</label>
        </div>
        <div class="field">
          <label class="ds-label" for={`nr-${entry.journalEntryId}`}>
            {words.documentNumber}
          </label>
          <input
            class="ds-input"
            id={`nr-${entry.journalEntryId}`}
            name="dokumentnr"
            maxlength={60}
            value={entry.documentNumber ?? ''}
          />
        </div>
        <SecondaryButton>{words.save}</SecondaryButton>
      </form>
    </details>
  )
}

/** The list as a file, and a way to the list as it stood on another day. */
export const JournalWays: FC<{
  page: PageContext
  path: string
  day: Temporal.PlainDate
  more?: { href: string; text: string }
}> = ({ page, path, day, more }) => {
  const words = pick(journalTexts, page.language)
  const query = day.equals(page.today) ? '' : `?dag=${day}`
  return (
    <section class="owed-ways">
      <p>
        {words.take}:{' '}
        <a href={`${path}.xlsx${query}`} download>
          {words.sheet}
        </a>
        {' · '}
        <a href={`${path}.csv${query}`} download>
          {words.csv}
        </a>
        {more && (
          <>
            {' · '}
            <a href={atDay(page, more.href)}>{more.text}</a>
          </>
        )}
      </p>
    </section>
  )
}
