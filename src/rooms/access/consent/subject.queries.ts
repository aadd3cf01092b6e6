import { sql } from 'kysely'
import { readDaySpan, type ReadTx, writeDaySpan, type WriteTx } from '../../../platform/database/index.ts'
import type { DataSubject, Guardianship } from './consent.ts'

const columns = [
  'data_subject_id as dataSubjectId',
  'called',
  'birth_month as birthMonth',
  'mail',
  'phone',
  'registered_post_id as registeredPostId',
  'registered_at as registeredAt',
] as const

type SubjectRow = Omit<DataSubject, 'birthMonth'> & { readonly birthMonth: string | null }

const toSubject = ({ birthMonth, ...row }: SubjectRow): DataSubject => ({
  ...row,
  birthMonth: birthMonth === null ? null : Temporal.PlainYearMonth.from(birthMonth),
})

/** Those of these people whom the actor may see. */
export const listSubjects = async (tx: ReadTx, ids: readonly string[]): Promise<DataSubject[]> =>
  (
    await tx.selectFrom('data_subject').select(columns).where('data_subject_id', 'in', ids).orderBy('called').execute()
  ).map(toSubject)

/** A person the actor may see. */
export const findSubject = async (tx: ReadTx, dataSubjectId: string): Promise<DataSubject | undefined> =>
  (await listSubjects(tx, [dataSubjectId]))[0]

/** Everyone the resident may ask about: themselves, and children in their custody. */
export const listOwnSubjects = async (tx: ReadTx): Promise<DataSubject[]> =>
  (
    await tx
      .selectFrom('data_subject')
      .select(columns)
      .where(sql<boolean>`data_subject_id in (select own_subjects())`)
      .orderBy('birth_month', (order) => order.nullsFirst())
      .orderBy('called')
      .execute()
  ).map(toSubject)

/** Those among the resident's own who are reached at the address they showed. */
export const listSelves = async (tx: ReadTx): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select acting_selves() as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Anyone reached at this address, the last registered first; the desk alone finds somebody. */
export const findSubjectByMail = (tx: ReadTx, mail: string): Promise<{ dataSubjectId: string } | undefined> =>
  tx
    .selectFrom('data_subject')
    .select('data_subject_id as dataSubjectId')
    .where(sql<boolean>`lower(mail) = lower(${mail})`)
    .orderBy('registered_at', 'desc')
    .orderBy('data_subject_id')
    .limit(1)
    .executeTakeFirst()

export interface NewSubject extends Omit<DataSubject, 'birthMonth'> {
  readonly birthMonth: string | null
  readonly registeredBy: string
  readonly isSample: boolean
}

export const insertSubject = (tx: WriteTx, subject: NewSubject) =>
  tx
    .insertInto('data_subject')
    .values({
      data_subject_id: subject.dataSubjectId,
      called: subject.called,
      birth_month: subject.birthMonth,
      mail: subject.mail,
      phone: subject.phone,
      registered_post_id: subject.registeredPostId,
      registered_by: subject.registeredBy,
      registered_at: subject.registeredAt,
      is_sample: subject.isSample,
    })
    .execute()

/** Guardianships of these children that the actor may see, past ones too. */
export const listGuardianships = async (tx: ReadTx, childIds: readonly string[]): Promise<Guardianship[]> => {
  const rows = await tx
    .selectFrom('guardianship')
    .select([
      'guardianship_id as guardianshipId',
      'child_id as childId',
      'guardian_id as guardianId',
      'holds_custody as holdsCustody',
      'guardianship_during as during',
    ])
    .where('child_id', 'in', childIds)
    .orderBy('guardianship_id')
    .execute()
  return rows.map((row) => ({ ...row, during: readDaySpan(row.during) }))
}

export const insertGuardianship = (tx: WriteTx, guardianship: Guardianship) =>
  tx
    .insertInto('guardianship')
    .values({
      guardianship_id: guardianship.guardianshipId,
      child_id: guardianship.childId,
      guardian_id: guardianship.guardianId,
      holds_custody: guardianship.holdsCustody,
      guardianship_during: writeDaySpan(guardianship.during),
    })
    .execute()

/** Writes from when to when a guardianship holds. */
export const changeGuardianship = (tx: WriteTx, guardianshipId: string, during: Guardianship['during']) =>
  tx
    .updateTable('guardianship')
    .set({ guardianship_during: writeDaySpan(during) })
    .where('guardianship_id', '=', guardianshipId)
    .execute()

/** Removes the sample's families with what they agreed to, for the program. */
export const deleteSampleSubjects = async (tx: WriteTx): Promise<void> => {
  await sql`select remove_sample_subjects()`.execute(tx)
}
