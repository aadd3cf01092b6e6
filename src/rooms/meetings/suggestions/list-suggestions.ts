import type { ReadTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { formatDay } from '../../../platform/dates.ts'
import { toDay } from '../../../platform/day-number.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listProposals, stateOfProposal } from '../../agreements/index.ts'
import { watchCollisions } from '../../calendar/index.ts'
import {
  listCommitmentsInForce,
  listStandings,
  type PlacedCommitment,
  reasonInWords,
  stateAtFront,
} from '../../commitments/index.ts'
import type { LoadedGroup } from '../load-group.ts'
import { forumKey } from '../reading/group-words.ts'
import type { Suggestion } from './place-suggestions.rules.ts'
import { listForumNames } from './suggestion.queries.ts'

/** So many promises or pairs are told of in one point; the page tells of the rest. */
const mostLines = 12
/** Collisions of so many weeks ahead. */
const weeksAhead = 6

// In Danish, as standing points are: from then on it is the group's own text.

/** What there is to talk about: promises that slip, proposals put to the forum, and what gathers the same children. */
export const listSuggestions = async (tx: ReadTx, platform: Platform, loaded: LoadedGroup): Promise<Suggestion[]> => [
  ...(await promisesThatSlip(tx, platform, loaded)),
  ...(loaded.group.kind === 'forum' ? await proposalsPut(tx, platform, loaded) : []),
  ...(['coordination', 'cooperation'].includes(loaded.group.kind) ? await collisionsAhead(tx, platform) : []),
]

/** The agreements that name the forum the group is. */
const agreementsOf = async (tx: ReadTx, { clock }: Platform, { group }: LoadedGroup) =>
  (await listForumNames(tx, group.groupId, today(clock))).filter(
    ({ forum, key }) => key !== '' && forumKey(forum) === key,
  )

const promisesThatSlip = async (tx: ReadTx, platform: Platform, loaded: LoadedGroup): Promise<Suggestion[]> => {
  const day = today(platform.clock)
  const concerned = await isOfGroup(tx, platform, loaded)
  const promises = (await listCommitmentsInForce(tx, day)).filter(concerned)
  const standings = await listStandings(tx, promises, day)
  const lines = promises.flatMap((promise) => {
    const standing = standings.get(promise.commitmentId)
    if (standing === undefined || (standing.state !== 'at_risk' && standing.state !== 'broken')) return []
    const isBroken = standing.state === 'broken'
    return [
      {
        isBroken,
        line: `• ${stateAtFront(standing.state, 'da')}: ${short(promise.text)} ${reasonInWords(standing, 'da')}`,
      },
    ]
  })
  if (lines.length === 0) return []
  const told = lines.toSorted((a, b) => Number(b.isBroken) - Number(a.isBroken)).map(({ line }) => line)
  return [
    {
      kind: 'promise',
      title: lines.length === 1 ? 'Et løfte, der glider' : `${lines.length} løfter, der glider`,
      body: capped(told),
      path: listOf(loaded),
      refId: null,
    },
  ]
}

/** The promises a group is told of, as the list of promises is asked for them. */
const listOf = ({ group }: LoadedGroup): string => {
  const asked = { hvem: 'alle', dage: 'alle', ...(group.kind === 'forum' ? {} : { aktivitet: group.activity }) }
  return `/loefter?${new URLSearchParams(asked)}`
}

/** A forum is told of the agreements that name it; another group of the activities it is about. */
const isOfGroup = async (
  tx: ReadTx,
  platform: Platform,
  loaded: LoadedGroup,
): Promise<(promise: PlacedCommitment) => boolean> => {
  if (loaded.group.kind === 'forum') {
    const slugs = new Set((await agreementsOf(tx, platform, loaded)).map(({ slug }) => slug))
    return ({ slug }) => slugs.has(slug)
  }
  const activities = new Set(loaded.promises.map(({ promise }) => activityOf(promise)))
  return (promise) => activities.has(activityOf(promise))
}

const activityOf = ({ agreementVersionId, readingId }: PlacedCommitment): string =>
  `${agreementVersionId}/${readingId.split('/')[0] ?? ''}`

const proposalsPut = async (tx: ReadTx, platform: Platform, loaded: LoadedGroup): Promise<Suggestion[]> => {
  const found: Suggestion[] = []
  for (const { agreementId } of await agreementsOf(tx, platform, loaded)) {
    const proposals = await listProposals(tx, agreementId, today(platform.clock))
    for (const proposal of proposals.filter((one) => stateOfProposal(one) === 'put').toReversed())
      found.push({
        kind: 'proposal',
        title: `Forslag ${proposal.number}: ${proposal.title}`.slice(0, 200),
        body: `Forelagt af ${proposal.proposedPost}.`,
        path: `/forslag/${proposal.proposalId}`,
        refId: proposal.proposalId,
      })
  }
  return found
}

const collisionsAhead = async (tx: ReadTx, { clock }: Platform): Promise<Suggestion[]> => {
  const now = clock.now()
  const last = Math.floor(now.add({ hours: 24 * 7 * weeksAhead }).epochMilliseconds / 60_000)
  const { pairs } = await watchCollisions(tx, now)
  const lines = pairs.flatMap(({ one, other, note, times }) => {
    const ahead = times.filter((minute) => minute <= last)
    const [first] = ahead
    if (note !== null || first === undefined) return []
    const count = ahead.length === 1 ? '1 gang' : `${ahead.length} gange`
    return [
      `• ${one.title} og ${other.title}: ${count}, første gang ${formatDay(toDay(Math.floor(first / 1440)), 'da')}`,
    ]
  })
  if (lines.length === 0) return []
  const title = 'Aktiviteter, der falder sammen de næste seks uger'
  return [{ kind: 'collision', title, body: capped(lines), path: '/kalender/sammenfald', refId: null }]
}

/** As a sentence, so that why stands as the next. */
const short = (text: string): string => {
  const told = text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`
  return /[.…!?]$/.test(told) ? told : `${told}.`
}

const capped = (lines: readonly string[]): string => {
  const rest = lines.length - mostLines
  return [...lines.slice(0, mostLines), ...(rest > 0 ? [`Og ${rest} mere.`] : [])].join('\n')
}
