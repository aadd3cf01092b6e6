import { keepHouse, leaveTrace, readAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import { type AgreementVersion, getVersion, splitClauses } from '../../agreements/index.ts'
import {
  activityKey,
  isOwedBy,
  listActivityContacts,
  listPlacedOf,
  parseNotation,
  type Place,
  type PlacedCommitment,
} from '../../commitments/index.ts'
import { insertConvenorship, listConvenorships } from '../turns/convenorship.queries.ts'
import { insertGroup, insertGroupPromise } from '../group/group.queries.ts'
import { insertMember, listEveryMember, updateSitting } from '../group/member.queries.ts'
import { layStandingItems } from '../agenda/standing-items.ts'
import { forumKey } from './group-words.ts'
import type { NamedPost } from './named-post.ts'
import { type ActivityToRead, type ReadGroup, readGroups } from './read-groups.rules.ts'
import {
  endSeatsNotNamed,
  findForum,
  findGroupOfPromises,
  listNamedPosts,
  listUnreadVersions,
  markRead,
} from './reading.queries.ts'
import { type Means, seatNamed, seatsOf, type SeatToLay } from './seats.rules.ts'

/**
 * Reads the groups of every version that has not been read, so that they are there whichever way an agreement came into force. Whoever
 * shows groups asks it first; it costs one small question where nothing is new.
 */
export const layMissingGroups = async (platform: Platform): Promise<void> => {
  const unread = await readAs(platform, system, listUnreadVersions)
  for (const versionId of unread) await keepHouse(platform, system, (tx) => layGroupsOf(tx, platform, versionId))
}

/** Reads the groups of every version that has not been read, in a transaction of the program. */
export const layUnreadGroups = async (tx: WriteTx, platform: Platform): Promise<void> => {
  for (const versionId of await listUnreadVersions(tx)) await layGroupsOf(tx, platform, versionId)
}

/** Reads the groups of one version: new ones are made, and those it goes on with get its promises and seats. What people changed stays. */
const layGroupsOf = async (tx: WriteTx, platform: Platform, versionId: string): Promise<void> => {
  const now = platform.clock.now()
  if (!(await markRead(tx, versionId, now))) return
  const version = await getVersion(tx, versionId)
  const laying = await prepare(tx, version, now)
  for (const activity of version.document.activities) {
    const means = meaningIn(laying, activity.id)
    const posts = laying.posts.filter(
      ({ activityId }) => activityId === activity.id || activityId === activity.parentId,
    )
    for (const group of readGroups(toRead(activity, laying.promises)))
      await layGroup(tx, laying, { group, activity: activity.title, posts, means })
  }
  await layForum(tx, laying)
  leaveTrace(tx, { verb: 'groups.read', thing: 'agreement_version', ref: versionId })
}

interface Laying {
  readonly version: AgreementVersion
  readonly promises: readonly PlacedCommitment[]
  readonly posts: readonly NamedPost[]
  readonly contacts: ReadonlyMap<string, readonly Place[]>
  readonly from: Day
  readonly to: Day | null
  readonly now: Temporal.Instant
}

const prepare = async (tx: WriteTx, version: AgreementVersion, now: Temporal.Instant): Promise<Laying> => {
  const from = version.inForceDuring.from ?? now.toZonedDateTimeISO('UTC').toPlainDate()
  return {
    version,
    promises: await listPlacedOf(tx, [version.agreementVersionId]),
    posts: await listNamedPosts(tx, version.agreementVersionId),
    contacts: await listActivityContacts(tx, from),
    from,
    to: version.inForceDuring.to,
    now,
  }
}

const meaningIn = ({ version, contacts }: Laying, activityId: string): Means => {
  const here = contacts.get(activityKey(version.agreementVersionId, activityId)) ?? []
  return (name, post) => isOwedBy([name], post, here)
}

const toRead = (
  activity: AgreementVersion['document']['activities'][number],
  promises: readonly PlacedCommitment[],
): ActivityToRead => ({
  title: activity.title,
  sections: activity.sections.map(({ text }) => ({ clauses: splitClauses(text) })),
  promises: promises
    .filter(({ readingId }) => readingId.split('/')[0] === activity.id)
    .map((promise) => ({ ...promise, rules: parseNotation(promise.notation) })),
})

interface GroupToLay {
  readonly group: ReadGroup
  readonly activity: string
  readonly posts: readonly NamedPost[]
  readonly means: Means
}

const layGroup = async (tx: WriteTx, laying: Laying, { group, activity, posts, means }: GroupToLay): Promise<void> => {
  const { version, now } = laying
  const lineages = group.promises.map(({ lineageId }) => lineageId)
  const known = await findGroupOfPromises(tx, lineages)
  const groupId =
    known ??
    (await insertGroup(tx, {
      ...usual,
      name: group.name,
      kind: group.kind,
      forumKey: null,
      agreementId: version.agreementId,
      activity,
      convening: group.convening,
      isPersonFree: group.isPersonFree,
      noticeDays: group.noticeDays,
      agendaDays: group.agendaDays,
      handoverWords: group.handover?.words ?? '',
      handoverCandidates: group.handover?.candidates ?? [],
      madeAt: now,
      madeBy: 'system',
      isSample: version.isSample,
    }))
  for (const { lineageId, role } of group.promises) await insertGroupPromise(tx, groupId, lineageId, role)
  const seats = await laySeats(tx, laying, groupId, seatsOf(group, posts, means))
  const convenor = seatNamed(group.convenor, seats, means)
  if (convenor !== undefined && group.convening !== 'unsaid') {
    const during = group.convening === 'rotation' ? firstMeetingOnly(laying) : convenes(laying, group)
    await layConvenor(tx, laying, groupId, { memberId: convenor.memberId, during })
  }
  if (known === null)
    await layStandingItems(tx, groupId, {
      kind: group.kind,
      isPersonFree: group.isPersonFree,
      wantsAnchoring: group.handover !== null,
    })
}

const usual = { objectionDays: 14, quorum: null, usualMinutes: 120, handoverOn: null } as const

const convenes = ({ from, to }: Laying, { isFirstYearOnly }: ReadGroup) => ({
  from,
  to: isFirstYearOnly ? from.add({ years: 1 }).subtract({ days: 1 }) : to,
})

/** Where they take turns, the one who calls the first meeting is kept as the convenor of the first day alone: turns begin with them. */
const firstMeetingOnly = ({ from }: Laying) => ({ from, to: from })

const layConvenor = async (
  tx: WriteTx,
  { now }: Laying,
  groupId: string,
  convenor: { memberId: string; during: { from: Day; to: Day | null } },
): Promise<void> => {
  const known = await listConvenorships(tx, [groupId])
  if (known.some(({ during: { to } }) => to === null || Temporal.PlainDate.compare(to, convenor.during.from) >= 0))
    return
  await insertConvenorship(tx, groupId, { ...convenor, why: '' }, { at: now, by: 'system' })
}

type LaidSeat = SeatToLay & { readonly memberId: string }

/** Writes seats that are new, lets those who sit already sit on, and ends those a new version names no more. */
const laySeats = async (
  tx: WriteTx,
  laying: Laying,
  groupId: string,
  seats: readonly SeatToLay[],
): Promise<LaidSeat[]> => {
  const { from, to, now } = laying
  const there = await listEveryMember(tx, groupId, from)
  const laid: LaidSeat[] = []
  for (const seat of seats) {
    const before = there.findLast((member) =>
      seat.post === null ? member.postId === null && member.name === seat.name : member.postId === seat.post.postId,
    )
    if (before !== undefined) {
      if (before.origin === 'read')
        await updateSitting(tx, before.memberId, { from: before.sits.from, to: later(before.sits.to, to) })
      laid.push({ ...seat, memberId: before.memberId })
      continue
    }
    const memberId = await insertMember(tx, {
      groupId,
      name: seat.name,
      postId: seat.post?.postId ?? null,
      organisationId: seat.post?.organisationId ?? null,
      planId: seat.post?.planId ?? null,
      contactName: '',
      contactMail: '',
      isGuest: false,
      takesTurns: seat.takesTurns,
      origin: 'read',
      sits: { from, to },
      addedAt: now,
      addedBy: 'system',
    })
    laid.push({ ...seat, memberId })
  }
  await endSeatsNotNamed(
    tx,
    groupId,
    laid.map(({ memberId }) => memberId),
    from,
  )
  return laid
}

const later = (one: Day | null, other: Day | null): Day | null => {
  if (one === null || other === null) return null
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other
}

/** The forum of the agreement, which others may share: those who lead sit in it, and its lead calls the meetings. */
const layForum = async (tx: WriteTx, laying: Laying): Promise<void> => {
  const { version, now, from, to } = laying
  const name = version.document.coordination?.forum ?? ''
  if (name.trim() === '') return
  const key = forumKey(name)
  const known = await findForum(tx, key)
  const groupId =
    known ??
    (await insertGroup(tx, {
      ...usual,
      name,
      kind: 'forum',
      forumKey: key,
      agreementId: null,
      activity: '',
      convening: 'fixed',
      isPersonFree: false,
      noticeDays: null,
      agendaDays: null,
      handoverWords: '',
      handoverCandidates: [],
      madeAt: now,
      madeBy: 'system',
      isSample: version.isSample,
    }))
  if (known === null) await layStandingItems(tx, groupId, { kind: 'forum', isPersonFree: false, wantsAnchoring: false })
  const atTop = laying.posts
    .filter(({ activityId }) => activityId === '')
    .toSorted((a, b) => Number(b.isLead) - Number(a.isLead))
  const there = new Set((await listEveryMember(tx, groupId, from)).map(({ postId }) => postId))
  // A forum shared by several agreements has the seats of all: none ends because another agreement does not name it.
  const seats = atTop.filter(({ postId }) => !there.has(postId))
  for (const post of seats) {
    const memberId = await insertMember(tx, {
      groupId,
      name: post.title,
      postId: post.postId,
      organisationId: post.organisationId,
      planId: post.planId,
      contactName: '',
      contactMail: '',
      isGuest: false,
      takesTurns: false,
      origin: 'read',
      sits: { from, to },
      addedAt: now,
      addedBy: 'system',
    })
    if (post.isLead) await layConvenor(tx, laying, groupId, { memberId, during: { from, to } })
  }
}
