import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countsUntil, stillCounts } from './known-age.rules.ts'
import { ownMails } from './own-mails.rules.ts'

describe('the calendar somebody keeps elsewhere', () => {
  it('is theirs by the mail that is known here, and by one that stands in its address', () => {
    const google = new URL('https://calendar.google.com/calendar/ical/ida%40privat.example/private-0a1b/basic.ics')
    assert.deepEqual(ownMails(['Ida.Holt@havneby.example'], google), ['ida.holt@havneby.example', 'ida@privat.example'])
    const outlook = new URL('https://outlook.example/owa/calendar/0a1b@havneby.example/2c3d/calendar.ics')
    assert.deepEqual(ownMails([null], outlook), ['0a1b@havneby.example'])
    assert.deepEqual(ownMails([null], new URL('https://p1.example/published/2/%E0%A4%A')), [])
  })

  it('counts for a week after it last answered', () => {
    const answered = Temporal.Instant.from('2026-11-21T12:00:00Z')
    assert.equal(countsUntil(answered).toString(), '2026-11-28T12:00:00Z')
    assert.ok(stillCounts(answered, countsUntil(answered)))
    assert.ok(!stillCounts(answered, countsUntil(answered).add({ seconds: 1 })))
  })
})
