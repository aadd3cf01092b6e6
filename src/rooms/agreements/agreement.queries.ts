import { sql } from 'kysely'
import { readDaySpan, type ReadTx, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import { displayTitle } from './display-title.rules.ts'
import type { AgreementDocument } from './agreement-format.ts'
import type { AgreementVersion, ListedAgreement } from './agreement.ts'
import { knownOn } from './known-version.rules.ts'
import { completed, type StoredDocument } from './stored-document.ts'

const nearestTo = (day: Day) => sql`
  (not (v.in_force_during @> ${day.toString()}::date)),
  (lower(v.in_force_during) < ${day.toString()}::date),
  abs(lower(v.in_force_during) - ${day.toString()}::date)`

const hasWords = (words: string) => sql<boolean>`
  strpos(lower(concat_ws(' ', a.title, a.focus_area, a.district, v.document ->> 'caseNumber', v.document ->> 'documentNumber')), lower(${words})) > 0
  or exists (select from case_reference c where c.agreement_id = a.agreement_id and strpos(lower(c.number), lower(${words})) > 0)`

/**
 * The agreements the actor may see, by title, each with the version nearest to the day: in force, else to come, else the last. Where words
 * are asked for, those that have them in their names, or in a number of theirs that the actor may see.
 */
export const listAgreements = async (tx: ReadTx, day: Day, words = ''): Promise<ListedAgreement[]> => {
  const { rows } = await sql<Omit<ListedAgreement, 'inForceDuring'> & { readonly inForceDuring: string }>`
    select * from (
      select distinct on (a.agreement_id)
        a.slug, a.title, a.focus_area as "focusArea", a.district,
        v.agreement_version_id as "agreementVersionId",
        v.in_force_during::text as "inForceDuring", v.is_published as "isPublished"
      from agreement a join agreement_version v on v.agreement_id = a.agreement_id
      ${words === '' ? sql`` : sql`where ${hasWords(words)}`}
      order by a.agreement_id, ${nearestTo(day)}
    ) nearest order by title`.execute(tx)
  return rows.map((row) => ({ ...row, inForceDuring: readDaySpan(row.inForceDuring) }))
}

type VersionRow = Omit<AgreementVersion, 'inForceDuring' | 'document'> & {
  readonly inForceDuring: string
  readonly document: StoredDocument
}

const selectVersion = sql`
  select v.agreement_version_id as "agreementVersionId", a.agreement_id as "agreementId", a.slug, v.number,
    v.in_force_during::text as "inForceDuring", v.is_published as "isPublished", a.is_sample as "isSample",
    v.confirmed_at as "confirmedAt", v.source_document_id as "sourceDocumentId", v.document
  from agreement a join agreement_version v on v.agreement_id = a.agreement_id`

const toVersion = (row: VersionRow): AgreementVersion => ({
  ...row,
  document: completed(row.document),
  inForceDuring: readDaySpan(row.inForceDuring),
})

/** The version of the agreement nearest to the day, or undefined when there is none the actor may see. */
export const findVersionOn = async (tx: ReadTx, slug: string, day: Day): Promise<AgreementVersion | undefined> => {
  const { rows } = await sql<VersionRow>`${selectVersion}
    where a.slug = ${slug} order by ${nearestTo(day)} limit 1`.execute(tx)
  return rows[0] && toVersion(rows[0])
}

/** A version. Throws Refused('agreement_not_found') where the actor may see none such. */
export const getVersion = async (tx: ReadTx, agreementVersionId: string): Promise<AgreementVersion> => {
  const { rows } = await sql<VersionRow>`${selectVersion}
    where v.agreement_version_id = ${agreementVersionId}`.execute(tx)
  if (!rows[0]) throw new Refused('agreement_not_found')
  return toVersion(rows[0])
}

/** The agreement's last version, which a proposal changes: the one in force, or one decided to come. Throws Refused('agreement_not_found'). */
export const getLastVersion = async (tx: ReadTx, slug: string): Promise<AgreementVersion> => {
  const { rows } = await sql<VersionRow>`${selectVersion}
    where a.slug = ${slug} order by v.number desc limit 1`.execute(tx)
  if (!rows[0]) throw new Refused('agreement_not_found')
  return toVersion(rows[0])
}

/** Every version of the agreement that the actor may see, the last first. Throws Refused('agreement_not_found') where there is none. */
export const listVersions = async (tx: ReadTx, slug: string): Promise<AgreementVersion[]> => {
  const { rows } = await sql<VersionRow>`${selectVersion} where a.slug = ${slug} order by v.number desc`.execute(tx)
  if (rows.length === 0) throw new Refused('agreement_not_found')
  return rows.map(toVersion)
}

/** The last of the agreement's versions that there were on the day. Throws Refused('agreement_not_found'). */
export const getLastVersionOn = async (tx: ReadTx, slug: string, day: Day): Promise<AgreementVersion> => {
  const [last] = knownOn(await listVersions(tx, slug), day)
  if (last === undefined) throw new Refused('agreement_not_found')
  return last
}

/** The version of the agreement with this number. Throws Refused('agreement_not_found'). */
export const getVersionNumbered = async (tx: ReadTx, slug: string, number: number): Promise<AgreementVersion> => {
  const version = (await listVersions(tx, slug)).find((one) => one.number === number)
  if (!version) throw new Refused('agreement_not_found')
  return version
}

/** The version of the agreement nearest to the day. Throws Refused('agreement_not_found'). */
export const getVersionOn = async (tx: ReadTx, slug: string, day: Day): Promise<AgreementVersion> => {
  const version = await findVersionOn(tx, slug, day)
  if (!version) throw new Refused('agreement_not_found')
  return version
}

/** The versions in force on the day that the actor may see, by title. */
export const listInForce = async (
  tx: ReadTx,
  day: Day,
): Promise<{ readonly slug: string; readonly title: string; readonly document: AgreementDocument }[]> => {
  const { rows } = await sql<{ slug: string; title: string; document: StoredDocument }>`
    select a.slug, coalesce(a.focus_area, a.title) as title, v.document
    from agreement a join agreement_version v on v.agreement_id = a.agreement_id
    where v.in_force_during @> ${day.toString()}::date order by 2, 1`.execute(tx)
  return rows.map((row) => ({ ...row, document: completed(row.document) }))
}

/** Whether everyone may see the version. Throws Refused('agreement_not_found') where the actor may not. */
export const isVersionPublished = async (tx: ReadTx, agreementVersionId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('agreement_version')
    .select('is_published')
    .where('agreement_version_id', '=', agreementVersionId)
    .executeTakeFirst()
  if (!row) throw new Refused('agreement_not_found')
  return row.is_published
}

/** Addresses already taken that begin so. */
export const listSlugsLike = async (tx: ReadTx, beginning: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('agreement')
    .select('slug')
    .where((eb) => eb.fn<boolean>('starts_with', ['slug', eb.val(beginning)]))
    .execute()
  return rows.map((row) => row.slug)
}

interface NewAgreement {
  readonly agreementId: string
  readonly slug: string
  readonly document: AgreementDocument
  readonly isSample: boolean
}

export const insertAgreement = (tx: WriteTx, agreement: NewAgreement) =>
  tx
    .insertInto('agreement')
    .values({
      agreement_id: agreement.agreementId,
      slug: agreement.slug,
      title: displayTitle(agreement.document) ?? agreement.document.source.name,
      focus_area: agreement.document.focusArea,
      district: agreement.document.district,
      is_sample: agreement.isSample,
    })
    .execute()

interface NewVersion {
  readonly agreementVersionId: string
  readonly agreementId: string
  readonly number: number
  readonly inForceDuring: string
  readonly document: AgreementDocument
  readonly sourceDocumentId: string
  readonly isPublished: boolean
  readonly confirmedAt: Temporal.Instant
  readonly confirmedBy: string
}

/** Writes the next version of the agreement; versions are never changed afterwards. */
export const insertVersion = (tx: WriteTx, version: NewVersion) =>
  tx
    .insertInto('agreement_version')
    .values({
      agreement_version_id: version.agreementVersionId,
      agreement_id: version.agreementId,
      number: version.number,
      in_force_during: version.inForceDuring,
      document: JSON.stringify(version.document),
      source_document_id: version.sourceDocumentId,
      is_published: version.isPublished,
      confirmed_at: version.confirmedAt,
      confirmed_by: version.confirmedBy,
    })
    .execute()

export const countSampleAgreements = async (tx: ReadTx): Promise<number> => {
  const row = await tx
    .selectFrom('agreement')
    .select((eb) => eb.fn.countAll<bigint>().as('agreements'))
    .where('is_sample', '=', true)
    .executeTakeFirstOrThrow()
  return Number(row.agreements)
}

/** Removes the sample's agreements with their versions and sources. */
export const deleteSampleAgreements = async (tx: WriteTx): Promise<void> => {
  const sample = tx.selectFrom('agreement').select('agreement_id').where('is_sample', '=', true)
  await tx.deleteFrom('agreement_version').where('agreement_id', 'in', sample).execute()
  await tx.deleteFrom('agreement').where('is_sample', '=', true).execute()
  await tx.deleteFrom('source_document').where('is_sample', '=', true).execute()
}

/** Ends a version the day before the next begins. */
export const succeedVersion = (tx: WriteTx, agreementVersionId: string, from: Day) =>
  sql`select succeed_version(${agreementVersionId}::uuid, ${from.toString()}::date)`.execute(tx)

/** Lets two versions overlap in this transaction, until `requireOneInForce` has looked. */
export const letVersionsOverlap = (tx: WriteTx) =>
  sql`set constraints agreement_one_version_in_force_at_a_time deferred`.execute(tx)

export const requireOneInForce = (tx: WriteTx) =>
  sql`set constraints agreement_one_version_in_force_at_a_time immediate`.execute(tx)
