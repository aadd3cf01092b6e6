import { sql } from 'kysely'
import type { Day } from '../../platform/day.ts'

/** What an organisation was called on a day, beside a row of `organisation`. */
export const organisationNameOn = (day: Day) => sql<string>`coalesce((
  select n.name from organisation_name n
  where n.organisation_id = organisation.organisation_id and n.named_during @> ${day.toString()}::date), organisation.name)`

/** The unit a post stood in on a day, beside a row of `post`; null = directly under its organisation. */
export const unitIdOn = (day: Day) => sql<string | null>`coalesce((
  select m.unit_id from post_unit m where m.post_id = post.post_id and m.placed_during @> ${day.toString()}::date), post.unit_id)`

/** What that unit was called that day; null = there is none. */
export const unitNameOn = (day: Day) => sql<string | null>`(
  select n.name from unit_name n where n.unit_id = ${unitIdOn(day)} and n.named_during @> ${day.toString()}::date)`

/** Every other name of the organisation, plan and unit a post belonged to on a day, of all time: agreements keep the names they were written with. */
export const otherNamesOn = (day: Day) => sql<string[]>`array(
  select a.name from alias a where a.organisation_id = post.organisation_id or a.plan_id = post.plan_id or a.unit_id = ${unitIdOn(day)}
  union select n.name from organisation_name n where n.organisation_id = post.organisation_id
  union select o.name from organisation o where o.organisation_id = post.organisation_id
  union select n.name from unit_name n where n.unit_id = ${unitIdOn(day)})`
