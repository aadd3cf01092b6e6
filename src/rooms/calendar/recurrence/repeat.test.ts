import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../../platform/language.ts'
import { formatForExport, formatRule } from './format-rule.ts'
import { formatMoment, formatWall, readMoment } from '../../../platform/icalendar/moment.ts'
import { parseRule } from './parse-rule.ts'
import { seriesOfPlan } from './plan-series.ts'
import { readRepeat } from './read-repeat.ts'
import { recurrenceInWords } from './recurrence-in-words.ts'
import { repeatInWords } from './repeat-in-words.ts'
import type { RepeatPlan } from './repeat-plan.ts'
import { frequencies } from './rule.ts'
import { occurrencesBetween } from './series.ts'
import { rulesOf } from './test-rules.ts'

const today = Temporal.PlainDate.from('2026-02-01')
const even = Array.from({ length: 26 }, (_, at) => at * 2 + 2).join(',')
const odd = Array.from({ length: 27 }, (_, at) => at * 2 + 1).join(',')

/** A phrase, the rules it means, and what is said of it again. */
const phrases: readonly [phrase: string, rule: string, words: string][] = [
  ['hver uge', 'FREQ=WEEKLY', 'hver uge'],
  ['hver dag kl. 8', 'FREQ=DAILY', 'hver dag kl. 08.00'],
  ['alle hverdage', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'alle hverdage'],
  ['hver tirsdag kl. 16-18', 'FREQ=WEEKLY;BYDAY=TU', 'hver tirsdag kl. 16–18'],
  ['tirsdage og torsdage 15.30–17', 'FREQ=WEEKLY;BYDAY=TU,TH', 'hver tirsdag og torsdag kl. 15.30–17.00'],
  ['tirsdage kl. 19 i to timer', 'FREQ=WEEKLY;BYDAY=TU', 'hver tirsdag kl. 19–21'],
  ['hver anden torsdag', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'hver anden torsdag'],
  ['ulige uger', `FREQ=YEARLY;BYWEEKNO=${odd}`, 'hver uge i ulige uger'],
  [
    'hver anden torsdag i lige uger kl. 17–19, ikke i juli',
    `FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,8,9,10,11,12;BYWEEKNO=${even};BYDAY=TH`,
    'hver torsdag i lige uger kl. 17–19, ikke i juli',
  ],
  ['hver lørdag i oktober', 'FREQ=WEEKLY;BYMONTH=10;BYDAY=SA', 'hver lørdag, i oktober'],
  ['første tirsdag i måneden', 'FREQ=MONTHLY;BYDAY=1TU', 'den første tirsdag i måneden'],
  [
    'den første tirsdag og den tredje tirsdag i måneden',
    'FREQ=MONTHLY;BYDAY=1TU,3TU',
    'den første tirsdag og den tredje tirsdag i måneden',
  ],
  [
    'alle mandage og den første onsdag i måneden kl. 9',
    'FREQ=MONTHLY;BYDAY=MO,1WE',
    'alle mandage og den første onsdag i måneden kl. 09.00',
  ],
  ['sidste fredag i måneden kl. 9', 'FREQ=MONTHLY;BYDAY=-1FR', 'den sidste fredag i måneden kl. 09.00'],
  ['sidste hverdag i måneden', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'den sidste hverdag i måneden'],
  ['den 1. og 15. i hver måned', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'den 1. og den 15. i måneden'],
  ['hver måned den 15.', 'FREQ=MONTHLY;BYMONTHDAY=15', 'den 15. i måneden'],
  ['den sidste dag i måneden', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'den sidste dag i måneden'],
  ['hvert kvartal', 'FREQ=MONTHLY;INTERVAL=3', 'hver tredje måned'],
  ['hvert år den 1. maj', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1', 'hvert år, den 1. i måneden, i maj'],
  ['hver mandag til jul', 'FREQ=WEEKLY;UNTIL=20261223;BYDAY=MO', 'hver mandag, til 23. december 2026'],
  ['hver mandag til 1. juni', 'FREQ=WEEKLY;UNTIL=20260601;BYDAY=MO', 'hver mandag, til 1. juni 2026'],
  ['hver mandag til 1. januar', 'FREQ=WEEKLY;UNTIL=20270101;BYDAY=MO', 'hver mandag, til 1. januar 2027'],
  ['hver mandag fra 5. januar 2026', 'FREQ=WEEKLY;BYDAY=MO', 'hver mandag, fra 5. januar 2026'],
  [
    'hver uge på mandage og onsdage, til 24. december 2026',
    'FREQ=WEEKLY;UNTIL=20261224;BYDAY=MO,WE',
    'hver mandag og onsdag, til 24. december 2026',
  ],
  ['hver tirsdag, 10 gange', 'FREQ=WEEKLY;COUNT=10;BYDAY=TU', 'hver tirsdag, 10 gange'],
  ['hver tirsdag, kun i skoleuger', 'FREQ=WEEKLY;BYDAY=TU', 'hver tirsdag, kun i skoleuger'],
]

/** A rule that holds its one time of day, however it was told. */
const ruleWithTime = ({ rule, startTime }: Pick<RepeatPlan, 'rule' | 'startTime'>): string =>
  formatRule(
    startTime === null || rule.byHour.length > 0
      ? rule
      : { ...rule, byHour: [startTime.hour], byMinute: [startTime.minute] },
  )

describe('a Danish phrase of how something repeats', () => {
  for (const [phrase, rule, words] of phrases) {
    it(`is read and told again: "${phrase}"`, () => {
      const plans = readRepeat(phrase, today)
      assert.deepEqual(
        plans.map((plan) => [formatRule(plan.rule), repeatInWords(plan, 'da'), plan.unread]),
        [[rule, words, []]],
      )
      const again = readRepeat(words, today)
      assert.deepEqual(
        again.map((plan) => formatRule(plan.rule)),
        [rule],
      )
    })
  }

  it('tells a plan for each time of day', () => {
    const plans = readRepeat('tirsdag kl. 9-12, onsdag kl. 13-16', today)
    assert.deepEqual(
      plans.map((plan) => repeatInWords(plan, 'en')),
      ['every Tuesday 09:00–12:00', 'every Wednesday 13:00–16:00'],
    )
  })

  it('keeps what the rule does not tell by itself', () => {
    const [plan] = readRepeat('torsdage i ulige uger kl. 17-19, ikke i juli, ikke i skoleferierne', today)
    assert.deepEqual(
      [
        plan?.weekParity,
        plan?.withoutMonths,
        plan?.schoolWeeksOnly,
        plan?.startTime?.toString(),
        plan?.endTime?.toString(),
      ],
      ['odd', [7], true, '17:00:00', '19:00:00'],
    )
  })

  it('says which words it did not understand', () => {
    for (const [phrase, unread] of [
      ['hver mandag til påske', 'påske'],
      ['typisk hver tirsdag', 'typisk'],
      ['hver mandag om aftenen', 'aftenen'],
      ['hver mandag kl. 14 og 19', 'kl. 14 og 19'],
      ['hver tirsdag kl. 10 og torsdag', 'torsdag'],
    ] as const) {
      assert.deepEqual(readRepeat(phrase, today)[0]?.unread.slice(0, 1), [unread], phrase)
    }
  })

  it('has no plan where there is no rhythm of a calendar', () => {
    for (const phrase of [
      '',
      'efter behov',
      'to gange om ugen',
      'mindst fire møder om året',
      'ikke i juli',
      'den 5. maj',
    ]) {
      assert.deepEqual(readRepeat(phrase, today), [], phrase)
    }
  })

  it('reads what our own words tell of any rule, or says what it did not understand', () => {
    for (const frequency of frequencies)
      fc.assert(
        fc.property(rulesOf(frequency, 4), (any) => {
          const words = recurrenceInWords({ ...any, weekStart: 1 }, 'da')
          const plans = readRepeat(words, today)
          const [plan] = plans
          // What is in no plan at all is not understood.
          if (plan === undefined || plan.unread.length > 0) return
          assert.deepEqual(
            plans.map(ruleWithTime),
            [ruleWithTime({ rule: { ...any, weekStart: 1 }, startTime: null })],
            words,
          )
        }),
        { numRuns: 300 },
      )
  })

  it('takes any text, and what it reads is a rule with words', () => {
    const words = phrases.flatMap(([phrase]) => phrase.split(' '))
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        for (const plan of readRepeat(text, today)) {
          assert.deepEqual(parseRule(formatRule(plan.rule)), plan.rule)
          for (const language of languages) assert.ok(repeatInWords(plan, language).length > 3)
        }
      }),
    )
  })
})

const first = (phrase: string, earliest: string, count: number): string[] => {
  const [plan] = readRepeat(phrase, today)
  const series = plan === undefined ? null : seriesOfPlan(plan, Temporal.PlainDate.from(earliest), 'Europe/Copenhagen')
  return series === null ? [] : occurrencesBetween(series, null, null, count).map(({ wall }) => formatWall(wall))
}

describe('the series of a plan', () => {
  it('counts every other week from the first weekday there is', () => {
    assert.deepEqual(first('hver anden tirsdag kl. 17', '2026-01-02', 2), ['20260106T170000', '20260120T170000'])
    assert.deepEqual(first('hver tirsdag kl. 17 fra 1. maj', '2026-01-02', 1), ['20260505T170000'])
  })

  it('keeps to even weeks over a year of 53 weeks', () => {
    assert.deepEqual(first('torsdage i lige uger kl. 17', '2026-12-20', 3), [
      '20261224T170000',
      '20270114T170000',
      '20270128T170000',
    ])
  })

  it('is none where its last day is over before it begins', () => {
    const [plan] = readRepeat('hver tirsdag til 1. marts 2026', today)
    assert.ok(plan)
    assert.notEqual(seriesOfPlan(plan, Temporal.PlainDate.from('2026-02-20'), null), null)
    assert.equal(seriesOfPlan(plan, Temporal.PlainDate.from('2026-02-25'), null), null)
  })
})

describe('a rule in a calendar file', () => {
  it('writes its last day in the manner of its start', () => {
    const rule = parseRule('FREQ=WEEKLY;UNTIL=20260601')
    const beside = (start: string, zone: string | null): string =>
      formatForExport(rule, { start: readMoment(start) ?? assert.fail(start), zone })
    assert.equal(beside('20260105', 'Europe/Copenhagen'), 'FREQ=WEEKLY;UNTIL=20260601')
    assert.equal(beside('20260105T170000', null), 'FREQ=WEEKLY;UNTIL=20260601T235959')
    assert.equal(beside('20260105T170000', 'Europe/Copenhagen'), 'FREQ=WEEKLY;UNTIL=20260601T215959Z')
    assert.equal(beside('20260105T170000Z', null), 'FREQ=WEEKLY;UNTIL=20260601T235959Z')
    assert.equal(formatMoment({ day: 0, second: 1, isUtc: true }), '19700101T000001Z')
  })
})
