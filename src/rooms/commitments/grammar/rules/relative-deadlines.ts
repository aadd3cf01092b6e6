import { ahead, anyWord, beginningWith, like, map, not, oneOf, opt, seq, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { anchor } from '../anchors.ts'
import { dayDate, monthEnd } from '../days.ts'
import { number } from '../numbers.ts'
import { isoDuration, length, timeUnit } from '../times.ts'
import type { Length } from '../times.ts'
import { ready, term } from '../facts.ts'
import type { BareTerm, Fact, GrammarRule } from '../facts.ts'

const latest = word(
  'senest, seneste, inden for, indenfor, inden, højst, indtil, tidligst, allerede',
  'snarest og senest, hurtigst muligt og senest, maks, max, mindst, minimum',
)

const direction: Parser<'+' | '-'> = oneOf<('+' | '-')[]>(
  map(word('før, inden, forud for, førend, forinden'), () => '-'),
  map(word('efter, fra, regnet fra, derefter, herefter, at regne fra'), () => '+'),
)

const anchorDate: Parser<string> = map(dayDate, (date) => date.value)

const fullAnchor: Parser<string> = oneOf(
  map(
    word(
      'kalenderårets afslutning, kalenderårets udløb, årets afslutning, årets udgang, årets udløb',
      'årsskiftet, udgangen af kalenderåret, udløbet af kalenderåret, kalenderårets udgang',
      'udgangen af året',
    ),
    () => 'YEAR_END',
  ),
  map(word('regnskabsårets afslutning', 'regnskabsårets udløb', 'regnskabsårets udgang'), () => 'FISCAL_YEAR_END'),
  map(
    word(
      'kvartalets afslutning, kvartalets udløb, kvartalets udgang, udgangen af kvartalet',
      'hvert kvartals udløb, udgangen af hvert kvartal',
    ),
    () => 'QUARTER_END',
  ),
  map(word('månedens udgang', 'månedens udløb', 'udgangen af måneden'), () => 'MONTH_END'),
  anchorDate,
  anchor,
)

const yearEndDate = (sign: '+' | '-', read: Length): BareTerm[] => {
  const months = /^P(\d{1,2})M$/.exec(read.value)?.[1]
  return sign === '+' && months !== undefined && Number(months) <= 12
    ? [term('DEADLINE', monthEnd(Number(months), null))]
    : []
}

const relative = (name: string, sign: '+' | '-', read: Length): Fact =>
  ready(term('DEADLINE_REL', `${name}${sign}${read.value}`), ...(name === 'YEAR_END' ? yearEndDate(sign, read) : []))

const oneOfUnit = new Map([
  ['dagen', 'P1D'],
  ['aftenen', 'P1D'],
  ['ugen', 'P1W'],
  ['måneden', 'P1M'],
  ['året', 'P1Y'],
])

/** `dagen før mødet`, `ugen efter kurset`: one of its kind. */
const oneBefore: Parser<Fact> = map(
  seq(opt(latest), word(...oneOfUnit.keys()), direction, fullAnchor),
  ([, unit, sign, name]) => ready(term('DEADLINE_REL', `${name}${sign}${oneOfUnit.get(unit) ?? 'P1D'}`)),
)

const lengthBefore: Parser<Fact> = map(
  seq(opt(latest), length, direction, not(word('og, samt, eller')), fullAnchor),
  ([, read, sign, , name]) => relative(name, sign, read),
)

/** `en måned i forvejen`, `senest dagen før`: before what was just spoken of. */
const beforeThat: Parser<Fact> = oneOf(
  map(seq(opt(latest), length, word('i forvejen, før og, inden og, forinden og')), ([, read]) =>
    ready(term('DEADLINE_REL', `reference_date-${read.value}`)),
  ),
  map(seq(latest, word(...oneOfUnit.keys()), word('før, inden, i forvejen'), not(anyWord)), ([, unit]) =>
    ready(term('DEADLINE_REL', `reference_date-${oneOfUnit.get(unit) ?? 'P1D'}`)),
  ),
)

/** `før et forløb begynder`: at most four words stand between. */
const beforeItBegins: Parser<Fact> = beginningWith(word('før', 'inden'), (tokens, at) => {
  for (let index = at + 1; index <= at + 5; index += 1) {
    const next = tokens.at(index)
    if (next === undefined || (next.kind !== 'word' && next.text !== ',') || next.text === 'for') return undefined
    if (/^(?:begynder|starter|påbegyndes)$/.test(next.text))
      return { value: ready(term('DEADLINE_REL', 'start-UNSPECIFIED')), to: index + 1 }
  }
  return undefined
})

/** `senest svar 14 dage efter`: after what was just spoken of. */
const lengthAfterThat: Parser<Fact> = map(
  seq(length, word('efter, senere, derefter, herefter'), not(anyWord)),
  ([read]) => ready(term('DEADLINE_REL', `reference_date+${read.value}`)),
)

/** `inden for den første måned`. */
const withinFirst: Parser<Fact> = map(seq(word('inden for den første, inden for det første'), timeUnit), ([, unit]) =>
  ready(term('DEADLINE_REL', `reference_date+${isoDuration(1, unit)}`)),
)

/** `efter 3 og 6 måneder`: one unit for both. */
const lengthsAfter: Parser<Fact> = map(
  seq(word('efter, inden for'), number, word('og, eller'), number, timeUnit),
  ([, first, , second, unit]) =>
    ready(term('DEADLINE_REL', `reference_date+${isoDuration(first, unit)},${isoDuration(second, unit)}`)),
)

/** `fastlægges et år frem`: how far ahead one looks. */
const lengthAhead: Parser<Fact> = map(seq(length, word('frem i tiden, ud i fremtiden, ud i tiden, frem')), ([read]) =>
  ready(term('HORIZON', read.value)),
)

const lengthAfterNothing: Parser<Fact> = map(
  seq(
    word(
      'inden for, indenfor, inden, senest, allerede efter, efter, først efter, senest efter, i løbet af højst',
      'inden for en frist af, inden for en frist på, en frist på, en frist af, fristen er, svarfristen er',
    ),
    length,
    opt(word('efter, herefter, derefter')),
  ),
  ([, read]) => ready(term('DEADLINE_REL', `reference_date+${read.value}`)),
)

/** So long before or after something. */
export const relativeDeadlineRules: GrammarRule[] = [
  {
    name: 'the last working day before the first',
    examples: [['Opsigelse skal ske sidste hverdag inden den 1.', 'DEADLINE_REL=MONTH_START-LAST_WORKDAY']],
    read: map(
      seq(
        word('sidste hverdag', 'sidste arbejdsdag', 'sidste bankdag'),
        word('inden', 'før'),
        word('den 1, d 1, den første, månedens begyndelse, den 1 i en måned, den 1 i måneden'),
      ),
      () => ready(term('DEADLINE_REL', 'MONTH_START-LAST_WORKDAY')),
    ),
  },
  {
    name: 'so long before or after something',
    examples: [
      ['senest 14 dage før mødet', 'DEADLINE_REL=meeting-P14D'],
      ['inden for 4 uger efter modtagelsen', 'DEADLINE_REL=receipt+P4W'],
      ['senest 3 måneder efter projektets afslutning', 'DEADLINE_REL=project_end+P3M'],
      ['to uger inden arrangementet', 'DEADLINE_REL=event-P2W'],
      ['mindst to måneder i forvejen', 'DEADLINE_REL=reference_date-P2M'],
      ['meddeles senest dagen før', 'DEADLINE_REL=reference_date-P1D'],
    ],
    read: oneOf(lengthAfterThat, beforeThat, lengthBefore, oneBefore),
  },
  {
    name: 'so far ahead',
    examples: [['Møderne fastlægges et år frem', 'HORIZON=P1Y']],
    read: lengthAhead,
  },
  {
    name: 'within so long',
    examples: [
      ['inden for 14 dage', 'DEADLINE_REL=reference_date+P14D'],
      ['dog allerede efter 3 uger', 'DEADLINE_REL=reference_date+P3W'],
      ['med en frist på 10 dage', 'DEADLINE_REL=reference_date+P10D'],
    ],
    read: oneOf(lengthsAfter, lengthAfterNothing, withinFirst),
  },
]

/** Before something, without saying how long. */
export const beforeRules: GrammarRule[] = [
  {
    name: 'before something',
    examples: [
      ['forud for mødet udsendes materialet', 'DEADLINE_REL=meeting-UNSPECIFIED'],
      ['besøger skolen, før holdet begynder', 'DEADLINE_REL=start-UNSPECIFIED'],
    ],
    read: oneOf(
      beforeItBegins,
      map(seq(word('forud for', 'inden', 'før'), not(word('for')), ahead(knownAnchor()), anchor), ([, , , name]) =>
        ready(term('DEADLINE_REL', `${name}-UNSPECIFIED`)),
      ),
    ),
  },
]

/** Things that happen at a time, so that `inden mødet` is a deadline; `inden årets udgang` is read as a date. */
function knownAnchor(): Parser<unknown> {
  const happening = like(
    /(?:møde(?:t|ts|rne|r)?|arrangementet|workshoppen|besøget|samtalen|ferie(?:n)?|start(?:en)?|generalforsamlingen|kurset|indflytning(?:en)?|ansættelse(?:n)?)$|^jul$/,
  )
  return seq(opt(word('det, den, hvert, et, næste, første')), opt(word('næste, første, ordinære, enkelte')), happening)
}
