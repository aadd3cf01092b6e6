import assert from 'node:assert/strict'
import { partnershipPartsOfRooms } from '../../src/partnership-parts.ts'
import { readAs } from '../../src/platform/database/index.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import type { Database } from '../../src/platform/database/index.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { actAs, commentOnProposal, getVersionOn, proposeChange, putProposal } from '../../src/rooms/agreements/index.ts'
import { addJournalEntry } from '../../src/rooms/agreements/journal/add-journal-entry.ts'
import { takeOutPartnership } from '../../src/rooms/commitments/index.ts'
import { planAnchoring } from '../../src/rooms/commitments/plan-anchoring.ts'
import { recordEvidence } from '../../src/rooms/commitments/record-evidence.ts'
import { decideProposal } from '../../src/rooms/commitments/revision/decide-proposal.ts'
import { settleReservation } from '../../src/rooms/commitments/settle-reservation.ts'
import { listHeldPosts } from '../../src/rooms/parties/index.ts'
import { loadSampleIfEmpty } from '../../src/sample.ts'
import { openArchive } from './open-archive.ts'

/** The agreement that something happens to. */
export const slug = 'havneby-boern-unge-og-familie'
/** Stands only in what came after 25 November 2026. */
export const later = 'KANARIEFUGL-SENERE'
/** What was written about evidence. */
export const note = 'KANARIEFUGL-NOTE'

const day = (iso: string) => Temporal.PlainDate.from(iso)

interface Own {
  readonly database: Database
  readonly url: string
}

export const asOwner = <Row extends object>(own: Own, query: string) =>
  runSqlAsOwner<Row>(own.url, query.replaceAll('@', `${own.database.schema}.`))

/** The person of this name, in the post they hold on 21 November 2026. */
export const acting = async (own: Own, name: string): Promise<Actor> => {
  const platform = testPlatform(own.database)
  const posts = await readAs(platform, system, (tx) => listHeldPosts(tx, day('2026-11-21')))
  const post = posts.find((one) => one.name === name)
  assert.ok(post)
  return (await actAs(platform, post.personId, post.postId)).actor
}

/** Takes all out on 6 December, as of a day; of one plan where one is named. */
export const takeOut = async (own: Own, asked: { on: string; plan?: string }, actor: Actor = system) => {
  const pieces: Uint8Array[] = []
  const steps: number[] = []
  await takeOutPartnership(testPlatform(own.database, '2026-12-06T12:00:00Z'), actor, {
    asked: { day: day(asked.on), plan: asked.plan ?? null, language: 'da' },
    parts: partnershipPartsOfRooms,
    partnership: 'Havneby',
    take: (piece) => pieces.push(piece),
    tell: async (done, all) => {
      steps.push(done)
      assert.ok(done <= all)
    },
  })
  const bytes = Buffer.concat(pieces)
  return { bytes, steps, archive: openArchive(bytes) }
}

const propose = async (own: Own, ida: Actor, { title, moment }: { title: string; moment: string }) => {
  const platform = testPlatform(own.database, moment)
  const version = await readAs(platform, ida, (tx) => getVersionOn(tx, slug, day(moment.slice(0, 10))))
  const words = { heading: 'Mere', text: `Parterne mødes en gang om måneden. ${title}` }
  const base = { slug, baseVersionId: version.agreementVersionId }
  const change = { place: 'a1/ny', words, title, reason: 'Det hjælper.', wantedFromOn: null }
  return proposeChange(platform, ida, { ...base, ...change })
}

/** The sample, in which an agreement gets a second version on 1 December; and what came on 4 and 5 December. */
export const liveThrough = async (own: Own): Promise<void> => {
  const [november, december] = ['2026-11-21T12:00:00Z', '2026-12-05T12:00:00Z']
  await loadSampleIfEmpty(testPlatform(own.database, november))
  const [ida, pernille] = [await acting(own, 'Ida Holt'), await acting(own, 'Pernille Skovgaard')]
  const platform = testPlatform(own.database, november)
  const proposalId = await propose(own, ida, { title: '=1+1;"mere"\nhver måned', moment: november })
  await commentOnProposal(platform, pernille, proposalId, { text: '@SUM(A1) er ikke nok', stance: 'remark' })
  await putProposal(platform, ida, { proposalId, revision: 0 })
  const decision = { forum: 'Boligsocialt Forum', meetingRef: '4/2026', note: 'Enigt vedtaget.', revision: 0 }
  const days = { decidedOn: day('2026-11-21'), from: day('2026-12-01') }
  await decideProposal(platform, pernille, { proposalId, outcome: 'adopted', ...decision, ...days })
  await addWhatCameLater(own, ida, december)
}

const addWhatCameLater = async (own: Own, ida: Actor, moment: string): Promise<void> => {
  const platform = testPlatform(own.database, moment)
  const open = await propose(own, ida, { title: later, moment })
  await commentOnProposal(platform, ida, open, { text: later, stance: 'for' })
  const plan = { activityId: 'a1', takenOverBy: later, byOn: null, proof: later, takenOverOn: null, number: 0 }
  await planAnchoring(platform, ida, slug, { ...plan, state: 'agreed' })
  const entry = { happenedOn: day('2026-12-04'), direction: 'in', documentNumber: null, isShared: true } as const
  await addJournalEntry(platform, ida, slug, { ...entry, theme: later })
  const firstOf = async (table: string): Promise<string> => {
    const [row] = await asOwner<{ id: string }>(
      own,
      `select t.${table}_id as id from @${table} t join @agreement_version v using (agreement_version_id)
       where v.number = 2 order by t.position limit 1`,
    )
    return row?.id ?? assert.fail(`The second version has no ${table}`)
  }
  const done = { commitmentId: await firstOf('commitment'), quantity: 7, note, link: null }
  await recordEvidence(platform, ida, { ...done, happenedOn: '2026-12-03' })
  const settled = { reservationId: await firstOf('reservation'), settlements: 0, endedOn: null } as const
  await settleReservation(platform, ida, { ...settled, outcome: 'goes_on' })
  await asOwner(
    own,
    `insert into @alias (alias_id, organisation_id, name, settled_at, settled_by)
     select gen_random_uuid(), organisation_id, '${later}', '2026-12-04T10:00:00Z', 'x' from @organisation limit 1`,
  )
}
