import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readAges } from './read-ages.ts'
import { readDay, readSpan, readUntil } from './read-days.ts'
import { findMoney, findShare, saysNoMoney } from './read-money.ts'

const oere = (text: string): number[] => findMoney(text).map((money) => money.amountOere)

describe('reading money', () => {
  for (const [text, expected] of [
    ['kr. 5.000,-', 500000],
    ['20.000 kr. pr. år', 2000000],
    ['5.000,-', 500000],
    ['518 kr', 51800],
    ['kr. 1. 386.235', 138623500],
    ['400 000 kr.', 40000000],
    ['DKK 45.000', 4500000],
    ['1.250,50 kr.', 125050],
    ['kr. 10.000,00', 1000000],
    ['2. mio. kr.', 200000000],
    ['1,2 mio. kr.', 120000000],
    ['3 millioner kroner', 300000000],
    ['250 t.kr.', 25000000],
    ['250 tkr.', 25000000],
    ['500.000,- kr.', 50000000],
    ['10.000-15.000 kr.', 1500000],
  ] as const) {
    it(`reads "${text}"`, () => assert.deepEqual(oere(text), [expected]))
  }

  it('reads no money from years, case numbers, times and telephone numbers', () => {
    for (const text of [
      '2013-16',
      'Sagsnr. 2012-127292',
      'kl. 9.00-15.00',
      'tlf. 33 12 34 56',
      '12 t/ugen',
      '40 pct. (15/37)',
    ]) {
      assert.deepEqual(oere(text), [], text)
    }
  })

  it('reads every whole amount of kroner as it was written', () => {
    const written = fc.integer({ min: 1, max: 99_999_999 })
    fc.assert(
      fc.property(written, (kroner) => {
        const dotted = String(kroner).replace(/\B(?=(?:\d{3})+$)/gu, '.')
        assert.deepEqual(oere(`Der betales ${dotted} kr. pr. år.`), [kroner * 100])
        assert.deepEqual(oere(`Prisen er kr. ${dotted},-`), [kroner * 100])
      }),
    )
  })

  it('tells a share from its fraction, and knows when there is no money', () => {
    assert.deepEqual(findShare('finansierer 35 pct. (13/37) af lønnen'), {
      percent: 35,
      part: 13,
      whole: 37,
      written: '35 pct. (13/37)',
    })
    assert.equal(saysNoMoney('Kajen, 2025-28: ingen økonomi i år'), true)
    assert.equal(saysNoMoney('Der er ingen særskilt økonomi'), true)
    assert.equal(saysNoMoney('Økonomien aftales senere'), false)
  })
})

describe('reading days', () => {
  for (const [text, expected] of [
    ['29. NOVEMBER 2031', '2031-11-29'],
    ['d. 3. dec. 2031', '2031-12-03'],
    ['3/12-31', '2031-12-03'],
    ['1/1 2013', '2013-01-01'],
    ['03.12.2031', '2031-12-03'],
    ['2031-12-03', '2031-12-03'],
    ['primo 2014', '2014-01-01'],
    ['ultimo 2012', '2012-12-31'],
    ['Sagsnr. 2012-127292', null],
    ['kl. 9.00-15.00', null],
    ['31. februar 2031', null],
  ] as const) {
    it(`reads "${text}"`, () => assert.equal(readDay(text), expected))
  }

  for (const [text, from, to] of [
    ['gælder 2013-16', '2013-01-01', '2016-12-31'],
    ['2025–2028', '2025-01-01', '2028-12-31'],
    ['fra 1. maj 2031 – 30. april 2033', '2031-05-01', '2033-04-30'],
    ['1. juli - 31. december 2013', '2013-07-01', '2013-12-31'],
    ['01.01.2013-31.12.2016', '2013-01-01', '2016-12-31'],
    ['fra den 1. januar 2025 til den 31. december 2028', '2025-01-01', '2028-12-31'],
    ['januar 2013 til juni 2014', '2013-01-01', '2014-06-30'],
    ['skoleåret 2013/14', '2013-08-01', '2014-07-31'],
    ['fra 1. august 2013', '2013-08-01', null],
    ['indtil udgangen af 2014', null, '2014-12-31'],
  ] as const) {
    it(`reads the span "${text}"`, () => assert.deepEqual(readSpan(text), { from, to }))
  }

  it('tells a bare year from a whole day', () => {
    assert.deepEqual(readUntil('finansieret indtil 2014'), { day: '2014-12-31', isYearOnly: true })
    assert.deepEqual(readUntil('til udgangen af 2014'), { day: '2014-12-31', isYearOnly: false })
    assert.deepEqual(readUntil('indtil d. 1. august 2014'), { day: '2014-08-01', isYearOnly: false })
    assert.equal(readUntil('indtil videre'), null)
  })

  it('reads back every day it is given in Danish', () => {
    const months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ')
    const day = fc.record({
      year: fc.integer({ min: 1990, max: 2060 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(day, (parts) => {
        const iso = Temporal.PlainDate.from(parts).toString()
        assert.equal(readDay(`Aftalt den ${parts.day}. ${months[parts.month - 1]} ${parts.year} i byen`), iso)
      }),
    )
  })
})

describe('reading ages', () => {
  for (const [text, from, to] of [
    ['børn i alderen 7-13 år', 7, 13],
    ['unge fra 13 til 17 år', 13, 17],
    ['de 15-29-årige', 15, 29],
    ['mellem 10 og 14 år', 10, 14],
    ['unge over 13, som er parate', 13, null],
    ['børn under 10 år', null, 9],
    ['voksne over 25 år', 25, null],
  ] as const) {
    it(`reads "${text}"`, () => assert.deepEqual(readAges(text), { from, to }))
  }

  it('reads no ages from how long or how often something lasts', () => {
    for (const text of [
      'har løbet i over 5 år',
      '1-2 gange om året i 3-4 år',
      '25 timer over 4 år',
      'perioden 2013-16',
      'kl. 9-12',
      'fra 3. klasse',
    ]) {
      assert.equal(readAges(text), null, text)
    }
  })
})
