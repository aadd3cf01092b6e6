import type { Clause, CommitmentKind, SectionKind } from '../../agreements/index.ts'
import { readTerms } from '../grammar/read-terms.ts'
import { findTerm, formatNotation } from '../notation.ts'
import type { Rule } from '../notation.ts'
import { readAct } from './act.ts'
import type { Act } from './act.ts'
import { frameOf } from './frame.ts'
import { halvesOf } from './halves.ts'
import { kindOf } from './kind.rules.ts'
import { labelOf, ownersOf } from './owners.ts'
import { subjectOf } from './people.ts'
import { isPromise } from './promise.rules.ts'
import type { ReadClause } from './promise.rules.ts'
import { resolveNames } from './resolve.ts'
import type { Roster } from './roster.ts'

/**
 * A promise found in a clause. `from` and `to` are offsets in the section's text. `calls` holds where the clause says who
 * calls or leads the meetings: such a clause tells the owner of meetings that name none. `spokenOf` are those who act in
 * the clause before, for sentences that go on without naming anybody.
 */
export interface FoundPromise {
  clause: Clause
  text: string
  from: number
  to: number
  kind: CommitmentKind
  owedBy: string[]
  owedTo: string[]
  notation: string
  rules: readonly Rule[]
  calls: boolean
  act: Act
  spokenOf: readonly string[]
}

/** The promises of a section's clauses, in order of text. */
export const readClauses = (clauses: readonly Clause[], section: SectionKind, roster: Roster): FoundPromise[] => {
  let spokenOf: readonly string[] = []
  return clauses.flatMap((clause) => {
    const found = readClause(clause, section, roster).map((promise) => ({ ...promise, spokenOf }))
    const act = readAct(clause.text)
    const subject = act.shape.isPassive ? [] : resolveNames(subjectOf(act, roster), roster)
    if (subject.length > 0) spokenOf = subject
    else if (clause.kind === 'item') spokenOf = []
    return found
  })
}

/** The promises of one clause: none, one, or two where its halves promise different things. */
const readClause = (clause: Clause, section: SectionKind, roster: Roster): FoundPromise[] => {
  const whole = readPart(clause, section, roster)
  if (clause.text.length > longestRead) return whole === null ? [] : [whole]
  if (whole === null) return readSecondHalf(clause, section, roster)
  for (const [one, other] of halvesOf(clause.text)) {
    if (!standsAlone(readAct(other.text), other.text)) continue
    const first = readPart(partOf(clause, one), section, roster)
    const second = first === null ? null : readPart(partOf(clause, other), section, roster)
    if (first !== null && second !== null && areTwoPromises(first, second))
      return [first, second.act.shape.finiteAt === 0 ? { ...second, owedBy: [...first.owedBy] } : second]
  }
  return [whole]
}

/**
 * "Timerne kræver midler; parterne tager stilling senest …", "Aftalen gælder i to år og genforhandles senest …": where the
 * whole promises nothing, what stands behind a semicolon, or measured behind a state, is judged for itself.
 */
const readSecondHalf = (clause: Clause, section: SectionKind, roster: Roster): FoundPromise[] => {
  const halves = halvesOf(clause.text)
  const [, behind] = halves.find(([one]) => clause.text[one.to] === ';') ?? []
  if (behind !== undefined) return [readPart(partOf(clause, behind), section, roster) ?? []].flat()
  if (!/^(?:gælde|være|løbe|have)$/u.test(readAct(clause.text).verb ?? '')) return []
  for (const [, other] of halves) {
    const found = standsAlone(readAct(other.text), other.text) ? readPart(partOf(clause, other), section, roster) : null
    if (found !== null && isMeasured(found)) return [found]
  }
  return []
}

/** Sentences beyond this length are read whole: nobody writes two promises in one so long, and reading stays linear. */
const longestRead = 1200

const partOf = (clause: Clause, part: { text: string; from: number; to: number }): Clause => ({
  ...clause,
  text: part.text,
  from: clause.from + part.from,
  to: clause.from + part.to,
})

const readPart = (clause: Clause, section: SectionKind, roster: Roster): FoundPromise | null => {
  const act = readAct(clause.text)
  const rules = readTerms(clause.text)
  const frame = frameOf(clause, roster)
  const beginsWithVerb = clause.kind === 'item' && frame === 'duty' && act.shape.finiteAt === 0
  const subject = beginsWithVerb ? [] : subjectOf(act, roster)
  const read: ReadClause = {
    clause,
    section,
    act,
    frame,
    subject,
    rules,
    isLabelled: labelOf(clause.text, roster) !== null,
  }
  if (!isPromise(read)) return null
  const kind = kindOf(read)
  return {
    clause,
    text: clause.text,
    from: clause.from,
    to: clause.to,
    kind,
    ...ownersOf(read, kind, roster),
    notation: formatNotation(rules),
    rules,
    calls: /^(?:indkalde|facilitere|lede|tovholde)$/u.test(act.verb ?? '') && !act.shape.isPassive,
    act,
    spokenOf: [],
  }
}

/**
 * A second half is a sentence of its own when its verb stands near its beginning, with no list before it; where it begins
 * with the verb ("og mødes hver uge") the one who acts is that of the first half.
 */
const standsAlone = ({ shape }: Act, text: string): boolean => {
  if (shape.finiteAt < 0 || shape.finiteAt > 8) return false
  return !/[,()]|(?<!\p{L})(?:og|samt|eller|der|som)(?!\p{L})/u.test(text.slice(0, shape.tokens[shape.finiteAt]?.from))
}

/**
 * Two halves are two promises when they differ in kind or in who owes them, and at least one has a term of its own; both,
 * where the second has no subject. One that has nothing but the rotation of the other's meetings belongs to it.
 */
const areTwoPromises = (first: FoundPromise, second: FoundPromise): boolean => {
  if (isOnlyRotation(first) || isOnlyRotation(second) || first.act.shape.finiteAt === -1) return false
  const namesOther = second.owedBy.length > 0 && second.owedBy.join() !== first.owedBy.join()
  if (first.notation === second.notation && (first.notation !== '' || !namesOther || first.owedBy.length === 0))
    return false
  if (second.act.shape.finiteAt === 0) return first.kind !== second.kind && isMeasured(first) && isMeasured(second)
  return first.kind !== second.kind || namesOther
}

/** Whether a promise tells how often or how much; "løbende" and "efter behov" do not. */
const isMeasured = ({ notation }: FoundPromise): boolean =>
  /COUNT_PER_PERIOD|BYDAY|INTERVAL|AMOUNT|PAYMENT|DEADLINE|QUANTITY\S*\//u.test(notation)

const isOnlyRotation = ({ rules }: FoundPromise): boolean =>
  rules.length > 0 &&
  rules.every((rule) => findTerm(rule, 'ROTATION') !== undefined && findTerm(rule, 'FREQ') === undefined)
