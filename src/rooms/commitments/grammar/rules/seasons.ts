import { ahead, listOf, map, not, oneOf, opt, seq, sign, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { monthList, quarter, season, year } from '../days.ts'
import { ready, term } from '../facts.ts'
import type { GrammarRule } from '../facts.ts'

/** `lige måneder`, `ulige måneder`: their numbers, as a list. */
export const everyOtherMonth: Parser<string> = map(seq(word('lige', 'ulige'), word('måneder')), ([name]) =>
  name === 'lige' ? '2,4,6,8,10,12' : '1,3,5,7,9,11',
)

/** Months, quarters and seasons of the year. */
export const seasonRules: GrammarRule[] = [
  {
    name: 'not in those months',
    examples: [
      ['hver måned undtagen juli', 'FREQ=MONTHLY;COUNT_PER_PERIOD=1;EXCEPT_BYMONTH=7'],
      ['en gang om måneden. Der holdes ikke møde i juli', 'FREQ=MONTHLY;COUNT_PER_PERIOD=1 + EXCEPT_BYMONTH=7'],
    ],
    read: map(
      seq(
        opt(word('dog')),
        word(
          'undt, undtagen, bortset fra, på nær, ikke, med undtagelse af, holder lukket, lukket, ikke møde, ikke møder',
        ),
        opt(word('i')),
        monthList,
        opt(word('måned, måneder')),
      ),
      ([, , , months]) => ready(term('EXCEPT_BYMONTH', months.join(','))),
    ),
  },
  {
    name: 'in those months',
    examples: [
      ['hvert år i marts og oktober', 'FREQ=YEARLY;BYMONTH=3,10'],
      ['fra oktober til december', 'BYMONTH=10,11,12'],
    ],
    read: map(
      seq(
        word('i, fra, i månederne, i perioden, i løbet af, i perioden fra'),
        monthList,
        opt(word('måned')),
        not(year),
      ),
      ([, months]) => ready(term('BYMONTH', months.join(','))),
    ),
  },
  {
    name: 'in odd or even months',
    examples: [['mødes i ulige måneder', 'BYMONTH=1,3,5,7,9,11']],
    read: map(seq(word('i'), everyOtherMonth), ([, months]) => ready(term('BYMONTH', months))),
  },
  {
    name: 'in that quarter',
    examples: [
      ['hvert år i 4. kvartal', 'FREQ=YEARLY;BYQUARTER=4'],
      ['i årets sidste kvartal', 'FREQ=YEARLY;BYQUARTER=4'],
    ],
    read: oneOf(
      map(seq(opt(word('i, i løbet af')), ahead(word('årets')), quarter), ([, , value]) =>
        ready(term('FREQ', 'YEARLY'), term('BYQUARTER', String(value))),
      ),
      map(seq(opt(word('i, i løbet af')), quarter), ([, value]) => ready(term('BYQUARTER', String(value)))),
    ),
  },
  {
    name: 'every spring',
    examples: [['hvert forår', 'FREQ=YEARLY;SEASON=SPRING']],
    read: map(seq(word('hvert, hver'), listOf(season, oneOf(word('og, samt, og hvert, og hver')))), ([, names]) =>
      ready(term('FREQ', 'YEARLY'), term('SEASON', names.join(','))),
    ),
  },
  {
    name: 'in the school year',
    examples: [['hver tirsdag kl. 15-17 i skoleåret', 'FREQ=WEEKLY;BYDAY=TU;TIME=15:00-17:00']],
    read: map(word('i skoleåret'), () => ready()),
  },
  {
    name: 'in that season',
    examples: [['i sent forår og tidligt efterår hvert år', 'FREQ=YEARLY;SEASON=LATE_SPRING,EARLY_AUTUMN']],
    read: map(
      seq(opt(word('i, om')), listOf(season, oneOf(word('og, samt, eller, og i'), sign('/', ',')))),
      ([, names]) => ready(term('SEASON', names.join(','))),
    ),
  },
]
