import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import type { JournalEntry, JournalWords } from './journal.ts'

interface NewEntry extends JournalWords {
  readonly agreementId: string
  readonly thingRef: string | null
  readonly happenedOn: Day
  readonly documentNumber: string | null
  readonly writtenAt: Temporal.Instant
  readonly writtenBy: string
  readonly sharedAt: Temporal.Instant | null
}

/** Writes an entry; its words are never changed. Answers with its id. */
export const insertJournalEntry = async (tx: WriteTx, entry: NewEntry): Promise<string> => {
  const journal_entry_id = newId<'journal_entry'>()
  await tx
    .insertInto('journal_entry')
    .values({
      journal_entry_id,
      agreement_id: entry.agreementId,
      happened_on: entry.happenedOn.toString(),
      direction: entry.direction,
      theme: entry.theme,
      thing: entry.thing,
      thing_ref: entry.thingRef,
      document_number: entry.documentNumber,
      written_at: entry.writtenAt,
      written_by: entry.writtenBy,
      shared_at: entry.sharedAt,
      shared_by: entry.sharedAt === null ? null : entry.writtenBy,
    })
    .execute()
  return journal_entry_id
}

/** Whether an agreement's journal tells of a thing. */
export const isJournalised = async (
  tx: ReadTx,
  about: { readonly agreementId: string; readonly thing: string; readonly thingRef: string },
): Promise<boolean> => {
  const found = await tx
    .selectFrom('journal_entry')
    .select('journal_entry_id')
    .where('agreement_id', '=', about.agreementId)
    .where('thing', '=', about.thing)
    .where('thing_ref', '=', about.thingRef)
    .executeTakeFirst()
  return found !== undefined
}

/** What happened until and including the day, the last first; of one agreement, or of all the actor may see the journal of. */
export const listJournal = async (tx: ReadTx, until: Day, slug: string | null = null): Promise<JournalEntry[]> => {
  const { rows } = await sql<Omit<JournalEntry, 'happenedOn'> & { happenedOn: string }>`
    select j.journal_entry_id as "journalEntryId", a.slug, coalesce(a.focus_area, a.title) as agreement,
      j.happened_on::text as "happenedOn", j.direction, j.theme, j.thing, j.document_number as "documentNumber",
      j.shared_at as "sharedAt", array(select c.number from case_reference c
        where c.agreement_id = j.agreement_id and c.kind = 'case_number' order by c.number) as "caseNumbers"
    from journal_entry j join agreement a using (agreement_id)
    where j.happened_on <= ${until.toString()}::date and (${slug}::text is null or a.slug = ${slug})
    order by j.happened_on desc, j.written_at desc, j.journal_entry_id desc`.execute(tx)
  return rows.map((row) => ({ ...row, happenedOn: Temporal.PlainDate.from(row.happenedOn) }))
}

interface Mark {
  readonly slug: string
  readonly journalEntryId: string
  readonly sharedAt: Temporal.Instant | null
  readonly sharedBy: string | null
  readonly documentNumber: string | null
}

/** Writes whether an entry was shared, and its document number. Throws Refused('journal_entry_not_found'). */
export const markEntry = async (tx: WriteTx, mark: Mark): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('journal_entry')
    .set({ shared_at: mark.sharedAt, shared_by: mark.sharedBy, document_number: mark.documentNumber })
    .where(sql<boolean>`journal_entry_id::text = ${mark.journalEntryId}`)
    .where('agreement_id', 'in', (eb) =>
      eb.selectFrom('agreement').select('agreement_id').where('slug', '=', mark.slug),
    )
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Refused('journal_entry_not_found')
}
