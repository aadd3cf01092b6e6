import type { AuditEntry, LaneHead } from './audit-entry.ts'
import { laneCount, laneSeed, linkOf } from './audit-link.rules.ts'

/** A trail made up for tests, whole until somebody tampers with it. */
export interface TestTrail {
  readonly heads: LaneHead[]
  readonly lanes: AuditEntry[][]
}

/** A trail of sixteen lanes with so many entries each. */
export const testTrail = (entriesPerLane: number): TestTrail => {
  const lanes = Array.from({ length: laneCount }, (_, lane) => testLane(lane, entriesPerLane))
  const heads = lanes.map((entries, lane) => ({
    lane,
    number: entries.length,
    hash: entries.at(-1)?.hash ?? laneSeed(lane),
    cutNumber: 0,
    cutHash: laneSeed(lane),
  }))
  return { heads, lanes }
}

const testLane = (lane: number, length: number): AuditEntry[] => {
  const entries: AuditEntry[] = []
  for (let number = 1; number <= length; number += 1) entries.push(follow(lane, number, entries.at(-1)?.hash))
  return entries
}

const follow = (lane: number, number: number, before = laneSeed(lane)): AuditEntry => {
  const entry = {
    lane,
    number,
    micros: String(1_795_000_000_000_000 + number * 1_000 + lane),
    actor: `person ${number % 7}`,
    post: '',
    request: `r${number}`,
    verb: 'draft.corrected',
    thing: 'draft',
    ref: `draft ${number}`,
    about: '',
    facts: '',
    hash: '',
  }
  return { ...entry, hash: linkOf(before, entry, number) }
}
