import { sql } from 'kysely'
import { type ReadTx, type WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Language } from '../../../platform/language.ts'
import type { Ending } from './endings.rules.ts'
import type { MailChoice } from './mail-choice.ts'

const toChoice = (row: { wantsWeekly: boolean; wantsWarnings: boolean; language: string }): MailChoice => ({
  ...row,
  language: row.language === 'en' ? 'en' : 'da',
})

const columns = ['wants_weekly as wantsWeekly', 'wants_warnings as wantsWarnings', 'language'] as const

/** What a person has chosen, if they have. */
export const findMailChoice = async (tx: ReadTx, personId: string): Promise<MailChoice | undefined> => {
  const row = await tx.selectFrom('mail_choice').select(columns).where('person_id', '=', personId).executeTakeFirst()
  return row && toChoice(row)
}

/** What everyone who has chosen chose, by person. */
export const listMailChoices = async (tx: ReadTx): Promise<Map<string, MailChoice>> => {
  const rows = await tx
    .selectFrom('mail_choice')
    .select(['person_id as personId', ...columns])
    .execute()
  return new Map(rows.map(({ personId, ...row }) => [personId, toChoice(row)]))
}

/** The language of everyone who has chosen one, by person. */
export const listMailLanguages = async (tx: ReadTx): Promise<Map<string, Language>> =>
  new Map([...(await listMailChoices(tx))].map(([personId, { language }]) => [personId, language]))

/** Writes a person's choice in place of the one before. */
export const saveMailChoice = (tx: WriteTx, personId: string, choice: MailChoice, changedAt: Temporal.Instant) => {
  const values = {
    wants_weekly: choice.wantsWeekly,
    wants_warnings: choice.wantsWarnings,
    language: choice.language,
    changed_at: changedAt,
  }
  return tx
    .insertInto('mail_choice')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute()
}

/** The warnings a person has had: `<ending key> <days before>`. */
export const listWarningsGiven = async (tx: ReadTx, personId: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('warning')
    .select(['ending_key', 'days_before'])
    .where('person_id', '=', personId)
    .execute()
  return new Set(rows.map((row) => `${row.ending_key} ${row.days_before}`))
}

interface GivenWarning {
  readonly personId: string
  readonly endingKey: string
  readonly daysBefore: number
  readonly givenAt: Temporal.Instant
}

export const insertWarning = (tx: WriteTx, warning: GivenWarning) =>
  tx
    .insertInto('warning')
    .values({
      person_id: warning.personId,
      ending_key: warning.endingKey,
      days_before: warning.daysBefore,
      given_at: warning.givenAt,
    })
    .execute()

type EndingRow = Omit<Ending, 'on'> & { readonly on: string }

/**
 * What ends from the day on until the last: agreements in force, side agreements, reservations nobody has settled, and the dates by which
 * activities are to be carried on by someone else. By day.
 */
export const listEndings = async (tx: ReadTx, from: Day, to: Day): Promise<Ending[]> => {
  const { rows } = await sql<EndingRow>`
    with v as (
      select v.agreement_version_id as version, a.agreement_id, a.slug, coalesce(a.focus_area, a.title) as agreement,
        v.in_force_during, v.document, upper(coalesce(v.meant_during, v.in_force_during)) - 1 as last_on
      from agreement_version v join agreement a using (agreement_id) where v.in_force_during @> ${from.toString()}::date
    ), activity as (
      select v.version, e ->> 'id' as id, e ->> 'title' as title
      from v, jsonb_array_elements(v.document -> 'activities' || (v.document -> 'otherActivities')) e
    ), ending as (
      select 'agreement' as kind, v.agreement_id::text as thing, v.last_on as on, v.agreement as what, null::text as activity, v.* from v
      union all
      select 'side_agreement', v.agreement_id || '/' || (o ->> 'id'), (o -> 'validDuring' ->> 'to')::date, o ->> 'title', o ->> 'id', v.*
      from v, jsonb_array_elements(v.document -> 'otherActivities') o where o -> 'validDuring' ->> 'to' ~ '^\\d{4}-\\d{2}-\\d{2}$'
      union all
      select 'reservation', r.reservation_id::text, r.until_on, r.text, r.activity_id, v.*
      from v join reservation r on r.agreement_version_id = v.version
      where r.until_on is not null and not exists (select from reservation_settlement s where s.reservation_id = r.reservation_id)
      union all
      select 'anchoring', v.version || '/' || p.activity_id, p.by_on, p.taken_over_by, p.activity_id, v.*
      from v join lateral (select distinct on (n.activity_id) n.* from anchoring_plan n where n.agreement_version_id = v.version
        order by n.activity_id, n.number desc) p on true
      where p.by_on is not null and p.state <> 'taken_over'
    )
    select e.kind, e.kind || ' ' || e.thing || ' ' || e.on as key, e.on, e.what, e.activity as "activityId", a.title as activity,
      e.version as "agreementVersionId", e.slug, e.agreement
    from ending e left join activity a on a.version = e.version and a.id = e.activity
    where e.on between ${from.toString()}::date and ${to.toString()}::date
    order by e.on, e.agreement, e.kind, e.what`.execute(tx)
  return rows.map((row) => ({ ...row, on: Temporal.PlainDate.from(row.on) }))
}
