import { readAs } from '../../src/platform/database/index.ts'
import type { AgreementDocument } from '../../src/rooms/agreements/agreement-format.ts'

import {
  type AgreementVersion,
  commentOnProposal,
  getLastVersion,
  listAgreements,
  proposeChange,
  putProposal,
  sectionText,
  withdrawProposal,
  writePlace,
} from '../../src/rooms/agreements/index.ts'
import { documentHash } from '../../src/rooms/agreements/sign-off/canonical-json.rules.ts'
import { signVersion } from '../../src/rooms/agreements/sign-off/sign-version.ts'
import { listAnchoringPlans } from '../../src/rooms/commitments/anchoring.queries.ts'
import { noPlan } from '../../src/rooms/commitments/anchoring.ts'
import { listCommitmentsInForce } from '../../src/rooms/commitments/commitment.queries.ts'
import { correctCommitment } from '../../src/rooms/commitments/correct-commitment.ts'
import { listEvidence } from '../../src/rooms/commitments/evidence.queries.ts'
import { planAnchoring } from '../../src/rooms/commitments/plan-anchoring.ts'
import { cancelEvidence, recordEvidence } from '../../src/rooms/commitments/record-evidence.ts'
import { listReservations } from '../../src/rooms/commitments/reservation.queries.ts'
import { decideProposal } from '../../src/rooms/commitments/revision/decide-proposal.ts'
import { settleReservation } from '../../src/rooms/commitments/settle-reservation.ts'
import { findVersionOn } from '../../src/rooms/agreements/agreement.queries.ts'
import { type Doing, everyone, othersHeld, pick, type Step } from './history-step.ts'
import { acting, begin, firstAgreement, type World } from './history-world.ts'

const slugs = async ({ platform, lead, day }: World): Promise<string[]> =>
  (await readAs(platform, lead, (tx) => listAgreements(tx, day))).map(({ slug }) => slug).toSorted()

/** Whoever may speak for a party of the agreement today. */
const partyTo = async (world: World, which: number) => {
  const post = pick(
    (await othersHeld(world)).filter(({ organisation }) => organisation !== 'Sundvig Kommune'),
    which,
  )
  return post === undefined ? undefined : acting(world, post)
}

const openProposal = async (world: World, { which, word }: Step) => {
  const actor = await partyTo(world, which)
  const slug = pick(await slugs(world), which)
  if (actor === undefined || slug === undefined) return null
  const version = await readAs(world.platform, world.lead, (tx) => getLastVersion(tx, slug))
  const place = { kind: 'section', activityId: 'a1', section: 2 } as const
  const stands = sectionText(version.document, place.activityId, place.section) ?? ''
  const form = { title: `Ændring ${word}`, reason: '', wantedFromOn: null }
  const proposalId = await proposeChange(world.platform, actor, {
    slug,
    baseVersionId: version.agreementVersionId,
    place: writePlace(place),
    words: { heading: '', text: changed(stands, which, word) },
    ...form,
  })
  return { proposalId, actor, version }
}

const changed = (text: string, which: number, word: string): string =>
  which % 2 === 0
    ? text
        .replace(/mødes \S+ gange om året/u, `mødes ${which % 3 === 0 ? 'fire' : 'seks'} gange om året`)
        .concat(` Aftalt ${word}.`)
    : `${text}\n• følger op på ${word}`

const propose: Doing = async (world, step) => {
  const made = await openProposal(world, step)
  if (made === null) return null
  const { proposalId, actor } = made
  if (step.which % 3 > 0) await commentOnProposal(world.platform, actor, proposalId, { text: 'Godt.', stance: 'for' })
  if (step.which % 3 === 1) await putProposal(world.platform, actor, { proposalId, revision: 0 })
  if (step.which % 3 === 2) await withdrawProposal(world.platform, actor, proposalId)
  return { aspects: ['proposals', 'journal'], from: world.day }
}

/** The forum decides today; the next version is in force from today at the earliest. */
const revise: Doing = async (world, step, asked) => {
  const made = await openProposal(world, step)
  if (made === null) return null
  const from = Temporal.PlainDate.compare(asked, world.day) < 0 ? world.day : asked
  await putProposal(world.platform, made.actor, { proposalId: made.proposalId, revision: 0 })
  await decideProposal(world.platform, world.lead, {
    proposalId: made.proposalId,
    revision: 0,
    outcome: step.which % 5 === 0 ? 'rejected' : 'adopted',
    decidedOn: world.day,
    forum: 'Boligsocialt Forum Havneby',
    meetingRef: null,
    note: '',
    from,
  })
  // That there is another version to come is known from today.
  return {
    aspects: ['agreements', 'proposals', 'promises', 'signatures', 'anchoring', 'journal', 'contacts'],
    from: world.day,
  }
}

const inForce = async ({ platform, lead, day }: World) =>
  (await readAs(platform, lead, (tx) => listCommitmentsInForce(tx, day))).toSorted((one, other) =>
    one.commitmentId < other.commitmentId ? -1 : 1,
  )

const leaveProof: Doing = async (world, { which }, asked) => {
  const actor = await partyTo(world, which)
  const commitment = pick(await inForce(world), which)
  if (actor === undefined || commitment === undefined) return null
  const on = Temporal.PlainDate.compare(asked, world.day) > 0 ? world.day : asked
  const evidence = { happenedOn: on.toString(), quantity: (which % 4) + 1, note: 'Det skete.', link: null }
  await recordEvidence(world.platform, actor, { commitmentId: commitment.commitmentId, ...evidence })
  return { aspects: ['promises'], from: on }
}

const cancelProof: Doing = async (world, { which }) => {
  const actor = await partyTo(world, which)
  const commitments = await inForce(world)
  const pieces = await readAs(world.platform, world.lead, async (tx) => {
    const lists = []
    for (const { commitmentId } of commitments) lists.push(...(await listEvidence(tx, commitmentId)))
    return lists.filter(({ isCancelled }) => !isCancelled)
  })
  const piece = pick(pieces, which)
  if (actor === undefined || piece === undefined) return null
  await cancelEvidence(world.platform, actor, piece.evidenceId, 'Det skete ikke.')
  return { aspects: ['promises'], from: Temporal.PlainDate.from(piece.happenedOn) }
}

const versionToday = async (world: World, which: number): Promise<AgreementVersion | undefined> => {
  const slug = pick(await slugs(world), which)
  return readAs(world.platform, world.lead, (tx) => findVersionOn(tx, slug ?? '', world.day))
}

const sign: Doing = async (world, { which }) => {
  const actor = await partyTo(world, which)
  const version = await versionToday(world, which)
  if (actor === undefined || version === undefined) return null
  const { slug, number, document } = version
  const seen = { slug, number, postId: actor.postId ?? '', documentHash: documentHash(document) }
  await signVersion(world.platform, actor, seen)
  return { aspects: ['signatures', 'journal'], from: world.day }
}

const anchor: Doing = async (world, { which, word }) => {
  const actor = await partyTo(world, which)
  const version = await versionToday(world, which)
  if (actor === undefined || version === undefined) return null
  const plans = await readAs(world.platform, actor, (tx) =>
    listAnchoringPlans(tx, [version.agreementVersionId], world.day),
  )
  const { number } = plans.get(version.agreementVersionId)?.get('a1') ?? noPlan('a1')
  await planAnchoring(world.platform, actor, version.slug, {
    ...noPlan('a1'),
    number,
    takenOverBy: `Enhed ${word}`,
    state: 'agreed',
  })
  return { aspects: ['anchoring', 'promises'], from: world.day }
}

const settle: Doing = async (world, { which }, asked) => {
  const actor = await partyTo(world, which)
  const version = await versionToday(world, which)
  if (actor === undefined || version === undefined) return null
  const reservations = await readAs(world.platform, actor, (tx) =>
    listReservations(tx, version.agreementVersionId, world.day),
  )
  const reservation = pick(reservations, which)
  if (reservation === undefined) return null
  const { reservationId, settlements } = reservation
  const outcome = which % 2 === 0 ? 'ended' : 'goes_on'
  const endedOn = outcome === 'ended' ? asked.toString() : null
  await settleReservation(world.platform, actor, { reservationId, settlements, outcome, endedOn })
  // However long ago it ended: the promises follow from the day it was settled.
  return { aspects: ['promises'], from: world.day }
}

const beginAnother: Doing = async (world, { word, which }, from) => {
  const to = from.add({ years: 2 })
  const others: AgreementDocument = {
    ...firstAgreement,
    title: `Aftale ${word}`,
    focusArea: `Område ${word}`,
    source: { ...firstAgreement.source, name: `${word}.txt` },
    validDuring: { from: from.toString(), to: to.toString() },
    contacts: firstAgreement.contacts.map((contact, at) =>
      at === which % firstAgreement.contacts.length
        ? { ...contact, post: `tovholder ${word}`, holder: `Ny ${word}` }
        : contact,
    ),
  }
  await begin(world, others)
  const known = Temporal.PlainDate.compare(from, world.day) < 0 ? from : world.day
  return { aspects: [...everyone, 'agreements', 'proposals', 'anchoring', 'journal'], from: known }
}

const correct: Doing = async (world, { which }) => {
  const actor = await partyTo(world, which)
  const commitment = pick(await inForce(world), which)
  if (actor === undefined || commitment === undefined) return null
  const { commitmentId, corrections } = commitment
  await correctCommitment(world.platform, actor, { commitmentId, corrections }, { ...commitment, owedTo: ['Alle'] })
  return { aspects: ['promises'], from: null }
}

/** What happens to agreements and their promises. */
export const agreementSteps = {
  revise,
  propose,
  evidence: leaveProof,
  'cancel evidence': cancelProof,
  sign,
  anchor,
  settle,
  begin: beginAnother,
  correct,
}
