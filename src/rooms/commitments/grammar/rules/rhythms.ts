import { map, opt, pick, seq, word } from '../parser.ts'
import { bound, approximately, howMany } from '../numbers.ts'
import { everyPeriod, period } from '../times.ts'
import { ready, term } from '../facts.ts'
import type { GrammarRule } from '../facts.ts'
import type { Parser } from '../parser.ts'
import type { Frequency } from '../../notation.ts'

const freq = (value: Frequency, ...words: string[]) => map(word(...words), () => ready(term('FREQ', value)))

/** Rhythms without a number: they are values of their own and never become a date or a count. */
export const looseRhythms: GrammarRule[] = [
  {
    name: 'as needed',
    examples: [
      ['Der afholdes møder efter behov', 'FREQ=ON_DEMAND'],
      ['når der er behov for det', 'FREQ=ON_DEMAND'],
    ],
    read: freq(
      'ON_DEMAND',
      'efter behov',
      'ved behov',
      'efter nærmere behov',
      'når der er behov',
      'når behovet opstår',
      'når behov opstår',
      'hvis der er behov',
      'i det omfang der er behov',
      'såfremt der er behov',
      'når der opstår behov',
      'når det er nødvendigt',
      'når det skønnes nødvendigt',
      'når det findes nødvendigt',
      'hvis behovet opstår',
      'hvis der opstår behov',
      'hvor der er behov',
      'alt efter behov',
      'på anmodning',
      'efter anmodning',
      'på opfordring',
      'efter nærmere aftale',
      'efter aftale',
      'efter ønske',
      'ved særlige behov',
      'efter konkret behov',
      'efter konkrete behov',
      'behovsbestemt',
      'såfremt behovet opstår',
      'i tilfælde af behov',
      'såfremt det er nødvendigt',
      'hvis det er nødvendigt',
    ),
  },
  {
    name: 'ad hoc',
    examples: [['Der kan nedsættes ad hoc grupper', 'FREQ=AD_HOC']],
    read: freq('AD_HOC', 'ad hoc', 'ad-hoc', 'fra gang til gang', 'lejlighedsvis', 'fra sag til sag'),
  },
  {
    name: 'all the time',
    examples: [['Parterne orienterer løbende hinanden', 'FREQ=CONTINUOUS']],
    read: freq(
      'CONTINUOUS',
      'løbende',
      'kontinuerligt',
      'kontinuerlig',
      'fortløbende',
      'vedvarende',
      'til stadighed',
      'hele tiden',
      'hele året',
      'året rundt',
    ),
  },
  {
    name: 'regularly',
    examples: [['Koordinatorerne mødes jævnligt', 'FREQ=UNSPECIFIED_REGULAR']],
    read: freq(
      'UNSPECIFIED_REGULAR',
      'jævnligt',
      'jævnlig',
      'jævnlige',
      'regelmæssigt',
      'regelmæssig',
      'regelmæssige',
      'med jævne mellemrum',
      'med faste mellemrum',
      'periodisk',
      'hyppigt',
      'med regelmæssige mellemrum',
      'rutinemæssigt',
    ),
  },
  {
    name: 'fixed without saying when',
    examples: [['Gruppen har faste møder', 'FREQ=FIXED_UNSPECIFIED']],
    read: pick(
      seq(
        word('fast', 'faste'),
        word(
          'møde',
          'møder',
          'mødedag',
          'mødedage',
          'mødetidspunkter',
          'tidspunkter',
          'tider',
          'dage',
          'træffetid',
          'træffetider',
          'åbningstider',
          'ugedage',
          'datoer',
          'teammøder',
          'netværksmøder',
          'koordineringsmøder',
          'samarbejdsmøder',
          'mødeaften',
        ),
      ),
      () => ready(term('FREQ', 'FIXED_UNSPECIFIED')),
    ),
  },
]

const loosened = seq(opt(approximately), opt(bound), opt(approximately), opt(word('en gang')))

/** Rhythms of the calendar without a count of their own. */
export const calendarRhythms: GrammarRule[] = [
  {
    name: 'every so often',
    examples: [
      ['mindst hvert kvartal', 'FREQ=QUARTERLY;COUNT_PER_PERIOD>=1'],
      ['minimum hver tredje måned', 'FREQ=MONTHLY;INTERVAL=3;COUNT_PER_PERIOD>=1'],
      ['ca. hver 14. dag', 'FREQ=WEEKLY;INTERVAL=2;APPROX=true'],
      ['hvert halve år', 'FREQ=HALFYEARLY;COUNT_PER_PERIOD=1'],
    ],
    read: map(seq(loosened, everyPeriod), ([[before, op, after], rhythm]) => ({
      is: 'period',
      op: op ?? '=',
      approx: before !== null || after !== null,
      rhythm,
    })),
  },
  {
    name: 'from so many to so many weeks',
    examples: [['hver 6.-8. uge', 'FREQ=WEEKLY;INTERVAL=6..8']],
    read: rangeOfPeriods(),
  },
  {
    name: 'with that rhythm',
    examples: [
      ['Planen revideres årligt', 'FREQ=YEARLY;COUNT_PER_PERIOD=1'],
      ['en månedlig orientering', 'FREQ=MONTHLY;COUNT_PER_PERIOD=1'],
    ],
    read: map(seq(loosened, period), ([[before, op, after], rhythm]) => ({
      is: 'period',
      op: op ?? '=',
      approx: before !== null || after !== null,
      rhythm,
    })),
  },
]

function rangeOfPeriods(): GrammarRule['read'] {
  const every: Parser<string> = word('hver', 'hvert')
  return pick(seq(every, howMany, word('uge', 'måned', 'uger', 'måneder')), ([, many, unit]) =>
    many.high === null
      ? undefined
      : ready(
          term('FREQ', unit.startsWith('uge') ? 'WEEKLY' : 'MONTHLY'),
          term('INTERVAL', `${many.low}..${many.high}`),
        ),
  )
}
