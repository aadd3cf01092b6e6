import type { AuditEntry, AuditFault, LaneFindings, LaneHead, NotedHead } from './audit-entry.ts'
import { explainStretches, type Stretch, type Suspect } from './audit-suspects.rules.ts'
import { laneSeed, linkOf } from './audit-link.rules.ts'

/** So many entries that do not fit are kept to find out what happened to them; beyond, they are only counted. */
const mostSuspects = 400

/** Entries renumbered by up to so many places are recognised. */
const farthestShift = 16

/** Looks through one lane, entry by entry as they stand, in little memory however many there are. */
export interface LaneWalk {
  take(entry: AuditEntry): void
  /** What was found, when all were taken. */
  end(): LaneFindings
}

interface WalkState {
  /** The number the next entry should have, and the hash it should follow. */
  expected: number
  before: string
  /** The hash the entry before should have had, where it had another: what comes next may follow that. */
  computed: string | null
  /** How far the stored numbers have been moved: what stands as number 7 was number 7 - shift. */
  shift: number
  stretch: Omit<Stretch, 'to'> | null
  readonly stretches: Stretch[]
  readonly suspects: Suspect[]
  entries: number
  uncounted: number
  hashAtHead: string | null
  hashAtNote: string | null
}

/** Begins a walk through the lane of this head. `noted` is where the lane stood when it was last noted down elsewhere. */
export const walkLane = (head: LaneHead, noted: NotedHead | null = null): LaneWalk => {
  const state: WalkState = {
    expected: head.cutNumber + 1,
    before: head.cutHash,
    computed: null,
    shift: 0,
    stretch: null,
    stretches: [],
    suspects: [],
    entries: 0,
    uncounted: 0,
    hashAtHead: head.number === head.cutNumber ? head.cutHash : null,
    hashAtNote: noted?.number === head.cutNumber ? head.cutHash : null,
  }
  const take = (entry: AuditEntry) => {
    state.entries += 1
    const place = entry.number - state.shift
    if (place === head.number) state.hashAtHead ??= entry.hash
    if (place === noted?.number) state.hashAtNote ??= entry.hash
    if (follows(state, entry, place)) accept(state, entry, place)
    else if (!followsMoved(state, entry, place)) suspect(state, entry, place)
  }
  const end = (): LaneFindings => {
    moveByHead(state, head)
    closeStretch(state, state.expected - 1)
    const explained = explainStretches(head.lane, state.stretches, state.suspects)
    const told = [...explained, ...headFaults(state, head, explained)]
    // A note tells of what agrees with itself; what does not is told already.
    const faults = told.length > 0 ? told : noteFaults(state, head, noted)
    return { entries: state.entries, faults, more: state.uncounted }
  }
  return { take, end }
}

const follows = ({ expected, before, computed }: WalkState, entry: AuditEntry, place: number): boolean =>
  place === expected &&
  (linkOf(before, entry, place) === entry.hash || (computed !== null && linkOf(computed, entry, place) === entry.hash))

const accept = (state: WalkState, entry: AuditEntry, place: number): void => {
  closeStretch(state, place - 1)
  state.before = entry.hash
  state.computed = null
  state.expected = place + 1
}

const closeStretch = (state: WalkState, to: number): void => {
  if (state.stretch === null) return
  state.stretches.push({ ...state.stretch, to })
  state.stretch = null
}

const suspect = (state: WalkState, entry: AuditEntry, place: number): void => {
  if (state.suspects.length >= mostSuspects) state.uncounted += 1
  else {
    state.stretch ??= { before: state.before, from: state.expected }
    state.suspects.push({ entry, place, isLate: place < state.expected })
  }
  if (place < state.expected) return
  state.computed = place === state.expected ? linkOf(state.before, entry, place) : null
  state.before = entry.hash
  state.expected = place + 1
}

/** An entry that follows the one before it under other numbers: entries were put in or taken out before, and the rest renumbered. */
const followsMoved = (state: WalkState, entry: AuditEntry, place: number): boolean => {
  if (state.stretch === null || place !== state.expected || state.suspects.length >= mostSuspects) return false
  for (let step = 1; step <= farthestShift; step += 1)
    for (const moved of [place + step, place - step])
      if (linkOf(state.before, entry, moved) === entry.hash) {
        moveBy(state, moved - place)
        accept(state, entry, moved)
        return true
      }
  return false
}

const moveBy = (state: WalkState, step: number): void => {
  const last = state.suspects.pop()
  if (last !== undefined) state.suspects.push({ ...last, place: last.place + step })
  state.shift -= step
  state.expected += step
}

/** The last entry has none after it; the head tells its number. */
const moveByHead = (state: WalkState, head: LaneHead): void => {
  const last = state.suspects.at(-1)
  if (state.stretch === null || last?.entry.hash !== head.hash || last.place !== state.expected - 1) return
  const step = head.number - last.place
  if (step === 0 || Math.abs(step) > farthestShift) return
  moveBy(state, step)
  state.hashAtHead = head.hash
}

const faultAt = (kind: AuditFault['kind'], lane: number, number: number, toNumber = number): AuditFault => ({
  kind,
  lane,
  number,
  toNumber,
})

const headFaults = (state: WalkState, head: LaneHead, told: readonly AuditFault[]): AuditFault[] => {
  const { lane, number } = head
  const last = state.expected - 1
  const agrees = [state.before, state.computed].includes(head.hash)
  const wrongHead = [faultAt('head', lane, number)]
  if (head.cutNumber === 0 && head.cutHash !== laneSeed(lane)) return wrongHead
  if (last === number) return agrees || told.some((fault) => fault.number === last) ? [] : wrongHead
  if (agrees) return wrongHead
  if (last < number) return [faultAt('missing', lane, last + 1, number)]
  return state.hashAtHead === head.hash ? [faultAt('added', lane, number + 1, last)] : wrongHead
}

const noteFaults = (state: WalkState, head: LaneHead, noted: NotedHead | null): AuditFault[] => {
  if (noted === null || noted.number < head.cutNumber) return []
  return state.hashAtNote?.startsWith(noted.hash) === true ? [] : [faultAt('rewritten', head.lane, noted.number)]
}
