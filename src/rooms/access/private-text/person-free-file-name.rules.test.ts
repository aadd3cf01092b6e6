import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findPersonsInFileName } from './person-free-file-name.rules.ts'

const found = (name: string): string[] =>
  findPersonsInFileName(name).map(({ at, length }) => name.slice(at, at + length))

describe('the name of a file', () => {
  it('is told where it names somebody, however its words are parted', () => {
    for (const [name, words] of [
      ['Referat om Ali H.docx', ['Ali H']],
      ['samtale_emil_14.pdf', ['emil']],
      ['UdtalelseFatimaAbdi.pdf', ['FatimaAbdi']],
      ['Underretning-Mikkel-Toft-2026.docx', ['Mikkel-Toft']],
      ['notat%20om%20Yusuf.pdf', ['Yusuf']],
      ['C:\\Sager\\Zainab\\Bilag om Hodan.doc', ['Hodan']],
      ['Fatimas mor.jpg', ['Fatimas']],
      ['010190-1234.pdf', ['010190-1234']],
      ['Tangvej 14, 2. tv.pdf', ['Tangvej 14, 2. tv']],
    ] as const)
      assert.deepEqual(found(name), words, name)
  })

  it('is let be where it tells of themes, places and days', () => {
    for (const name of [
      'Dagsorden 2026-03-04.docx',
      'Referat_fokusgruppe_maj.pdf',
      'Referat Maj 2026.pdf',
      'SSP-statistik-3-kvartal.xlsx',
      'Oversigt over legepladser.pdf',
      'Plakat Skt. Hans.png',
      'IMG_20260304_1201.jpg',
      'Tryghedsvandring Møllers Plads.tar.gz',
      '',
      '.docx',
    ])
      assert.deepEqual(found(name), [], name)
  })

  it('has its findings in order and within it, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-zÆØÅ_.\-0-9 ]{0,60}$/)), (name) => {
        let from = 0
        for (const { at, length } of findPersonsInFileName(name)) {
          assert.ok(length > 0 && at >= from && at + length <= name.length)
          from = at + length
        }
      }),
    )
  })
})
