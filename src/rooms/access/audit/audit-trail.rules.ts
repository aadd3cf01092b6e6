import type { AuditEntry, AuditFault, AuditFindings, LaneHead, NotedHead } from './audit-entry.ts'
import { walkLane } from './audit-lane.rules.ts'
import { laneCount } from './audit-link.rules.ts'

/** So many faults are listed; beyond, they are counted. */
const mostFaults = 200

/** Looks through the whole trail; entries may come lane by lane or mixed, those of a lane in the order they stand in. */
export const walkTrail = (heads: readonly LaneHead[], noted: readonly NotedHead[] = []) => {
  const walks = new Map(
    heads.map((head) => [head.lane, walkLane(head, noted.find(({ lane }) => lane === head.lane) ?? null)]),
  )
  const strays: AuditFault[] = []
  let straying = 0
  const take = (entry: AuditEntry): void => {
    const walk = walks.get(entry.lane)
    if (walk !== undefined) return walk.take(entry)
    straying += 1
    const { lane, number } = entry
    if (strays.length < mostFaults) strays.push({ kind: 'added', lane, number, toNumber: number })
  }
  const end = (): AuditFindings => {
    const found = [...walks.values()].map((walk) => walk.end())
    const all = [...headless(heads), ...found.flatMap(({ faults }) => faults), ...strays]
    const faults = all.slice(0, mostFaults)
    const more = all.length - faults.length + straying - strays.length + sum(found.map((lane) => lane.more))
    return { entries: straying + sum(found.map((lane) => lane.entries)), faults, more, heads }
  }
  return { take, end }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Lanes that have no head at all. */
const headless = (heads: readonly LaneHead[]): AuditFault[] =>
  Array.from({ length: laneCount }, (_, lane) => lane)
    .filter((lane) => !heads.some((head) => head.lane === lane))
    .map((lane) => ({ kind: 'head', lane, number: 0, toNumber: 0 }))
