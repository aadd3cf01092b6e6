import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { termInWords } from './term-words.ts'

const cases: [notation: string, danish: string | null, english: string | null][] = [
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', 'hver anden uge, onsdag', 'every other week, Wednesday'],
  ['FREQ=MONTHLY;INTERVAL=3', 'hver 3. måned', 'every 3 months'],
  ['FREQ=YEARLY;INTERVAL=2', 'hvert andet år', 'every other year'],
  ['FREQ=YEARLY;COUNT_PER_PERIOD>=4', 'mindst 4 gange om året', 'at least 4 times a year'],
  ['FREQ=YEARLY;COUNT_PER_PERIOD>=1', 'mindst 1 gang om året', 'at least 1 time a year'],
  ['FREQ=MONTHLY;COUNT_PER_PERIOD=2..4', '2–4 gange om måneden', '2–4 times a month'],
  [
    'FREQ=MONTHLY;BYDAY=1TU;EXCEPT_BYMONTH=7,8',
    'hver måned, første tirsdag, undtagen juli og august',
    'every month, first Tuesday, except July and August',
  ],
  [
    'BYDAY=MO,TU,WE;TIME=09:00-15:00 + BYDAY=TH;START=13:00',
    'mandag, tirsdag og onsdag kl. 09:00–15:00; torsdag fra kl. 13:00',
    'Monday, Tuesday and Wednesday at 09:00–15:00; Thursday from 13:00',
  ],
  ['FREQ=YEARLY | FREQ=QUARTERLY', 'hvert år eller hvert kvartal', 'every year or every quarter'],
  ['FREQ=ON_DEMAND', 'efter behov', 'as needed'],
  ['DEADLINE_REL=meeting-P8D', 'senest 8 dage før mødet', '8 days before the meeting at the latest'],
  ['DEADLINE=01-01,07-01;BOUND=BEFORE', 'senest 1. januar og 1. juli', 'by 1 January and 1 July'],
  ['NOTICE>=P1M', 'varsel mindst 1 måned', 'notice at least 1 month'],
  ['PAYMENT=QUARTERLY;TIMING=IN_ARREARS', 'hvert kvartal bagud', 'every quarter in arrears'],
  ['FREQ=WEEKLY;SESSION=PT2H;APPROX=true', 'ca. hver uge, 2 timer ad gangen', 'about every week, 2 hours each time'],
  ['DURATION<=P1Y', 'i højst 1 år', 'for at most 1 year'],
  ['DEADLINE=2026-08-01', 'senest 1. august 2026', 'by 1 August 2026'],
  ['DEADLINE=2026-99-01', null, null],
  ['QUORUM>=1/2', null, null],
  ['', null, null],
  ['FREQ=constructor;BYDAY=toString;BYMONTH=99', null, null],
]

describe('a term in words', () => {
  for (const [notation, danish, english] of cases) {
    it(`says ${notation || 'nothing'}`, () => {
      assert.equal(termInWords(notation, 'da'), danish)
      assert.equal(termInWords(notation, 'en'), english)
    })
  }
})
