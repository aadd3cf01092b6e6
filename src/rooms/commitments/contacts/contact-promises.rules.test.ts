import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OwedPromise } from '../owed-promises.rules.ts'
import type { CommitmentState } from '../state/state.ts'
import type { Contact } from './contact.ts'
import { promisesByPost } from './contact-promises.rules.ts'

const day = Temporal.PlainDate.from('2026-11-21')

const contact = (title: string, plan: string | null = 'Bølgen', unit: string | null = null): Contact => ({
  postId: `${title} ${plan ?? ''} ${unit ?? ''}`,
  title,
  organisationId: 'fyret',
  organisation: 'Boligforeningen Fyret',
  planId: plan,
  plan,
  unitId: unit,
  unit,
  place: null,
  holder: null,
})

const promise = (text: string, owedBy: readonly string[], more: { state?: CommitmentState; version?: string } = {}) =>
  ({
    commitment: {
      commitmentId: text,
      agreementVersionId: more.version ?? 'v1',
      readingId: `a1/${text}`,
      kind: 'task',
      text,
      owedBy,
      owedTo: [],
      notation: '',
      within: null,
      sourceLine: 1,
      origin: 'read',
      corrections: 0,
      version: 1,
      lineageId: 'l1',
      meantDuring: null,
      judgedFrom: null,
      slug: 'x',
      agreement: 'x',
      activity: 'x',
      inForceDuring: { from: null, to: null },
    },
    standing: {
      state: more.state ?? 'kept',
      reason: 'all_periods_kept',
      period: null,
      expected: 0,
      found: 0,
      nextOn: null,
      lacking: [],
    },
    share: 'others',
    contacts: [{ title: 'lodskoordinator', organisation: 'Boligforeningen Fyret', plan: 'Bølgen', unit: null }],
  }) satisfies OwedPromise

const parties = new Map([['fyret', new Set(['v1'])]])

const toldTo = (one: Contact, promises: readonly OwedPromise[]): string[] =>
  (promisesByPost([one], promises, parties, day).get(one.postId) ?? []).map(({ commitment }) => commitment.text)

describe('what to call a post about', () => {
  it('is what it owes by its title, its plan or its organisation', () => {
    const promises = [
      promise('own', ['projektkoordinator i Bølgen']),
      promise('plan', ['Bølgen']),
      promise('organisation', ['Boligforeningen Fyret']),
      promise('another', ['Kajkanten']),
    ]
    assert.deepEqual(toldTo(contact('projektkoordinator'), promises), ['own', 'plan', 'organisation'])
    assert.deepEqual(toldTo(contact('regnskabschef', null), promises), ['organisation'])
  })

  it('begins with what names the post itself; among the same the broken come first', () => {
    const promises = [
      promise('plan kept', ['Bølgen']),
      promise('plan broken', ['Bølgen'], { state: 'broken' }),
      promise('own kept', ['lodskoordinator i Bølgen']),
    ]
    assert.deepEqual(toldTo(contact('lodskoordinator'), promises), ['own kept', 'plan broken', 'plan kept'])
  })

  it('leaves out what has ended, and agreements its organisation and plan have no part in', () => {
    const promises = [
      promise('ended', ['Bølgen'], { state: 'ended' }),
      promise('elsewhere', ['Bølgen'], { version: 'v2' }),
    ]
    assert.deepEqual(toldTo(contact('projektkoordinator'), promises), [])
  })
})
