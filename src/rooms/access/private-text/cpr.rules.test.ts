import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../../platform/refused.ts'
import { requireNoCprInLines, requireNoCprWithin } from './cpr-in-document.rules.ts'
import { findCprShapes, maskCpr, requireNoCpr } from './cpr.rules.ts'

const found = (text: string): string[] => findCprShapes(text).map(({ at, length }) => text.slice(at, at + length))

const written = [
  '010190-1234',
  '010190 1234',
  '0101901234',
  '010190–1234',
  '010190—1234',
  '010190−1234',
  '010190\u20111234',
  '010190  -  1234',
  '010190\u00a01234',
  '010190\t1234',
  '010190/1234',
  '010190_1234',
  '010190.1234',
  '01.01.90-1234',
  '01.01.90.1234',
  '01-01-90-1234',
  '01/01/90 1234',
  '01 01 90 1234',
  '01 01 90 12 34',
  '010190 12 34',
  '01011990-1234',
  '01011990 1234',
  '010119901234',
  '0 1 0 1 9 0 1 2 3 4',
  '0 1 0 1 9 0 - 1 2 3 4',
  '010190-\n1234',
  '010190\n1234',
  '010190\r\n1234',
  '0101\u200b90-12\u200b34',
  '01\u00ad0190-1234',
  '０１０１９０-１２３４',
  '٠١٠١٩٠-١٢٣٤',
  '०१०१९०-१२३४',
  '290200-1234',
  '610190-1234',
]

const innocent = [
  'ring 12345678',
  '+45 12 34 56 78',
  '+4512345678',
  '20 12 12 34',
  'CVR 10101990',
  'CVR 10101990 2100',
  'EAN 5798001234567',
  'sag 2012-127292',
  'sag 2012-684524',
  'sag 18/28145',
  '00.01.00-A00-4-19',
  '1.386.235 kr.',
  '01.01.2013-31.12.2016',
  '01.01.2013 - 31.12.2016',
  '01.01.2013-2016',
  '12.03.24 10.30-12.00',
  '12.03.2024 kl. 1430',
  'den 12.03.13 5000 kr.',
  'DK50 0040 0440 1162 43',
  'DK5000400440116243',
  'reg. 5301 konto 5301 0101901234',
  '978-87-02-01234-5',
  'ISBN 0306406152',
  '01011990-1234-4123-8123-123456789012',
  '550e8400-e29b-41d4-a716-446655440000',
  '0101901234abcdef',
  'https://eksempel.dk/20190101901234567',
  '320190-1234',
  '011390-1234',
  '000190-1234',
  '1 2 3 4 5 6 7 8 9 10 11',
]

const words = fc.constantFrom(
  '',
  'Borger ',
  'cpr: ',
  'CPR-nr. ',
  'cpr',
  '(',
  '"',
  'Se bilag 3, ',
  'Ring 12345678. Så ',
  'æøå\n',
)
const after = fc.constantFrom('', '.', ', tak', ')', '"', ' har søgt', '\nNæste linje', ' og 14 andre')
const two = (n: number): string => String(n).padStart(2, '0')
const birth = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.nat(99),
})
const serial = fc.nat(9999).map((n) => String(n).padStart(4, '0'))
const gaps = fc.constantFrom('', '-', ' ', ' - ', '–', '\u00a0', '\n', '-\n', '/', '\u200b', '.', '\u2009')
const invisibles = fc.constantFrom('', '\u200b', '\u00ad', '\u2060')
const zeros = fc.constantFrom(0x30, 0xff10, 0x0660, 0x06f0, 0x0966)

const cprNumber = fc
  .record({ date: birth, serial, gap: gaps, hidden: invisibles, zero: zeros })
  .map(({ date, serial, gap, hidden, zero }) => {
    const inScript = (digits: string): string =>
      [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join(hidden)
    return `${inScript(`${two(date.day)}${two(date.month)}${two(date.year)}`)}${gap}${inScript(serial)}`
  })

describe('the shape of a CPR number', () => {
  it('is found however it is written', () => {
    for (const number of written) {
      assert.deepEqual(found(`cpr: ${number}.`), [number], JSON.stringify(number))
      assert.equal(found(`(${number})`).length, 1, JSON.stringify(number))
    }
  })

  it('is found in any words, with any gap, in any script', () => {
    fc.assert(
      fc.property(words, cprNumber, after, (before, number, rest) => found(before + number + rest).includes(number)),
      { numRuns: 2000 },
    )
  })

  it('is found twice where two stand beside each other, and in the name of a file', () => {
    assert.equal(found('010190-1234 og 020291-4321').length, 2)
    assert.equal(found('bilag_0101901234.docx').length, 1)
    assert.equal(found('cpr010190-1234').length, 1)
  })

  it('is not seen in phone, case, account and product numbers, sums and dates', () => {
    for (const text of innocent) assert.deepEqual(found(text), [], text)
  })

  it('is not seen in runs of another length, nor where the date is none', () => {
    const otherLength = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 20)
    const run = otherLength.chain((length) => fc.array(fc.nat(9), { minLength: length, maxLength: length }))
    fc.assert(
      fc.property(
        words,
        run,
        after,
        (before, digits, rest) => found(`${before}${digits.join('')}${rest}`).length === 0,
      ),
    )
    const noDate = fc.constantFrom('000190', '320190', '010090', '011390', '310490', '300290', '990190', '600190')
    fc.assert(fc.property(noDate, serial, (date, four) => found(`${date}-${four}`).length === 0))
  })

  it('is not seen in phone numbers with a country code, sums with points, years and spans of dates', () => {
    const pairs = fc.array(fc.integer({ min: 10, max: 99 }), { minLength: 4, maxLength: 4 })
    const date = birth.map(({ day, month, year }) => `${two(day)}.${two(month)}.20${two(year)}`)
    fc.assert(
      fc.property(pairs, date, date, fc.nat(999_999_999), (phone, from, to, sum) => {
        const amount = new Intl.NumberFormat('da-DK').format(sum)
        const text = `Ring +45 ${phone.join(' ')} om ${amount} kr. i ${from}-${to}, sag 2012-${100_000 + (sum % 899_999)}`
        return found(text).length === 0
      }),
      { numRuns: 1000 },
    )
  })

  it('takes time that grows with the length of the text alone', () => {
    const rows = '0101 12 '.repeat(20_000)
    assert.equal(findCprShapes(rows).length, 0)
    assert.equal(findCprShapes(`${'\u200b'.repeat(100_000)}1${'\u200b'.repeat(100_000)}`).length, 0)
  })
})

describe('a text with a CPR number', () => {
  it('is refused in words that do not repeat the number', () => {
    const refusal = (() => {
      try {
        requireNoCpr('Borger 010190-1234')
      } catch (error) {
        return error
      }
      return null
    })()
    assert.ok(refusal instanceof Refused)
    assert.equal(refusal.code, 'cpr_not_allowed')
    assert.doesNotMatch(JSON.stringify(refusal) + String(refusal.stack), /0101/)
  })

  it('can be shown with the number masked', () => {
    assert.equal(maskCpr('Borger 010190-1234 og 0202914321.'), 'Borger ●●●●●●-●●●● og ●●●●●●-●●●●.')
    fc.assert(
      fc.property(
        words,
        cprNumber,
        after,
        (before, number, rest) => found(maskCpr(before + number + rest)).length === 0,
      ),
    )
  })
})

describe('a document with CPR numbers', () => {
  const lines = ['Aftale', 'Borger 010190-1234', 'Født 020291-', '4321 i Havneby', ''].map((text, i) => ({
    number: i + 1,
    text,
  }))

  it('is refused with the numbers of the lines, and nothing else', () => {
    assert.throws(
      () => requireNoCprInLines(lines),
      (error) => error instanceof Refused && error.code === 'cpr_in_document' && error.facts['lines'] === '2, 3',
    )
    requireNoCprInLines(lines.slice(0, 1))
  })

  it('is refused where the number stands deep inside a value', () => {
    assert.throws(() => requireNoCprWithin({ a: [{ b: 'x 010190-1234' }] }), { message: 'cpr_not_allowed' })
    requireNoCprWithin({ amountOere: 1001901234, text: 'frist 31.12.2014' })
  })
})
