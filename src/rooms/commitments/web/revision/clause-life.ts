import type { ReadTx } from '../../../../platform/database/index.ts'
import type { Day } from '../../../../platform/day.ts'
import { Refused } from '../../../../platform/refused.ts'
import type { WebContext } from '../../../../web/page-context.ts'
import {
  type AgreementVersion,
  clausesOf,
  getVersionOn,
  listLifeOfClause,
  listVersions,
  type VersionInTurn,
} from '../../../agreements/index.ts'
import { listCommitments } from '../../commitment.queries.ts'
import type { Commitment } from '../../commitment.ts'
import { placeClauses, placePromises } from '../../revision/place-promises.ts'
import { listStandings, type Standings } from '../../standings.ts'
import { lookAt } from '../look-at.ts'

/** One turn in the life of a clause: the version that gave it its words, or took it out (`text` null). */
export interface ClauseTurn {
  readonly version: VersionInTurn
  readonly text: string | null
  /** What it said before; null where it said nothing. */
  readonly before: string | null
  /** The later versions in which it stands as it is. */
  readonly unchangedIn: readonly number[]
}

export interface ClauseLifeView {
  readonly version: AgreementVersion
  readonly activity: string
  readonly activityId: string
  readonly heading: string | null
  readonly turns: readonly ClauseTurn[]
  readonly promises: readonly Commitment[]
  readonly standings: Standings
}

/** A clause through every version, with the promises in it on the day. Throws Refused('clause_not_found'). */
export const loadClauseLife = async (
  c: WebContext,
  tx: ReadTx,
  { slug, clauseId, day }: { slug: string; clauseId: string; day: Day },
): Promise<ClauseLifeView> => {
  const version = await getVersionOn(tx, slug, day)
  await lookAt(c, tx, version)
  const life = await listLifeOfClause(tx, version.agreementId, clauseId)
  const last = life.at(-1)
  if (last === undefined) throw new Refused('clause_not_found')
  const versions = (await listVersions(tx, version.agreementId)).filter(({ number }) => number <= version.number)
  const texts = new Map(life.map(({ agreementVersionId, text }) => [agreementVersionId, text]))
  const activity = [...version.document.activities, ...version.document.otherActivities].find(
    ({ id }) => id === last.activityId,
  )
  const promises = await promisesIn(tx, version, clauseId)
  return {
    version,
    activity: activity?.title ?? '',
    activityId: last.activityId,
    heading:
      activity !== undefined && 'sections' in activity ? (activity.sections[last.section]?.heading ?? null) : null,
    turns: turnsOf(versions, texts),
    promises,
    standings: await listStandings(tx, promises, day),
  }
}

const turnsOf = (versions: readonly VersionInTurn[], texts: ReadonlyMap<string, string>): ClauseTurn[] => {
  const turns: ClauseTurn[] = []
  for (const version of versions) {
    const text = texts.get(version.agreementVersionId) ?? null
    const last = turns.at(-1)
    if (last === undefined ? text === null : last.text === text) {
      if (last !== undefined && text !== null)
        turns[turns.length - 1] = { ...last, unchangedIn: [...last.unchangedIn, version.number] }
    } else turns.push({ version, text, before: last?.text ?? null, unchangedIn: [] })
  }
  return turns
}

const promisesIn = async (tx: ReadTx, version: AgreementVersion, clauseId: string): Promise<readonly Commitment[]> => {
  const placed = placeClauses(version.document, await clausesOf(tx, version))
  const promises = await listCommitments(tx, version.agreementVersionId)
  return placePromises(version.document, placed, promises).byClause.get(clauseId) ?? []
}
