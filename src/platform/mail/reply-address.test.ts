import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isMailAddress } from './mail-address.ts'
import { findReplyTokens, findTokenOwner, replyAddressOf, replyTokenOf } from './reply-address.ts'

const key = Buffer.alloc(32, 7)
const mailbox = 'svar@brobyg.example'

describe('an address that answers go to', () => {
  it('tells which invitation it was made for, also in capitals, and nothing to who has another key', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.emailAddress(), fc.emailAddress(), (uid, one, other) => {
        const token = replyTokenOf(key, uid, one)
        const address = replyAddressOf(mailbox, token)
        assert.ok(isMailAddress(address) && address.indexOf('@') <= 64)
        const [found = ''] = findReplyTokens(mailbox, [address.toUpperCase()])
        assert.equal(findTokenOwner(key, uid, found, [`x${other}`, one.toLowerCase()]), one.toLowerCase())
        assert.equal(findTokenOwner(key, `${uid}x`, found, [one]), null)
        assert.equal(findTokenOwner(Buffer.alloc(32, 8), uid, found, [one]), null)
      }),
    )
  })

  it('is the same each time, for calendars know a meeting again by its organizer', () => {
    assert.equal(replyTokenOf(key, 'a', 'Ane@By.example'), replyTokenOf(key, 'a', 'ane@by.example'))
    assert.match(replyTokenOf(key, 'a', 'ane@by.example'), /^[a-z2-7]{26}$/)
  })

  it('is found in no other address', () => {
    const token = replyTokenOf(key, 'a', 'ane@by.example')
    for (const address of [
      mailbox,
      `svar+@brobyg.example`,
      `svar+${token}x@brobyg.example`,
      `svar+${token.slice(1)}@brobyg.example`,
      `svar+${token}@brobyg.example.other`,
      `other+${token}@brobyg.example`,
      `svar+${token.slice(0, 25)}1@brobyg.example`,
    ])
      assert.deepEqual(findReplyTokens(mailbox, [address]), [], address)
    assert.deepEqual(findReplyTokens('', [`+${token}@x.example`]), [])
  })
})
