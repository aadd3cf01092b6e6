import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import ICAL from 'ical.js'
import { type VCard, writeVCards } from './write-vcards.ts'

const someone: VCard = {
  uid: '01a222ed-544f-7000-b9ea-740f63d31107',
  kind: 'individual',
  name: 'Åse Marie Østergård; Kjær, ph.d.',
  organisation: 'Børne- og Skoleforvaltningen, afdelingen for æbler, øl og ål i den lange ende af byen',
  units: ['Ungdomsklubben Dokken; anneks', 'Hold\\2'],
  title: 'pædagogisk leder\nog vikar',
  email: 'aase@havneby.example',
  phone: 'tel:+4522334455',
  note: 'Bølgen',
  url: 'http://localhost:3000/kontakter?q=leder',
}

const cardsIn = (text: string) => {
  const parsed: unknown = ICAL.parse(text)
  const cards = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]
  return cards.map((card) => new ICAL.Component(card))
}

describe('contact cards', () => {
  it('say to another program what they were made of, whatever signs are in it', () => {
    const [card] = cardsIn(writeVCards([someone]))
    assert.equal(card?.getFirstPropertyValue('version'), '4.0')
    assert.equal(card?.getFirstPropertyValue('uid'), `urn:uuid:${someone.uid}`)
    assert.equal(card?.getFirstPropertyValue('fn'), someone.name)
    assert.deepEqual(card?.getFirstPropertyValue('org'), [someone.organisation, ...someone.units])
    assert.equal(card?.getFirstPropertyValue('title'), someone.title)
    assert.equal(card?.getFirstPropertyValue('email'), someone.email)
    assert.equal(card?.getFirstPropertyValue('tel'), someone.phone)
    assert.equal(card?.getFirstProperty('tel')?.getParameter('type'), 'work')
    assert.equal(card?.getFirstPropertyValue('note'), someone.note)
  })

  it('are folded at 75 octets, and no letter is cut', () => {
    const lines = writeVCards([someone]).split('\r\n')
    assert.ok(lines.some((line) => line.startsWith(' ')))
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75))
    assert.ok(!lines.some((line) => line.includes('\ufffd')))
    assert.equal(lines.at(-1), '')
  })

  it('stand one after the other; one without a person is of an organisation and has no name in parts', () => {
    const vacant: VCard = { ...someone, kind: 'org', name: 'leder', email: null, phone: null, note: '' }
    const cards = cardsIn(writeVCards([someone, vacant]))
    assert.deepEqual(
      cards.map((card) => card.getFirstPropertyValue('kind')),
      ['individual', 'org'],
    )
    for (const property of ['n', 'email', 'tel', 'note']) assert.equal(cards[1]?.getFirstProperty(property), null)
    assert.equal(
      cardsIn(writeVCards([{ ...someone, name: 'Ida Holt' }]))[0]
        ?.getFirstProperty('n')
        ?.toICALString(),
      'N:Holt;Ida;;;',
    )
  })
})
