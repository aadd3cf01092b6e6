import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Language } from '../../../platform/language.ts'

/** A person's open calendar address; its token is known only to whoever was shown it. */
export interface CalendarLink {
  readonly personId: string
  readonly language: Language
  readonly madeAt: Temporal.Instant
}

const toLink = (row: { personId: string; language: string; madeAt: Temporal.Instant }): CalendarLink => ({
  ...row,
  language: row.language === 'en' ? 'en' : 'da',
})

const openLinks = (tx: ReadTx) =>
  tx
    .selectFrom('calendar_link')
    .select(['person_id as personId', 'language', 'made_at as madeAt'])
    .where('ended_at', 'is', null)

/** The person's open address, if they have one. */
export const findCalendarLink = async (tx: ReadTx, personId: string): Promise<CalendarLink | undefined> => {
  const row = await openLinks(tx).where('person_id', '=', personId).executeTakeFirst()
  return row && toLink(row)
}

/** The open address whose token has this hash. */
export const findCalendarLinkByHash = async (tx: ReadTx, tokenHash: Buffer): Promise<CalendarLink | undefined> => {
  const row = await openLinks(tx).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && toLink(row)
}

export const endCalendarLinks = (tx: WriteTx, personId: string, endedAt: Temporal.Instant) =>
  tx
    .updateTable('calendar_link')
    .set({ ended_at: endedAt })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()

/** Keeps others of the same person waiting until the transaction ends, so that one address stays open. */
export const lockCalendarLinks = async (tx: WriteTx, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar_link ${personId}`}, 0))`.execute(tx)
}

export const insertCalendarLink = (tx: WriteTx, link: CalendarLink & { readonly tokenHash: Buffer }) =>
  tx
    .insertInto('calendar_link')
    .values({
      calendar_link_id: newId<'calendar_link'>(),
      person_id: link.personId,
      token_hash: link.tokenHash,
      language: link.language,
      made_at: link.madeAt,
    })
    .execute()

/** When each of the promises last changed: when it came into force, was written or corrected; by commitment id. */
export const listChanges = async (
  tx: ReadTx,
  commitmentIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> => {
  const { rows } = await sql<{ commitmentId: string; changedAt: Temporal.Instant }>`
    select c.commitment_id as "commitmentId",
      greatest(v.confirmed_at, c.entered_at, (select max(n.corrected_at) from commitment_correction n
        where n.commitment_id = c.commitment_id)) as "changedAt"
    from commitment c join agreement_version v using (agreement_version_id)
    where c.commitment_id = any (${[...commitmentIds]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.commitmentId, row.changedAt]))
}
