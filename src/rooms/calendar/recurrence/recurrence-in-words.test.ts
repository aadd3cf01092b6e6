import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { languages } from '../../../platform/language.ts'
import { parseRule } from './parse-rule.ts'
import { recurrenceInWords } from './recurrence-in-words.ts'
import { frequencies, numberLists, type Rule } from './rule.ts'
import { rulesOf } from './test-rules.ts'

const evenWeeks = Array.from({ length: 26 }, (_, at) => at * 2 + 2).join(',')
const oddWeeks = Array.from({ length: 27 }, (_, at) => at * 2 + 1).join(',')

const told: readonly [rule: string, danish: string, english: string][] = [
  ['FREQ=WEEKLY', 'hver uge', 'every week'],
  ['FREQ=WEEKLY;BYDAY=TU', 'hver tirsdag', 'every Tuesday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'alle hverdage', 'every weekday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'hver anden torsdag', 'every other Thursday'],
  [
    'FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261224',
    'hver mandag og onsdag, til 24. december 2026',
    'every Monday and Wednesday, until 24 December 2026',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH',
    'hver tredje uge på tirsdage og torsdage',
    'every 3 weeks on Tuesdays and Thursdays',
  ],
  ['FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,8,9,10,11,12', 'hver tirsdag, ikke i juli', 'every Tuesday, not in July'],
  ['FREQ=WEEKLY;BYDAY=SA;BYMONTH=10', 'hver lørdag, i oktober', 'every Saturday, in October'],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU', 'hver anden uge, ugen begynder søndag', 'every other week, weeks begin on Sunday'],
  [`FREQ=YEARLY;BYWEEKNO=${evenWeeks};BYDAY=TH`, 'hver torsdag i lige uger', 'every Thursday in even weeks'],
  [`FREQ=YEARLY;BYWEEKNO=${oddWeeks}`, 'hver uge i ulige uger', 'every week in odd weeks'],
  ['FREQ=MONTHLY;BYDAY=1TU', 'den første tirsdag i måneden', 'the first Tuesday of the month'],
  ['FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3', 'den sidste fredag i hver tredje måned', 'the last Friday, every 3 months'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'den 1. og den 15. i måneden', 'the 1st and the 15th of the month'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'den sidste dag i måneden', 'the last day of the month'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'den 13. i måneden, når det er en fredag',
    'the 13th of the month, when it is a Friday',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    'den næstsidste hverdag i måneden',
    'the second last weekday of the month',
  ],
  ['FREQ=YEARLY', 'hvert år', 'every year'],
  [
    'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1',
    'hvert år, den 1. i måneden, i maj',
    'every year, the 1st of the month, in May',
  ],
  ['FREQ=YEARLY;BYDAY=20MO', 'hvert år, den 20. mandag i året', 'every year, the 20th Monday of the year'],
  [
    'FREQ=YEARLY;BYYEARDAY=100,-1',
    'hvert år, årets dag nr. 100 og årets sidste dag',
    'every year, day 100 of the year and the last day of the year',
  ],
  [
    'FREQ=YEARLY;BYWEEKNO=1,2,3,20,-1',
    'hvert år, i uge 1–3 og 20, i årets sidste uge',
    'every year, in week 1–3 and 20, in the last week of the year',
  ],
  ['FREQ=DAILY;COUNT=10', 'hver dag, 10 gange', 'every day, 10 times'],
  ['FREQ=DAILY;INTERVAL=14', 'hver 14. dag', 'every 14 days'],
  ['FREQ=DAILY;BYHOUR=9,12;BYMINUTE=30', 'hver dag, kl. 09.30 og 12.30', 'every day, at 09:30 and 12:30'],
  [
    'FREQ=HOURLY;BYHOUR=9,10,11,12;BYMINUTE=5',
    'hver time, i klokketimerne 9–12, i minut 5',
    'every hour, in the hours 9–12, in minute 5',
  ],
  ['FREQ=MINUTELY;INTERVAL=2', 'hvert andet minut', 'every other minute'],
  [
    'FREQ=DAILY;UNTIL=20261224T120000Z',
    'hver dag, til 24. december 2026 kl. 12.00 (UTC)',
    'every day, until 24 December 2026 at 12:00 (UTC)',
  ],
  [
    'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1,-1',
    'hver mandag og tirsdag, heraf kun den første og den sidste',
    'every Monday and Tuesday, of these only the first and the last',
  ],
  [
    'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD',
    'den 31. i måneden, en dag, der ikke findes, rykkes til dagen før',
    'the 31st of the month, a day that does not exist is moved to the day before',
  ],
]

describe('a rule in words', () => {
  for (const [rule, danish, english] of told) {
    it(`is "${danish}"`, () => {
      assert.equal(recurrenceInWords(parseRule(rule), 'da'), danish)
      assert.equal(recurrenceInWords(parseRule(rule), 'en'), english)
    })
  }

  it('leaves no part untold: without it, the words are others', () => {
    const keys = [...numberLists.map(({ key }) => key), 'byDay'] as const
    const rules = fc.constantFrom(...frequencies).chain((frequency) => rulesOf(frequency, 400))
    fc.assert(
      fc.property(rules, fc.constantFrom(...keys), fc.constantFrom(...languages), (rule, key, language) => {
        const words = recurrenceInWords(rule, language)
        assert.doesNotMatch(words, /undefined|NaN|null|^,|, ,|,$| {2}/)
        const others: Rule[] = [
          { ...rule, interval: rule.interval + 1 },
          { ...rule, count: 77 },
        ]
        if (rule[key].length > 0) others.push({ ...rule, [key]: [] })
        for (const other of others) assert.notEqual(recurrenceInWords(other, language), words)
      }),
    )
  })
})
