/** An entry of the audit trail with its place in its lane. All of it but the hash is what the hash is of. */
export interface AuditEntry {
  readonly lane: number
  readonly number: number
  /** When it happened, in whole microseconds since 1970. */
  readonly micros: string
  /** The id of a person, or `visitor`, `sign-in-desk`, `system`. */
  readonly actor: string
  readonly post: string
  readonly request: string
  readonly verb: string
  readonly thing: string
  readonly ref: string
  /** The id of the person whose record it concerns; '' = nobody's. */
  readonly about: string
  readonly facts: string
  /** SHA-256 in hexadecimal, as are all hashes here. */
  readonly hash: string
}

/** How far a lane has come, and what was cut away at its beginning. */
export interface LaneHead {
  readonly lane: number
  readonly number: number
  readonly hash: string
  /** The last entry that was cut away; 0 = none. */
  readonly cutNumber: number
  readonly cutHash: string
}

/** How far a lane had come when somebody noted it down outside the database; the hash may be shortened. */
export interface NotedHead {
  readonly lane: number
  readonly number: number
  readonly hash: string
}

/**
 * What is wrong: an entry `changed`, or following another than it did · `missing` · `reordered`: it stands elsewhere · `added` · a
 * lane's `head` (the table `audit_lane`) does not agree with its entries · `rewritten`: all agree, but not with what was noted before.
 */
export type FaultKind = 'changed' | 'missing' | 'reordered' | 'added' | 'head' | 'rewritten'

/** What is wrong, and where: the entries `number` to `toNumber` of the lane. */
export interface AuditFault {
  readonly kind: FaultKind
  readonly lane: number
  readonly number: number
  readonly toNumber: number
}

/** A lane looked through. */
export interface LaneFindings {
  readonly entries: number
  readonly faults: readonly AuditFault[]
  /** Faults beyond those listed. */
  readonly more: number
}

/** The whole trail looked through, with the heads to note down for the next time. */
export interface AuditFindings extends LaneFindings {
  readonly heads: readonly LaneHead[]
}
