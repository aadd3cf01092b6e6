import type { CommitmentKind } from '../../agreements/index.ts'
import { givesAccess, isPriced } from './promise.rules.ts'
import type { ReadClause } from './promise.rules.ts'
import { isAgentNoun, isTargetWord } from './agents.ts'
import { doersInOwnWords } from './people.ts'
import { hasAnyOf } from './rhythm.ts'
import { senseOfVerb } from './verbs.ts'

/**
 * What kind of commitment a clause is. First what it is about beyond doubt (ending, money, a place to use), then what its
 * verb means, and where the verb is light ("holde", "lave", "deltage") what its object is.
 */
export const kindOf = (read: ReadClause): CommitmentKind => {
  const { act, clause, frame, rules } = read
  const { text } = clause
  const sense = senseOfVerb(act.verb ?? '')
  if (act.verb === 'mødes' && read.subject.length === 0 && act.shape.finiteAt > 0 && hasAnyOf(rules, ['BYDAY', 'TIME']))
    return 'session'
  if (sense === 'notice' || /opsigelse|opsiges|til ophør|kan ophøre/iu.test(text))
    return sense === 'inform' ? 'inform' : 'notice'
  if (/(?<!\p{L})giver? (?:\S+ ){0,4}?besked/iu.test(text)) return 'inform'
  if (/(?<!\p{L})(?:afbud|sygemelding) (?:gives|meldes|sendes|meddeles)/iu.test(text)) return 'inform'
  if (lendsStaff.test(text) || (recruits.test(nearVerb(read)) && /\d|mindst/u.test(text))) return 'staffing'
  if (isPriced(read)) return 'payment'
  if (/(?<!\p{L})taler sammen(?!\p{L})/iu.test(text) && hasAnyOf(rules, ['FREQ'])) return 'meeting'
  if (act.verb === 'udpege' && nearVerb(read).split(/\s+/u).some(isTargetWord)) return 'task'
  if (act.isOffer || frame === 'offer' || givesAccess.test(text))
    return isOfferOfSession(read) ? 'session' : 'availability'
  if (frame === 'payment' || isPayment(read)) return 'payment'
  if (isHere.test(nearVerb(read)) && sense !== 'inform' && sense !== 'planning') return 'presence'
  if (
    act.verb === 'være' &&
    read.subject.length > 0 &&
    hasAnyOf(rules, ['FREQ', 'BYDAY', 'TIME']) &&
    !/åbe[nt]/u.test(text)
  )
    return 'presence'
  if (act.verb === 'sende' && /sendt? videre/u.test(text)) return 'task'
  if (sense === 'task' || sense === 'light' || sense === 'state') return kindOfObject(read, sense)
  if (sense === 'staffing' && /lån/u.test(act.verb ?? '') && !nearVerb(read).split(/\s+/u).slice(1).some(isAgentNoun))
    return 'availability'
  if (sense === 'planning' && isMeeting(text) && act.verb !== 'aftale' && act.verb !== 'evaluere') return 'meeting'
  return sense === 'inform' && act.verb === 'invitere' && isMeeting(text) && hasAnyOf(rules, ['FREQ'])
    ? 'meeting'
    : sense
}

const lendsStaff =
  /(?:stiller?|stilles|afsætter|afsættes|udlåne[rs]|frigøre?s?|ansætte[rs]|ansættelse af)[^.]{0,60}(?:medarbejder|koordinator|konsulent|timer|personale|underviser|instruktør|leder)|beman[dn]ing|(?<!\p{L})bemande(?!\p{L})|undervisere|(?<!\p{L})sende[rs]? (?:\S+ ){0,6}?en (?:\p{L}+ )?\p{L}*(?:medarbejder|plejerske|konsulent|underviser|pædagog|rådgiver)(?!\p{L})/iu

/** Finding so many who shall do the work is staffing; finding those it is for is not. */
const recruits =
  /(?<!\p{L})(?:rekrutter|hverv|oplær|find(?!er sted|e sted|es sted))(?:e|er|es)(?!\p{L})[^.,;]{0,30}?(?:frivillig|makker|venner|mentor|vært|guide|ambassadør|instruktør|træner|mægler|vejleder)/iu

const isHere =
  /til stede|tilstede|fremmøde|træffetid|kontortid|har (?:fast )?kontor(?!\p{L})|bemande[tsr]|^\p{Lu}\p{L}+(?:en|ne) er der (?:i|fra|om|hver)(?!\p{L})|(?:placere[srt]|tilknytte[srt]|tilknyttet)(?!\p{L})/iu

const isOfferOfSession = ({ act, rules, clause }: ReadClause): boolean =>
  !act.isOffer && hasAnyOf(rules, ['FREQ', 'TIME']) && sessionNoun.test(clause.text) && !givesAccess.test(clause.text)

const isPayment = ({ act, clause, section, rules }: ReadClause): boolean => {
  if (senseOfVerb(act.verb ?? '') === 'payment') return true
  if (
    /(?:afhold|bære|bærer|dækk)[^.]{0,40}(?:løn|udgift|omkostning)|(?:yde[rs]?|giver|modtager)[^.]{0,30}tilskud|egenbetaling|udgift\p{L}* deles/iu.test(
      clause.text,
    )
  )
    return true
  return (
    hasAnyOf(rules, ['AMOUNT', 'PAYMENT', 'SHARE']) && (section === 'economy' || /pris|udgør|koste/u.test(clause.text))
  )
}

const meetingNoun =
  /(?<!\p{L})(?:\p{L}*-?)(?:møde|møder|mødet|møderne|mødes|mødefrekvens|mødekadence|sparring|seminar|indkaldelsen?|mødeledelsen?|indkaldere?|indkalder|taler sammen|tale sammen)(?!\p{L})/iu

const isHolding = /^(?:spille|vise|køre|holde|afholde|arrangere|gå|gennemføre|foregå|løbe|finde|tilbyde)$/u

const isHeldOrSetUp = (verb: string | null): boolean =>
  verb === null || /^(?:nedsætte|etablere|oprette|danne|have)$/u.test(verb)

const isMeeting = (text: string): boolean => meetingNoun.test(text)

const sessionNoun =
  /workshop|kurs(?:er|us)|undervisning|rådgivning|guidning|(?<!\p{L})(?:lektie)?caf[eé]|træning|temadag|temaaft|arrangement|fest(?:en|er|ival)|koncert|turnering|aktivitetsdag|markedsdag|forløb|samtale|lektiehjælp|åbningstid|åbent|åbner|fodbold|sommerlejr|lejr(?:en|e)?(?!\p{L})|klubaften|fritidsaktivitet|årlige aktiviteter|forestilling|messe(?!\p{L})|udflugt|værksted|fællesspisning|hold(?:et)?(?!\p{L})|(?:sundheds|familie|tema|aktivitets)dage?(?!\p{L})|program(?:met)? med|afholdelsen/iu

/** The words near the verb: what stands far behind it is circumstance. */
const nearVerb = ({ act: { shape }, clause: { text } }: ReadClause): string => {
  const end = Math.max(shape.tokens[shape.verbAt]?.to ?? 0, shape.tokens[shape.finiteAt]?.to ?? 0)
  const behind = text.slice(end, end + 70)
  return text.slice(0, end) + (end === 0 ? behind : (/^[^,;:]*/u.exec(behind)?.[0] ?? ''))
}

const kindOfObject = (read: ReadClause, sense: 'task' | 'light' | 'state'): CommitmentKind => {
  const { act, clause, section, rules } = read
  const near = nearVerb(read)
  const text = read.subject.reduce((rest, name) => rest.replace(name, ''), near)
  const isHeld = sense !== 'task' || act.verb === null
  if (/(?<!\p{L})(?:dagsorden|referat)/iu.test(text))
    return /(?:sende|udsende|omdele)/u.test(act.verb ?? '') ? 'inform' : 'task'
  if (/(?<!\p{L})mødes(?!\p{L})/u.test(clause.text) && hasAnyOf(rules, ['FREQ']) && isHeldOrSetUp(act.verb))
    return 'meeting'
  if ((section === 'venues' || act.shape.isPassive) && /^(?:benytte|bruge|låne|anvende)$/u.test(act.verb ?? ''))
    return 'availability'
  if (isHeld && /kurs(?:us|er) i(?!\p{L})/u.test(text)) return 'session'
  if (isHeld && isMeeting(`${clause.heading ?? ''} ${text}`.trim())) return 'meeting'
  if (/(?:(?<!\p{L})PR-|pressemeddel|nyhedsbrev|reklame|annonc|plakat|orienter(?:et|ing)|information om)/iu.test(text))
    return 'inform'
  if (
    /(?:lægge|udarbejde|lave)\s[^.]{0,20}(?:program|plan|årshjul|tidsplan|handleplan|kalender)(?:met|men|en|er)?(?!\p{L})/iu.test(
      text,
    )
  )
    return 'planning'
  if (/planlægning|koordinering af/iu.test(text) && /forestå|varetage|have|stå/u.test(act.verb ?? '')) return 'planning'
  if (act.verb === 'deltage') return 'presence'
  if (act.verb === 'arbejde' && /\sdage? (?:om ugen|ugentligt|pr\. uge)(?!\p{L})/u.test(clause.text)) return 'presence'
  if (act.verb === 'indgå' && /aftale/iu.test(text)) return 'planning'
  if (act.shape.finiteAt === -1 && sessionNoun.test(text.slice(0, 30)) && !/^(?:at )?\p{Ll}/u.test(text))
    return 'session'
  if (act.verb === 'indgå' && /vagt/iu.test(text)) return 'staffing'
  if (isHeld && sessionNoun.test(act.verb === null ? text.slice(0, 40) : text)) return 'session'
  if (isHolding.test(act.verb ?? '') && hasAnyOf(rules, ['FREQ', 'BYDAY', 'TIME'])) return 'session'
  if (doersInOwnWords(act.shape) !== null && hasAnyOf(rules, ['BYDAY', 'TIME'])) return 'session'
  if (act.verb === null && hasAnyOf(rules, ['BYDAY', 'TIME'])) return section === 'venues' ? 'availability' : 'session'
  return 'task'
}
