import { ahead, anyWord, like, map, not, oneOf, opt, pick, seq, sign, token, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { bound, number, ordinal } from '../numbers.ts'
import { weekday } from '../weekday-names.ts'
import { length, period } from '../times.ts'
import type { Length } from '../times.ts'
import { ready, term } from '../facts.ts'
import type { BareTerm, Fact, GrammarRule } from '../facts.ts'
import { hedgeTerm } from './hedges.ts'

const lengthTerm = (key: 'DURATION' | 'SESSION', read: Length, op: Length['op'] | null, ...more: BareTerm[]): Fact =>
  ready(term(key, read.value, op ?? read.op), ...(read.approx ? [term('APPROX', 'true')] : []), ...more)

const during = word(
  'forlænges med, forlænges automatisk med, forlænges med yderligere, i, over, på, gennem, igennem, for, varer, strækker sig over, løber over, løber i, over en periode på',
  'i en periode på, over de næste, i de næste, de næste, over de kommende, de kommende, i de kommende',
  'i løbet af, en periode på, for en periode på, i de første, de første, de seneste, over de første',
  'over en periode af, et forløb på, forløb på, periode på, løbetid på, varighed på, med en varighed på',
  'har en varighed på, af, i en periode af, i hele, i alt, inden for en periode på, yderligere',
  'inden for de næste, for de kommende, for de næste, varighed',
)

const adjectiveYears: Parser<string> = pick(
  token((found) => found.kind === 'word' && /^(?:et|to|tre|fire|fem|seks|otte|ti|flere)årigt?e?$/.test(found.text)),
  (found) => {
    const names = ['', 'et', 'to', 'tre', 'fire', 'fem', 'seks', '', 'otte', '', 'ti']
    const years = names.indexOf(found.text.replace(/årigt?e?$/, ''))
    return years > 0 ? `P${years}Y` : undefined
  },
)

const hyphenYears: Parser<string> = pick(
  seq(
    number,
    opt(sign('-')),
    token((found) => found.kind === 'word' && /^(?:årigt?e?|måneders|ugers|mdrs|års)$/.test(found.text)),
  ),
  ([value, , unit]) => `P${value}${unit.text.startsWith('å') ? 'Y' : unit.text.startsWith('m') ? 'M' : 'W'}`,
)

/** What makes of a length of time something else: an age, or a part of each week. */
const notAfter = not(
  oneOf(
    word('siden, gamle, gammel, og derover, eller derover'),
    map(period, () => ''),
  ),
)

/** `medlemmer over 25 år` tells an age. */
const isAge = (lead: string, read: Length): boolean => lead === 'over' && /^P(?:1[1-9]|[2-9]\d)Y/.test(read.value)

const overSoLong = (read: Length, op: Length['op'] | null, hedge: BareTerm | null): Fact | undefined =>
  read.value.startsWith('PT') ? undefined : lengthTerm('DURATION', read, op, ...(hedge === null ? [] : [hedge]))

const everyDay = seq(word('hver'), opt(ordinal), weekday)

const session = (read: Length, hedge: BareTerm | null): Fact | undefined =>
  read.value.startsWith('PT') ? lengthTerm('SESSION', read, null, ...(hedge === null ? [] : [hedge])) : undefined

const spanNoun = like(/(?:periode|varighed|løbetid)(?:n|en)?$/)

const ages = oneOf(
  seq(
    word('under, fyldt, i alderen, mellem, fra, over'),
    number,
    opt(seq(oneOf(sign('-'), word('og, til')), number)),
    word('år, års'),
  ),
  seq(number, sign('-'), number, opt(sign('-')), word('år, årige, års, årig')),
)

const youngest = 7

/** `drenge på 10-12 år`; a plan runs over fewer years. */
const agesOfPeople = pick(
  seq(word('på'), number, oneOf(sign('-'), word('til')), number, word('år')),
  ([, low, , high]) => (low >= youngest || high - low > 5 ? null : undefined),
)

/** `14-årige` are people; a `4-årig` plan lasts four years. */
const yearOlds: Parser<Fact> = pick(seq(number, opt(sign('-')), word('årige, årig')), ([years]) =>
  years >= youngest && years !== 10 ? ready() : undefined,
)

/** Ages are no terms: `under 25 år`, `8-15 år`. A span over a few years is one: `over 4 år`. */
const age: Parser<Fact> = oneOf(
  pick(ages, ([lead, first, second]) =>
    lead === 'over' && typeof first === 'number' && first < 11 && second === null ? undefined : ready(),
  ),
  map(agesOfPeople, () => ready()),
  yearOlds,
)

/** How long. */
export const durationRules: GrammarRule[] = [
  {
    name: 'an age',
    examples: [
      ['mindst 20 børn mellem 8 og 15 år', 'QUANTITY>=20 unit=children'],
      ['Piger på 9-13 år danser hver mandag', 'FREQ=WEEKLY;BYDAY=MO'],
    ],
    read: age,
  },
  {
    name: 'beyond so long',
    examples: [['Ved fravær ud over tre måneder indkaldes en suppleant', 'THRESHOLD>P3M']],
    read: map(seq(word('ud over, udover'), length), ([, read]) => ready(term('THRESHOLD', read.value, '>'))),
  },
  {
    name: 'each time so long',
    examples: [
      ['tre møder á to timer', 'SESSION=PT2H;QUANTITY=3 unit=meetings'],
      ['en gang om ugen af halvanden times varighed', 'FREQ=WEEKLY;COUNT_PER_PERIOD=1;SESSION=PT1H30M'],
      ['2 timer pr. gang', 'SESSION=PT2H'],
      ['Samtalen varer ca. 45 minutter', 'SESSION=PT45M;APPROX=true'],
      ['2 timer hver tirsdag', 'FREQ=WEEKLY;BYDAY=TU;SESSION=PT2H'],
    ],
    read: oneOf(
      pick(
        seq(
          word('á, a, hver på, af hver, à, af, med, i, på, varighed på, varer, tager'),
          opt(hedgeTerm),
          length,
          opt(word('varighed')),
          notAfter,
          not(seq(anyWord, period)),
        ),
        ([, hedge, read]) => session(read, hedge),
      ),
      pick(
        seq(
          length,
          oneOf(word('varighed, pr gang, hver gang, ad gangen, per gang, pr møde, pr session'), ahead(everyDay)),
        ),
        ([read]) => session(read, null),
      ),
    ),
  },
  {
    name: 'spread over days',
    examples: [['15 timer om ugen fordelt på tre dage', 'QUANTITY=15/WEEK unit=hours']],
    read: map(seq(word('fordelt på'), length), () => ready()),
  },
  {
    name: 'over so long',
    examples: [
      ['i et halvt år', 'DURATION=P6M'],
      ['over de næste fire år', 'DURATION=P4Y'],
      ['støtte i op til 3 måneder', 'DURATION<=P3M'],
      ['i en periode på 2 år', 'DURATION=P2Y'],
    ],
    read: oneOf(
      pick(seq(during, opt(hedgeTerm), length, notAfter), ([lead, hedge, read]) =>
        isAge(lead, read) ? undefined : overSoLong(read, null, hedge),
      ),
      pick(seq(spanNoun, word('er, på, udgør, er på, af, skal være'), length), ([, , read]) =>
        overSoLong(read, null, null),
      ),
      pick(seq(bound, during, length, notAfter), ([op, , read]) => overSoLong(read, op, null)),
    ),
  },
  {
    name: 'of so many years',
    examples: [
      ['en treårig indsats', 'DURATION=P3Y'],
      ['et forløb af 10 ugers varighed', 'DURATION=P10W'],
      ['en 4-årig aftale', 'DURATION=P4Y'],
    ],
    read: pick(
      seq(
        opt(bound),
        oneOf(adjectiveYears, hyphenYears),
        not(word('varsel, skriftligt varsel, opsigelsesvarsel, opsigelse, børn, unge, drenge, piger')),
      ),
      ([op, value]) => ready(term('DURATION', value, op ?? '=')),
    ),
  },
]
