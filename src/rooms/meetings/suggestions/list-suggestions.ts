import type { ReadTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { formatDay } from '../../../platform/dates.ts'
import { toDay } from '../../../platform/day-number.ts'
import { type Language, pick } from '../../../platform/language.ts'
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
import { inEvery } from '../agenda/item-words.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { forumKey } from '../reading/group-words.ts'
import type { Suggestion } from './place-suggestions.rules.ts'
import { suggestionTexts } from './suggestion.texts.ts'
import { listForumNames } from './suggestion.queries.ts'

/** So many promises or pairs are told of in one point; the page tells of the rest. */
const mostLines = 12
/** Collisions of so many weeks ahead. */
const weeksAhead = 6

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
        line: inEvery(
          (language) =>
            `• ${stateAtFront(standing.state, language)}: ${short(promise.text)} ${reasonInWords(standing, language)}`,
        ),
      },
    ]
  })
  if (lines.length === 0) return []
  const told = lines.toSorted((a, b) => Number(b.isBroken) - Number(a.isBroken)).map(({ line }) => line)
  const words = inEvery((language) => ({
    title: pick(suggestionTexts, language).slipping(lines.length),
    body: capped(told, language),
  }))
  return [{ kind: 'promise', words, path: listOf(loaded), refId: null }]
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
        words: inEvery((language) => {
          const words = pick(suggestionTexts, language)
          const title = words.proposal(proposal.number, proposal.title).slice(0, 200)
          return { title, body: words.putBy(proposal.proposedPost) }
        }),
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
    const day = toDay(Math.floor(first / 1440))
    return [
      inEvery((language) => {
        const { pair } = pick(suggestionTexts, language)
        return `• ${pair(one.title, other.title, ahead.length, formatDay(day, language))}`
      }),
    ]
  })
  if (lines.length === 0) return []
  const words = inEvery((language) => ({
    title: pick(suggestionTexts, language).fallTogether,
    body: capped(lines, language),
  }))
  return [{ kind: 'collision', words, path: '/kalender/sammenfald', refId: null }]
}

/** As a sentence, so that why stands as the next. */
const short = (text: string): string => {
  const told = text.length <= 160 ? text : `${text.slice(0, 159).trimEnd()}…`
  return /[.…!?]$/.test(told) ? told : `${told}.`
}

const capped = (lines: readonly Record<Language, string>[], language: Language): string => {
  const rest = lines.length - mostLines
  const told = lines.slice(0, mostLines).map((line) => line[language])
  return [...told, ...(rest > 0 ? [pick(suggestionTexts, language).andMore(rest)] : [])].join('\n')
}
