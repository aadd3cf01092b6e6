import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AgreementDocument, Contact } from '../agreements/index.ts'
import { namedPosts, otherPartyNames } from './named-posts.rules.ts'

const source = { line: 1, toLine: 1, page: null }
const contact = (party: string, post: string | null, more: Partial<Contact> = {}): Contact => ({
  party,
  kind: 'department',
  plan: null,
  unit: null,
  post,
  holder: null,
  provisional: false,
  source,
  ...more,
})
type Named = Pick<AgreementDocument, 'contacts' | 'activities' | 'coordination' | 'otherParties'>
const activity = (id: string, contacts: Contact[]) => ({ id, contacts })
const agreement = (named: { contacts: Contact[]; activities?: object[]; lead?: Contact; others?: string[] }) => {
  const document: unknown = {
    contacts: named.contacts,
    activities: named.activities ?? [],
    coordination: named.lead === undefined ? null : { forum: 'Forum', lead: named.lead },
    otherParties: (named.others ?? []).map((name) => ({ name, contact: null, email: null, source })),
  }
  // Only what these rules read of a document is made here.
  const isDocument = (made: unknown): made is AgreementDocument & Named => made === document
  if (!isDocument(document)) throw new Error('unreachable')
  return document
}

describe('the posts an agreement names', () => {
  it('stand once each, with every activity they are named in, and their holder where one place tells', () => {
    const document = agreement({
      contacts: [contact('Klubben', 'leder')],
      activities: [activity('a1', [contact('klubben', 'Leder', { holder: 'Line Østerby' })])],
    })
    const [only, ...more] = namedPosts(document)
    assert.deepEqual([only?.activities, only?.post.holder?.name, more], [['', 'a1'], 'Line Østerby', []])
  })

  it('leave out a contact without a post', () => {
    assert.deepEqual(namedPosts(agreement({ contacts: [contact('Klubben', null)] })), [])
  })

  it('have one that leads the forum: of the same person, else of the only post of that unit, else one made for it', () => {
    const leadOf = (known: Contact[], lead: Contact) =>
      namedPosts(agreement({ contacts: known, lead })).flatMap((one) => (one.isLead ? [one.post.title] : []))
    const byHolder = contact('Forvaltningen', 'konsulent', { holder: 'Pernille Skovgaard' })
    const other = contact('Forvaltningen', 'leder', { unit: 'Byliv' })
    const told = contact('Forvaltningen', null, { unit: 'Byliv', holder: 'Pernille Skovgaard' })
    assert.deepEqual(leadOf([byHolder, other], told), ['konsulent'])
    assert.deepEqual(leadOf([other], told), ['leder'])
    assert.deepEqual(leadOf([other, contact('Forvaltningen', 'chef', { unit: 'Byliv' })], told), ['tovholder'])
    assert.deepEqual(leadOf([contact('Klubben', 'leder', { holder: 'Pernille Skovgaard' })], told), ['tovholder'])
  })
})

describe('the other parties', () => {
  it('are named once, without what stands in brackets', () => {
    const others = ['Frivilligcenter Sundstrand (FritidsLodserne)', 'Frivilligcenter Sundstrand', 'Roklubben']
    assert.deepEqual(otherPartyNames(agreement({ contacts: [], others })), ['Frivilligcenter Sundstrand', 'Roklubben'])
  })
})
