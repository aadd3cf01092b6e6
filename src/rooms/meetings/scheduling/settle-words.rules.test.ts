import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { guessAnswer, ownWords, settleWords } from './settle-words.rules.ts'
import type { StandingMeeting } from './settled.ts'

const at = (text: string) => Temporal.Instant.from(text)
const ane = 'ane@klub.example'
const standing: StandingMeeting = {
  uid: 'u',
  sequence: 0,
  timeSetAt: 0,
  startsAt: at('2026-12-07T08:00Z'),
  endsAt: at('2026-12-07T09:00Z'),
  isCancelled: false,
  invited: [{ address: ane, name: '', lastStamp: null, lastSequence: null }],
}
const sender = { address: ane, tokenOf: ane, receivedAt: at('2026-11-30T08:00Z') }
const mail = { text: 'Ja tak, jeg kommer.\n\nHilsen Ane', name: 'Ane', isAutomatic: false }

describe('an answer in words', () => {
  it('is shown to the convenor with what it looks like, and decides nothing by itself', () => {
    const settled = settleWords(standing, mail, sender)
    assert.deepEqual(settled, {
      do: 'ask',
      address: ane,
      name: 'Ane',
      byInvitationOf: ane,
      answer: 'yes',
      comment: 'Ja tak, jeg kommer.\n\nHilsen Ane',
      why: 'only_words',
    })
  })

  it('comes to nothing where nobody wrote it, or it is about nothing that stands', () => {
    const why = (settled: ReturnType<typeof settleWords>) => settled.why
    assert.equal(why(settleWords(null, mail, sender)), 'unknown_uid')
    assert.equal(why(settleWords(standing, mail, { ...sender, tokenOf: null })), 'no_token')
    assert.equal(why(settleWords(standing, { ...mail, isAutomatic: true }, sender)), 'automatic')
    assert.equal(why(settleWords({ ...standing, isCancelled: true }, mail, sender)), 'cancelled')
    assert.equal(why(settleWords(standing, { ...mail, text: '> Kommer du?' }, sender)), 'no_answer')
  })

  it('is what they wrote themselves', () => {
    for (const [text, own] of [
      ['Ja\n\nDen 30. november 2026 kl. 09.00 skrev Brobyg <svar@x.example>:\n> Kom', 'Ja'],
      ['Nej\r\n\r\n-----Oprindelig meddelelse-----\r\nFra: Brobyg', 'Nej'],
      ['Måske\n\nOn Mon, Nov 30, 2026 Brobyg wrote:\n> Come', 'Måske'],
      ['Ja\n\nFra: Brobyg <svar@x.example>\nSendt: mandag', 'Ja'],
      ['Ja\n-- \nAne Lund', 'Ja'],
      ['Jeg kommer\n\nSendt fra min telefon', 'Jeg kommer'],
      ['Jeg tager en pose boller med.', 'Jeg tager en pose boller med.'],
    ] as const)
      assert.equal(ownWords(text), own)
  })

  it('looks like an answer only where it begins with one', () => {
    const guesses = {
      yes: [
        'Ja tak',
        'ja, jeg kommer',
        'Hej Pernille,\nJeg deltager',
        'Det passer fint',
        'Yes!',
        'Kære alle!\nJo, det kan jeg',
      ],
      no: [
        'Nej desværre',
        'Desværre',
        'Afbud fra mig',
        'Hej!\nJeg kan desværre ikke',
        'Jeg kommer ikke',
        'Jeg må melde afbud',
        'Sorry',
      ],
      perhaps: ['Måske', 'Jeg kommer måske lidt sent'],
      unanswered: [
        'Hvor er det?',
        'Jakob kommer i stedet',
        'Nejlikerne er bestilt',
        'Kan vi mødes torsdag? Ja eller nej',
      ],
    }
    for (const [answer, all] of Object.entries(guesses))
      for (const words of all) assert.equal(guessAnswer(words), answer, words)
  })
})
