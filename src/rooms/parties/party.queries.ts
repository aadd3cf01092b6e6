import { sql } from 'kysely'
import { type ReadTx, refuseOn, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import { findOrganisation, findPerson, findPlan, findPost } from './find-party.queries.ts'
import { organisationNameOn, otherNamesOn, unitNameOn } from './name-on.queries.ts'
import { ensureUnit } from './unit.queries.ts'
import type { Duty, HeldPost, KnownPerson, OrganisationKind, PostChoice, PostToRegister } from './party.ts'

const selectHeld = (tx: ReadTx, day: Day) =>
  tx
    .selectFrom('holder')
    .innerJoin('person', 'person.person_id', 'holder.person_id')
    .innerJoin('post', 'post.post_id', 'holder.post_id')
    .innerJoin('organisation', 'organisation.organisation_id', 'post.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .where(sql<boolean>`holder.holder_during @> ${day.toString()}::date`)
    .select([
      'holder.post_id as postId',
      'post.organisation_id as organisationId',
      'person.person_id as personId',
      'person.name as name',
      'person.introduction as introduction',
      'post.title as title',
      organisationNameOn(day).as('organisation'),
      'plan.name as plan',
      unitNameOn(day).as('unit'),
      sql<string>`lower(holder.holder_during)`.as('from'),
      otherNamesOn(day).as('otherNames'),
    ])
    .orderBy('person.name')
    .orderBy('post.title')

const toHeld = ({ from, ...post }: Omit<HeldPost, 'from'> & { readonly from: string }): HeldPost => ({
  ...post,
  from: Temporal.PlainDate.from(from),
})

/** Everyone who holds a post on the day, by name; a person with two posts stands twice. */
export const listHeldPosts = async (tx: ReadTx, day: Day): Promise<HeldPost[]> =>
  (await selectHeld(tx, day).execute()).map(toHeld)

/** The posts one person holds on the day. */
export const listPostsOf = async (tx: ReadTx, personId: string, day: Day): Promise<HeldPost[]> =>
  (await selectHeld(tx, day).where('person.person_id', '=', personId).execute()).map(toHeld)

/** Gives a post a duty; a post that has it keeps it. */
export const giveDuty = (tx: WriteTx, postId: string, duty: Duty) =>
  tx
    .insertInto('post_duty')
    .values({ post_id: postId, duty })
    .onConflict((conflict) => conflict.constraint('duty_given_once').doNothing())
    .execute()

/** The organisation that has or had this name, or is known by it; made when there is none. */
export const ensureOrganisation = async (tx: WriteTx, name: string, kind: OrganisationKind, isSample: boolean) => {
  const found = await findOrganisation(tx, name)
  if (found !== undefined) return found
  const organisation_id = newId<'organisation'>()
  await tx.insertInto('organisation').values({ organisation_id, name, kind, is_sample: isSample }).execute()
  return organisation_id
}

/** The plan that has this name, or is known by it; made when there is none. */
export const ensurePlan = async (tx: WriteTx, name: string, isSample: boolean) => {
  const found = await findPlan(tx, name)
  if (found !== undefined) return found
  const plan_id = newId<'plan'>()
  await tx.insertInto('plan').values({ plan_id, name, is_sample: isSample }).execute()
  return plan_id
}

/** The area of this name, made when there is none. */
export const ensureArea = async (tx: WriteTx, name: string, isSample: boolean): Promise<string> => {
  const area_id = newId<'area'>()
  await tx
    .insertInto('area')
    .values({ area_id, name, is_sample: isSample })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const found = await tx.selectFrom('area').select('area_id').where('name', '=', name).executeTakeFirst()
  return found?.area_id ?? area_id
}

interface PostKeys {
  readonly organisationId: string
  readonly planId: string | null
  readonly isSample: boolean
}

/** The post with this title in its organisation, plan and unit, made when there is none. */
export const ensurePost = async (tx: WriteTx, post: Pick<PostToRegister, 'title' | 'unit'>, keys: PostKeys) => {
  const { organisationId, isSample } = keys
  const unitId = post.unit === null ? null : await ensureUnit(tx, { organisationId, name: post.unit, isSample })
  const found = await findPost(tx, post.title, { ...keys, unitId })
  if (found !== undefined) return found
  const post_id = newId<'post'>()
  await tx
    .insertInto('post')
    .values({
      post_id,
      title: post.title,
      organisation_id: keys.organisationId,
      plan_id: keys.planId,
      unit_id: unitId,
      is_sample: keys.isSample,
    })
    .execute()
  return post_id
}

/** The person who has this name, made when there is none; mail and introduction are filled in where they were missing. */
export const ensurePerson = async (tx: WriteTx, person: NonNullable<PostToRegister['holder']>, isSample: boolean) => {
  const found = await findPerson(tx, person.name)
  if (found !== undefined) {
    await tx
      .updateTable('person')
      .set((eb) => ({
        email: eb.fn.coalesce('email', eb.val(person.email)),
        introduction: eb.fn.coalesce('introduction', eb.val(person.introduction)),
      }))
      .where('person_id', '=', found)
      .execute()
    return found
  }
  const person_id = newId<'person'>()
  await tx
    .insertInto('person')
    .values({ person_id, ...person, is_sample: isSample })
    .execute()
  return person_id
}

/** A person's name and mail address; undefined where there is no such person. */
export const findPersonMail = (
  tx: ReadTx,
  personId: string,
): Promise<{ name: string; email: string | null } | undefined> =>
  tx.selectFrom('person').select(['name', 'email']).where('person_id', '=', personId).executeTakeFirst()

/** Who holds a post with the duty on the day. */
export const listHoldersOfDuty = async (tx: ReadTx, duty: Duty, day: Day): Promise<HeldPost[]> => {
  const held = selectHeld(tx, day).innerJoin('post_duty', 'post_duty.post_id', 'post.post_id')
  return (await held.where('post_duty.duty', '=', duty).execute()).map(toHeld)
}

/** Everyone's name, also of those who hold no post any more. */
export const listPersonNames = (tx: ReadTx): Promise<{ personId: string; name: string }[]> =>
  tx.selectFrom('person').select(['person_id as personId', 'name']).execute()

/** Every post's title with where it is. */
export const listPostNames = (
  tx: ReadTx,
): Promise<{ postId: string; title: string; organisation: string; plan: string | null }[]> =>
  tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.organisation_id', 'post.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .select(['post.post_id as postId', 'post.title', 'organisation.name as organisation', 'plan.name as plan'])
    .execute()

/** Those who have their mail at the address, however it is spelled in large and small letters, by name. */
export const listPeopleByMail = (tx: ReadTx, address: string): Promise<{ personId: string; name: string }[]> =>
  tx
    .selectFrom('person')
    .select(['person_id as personId', 'name'])
    .where(sql<boolean>`lower(email) = lower(${address})`)
    .orderBy('name')
    .execute()

/** Writes where a person has their mail; null = nowhere. A changed address is not confirmed. */
export const setPersonMail = (tx: WriteTx, personId: string, email: string | null) =>
  tx
    .updateTable('person')
    .set({ email, email_confirmed_at: null })
    .where('person_id', '=', personId)
    .where('email', 'is distinct from', email)
    .execute()

/** Writes that mails to this address reach the person, where it is still theirs. */
export const confirmPersonMail = (tx: WriteTx, personId: string, email: string, at: Temporal.Instant) =>
  tx
    .updateTable('person')
    .set({ email_confirmed_at: at })
    .where('person_id', '=', personId)
    .where('email', '=', email)
    .execute()

const selectKnown = sql`
  select person.person_id as "personId", person.name, person.email, coalesce((
    select string_agg(distinct p.title || ', ' || coalesce(plan.name, o.name), ' · ')
    from holder h join post p using (post_id) join organisation o using (organisation_id) left join plan using (plan_id)
    where h.person_id = person.person_id), '') as posts
  from person`

/** The person with this mail address, in whatever letters it is written; the one known first where several share it. */
export const findPersonByMail = async (tx: ReadTx, email: string): Promise<KnownPerson | undefined> => {
  const { rows } = await sql<KnownPerson>`${selectKnown}
    where lower(person.email) = lower(${email}) order by person.person_id limit 1`.execute(tx)
  return rows[0]
}

/** People of this name whose mail address is not known. */
export const listNamesakes = async (tx: ReadTx, name: string): Promise<KnownPerson[]> => {
  const { rows } = await sql<KnownPerson>`${selectKnown}
    where lower(person.name) = lower(${name}) and person.email is null order by person.person_id`.execute(tx)
  return rows
}

/** Writes a person known by name and mail. */
export const insertPerson = async (tx: WriteTx, person: { name: string; email: string }): Promise<string> => {
  const person_id = newId<'person'>()
  await tx
    .insertInto('person')
    .values({ person_id, ...person, introduction: null })
    .execute()
  return person_id
}

/** Every post as it is called and placed on the day, by organisation and title. */
export const listPosts = (tx: ReadTx, day: Day): Promise<PostChoice[]> =>
  tx
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.organisation_id', 'post.organisation_id')
    .leftJoin('plan', 'plan.plan_id', 'post.plan_id')
    .select([
      'post.post_id as postId',
      'post.title as title',
      organisationNameOn(day).as('organisation'),
      'plan.name as plan',
      unitNameOn(day).as('unit'),
    ])
    .orderBy('organisation')
    .orderBy('post.title')
    .orderBy('unit')
    .execute()

/** Whether anyone holds the post on the day. */
export const isPostHeld = async (tx: ReadTx, postId: string, day: Day): Promise<boolean> => {
  const found = await tx
    .selectFrom('holder')
    .select('holder_id')
    .where('post_id', '=', postId)
    .where(sql<boolean>`holder_during @> ${day.toString()}::date`)
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Writes that the person holds the post from the day on, or until the first day they no longer do. Throws Refused('post_taken') where
 * another does.
 */
export const insertHolder = async (
  tx: WriteTx,
  hold: { postId: string; personId: string; from: Day; until?: Day | null; provisional: boolean },
): Promise<string> => {
  const holder_id = newId<'holder'>()
  try {
    await tx
      .insertInto('holder')
      .values({
        holder_id,
        post_id: hold.postId,
        person_id: hold.personId,
        holder_during: `[${hold.from.toString()},${hold.until?.toString() ?? ''})`,
        provisional: hold.provisional,
      })
      .execute()
  } catch (error) {
    throw refuseOn(error, { post_held_by_one_at_a_time: () => new Refused('post_taken') })
  }
  return holder_id
}
