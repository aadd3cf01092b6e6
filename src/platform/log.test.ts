import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lineLog, loggedError } from './log.ts'

describe('the log', () => {
  it('is one JSON object a line', () => {
    const lines: string[] = []
    lineLog((line) => lines.push(line)).warn('something_odd', { count: 3 })
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /^\{"at":"[^"]+","level":"warn","event":"something_odd","count":3\}\n$/)
  })

  it('tells of an error what it is and where, never what it says, for PostgreSQL says values of rows', () => {
    const error = Object.assign(new Error('Key (email)=(someone@example.org) already exists.'), {
      code: '23505',
      constraint: 'person_email_once',
    })
    const facts = loggedError(error)
    assert.deepEqual([facts['error'], facts['code'], facts['constraint']], ['Error', '23505', 'person_email_once'])
    assert.match(String(facts['place']), /log\.test\.ts:\d+:\d+$/)
    assert.ok(!JSON.stringify(facts).includes('someone'))
  })
})
