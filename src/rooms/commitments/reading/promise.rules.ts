import type { Clause, SectionKind } from '../../agreements/index.ts'
import { findTerm } from '../notation.ts'
import type { Rule } from '../notation.ts'
import type { Act } from './act.ts'
import { isAgentNoun, isTargetWord } from './agents.ts'
import { onlyIntroduces } from './frame.ts'
import type { Frame } from './frame.ts'
import { doersInOwnWords } from './people.ts'
import { hasAnyOf, hasCount, hasRhythm } from './rhythm.ts'
import { senseOfVerb } from './verbs.ts'

/** A clause with all that was read in it. `subject` are those who act in it, or are acted on in the passive. */
export interface ReadClause {
  clause: Clause
  section: SectionKind
  act: Act
  frame: Frame
  subject: readonly string[]
  rules: readonly Rule[]
  /** The clause begins with who owes it and a colon ("Bølgen: lokaler og mad"). */
  isLabelled: boolean
}

/**
 * Whether a clause promises something. The rules, the first that fits wins:
 *
 * 1. Posts, aims, expectations, reservations, cross references, examples, member lists and what somebody shall not do
 *    promise nothing.
 * 2. An item under words of duty, or under the name of a party, is a promise.
 * 3. What is paid, what it costs, and how an agreement is ended, is a promise wherever it stands.
 * 4. "kan" and "mulighed for" offer: a promise (of availability) where a party, post or group offers something to have or use,
 *    never where it merely tells what may happen.
 * 5. Where the form asks who does what, by what means, and how the work goes on, a party's act is a promise, and so is an
 *    act in the passive; an act of "samarbejdet" or "møderne" is a hope, unless it has a rhythm.
 * 6. Where the form asks for the purpose, an act is a promise only with a rhythm, with words of duty, or with a party that
 *    "skal" or "vil" do it or that arranges something, or where it is done for those it is all for ("De unge henvises …").
 * 7. Where the form asks for venues, only an offer or a rhythm is a promise: the rest tells where.
 */
export const isPromise = (read: ReadClause): boolean => {
  if (neverPromises(read)) return false
  if (read.frame === 'duty' && read.clause.kind === 'item') return true
  if (read.frame === 'payment' && read.clause.kind === 'item')
    return hasAnyOf(read.rules, ['AMOUNT', 'SHARE', 'PAYMENT'])
  if (paysOrEnds(read)) return true
  if (read.act.isOffer) return isOfferMade(read)
  if (givesAccess.test(read.clause.text) && read.section !== 'purpose') return true
  if (closes.test(read.clause.text) && read.section !== 'purpose') return true
  if (read.section === 'venues') return hasRhythm(read.rules) && actsSomehow(read)
  return read.section === 'purpose' ? isPromisedInPurpose(read) : isPromisedElsewhere(read)
}

const hopes = new Set([
  'forvente',
  'ønske',
  'håbe',
  'tilstræbe',
  'sigte',
  'mene',
  'betyde',
  'kræve',
  'handle',
  'gælde',
  'tilhøre',
])

const neverPromises = ({ clause, section, act, frame, subject, rules }: ReadClause): boolean => {
  const { text } = clause
  if (/^(?:bl\.? ?a\.|fx|f\.eks\.|herunder|dvs\.|eksempelvis)/iu.test(text) && act.shape.finiteAt === -1) return true
  if (clause.kind === 'lead_in' && !act.isDuty && introducesMembers(text)) return true
  if (section === 'posts' || frame === 'aim' || ((frame === 'list' || frame === 'offer') && clause.kind === 'item'))
    return true
  if (clause.kind === 'lead_in' && onlyIntroduces(text)) return true
  if (
    /^(?:se|jf\.?|læs) /iu.test(text) ||
    /(?<!\p{L})(?:forbehold for|har til formål|formålet (?:er|med))(?!\p{L})/u.test(text)
  )
    return true
  if (
    /^(?:\p{L}+ ){0,3}?(?:mål(?:et|ene|gruppen)?|formål(?:et)?|hensigten|ambitionen|visionen|udgangspunktet)(?!\p{L})/iu.test(
      text,
    )
  )
    return true
  if (/(?<!\p{L})(?:forventes|håbes)(?!\p{L})/u.test(text))
    return !(subject.length > 0 && hasRhythm(rules) && frame !== 'none')
  if (/^hvis .{0,200} vil .{0,80}arbejdes/iu.test(text)) return true
  if (isDenied(act)) return true
  return act.verb !== null && hopes.has(act.verb) && !act.isDuty
}

/** "Skolen skal ikke deltage"; in the passive ("der registreres ikke") it is a promise not to. */
const isDenied = ({ shape }: Act): boolean =>
  !shape.isPassive && shape.tokens.slice(shape.finiteAt + 1, shape.finiteAt + 3).some(({ lower }) => lower === 'ikke')

const introducesMembers = (text: string): boolean =>
  /(?:repræsentanter|deltagere|medlemmer|består af|fra)[^.]*:$/u.test(text.slice(-200))

/** Words that give somebody the use of a place or a thing. */
export const givesAccess =
  /til rådighed|(?<!\p{L})(?:brug|leje|lån|udlån|benyttelse) af (?:\p{L}+ ){0,3}?\p{L}*(?:lokale|lejlighed|sal|udstyr|bus|køkken|hal|bane)|kan benytte|fast (?:arbejdsplads|skrivebord|kontor|plads)|adgang til|(?:er|har) åbe[nt]+ for|lægger (?:hus|lokaler?) til|kan (?:frit )?lånes/iu

const endsCooperation = /(?:bringes|kommer) til ophør|kan ophøre|opsiges/u

/** "En cykel koster højst 150 kr.", "festen må koste 250 kr. pr. gæst": a limit somebody keeps; a mere price is none. */
export const isPriced = ({ act, rules }: ReadClause): boolean =>
  /^(?:koste|udgøre|overstige)$/u.test(act.verb ?? '') &&
  hasAnyOf(rules, ['AMOUNT']) &&
  (act.shape.modal !== null || rules.some((rule) => findTerm(rule, 'AMOUNT')?.op === '<='))

const closes = /(?<!\p{L})(?:holder?|er|har) (?:\p{L}+ )?(?:\p{L}*ferie)?lukket(?!\p{L})/iu

const paysOrEnds = (read: ReadClause): boolean => {
  const { act, rules, section, subject } = read
  const sense = senseOfVerb(act.verb ?? '')
  if (sense === 'notice') return act.shape.isPassive || act.isOffer || subject.length > 0 || hasAnyOf(rules, ['NOTICE'])
  if (hasAnyOf(rules, ['NOTICE']) && section !== 'purpose') return true
  if (endsCooperation.test(read.clause.text)) return true
  if (section === 'economy' && isPriced(read)) return true
  if (act.isOffer || act.verb === 'koste') return false
  const hasMoney = hasAnyOf(rules, ['AMOUNT', 'PAYMENT', 'SHARE'])
  if (section === 'economy' && (hasMoney || sense === 'payment')) return true
  return sense === 'payment' && (hasMoney || (subject.length > 0 && section !== 'purpose'))
}

const mereChance = new Set([
  'være',
  'have',
  'foregå',
  'ske',
  'bidrage',
  'få',
  'blive',
  'forankre',
  'opnå',
  'deltage',
  'implementere',
  'medvirke',
  'tilslutte',
])

const usable = new Set([
  'låne',
  'anvende',
  'benytte',
  'bruge',
  'afholde',
  'holde',
  'søge',
  'bestille',
  'leje',
  'udleje',
  'indgå',
  'stille',
  'tilbyde',
  'kontakte',
  'træffe',
])

const isOfferMade = ({ act, subject, clause, section, rules }: ReadClause): boolean => {
  if (clause.kind === 'lead_in') return subject.length > 0 || /mulighed for/u.test(clause.text)
  if (/(?:er|har) åbe[nt]+(?: for)?/u.test(clause.text)) return true
  const verb = act.verb ?? ''
  if (subject.length > 0 && !act.shape.isPassive)
    return !mereChance.has(verb) || verb === 'deltage' || isMixedWithAct(act)
  if (subject.length === 0 && !act.shape.isPassive) return arranging.has(verb) && section !== 'purpose'
  if (usable.has(verb)) return section !== 'purpose' || hasRhythm(rules)
  return hasAnyOf(rules, ['AMOUNT']) && subject.length > 0
}

/** "har en brobyggende funktion …, og kan efter aftale indgå": the act before "kan" is what is promised. */
const isMixedWithAct = ({ shape }: Act): boolean => shape.modal === null

const arranging = new Set([
  'holde',
  'facilitere',
  'tilrettelægge',
  'afholde',
  'arrangere',
  'indkalde',
  'mødes',
  'tilbyde',
  'lave',
  'gennemføre',
  'undervise',
  'stille',
])

const isPromisedInPurpose = (read: ReadClause): boolean => {
  const { act, subject, rules } = read
  if (hasRhythm(rules) && actsSomehow(read)) return true
  if (isDoneForTargets(act)) return true
  if (subject.length === 0 || act.shape.isPassive) return hasCount(rules) && act.shape.isPassive && !isEffect(act)
  if (/arbejde (?:for|på|hen imod) at /u.test(read.clause.text)) return false
  if (act.isDuty || act.shape.modal === 'skal' || act.shape.modal === 'vil')
    return !mereChance.has(act.verb ?? 'være') || / bidrage med /u.test(read.clause.text)
  return act.verb !== null && (arranging.has(act.verb) || /staffing|payment/u.test(senseOfVerb(act.verb)))
}

/** "De unge henvises til klubben": what is done for those it is all for is a promise wherever it stands. */
const isDoneForTargets = ({ shape, verb }: Act): boolean => {
  if (!shape.isPassive || shape.modal !== null || verb === null || senseOfVerb(verb) !== 'task') return false
  if (isEffect({ verb }) || /^(?:er|bliver)$/u.test(shape.tokens[shape.finiteAt]?.lower ?? '')) return false
  return shape.tokens.slice(0, Math.min(3, shape.finiteAt)).some(({ text }) => isTargetWord(text))
}

const isPromisedElsewhere = (read: ReadClause): boolean => {
  const { act, subject, clause, rules } = read
  if (read.isLabelled || (act.isDuty && subject.length > 0)) return true
  if (act.shape.finiteAt === -1) return isPhrasePromise(read)
  const sense = senseOfVerb(act.verb ?? '')
  if (hasRhythm(rules) && actsSomehow(read)) return true
  if (act.shape.modal === 'vil' && rules.some((rule) => findTerm(rule, 'VALID') !== undefined)) return true
  if (act.verb === null || sense === 'state') return isPresence(clause.text) && subject.length > 0
  if (isToday(clause.text)) return false
  if (!act.shape.isPassive) return subject.length > 0 || act.verb === 'mødes' || isDoneByOthers(read)
  if (act.verb === 'forankre') return isAnchoredWithSomebody(act)
  return isStatePassive(act) ? /^(?:aftale|indgå|ansætte|afsætte)$/u.test(act.verb) : !isEffect(act)
}

const enjoyed = new Set(['få', 'modtage', 'deltage', 'bruge', 'benytte', 'møde', 'have', 'tage'])

/** "Pigerne vælger en bestyrelse", "Den, der indkalder, laver dagsorden": where the form asks who does what, they owe it too. */
const isDoneByOthers = ({ act, section }: ReadClause): boolean =>
  section === 'responsibilities' && !enjoyed.has(act.verb ?? '') && doersInOwnWords(act.shape) !== null

/** Anchored "i BUF" or "hos de frivillige" is a promise; anchored with those it is all for is a hope. */
const isAnchoredWithSomebody = ({ shape: { tokens, finiteAt } }: Act): boolean =>
  tokens.some((token, at) => {
    if (at <= finiteAt || !/^(?:i|hos)$/u.test(token.lower)) return false
    return tokens
      .slice(at + 1, at + 6)
      .some(({ text }) => /^\p{Lu}{2,5}$/u.test(text) || (isAgentNoun(text) && !/s$/u.test(text)))
  })

/** A bullet or line without a verb: a meeting or a rhythm is enough, an act's noun is where it begins the line. */
const isPhrasePromise = ({ clause, rules, act, frame }: ReadClause): boolean =>
  hasRhythm(rules) ||
  meetingNoun.test(clause.text) ||
  (clause.kind === 'item' && frame === 'none' && act.verb !== null && clause.text.length > 24)

const meetingNoun = /møder?(?:ne|t)?(?!\p{L})/iu

const isPresence = (text: string): boolean =>
  /(?:til stede|tilstede|plads|kontor|repræsenteret|sparring|arbejde i|funktion)/u.test(text)

const isToday = (text: string): boolean => /(?<!\p{L})(?:allerede nu|hidtil|tidligere|indtil nu)(?!\p{L})/u.test(text)

const effects = new Set([
  'sikre',
  'undgå',
  'styrke',
  'opnå',
  'skabe',
  'knytte',
  'bidrage',
  'medvirke',
  'løfte',
  'fastholde',
  'forbedre',
])

const isEffect = ({ verb }: Pick<Act, 'verb'>): boolean => verb !== null && effects.has(verb)

const isStatePassive = ({ shape }: Act): boolean => shape.tokens[shape.finiteAt]?.lower === 'er'

/** With a rhythm it is enough that somebody acts, that something is held, or that something is open. */
const actsSomehow = ({ act, subject, clause, rules }: ReadClause): boolean => {
  if (act.verb === 'mødes' || / mødes(?!\p{L})/u.test(clause.text)) return true
  if (isEffect(act) && subject.length === 0) return false
  const sense = senseOfVerb(act.verb ?? '')
  if (act.verb !== null && (sense !== 'state' || usable.has(act.verb))) return true
  if (act.shape.finiteAt === -1 && hasAnyOf(rules, ['FREQ', 'BYDAY', 'TIME'])) return true
  return (
    subject.length > 0 ||
    /åbe[nt]|åbningstid|lektie|caf[eé]|træning|møde|træffetid|rådgivning|til stede|brug af|hold(?!\p{L})|dage(?!\p{L})|kursus|undervisning/iu.test(
      clause.text,
    )
  )
}
