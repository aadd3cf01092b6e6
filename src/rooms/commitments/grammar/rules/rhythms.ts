import { beginningWith, like, map, not, oneOf, opt, seq, sign, token, word } from '../parser.ts'
import { bound, approximately } from '../numbers.ts'
import { everyPeriod, period } from '../times.ts'
import { ready, term } from '../facts.ts'
import type { GrammarRule } from '../facts.ts'
import type { Parser } from '../parser.ts'
import type { Frequency } from '../../notation.ts'

const freq = (value: Frequency, ...words: string[]) => map(word(...words), () => ready(term('FREQ', value)))

const need = /^behov(?:et|ene)?$|^nødvendigt?$|^fornødent$|^påkrævet$|^relevant$/

const needLead = word('når, hvis, hvor, såfremt, dersom, i det omfang, i tilfælde af, efter, ved')

/** `når der er behov`, `hvis det skønnes nødvendigt`, `efter konkret behov`: a few words may stand between. */
const whenNeeded: Parser<null> = beginningWith(needLead, (tokens, at) => {
  const lead = needLead(tokens, at)
  if (lead === undefined) return undefined
  const most = lead.value === 'efter' || lead.value === 'ved' ? 2 : 5
  for (let index = lead.to; index <= lead.to + most; index += 1) {
    const next = tokens.at(index)
    if (next?.kind !== 'word' || next.text === 'ikke' || next.text.startsWith('formand')) return undefined
    if (need.test(next.text)) return { value: null, to: index + 1 }
  }
  return undefined
})

/** "det løbende samarbejde" only tells which: the rule leaves it alone. */
const continuous = freq(
  'CONTINUOUS',
  'løbende, kontinuerligt, kontinuerlig, fortløbende, vedvarende, til stadighed',
  'hele tiden, hele året, året rundt',
)

/** `hvis børnene ønsker det`: at most four words stand between. */
const ifWished: Parser<null> = beginningWith(word('hvis, når, såfremt'), (tokens, at) => {
  for (let index = at + 1; index <= at + 5; index += 1) {
    if (tokens.at(index)?.kind !== 'word') return undefined
    if (tokens.at(index)?.text === 'ønsker' && tokens.at(index + 1)?.text === 'det')
      return { value: null, to: index + 2 }
  }
  return undefined
})

/** Rhythms without a number: they are values of their own and never become a date or a count. */
export const looseRhythms: GrammarRule[] = [
  {
    name: 'as needed',
    examples: [
      ['Der afholdes møder efter behov', 'FREQ=ON_DEMAND'],
      ['når der er behov for det', 'FREQ=ON_DEMAND'],
      ['deltager, når det er relevant', 'FREQ=ON_DEMAND'],
      ['viser rundt, hvis gæsterne ønsker det', 'FREQ=ON_DEMAND'],
    ],
    read: map(
      oneOf(
        word(
          'efter behov, ved behov, alt efter behov, efter nærmere behov, ved særlige behov, behovsbestemt, er der behov',
          'på anmodning, efter anmodning, på opfordring, efter nærmere aftale, efter aftale, efter ønske',
        ),
        whenNeeded,
        ifWished,
      ),
      () => ready(term('FREQ', 'ON_DEMAND')),
    ),
  },
  {
    name: 'ad hoc',
    examples: [['Der kan nedsættes ad hoc grupper', 'FREQ=AD_HOC']],
    read: map(
      oneOf(word('ad hoc, ad-hoc, fra gang til gang, lejlighedsvis, fra sag til sag'), seq(word('ad'), like(/^hoc-/))),
      () => ready(term('FREQ', 'AD_HOC')),
    ),
  },
  {
    name: 'all the time',
    examples: [
      ['Parterne orienterer løbende hinanden', 'FREQ=CONTINUOUS'],
      ['rammerne for det løbende samarbejde', ''],
    ],
    read: beginningWith(continuous, (tokens, at) =>
      /^(?:det|den|de|om|i)$/.test(tokens.at(at - 1)?.text ?? '') ? undefined : continuous(tokens, at),
    ),
  },
  {
    name: 'regularly',
    examples: [['Koordinatorerne mødes jævnligt', 'FREQ=UNSPECIFIED_REGULAR']],
    read: freq(
      'UNSPECIFIED_REGULAR',
      'jævnligt, jævnlig, jævnlige, regelmæssigt, regelmæssig, regelmæssige',
      'med jævne mellemrum, med faste mellemrum, periodisk, hyppigt, med regelmæssige mellemrum',
      'rutinemæssigt',
    ),
  },
  {
    name: 'fixed without saying when',
    examples: [['Gruppen har faste møder', 'FREQ=FIXED_UNSPECIFIED']],
    read: map(
      seq(
        word('fast, faste'),
        like(/(?:møde|møder|tid|tider|dag|dage|tidspunkt|tidspunkter|intervaller|aftener|aften|datoer)$/),
      ),
      () => ready(term('FREQ', 'FIXED_UNSPECIFIED')),
    ),
  },
]

const loosened = seq(opt(approximately), opt(bound), opt(approximately), opt(word('en gang')))

/** Rhythms of the calendar without a count of their own. */
export const calendarRhythms: GrammarRule[] = [
  {
    name: 'from so many to so many weeks',
    examples: [['hver 6.-8. uge', 'FREQ=WEEKLY;INTERVAL=6..8']],
    read: rangeOfPeriods(),
  },
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
      isPaid: false,
    })),
  },
  {
    name: 'with that rhythm',
    examples: [
      ['Planen revideres årligt', 'FREQ=YEARLY;COUNT_PER_PERIOD=1'],
      ['en månedlig orientering', 'FREQ=MONTHLY;COUNT_PER_PERIOD=1'],
    ],
    read: map(seq(loosened, not(word('daglig, daglige')), period), ([[before, op, after], , rhythm]) => ({
      is: 'period',
      op: op ?? '=',
      approx: before !== null || after !== null,
      rhythm,
      isPaid: false,
    })),
  },
]

function rangeOfPeriods(): GrammarRule['read'] {
  const digits = token((found) => found.kind === 'digits' && found.text.length <= 2)
  const nth = map(seq(digits, opt(sign('.'))), ([found]) => Number(found.text))
  return map(
    seq(word('hver, hvert'), nth, oneOf(sign('-'), word('til, eller')), nth, word('uge, måned')),
    ([, low, , high, unit]) =>
      ready(term('FREQ', unit === 'uge' ? 'WEEKLY' : 'MONTHLY'), term('INTERVAL', `${low}..${high}`)),
  )
}
