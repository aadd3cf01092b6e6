import { readAs } from '../../src/platform/database/index.ts'
import { type Day, today } from '../../src/platform/day.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { sampleAgreement } from '../../src/rooms/agreements/documents/sample-agreement.ts'
import type { AgreementDocument } from '../../src/rooms/agreements/agreement-format.ts'
import { actAs, beginDraft } from '../../src/rooms/agreements/index.ts'
import { confirmAgreement } from '../../src/rooms/commitments/confirm-agreement.ts'
import { holdPost } from '../../src/rooms/commitments/test-holder.ts'
import { type HeldPost, listHeldPosts } from '../../src/rooms/parties/index.ts'

/** The day every history begins: the partnership has its agreement, and nothing has happened yet. */
export const firstDay = Temporal.PlainDate.from('2026-01-12')

/** What can be asked of a day; a step tells which of it it touches. */
export const aspects = [
  'contacts',
  'register',
  'agreements',
  'promises',
  'signatures',
  'proposals',
  'anchoring',
  'journal',
] as const

export type Aspect = (typeof aspects)[number]

/** What a step made true of days: from its day on, of these. `null` = it corrects what was known, of all days. */
export interface Effect {
  readonly aspects: readonly Aspect[]
  readonly from: Day | null
}

/** A partnership on a day of its history. */
export interface World {
  readonly platform: Platform
  readonly day: Day
  readonly lead: Actor
}

type Told = (typeof sampleAgreement)['contacts'][number]

const inUnit = (unit: string, post: string, holder: string): Told => ({
  ...(sampleAgreement.contacts[2] ?? missing()),
  unit,
  post,
  holder,
})

const missing = (): never => {
  throw new Error('The sample names no department')
}

/** The agreement there is from the first day: the sample's, with a department of several houses. */
export const firstAgreement: AgreementDocument = {
  ...sampleAgreement,
  contacts: [
    ...sampleAgreement.contacts,
    inUnit('Pakhuset', 'daglig leder', 'Esben Thorup'),
    inUnit('Pakhuset', 'værkstedsleder', 'Rikke Vang'),
    inUnit('Bådhuset', 'instruktør', 'Solvej Krag'),
    inUnit('Kulturkontoret', 'konsulent', 'Noor Rahimi'),
  ],
}

const source = (name: string) => ({
  name,
  mediaType: 'text/plain',
  sha256: 'c'.repeat(64),
  bytes: new Uint8Array([65]),
  lines: [],
})

const at = (database: Platform['database'], day: Day): Platform => testPlatform(database, `${day.toString()}T09:00:00Z`)

/** A partnership with one agreement in force, on its first day. */
export const openWorld = async (database: Platform['database']): Promise<World> => {
  const platform = at(database, Temporal.PlainDate.from('2025-01-01'))
  const lead = await holdPost(platform, {
    name: 'Laila Leder',
    title: 'administrator',
    organisation: 'Sundvig Kommune',
    duty: 'administrator',
  })
  await begin({ platform, day: today(platform.clock), lead }, firstAgreement)
  return onDay({ platform, day: firstDay, lead }, firstDay)
}

/** The same partnership on another day. */
export const onDay = async (world: World, day: Day): Promise<World> => {
  const platform = at(world.platform.database, day)
  const { actor } = await actAs(platform, world.lead.personId ?? '', world.lead.postId)
  return { platform, day, lead: actor }
}

/** Reads an agreement in and confirms it. Answers with its address. */
export const begin = async ({ platform, lead }: World, document: AgreementDocument): Promise<string> => {
  const draftId = await beginDraft(platform, lead, { source: source(document.source.name), document })
  return confirmAgreement(platform, lead, { draftId, revision: 0, isPublished: true })
}

/** Everyone who holds a post today, in an order of their own. */
export const heldToday = async ({ platform, day }: World): Promise<HeldPost[]> => {
  const held = await readAs(platform, system, (tx) => listHeldPosts(tx, day))
  return held.toSorted((one, other) => (one.postId < other.postId ? -1 : 1))
}

/** Somebody in the post they hold today. */
export const acting = async ({ platform }: World, { personId, postId }: HeldPost): Promise<Actor> =>
  (await actAs(platform, personId, postId)).actor
