import type { Clause, CommitmentKind, SectionKind } from '../../agreements/index.ts'
import { readTerms } from '../grammar/read-terms.ts'
import { findTerm, formatNotation } from '../notation.ts'
import type { Rule } from '../notation.ts'
import { readAct } from './act.ts'
import type { Act } from './act.ts'
import { frameOf } from './frame.ts'
import { halvesOf } from './halves.ts'
import type { Half } from './halves.ts'
import { kindOf } from './kind.rules.ts'
import { labelOf, ownersOf } from './owners.ts'
import { subjectOf } from './people.ts'
import { isPromise } from './promise.rules.ts'
import type { ReadClause } from './promise.rules.ts'
import { resolveNames } from './resolve.ts'
import type { Roster } from './roster.ts'
import { isFiniteForm } from './verbs.ts'

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
    const act = readAct(clause.text)
    const found = readClause({ clause, act }, section, roster).map((promise) => ({ ...promise, spokenOf }))
    const subject = act.shape.isPassive ? [] : resolveNames(subjectOf(act, roster), roster)
    if (subject.length > 0) spokenOf = subject
    else if (clause.kind === 'item') spokenOf = []
    return found
  })
}

/** A clause, or a half of one, with what it says is done. */
interface Part {
  clause: Clause
  act: Act
}

/** The promises of one clause: none, one, or two where its halves promise different things. */
const readClause = (part: Part, section: SectionKind, roster: Roster): FoundPromise[] => {
  const { clause } = part
  const whole = readPart(part, section, roster)
  if (clause.text.length > longestRead) return whole === null ? [] : [whole]
  if (whole === null) return readSecondHalf(part, section, roster)
  for (const [one, other] of halvesOf(clause.text)) {
    const secondPart = sentencePart(part, other)
    const first = secondPart === null ? null : readPart(partOf(clause, one), section, roster)
    const second = first === null || secondPart === null ? null : readPart(secondPart, section, roster)
    if (first !== null && second !== null && areTwoPromises(first, second))
      return [first, second.act.shape.finiteAt === 0 ? { ...second, owedBy: [...first.owedBy] } : second]
  }
  return [whole]
}

/**
 * "Timerne kræver midler; parterne tager stilling senest …", "Aftalen gælder i to år og genforhandles senest …": where the
 * whole promises nothing, what stands behind a semicolon, or measured behind a state, is judged for itself.
 */
const readSecondHalf = (part: Part, section: SectionKind, roster: Roster): FoundPromise[] => {
  const { clause, act } = part
  const isState = /^(?:gælde|være|løbe|have)$/u.test(act.verb ?? '')
  for (const [one, other] of halvesOf(clause.text)) {
    const isBehindSemicolon = clause.text[one.to] === ';'
    if (!isBehindSemicolon && !isState) continue
    const second = isBehindSemicolon ? partOf(clause, other) : sentencePart(part, other)
    const found = second === null ? null : readPart(second, section, roster)
    if (found !== null && (isBehindSemicolon || isMeasured(found))) return [found]
  }
  return []
}

/** Sentences beyond this length are read whole: nobody writes two promises in one so long, and reading stays linear. */
const longestRead = 1200

const partOf = (clause: Clause, half: Half): Part => ({
  clause: { ...clause, text: half.text, from: clause.from + half.from, to: clause.from + half.to },
  act: readAct(half.text),
})

const readPart = ({ clause, act }: Part, section: SectionKind, roster: Roster): FoundPromise | null => {
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
 * A second half that is a sentence of its own: its verb stands near its beginning, with no list before it; `null` for others.
 * Where it begins with the verb ("og mødes hver uge") the one who acts is that of the first half.
 */
const sentencePart = ({ clause, act: { shape } }: Part, half: Half): Part | null => {
  const near = shape.text === clause.text ? shape.tokens.filter(({ from }) => from >= half.from).slice(0, 9) : null
  if (near !== null && !near.some(({ text }) => isFiniteForm(text))) return null
  const part = partOf(clause, half)
  const { tokens, finiteAt } = part.act.shape
  if (finiteAt < 0 || finiteAt > 8) return null
  const before = half.text.slice(0, tokens[finiteAt]?.from)
  return /[,()]|(?<!\p{L})(?:og|samt|eller|der|som)(?!\p{L})/u.test(before) ? null : part
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
