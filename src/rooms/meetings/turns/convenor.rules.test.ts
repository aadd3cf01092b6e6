import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { turnOn } from './convenor.rules.ts'
import type { Convenorship, Member } from '../group/group.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const member = (memberId: string, position: number, takesTurns = false, to: string | null = null): Member => ({
  memberId,
  groupId: 'g',
  position,
  name: memberId,
  postId: null,
  organisationId: null,
  planId: null,
  party: '',
  holder: null,
  personId: null,
  contactName: '',
  contactMail: '',
  isGuest: false,
  takesTurns,
  turnsFrom: null,
  origin: 'read',
  sits: { from: day('2025-01-01'), to: to === null ? null : day(to) },
})
const convenes = (memberId: string, from: string, to: string | null): Convenorship => ({
  convenorshipId: `${memberId} ${from}`,
  memberId,
  during: { from: day(from), to: to === null ? null : day(to) },
  why: '',
})
const two = [member('a', 0), member('b', 1)]

describe('whose turn it is to call', () => {
  it('is whoever calls until further notice', () => {
    const asked = {
      convening: 'fixed' as const,
      members: two,
      convenorships: [convenes('a', '2025-01-01', null)],
      events: [],
    }
    assert.deepEqual(turnOn(asked, day('2026-01-01')), {
      memberId: 'a',
      rotation: null,
      until: null,
      isUnclaimed: false,
    })
  })

  it('is nobody after the first year, until somebody is chosen', () => {
    const first = convenes('a', '2025-01-01', '2025-12-31')
    const asked = { convening: 'fixed' as const, members: two, convenorships: [first], events: [] }
    assert.equal(turnOn(asked, day('2025-12-31')).until?.toString(), '2025-12-31')
    assert.deepEqual(turnOn(asked, day('2026-01-01')), {
      memberId: null,
      rotation: null,
      until: null,
      isUnclaimed: true,
    })
    const chosen = { ...asked, convenorships: [first, convenes('b', '2026-01-01', null)] }
    assert.equal(turnOn(chosen, day('2026-01-01')).memberId, 'b')
  })

  it('is nobody where whoever called sits there no more', () => {
    const members = [member('a', 0, false, '2025-06-30'), member('b', 1)]
    const asked = {
      convening: 'fixed' as const,
      members,
      convenorships: [convenes('a', '2025-01-01', null)],
      events: [],
    }
    assert.deepEqual(turnOn(asked, day('2025-07-01')).isUnclaimed, true)
    assert.equal(turnOn(asked, day('2025-07-01')).memberId, null)
  })

  it('is nobody, and nothing is missing, where the agreement says nothing', () => {
    const asked = { convening: 'unsaid' as const, members: two, convenorships: [], events: [] }
    assert.deepEqual(turnOn(asked, day('2026-01-01')), {
      memberId: null,
      rotation: null,
      until: null,
      isUnclaimed: false,
    })
  })

  it('begins, where they take turns, with the one who calls the first meeting', () => {
    const members = [member('a', 0, true), member('b', 1, true), member('c', 2)]
    const convenorships = [convenes('b', '2025-01-01', '2025-01-01')]
    const { memberId, rotation } = turnOn(
      { convening: 'rotation', members, convenorships, events: [] },
      day('2025-02-01'),
    )
    assert.equal(memberId, 'b')
    assert.deepEqual(rotation?.queue, ['b', 'a'])
  })
})
