import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Refused } from '../../../platform/refused.ts'
import { answerAsked } from './answer-asked.ts'

const path = new URL('../../../../../shared/recurrence/cases.txt', import.meta.url)

const told = (rule: string, start: string, limit = 3000): string[] =>
  answerAsked(JSON.stringify({ rule, start, zone: null, from: null, until: null, limit }))

interface PublicCase {
  readonly rule: string
  readonly start: string
  readonly instances: string
}

const publicCases = (): PublicCase[] =>
  readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => {
      const lineOf = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1]?.trim() ?? ''
      return { rule: lineOf('RRULE'), start: lineOf('DTSTART'), instances: lineOf('INSTANCES') }
    })
    .filter(({ rule }) => rule !== '')

describe('the public cases', { skip: existsSync(path) ? false : 'the public cases of recurrence are not here' }, () => {
  const cases = existsSync(path) ? publicCases() : []
  it('are many', () => assert.ok(cases.length > 100))
  cases.forEach(({ rule, start, instances }, number) => {
    it(`come out right: ${number + 1} ${rule.slice(0, 80)} from ${start}`, () => {
      if (instances.startsWith('***')) assert.throws(() => told(rule, start), Refused)
      else assert.deepEqual(told(rule, start), instances.split(','))
    })
  })
})

/** Rule, start, and the first occurrences; where the rule ends, all of them. */
const ours: readonly [rule: string, start: string, times: string][] = [
  [
    'FREQ=YEARLY;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA;UNTIL=19980103T140000Z',
    '19980101T090000',
    '19980101T090000 19980102T090000 19980103T090000',
  ],
  [
    'FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200',
    '19970101T090000',
    '19970101T090000 19970410T090000 19970719T090000 20000101T090000',
  ],
  [
    'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
    '19970904T090000',
    '19970904T090000 19971007T090000 19971106T090000',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '20070115', '20070115 20070130 20070215 20070315 20070330'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '19970805', '19970805 19970810 19970819 19970824'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '19970805', '19970805 19970817 19970819 19970831'],
  ['FREQ=YEARLY;BYWEEKNO=53', '20201231', '20201231 20261231 20321230 20371231'],
  ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;WKST=SU', '20230101', '20230102 20240101 20241230 20260105'],
  ['FREQ=YEARLY;BYMONTH=12;BYWEEKNO=1;BYDAY=MO,TU', '20240101', '20241230 20241231 20251229 20251230'],
  ['FREQ=YEARLY;BYYEARDAY=-366', '20190101', '20200101 20240101 20280101'],
  ['FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR', '20260101', '20260213 20260313 20261113 20270813'],
  ['FREQ=YEARLY;BYDAY=-1SU', '20260101', '20261227 20271226 20281231'],
  ['FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU', '20260101', '20260329 20261025 20270328 20271031'],
  ['FREQ=MONTHLY;BYDAY=5MO', '20260101', '20260330 20260629 20260831'],
  ['FREQ=MONTHLY;BYMONTHDAY=-31', '20260201', '20260301 20260501 20260701'],
  ['FREQ=DAILY;INTERVAL=2;BYMONTH=1;BYDAY=MO', '20260101', '20260105 20260119 20270104'],
  ['FREQ=DAILY;BYSECOND=59,60', '20261231T235900', '20261231T235959 20270101T235959'],
  [
    'FREQ=HOURLY;INTERVAL=5;BYDAY=SU',
    '20260103T200000',
    '20260104T010000 20260104T060000 20260104T110000 20260104T160000 20260104T210000 20260111T030000',
  ],
  ['FREQ=MINUTELY;INTERVAL=1441', '19691230T235900', '19691230T235900 19700101T000000 19700102T000100'],
  ['FREQ=SECONDLY;INTERVAL=7;BYMINUTE=0', '20260101T005958', '20260101T010005 20260101T010012'],
  ['FREQ=SECONDLY;BYSECOND=0;BYSETPOS=-1;COUNT=2', '20260101T000001', '20260101T000100 20260101T000200'],
  ['FREQ=YEARLY;BYMONTHDAY=29', '20240229', '20240229 20280229'],
  ['FREQ=YEARLY', '20960229', '20960229 21040229'],
  ['RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD', '20240229', '20240229 20250301 20260301 20270301 20280229'],
  ['RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD', '20240229', '20240229 20250228 20260228 20270228 20280229'],
  ['RSCALE=GREGORIAN;FREQ=YEARLY', '20240229', '20240229 20280229'],
  ['RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD', '20260131', '20260131 20260228 20260331 20260430'],
  ['RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD', '20260131', '20260131 20260301 20260331 20260501'],
  [
    'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=1,31;SKIP=FORWARD',
    '20260401',
    '20260401 20260501 20260531 20260601 20260701',
  ],
  ['RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=366;SKIP=FORWARD', '20250101', '20260101 20270101 20280101 20281231'],
  ['FREQ=DAILY;UNTIL=20251231', '20260101', ''],
  ['FREQ=DAILY;UNTIL=20260103', '20260101T230000', '20260101T230000 20260102T230000 20260103T230000'],
  ['FREQ=DAILY;UNTIL=20260102T000000Z', '20260101', '20260101 20260102'],
  ['FREQ=DAILY', '99991230T120000Z', '99991230T120000Z 99991231T120000Z'],
  ['FREQ=YEARLY;INTERVAL=9007199254740991', '20260101', '20260101'],
  ['FREQ=SECONDLY;INTERVAL=9007199254740991', '20260101T000000', '20260101T000000'],
]

describe('our own cases', () => {
  for (const [rule, start, times] of ours) {
    it(`${rule} from ${start}`, () => {
      const expected = times === '' ? [] : times.split(' ')
      const isWhole = /COUNT|UNTIL|^FREQ=DAILY$|INTERVAL=9/.test(rule)
      assert.deepEqual(told(rule, start, isWhole ? 3000 : expected.length), expected)
    })
  }
})

describe('a rule that never happens', () => {
  const never = [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=FR',
    'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2',
    'FREQ=HOURLY;INTERVAL=24;BYHOUR=3',
    'FREQ=MINUTELY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;INTERVAL=86401;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYSECOND=1;BYSETPOS=2',
    'FREQ=YEARLY;BYWEEKNO=10;BYMONTH=12',
    'FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29;BYYEARDAY=1',
  ]
  for (const rule of never) it(`is found out: ${rule}`, () => assert.deepEqual(told(rule, '20260105T090000'), []))
})
