import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import { openTables } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrations.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { silentLog } from '../../src/platform/log.ts'
import { newId } from '../../src/platform/id.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, beginSession, signInDesk, system, visitor } from '../../src/rooms/access/index.ts'
import { actAs, beginDraft, insertSource } from '../../src/rooms/agreements/index.ts'
import { putInForce, readSource } from '../../src/rooms/commitments/index.ts'
import { giveDuty, listHeldPosts, registerPosts } from '../../src/rooms/parties/index.ts'
import { listRelations } from '../../src/rooms/agreements/relation.queries.ts'
import { recordEvidence } from '../../src/rooms/commitments/record-evidence.ts'
import { loadSampleIfEmpty } from '../../src/sample.ts'

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
] as const

export type Asker = (typeof askers)[number]

/** What one who asks brings along: who they are to the database, and the cookie their browser sends. */
export interface Asking {
  readonly actor: Actor
  readonly cookie: string
}

/** The things that are asked for. `hidden` is an agreement that is not published; `otherParty`, `volunteer` and `officer` have no part in it. */
export interface Things {
  readonly publishedSlug: string
  readonly publishedVersion: string
  readonly publishedSource: string
  readonly publishedPromise: string
  readonly publishedReservation: string
  readonly publishedEvidence: string
  readonly hiddenSlug: string
  readonly hiddenVersion: string
  readonly hiddenSource: string
  readonly hiddenPromise: string
  readonly draft: string
  readonly partySession: string
  readonly party: string
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

/** Words that stand in one thing alone: where they are seen, it was seen. */
export const canaries = {
  hidden: 'KANARIEFUGL-SKJULT',
  draft: 'KANARIEFUGL-UDKAST',
  note: 'KANARIEFUGL-NOTE',
  source: 'KANARIEFUGL-KILDE',
} as const

/** The same in the municipality beside this one, where nobody here may see anything. */
export const neighbourCanaries = {
  hidden: 'NABOFUGL-SKJULT',
  draft: 'NABOFUGL-UDKAST',
  note: 'NABOFUGL-NOTE',
  source: 'NABOFUGL-KILDE',
} as const

type Canaries = Readonly<Record<keyof typeof canaries, string>>

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

const actorNamed = async (platform: Platform, name: string): Promise<Actor> => {
  const day = platform.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  const posts = (await readAs(platform, system, (tx) => listHeldPosts(tx, day))).filter((post) => post.name === name)
  // Who has two hats wears the one of the other party.
  const post = posts.find(({ organisation }) => organisation === 'Kultur- og Idrætsforvaltningen') ?? posts[0]
  if (post === undefined) throw new Error(`${name} holds no post`)
  return (await actAs(platform, post.personId, post.postId)).actor
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

/** A session as if the person had signed in; who nobody knows has a cookie nobody knows. */
const cookieOf = async (platform: Platform, actor: Actor): Promise<string> => {
  if (actor.personId === null) return ''
  const personId = actor.personId
  const { token, sessionId } = await keepHouse(platform, signInDesk, (tx) =>
    beginSession(tx, platform.clock, { personId, method: 'cast', userAgent: 'Firefox/140 Linux' }),
  )
  if (actor.postId !== null)
    await keepHouse(platform, signInDesk, (tx) =>
      tx.updateTable('session').set({ post_id: actor.postId }).where('session_id', '=', sessionId).execute(),
    )
  return `brobyg=${token}`
}

const makeThings = async (platform: Platform, url: string, words: Canaries): Promise<Things> => {
  const schema = platform.database.schema
  const one = async (query: string): Promise<string> => {
    const [row] = await runSqlAsOwner<{ id: string }>(url, query.replaceAll('@', `"${schema}".`))
    if (row === undefined) throw new Error(`Nothing found by ${query}`)
    return row.id
  }
  const hiddenSlug = await addHidden(platform, words)
  const publishedSlug = 'havneby-boern-unge-og-familie'
  const versionOf = (slug: string) =>
    one(
      `select v.agreement_version_id as id from @agreement_version v join @agreement a using (agreement_id) where a.slug = '${slug}'`,
    )
  const sourceOf = (version: string) =>
    one(`select source_document_id as id from @agreement_version where agreement_version_id = '${version}'`)
  const promiseOf = (version: string) =>
    one(
      `select commitment_id as id from @commitment where agreement_version_id = '${version}' order by position limit 1`,
    )
  const [publishedVersion, hiddenVersion] = [await versionOf(publishedSlug), await versionOf(hiddenSlug)]
  const party = await actorNamed(platform, 'Ida Holt')
  await cookieOf(platform, party)
  const publishedPromise = await promiseOf(publishedVersion)
  return {
    publishedSlug,
    publishedVersion,
    publishedSource: await sourceOf(publishedVersion),
    publishedPromise,
    publishedReservation: await one(
      `select reservation_id as id from @reservation where agreement_version_id = '${publishedVersion}' limit 1`,
    ),
    publishedEvidence: await addNote(platform, party, { commitmentId: publishedPromise, note: words.note }),
    hiddenSlug,
    hiddenVersion,
    hiddenSource: await sourceOf(hiddenVersion),
    hiddenPromise: await promiseOf(hiddenVersion),
    draft: await addDraft(platform, party, words.draft),
    partySession: await one(`select session_id as id from @session where person_id = '${party.personId}' limit 1`),
    party: party.personId ?? '',
  }
}

const hiddenFile = join(projectRoot, 'samples', 'havneby', 'uddannelse-og-job.txt')
const read = async (word: string) => {
  const bytes = await readFile(hiddenFile)
  const { document, lines } = await readSource(bytes, 'uddannelse-og-job.txt')
  return { bytes, document, lines: [...lines, { number: lines.length + 1, text: word, page: null }] }
}

/** The second contract of the sample once more, not published. */
const addHidden = async (platform: Platform, words: Canaries): Promise<string> => {
  const { bytes, document, lines } = await read(words.source)
  const sourceDocumentId = newId<'source_document'>()
  const receivedAt = platform.clock.now()
  const { name, mediaType, sha256 } = document.source
  const focusArea = `${document.focusArea} ${words.hidden}`
  return keepHouse(platform, system, async (tx) => {
    const source = { name, mediaType, sha256, bytes, lines }
    await insertSource(tx, { sourceDocumentId, source, receivedAt, receivedBy: 'system', isSample: false })
    return putInForce(tx, platform, {
      document: { ...document, focusArea, title: `${document.title} ${words.hidden}` },
      sourceDocumentId,
      isPublished: false,
      isSample: false,
      confirmedBy: 'system',
    })
  })
}

const addDraft = async (platform: Platform, party: Actor, word: string): Promise<string> => {
  const { bytes, document, lines } = await read(word)
  const { name, mediaType, sha256 } = document.source
  const source = { name, mediaType, sha256, bytes, lines }
  return beginDraft(platform, party, {
    source,
    document: { ...document, title: word, focusArea: word },
  })
}

const addNote = async (
  platform: Platform,
  party: Actor,
  { commitmentId, note }: { commitmentId: string; note: string },
): Promise<string> => {
  await recordEvidence(platform, party, { commitmentId, happenedOn: '2026-11-20', quantity: 1, note, link: null })
  const row = await readAs(platform, party, (tx) =>
    tx.selectFrom('evidence_note').select('evidence_id').where('note', '=', note).executeTakeFirstOrThrow(),
  )
  return row.evidence_id
}
