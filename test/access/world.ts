import { createApp } from '../../src/app.ts'
import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import { openTables } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrations.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { today } from '../../src/platform/day.ts'
import { silentLog } from '../../src/platform/log.ts'
import { newId } from '../../src/platform/id.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system, visitor } from '../../src/rooms/access/index.ts'
import { actAs } from '../../src/rooms/agreements/index.ts'
import { giveDuty, registerPosts } from '../../src/rooms/parties/index.ts'
import { listRelations } from '../../src/rooms/agreements/relation.queries.ts'
import { residentActor } from '../../src/rooms/access/residents/resident.ts'
import { loadSampleIfEmpty } from '../../src/sample.ts'
import { actorNamed, cookieOf } from './people.ts'
import { canaries, makeThings, neighbourCanaries, type Things } from './things.ts'

/** Everyone who asks, in the order of the table of cases. */
export const askers = [
  'visitor',
  'party',
  'partyByPlan',
  'otherParty',
  'volunteer',
  'lead',
  'administrator',
  'officer',
  'former',
  'coming',
  'otherHat',
  'forged',
  'neighbour',
  'unknown',
  'guardian',
  'otherGuardian',
] as const

export type Asker = (typeof askers)[number]

/** What one who asks brings along: who they are to the database, and the cookie their browser sends. */
export interface Asking {
  readonly actor: Actor
  readonly cookie: string
}

export interface World {
  readonly platform: Platform
  readonly app: Awaited<ReturnType<typeof createApp>>
  readonly askers: Readonly<Record<Asker, Asking>>
  readonly things: Things
  /** The same kinds of things in another municipality of the same database. */
  readonly neighbour: Things
  close(): Promise<void>
}

const neighbourSchema = 'naboby'

/** Havneby with everyone who asks and everything asked for, and a municipality beside it. */
export const makeWorld = async (own: { url: string; database: Platform['database'] }): Promise<World> => {
  const platform = testPlatform(own.database)
  await migrate(own.url, neighbourSchema)
  const beside = testPlatform(openTables(own.url, neighbourSchema, silentLog))
  await Promise.all([platform, beside].map(loadSampleIfEmpty))
  const people = await addPeople(platform)
  await addPeople(beside)
  const acting = (name: string, of = platform) => actorNamed(of, name)
  const things = await makeThings(platform, own.url, canaries)
  const neighbour = await makeThings(beside, own.url, neighbourCanaries)
  await runSqlAsOwner(own.url, 'analyze')
  const actors: Record<Asker, Actor> = {
    visitor,
    party: await acting('Ida Holt'),
    partyByPlan: await acting('Yusuf Demir'),
    otherParty: await acting('Christina Bech Mølgaard'),
    volunteer: await acting('Emil Bay Poulsen'),
    lead: await acting('Pernille Skovgaard'),
    administrator: await acting('Asger Administrator'),
    officer: await acting('Dariusz Nowak'),
    former: (await actAs(platform, people.former, null)).actor,
    coming: (await actAs(platform, people.coming, null)).actor,
    otherHat: await acting('Tove Tohatte'),
    forged: await forge(platform, await acting('Christina Bech Mølgaard'), await acting('Ida Holt')),
    neighbour: await asSeenHere(platform, await acting('Ida Holt', beside)),
    unknown: { ...visitor, personId: newId<'person'>(), day: Temporal.PlainDate.from('2026-11-21') },
    guardian: residentActor(things.guardian, today(platform.clock), null),
    otherGuardian: residentActor(things.otherGuardian, today(platform.clock), null),
  }
  return {
    platform,
    app: await createApp(platform),
    askers: Object.fromEntries(
      await Promise.all(
        askers.map(async (asker) => [asker, { actor: actors[asker], cookie: await cookieOf(platform, actors[asker]) }]),
      ),
    ),
    things,
    neighbour,
    close: () => beside.database.close(),
  }
}

/** Someone who says they act for a post they do not hold. */
const forge = (platform: Platform, who: Actor, claimed: Actor): Promise<Actor> => {
  return asSeenHere(platform, { ...who, postId: claimed.postId, onBehalfOf: claimed.onBehalfOf })
}

/** What the actor is here, whatever they are where they come from. */
const asSeenHere = async (platform: Platform, actor: Actor): Promise<Actor> => ({
  ...actor,
  relations: await readAs(platform, actor, listRelations),
})

const addPeople = async (platform: Platform): Promise<{ former: string; coming: string }> => {
  const post = (name: string, title: string, organisation: string) => ({
    organisation,
    kind: 'other' as const,
    plan: null,
    unit: null,
    title,
    holder: { name, email: null, introduction: null },
    provisional: false,
  })
  const from = Temporal.PlainDate.from('2025-01-01')
  const people = [
    post('Asger Administrator', 'administrator', 'Sundstrand Kommune'),
    post('Tove Tohatte', 'konsulent', 'Kultur- og Idrætsforvaltningen'),
    post('Tove Tohatte', 'vikar', 'Boligforeningen Fyret'),
    post('Fia Fordums', 'tidligere vikar', 'Boligforeningen Fyret'),
    post('Kaj Kommende', 'kommende vikar', 'Boligforeningen Fyret'),
  ]
  return keepHouse(platform, system, async (tx) => {
    const [administrator] = await registerPosts(tx, people, from, false)
    await giveDuty(tx, administrator?.postId ?? '', 'administrator')
    const lead = await tx
      .selectFrom('person')
      .select('person_id')
      .where('name', '=', 'Pernille Skovgaard')
      .executeTakeFirstOrThrow()
    await tx
      .deleteFrom('post_duty')
      .where('post_id', 'in', (eb) => eb.selectFrom('holder').select('post_id').where('person_id', '=', lead.person_id))
      .execute()
    const during = async (name: string, span: string) => {
      const { person_id } = await tx
        .selectFrom('person')
        .select('person_id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      await tx.updateTable('holder').set({ holder_during: span }).where('person_id', '=', person_id).execute()
      return person_id
    }
    return {
      former: await during('Fia Fordums', '[2025-01-01,2026-11-21)'),
      coming: await during('Kaj Kommende', '[2026-11-22,)'),
    }
  })
}
