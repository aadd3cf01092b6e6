import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import ICAL from 'ical.js'
import { allTasks } from '../../src/jobs.ts'
import { mailHandlers } from '../../src/mail-handlers.ts'
import { clockAt } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { newId } from '../../src/platform/id.ts'
import { lookInto } from '../../src/platform/mail/incoming/poll-mailbox.ts'
import { readMail } from '../../src/platform/mail/incoming/read-mail.ts'
import { testMailbox } from '../../src/platform/mail/incoming/test-mailbox-server.ts'
import { openPostOffice } from '../../src/platform/mail/post-office.ts'
import { sendMail } from '../../src/platform/mail/send-mail.ts'
import { testMailServer } from '../../src/platform/mail/test-mail-server.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { bothOf, calendarPart } from '../../src/rooms/meetings/scheduling/test-mails/mails.ts'
import { words } from '../../src/test-calendar.ts'
import { theSample } from '../../src/test-sample.ts'
import { openSample, type TestVisitor } from '../../src/test-visitor.ts'

const moment = '2026-11-21T12:00:00Z'

/** Plans and calls the coordinating meeting as the one whose turn it is. Answers with its address. */
const callMeeting = async (visitor: TestVisitor): Promise<string> => {
  const list = await visitor.text('/moeder')
  const group = /href="(\/moeder\/gruppe\/[^"]+)">Koordineringsmøder</.exec(list)?.[1] ?? ''
  const dato = /name="dato" value="(\d{4}-[^"]+)"/.exec(await visitor.text(`${group}/indkald`))?.[1] ?? ''
  const place = { dag: '', fra: '', til: '', sted: '', hvor: 'Lokale 2', online: '' }
  const planned = await visitor.send(`${group}/indkald`, { dato, ...place })
  const meeting = (planned.headers.get('location') ?? '').split('?')[0] ?? ''
  await visitor.send(`${meeting}/indkald`, { udgave: '0' })
  return meeting
}

const timeOf = (value: unknown): ICAL.Time => {
  assert.ok(value instanceof ICAL.Time)
  return value
}

describe('an invitation to a meeting by mail', () => {
  const own = clonedDatabase(theSample)
  const out = testMailServer()
  const into = testMailbox()
  const platform = (at = moment): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(at),
    config: readConfig({ SMTP_URL: out.url, IMAP_URL: into.url, BROBYG_URL: 'https://brobyg.example' }),
  })
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  /** Writes the mails about a meeting and sends them over the wire; answers with them as another program reads them. */
  const send = async (meeting: string, about: string, at = moment) => {
    out.inbox.splice(0)
    const { tasks, close } = await allTasks(platform(at))
    await tasks['tell_invited']?.({ meetingId: meeting.split('/').at(-1) ?? '', about, version: newId() })
    close()
    const postOffice = await openPostOffice(platform(at).config)
    for (const { mail_id } of await sql<{ mail_id: string }>(`select mail_id from @mail where sent_at is null`))
      await sendMail(platform(at), postOffice)({ mailId: mail_id })
    postOffice?.close()
    const read = []
    for (const { wire, to } of out.inbox.map((one) => ({ wire: one.wire, to: one.to }))) {
      const mail = await readMail(Buffer.from(wire, 'latin1'))
      assert.ok('calendar' in mail && mail.calendar !== null, 'it carries a calendar message')
      const calendar = new ICAL.Component(ICAL.parse(Buffer.from(mail.calendar.content).toString()))
      const event = calendar.getFirstSubcomponent('vevent')
      assert.ok(event)
      read.push({ to, event, method: String(calendar.getFirstPropertyValue('method')) })
    }
    return read
  }

  /** Answers as a calendar program does, by mail to whoever the invitation says called. */
  const answer = async (
    event: ICAL.Component,
    from: string,
    asked: { method?: string; state: string; more?: Record<string, string | ICAL.Time> },
    at = moment,
  ) => {
    const calendar = new ICAL.Component('vcalendar')
    calendar.addPropertyWithValue('prodid', '-//Another//Calendar//EN')
    calendar.addPropertyWithValue('version', '2.0')
    calendar.addPropertyWithValue('method', asked.method ?? 'REPLY')
    const reply = new ICAL.Component('vevent')
    for (const name of ['uid', 'sequence', 'organizer', 'dtstart', 'dtend', 'attendee']) {
      const property = event.getFirstProperty(name)
      if (property !== null) reply.addProperty(new ICAL.Property(structuredClone(property.toJSON())))
    }
    reply.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(at))
    reply.getFirstProperty('attendee')?.setParameter('partstat', asked.state)
    for (const [name, value] of Object.entries(asked.more ?? {})) reply.updatePropertyWithValue(name, value)
    calendar.addSubcomponent(reply)
    const organizer = String(event.getFirstPropertyValue('organizer')).replace('mailto:', '')
    into.deliver(
      bothOf(`<${from}>`, 'Svar', calendarPart(asked.method ?? 'REPLY', calendar.toString()), [`Subject: ${newId()}`])
        .replace(/^To: .*$/m, `To: <${organizer}>`)
        .replace(/^Message-ID: .*$/m, `Message-ID: <${newId()}@klub.example>`),
    )
    assert.equal(await lookInto(platform(at), into.url, mailHandlers(platform(at))), 'looked')
  }

  it('goes out over a real mail server, and each kind of answer comes back to the page of the meeting', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const meeting = await callMeeting(yusuf)
    const invitations = await send(meeting, 'called')
    assert.ok(invitations.length >= 3, `${invitations.length} were sent`)
    for (const { event, method } of invitations) {
      assert.equal(method, 'REQUEST')
      assert.equal(event.getAllProperties('attendee').length, 1, 'nobody is told who else is asked')
    }
    const [one, two, three] = invitations
    assert.ok(one && two && three)
    const page = async () => words(await yusuf.text(meeting))

    await answer(one.event, one.to, { state: 'ACCEPTED' })
    assert.match(await page(), /1 kommer/)
    await answer(two.event, two.to, { state: 'DECLINED', more: { comment: 'Jeg holder fri' } })
    assert.match(await page(), /1 afbud/)
    assert.match(await page(), /Jeg holder fri/)
    await answer(three.event, three.to, { state: 'TENTATIVE' })
    assert.match(await page(), /Måske/)
    const start = (event: ICAL.Component) => timeOf(event.getFirstPropertyValue('dtstart'))
    const other = start(three.event).clone()
    other.day += 1
    const ends = other.clone()
    ends.hour += 1
    await answer(
      three.event,
      three.to,
      {
        method: 'COUNTER',
        state: 'TENTATIVE',
        more: { dtstart: other, dtend: ends },
      },
      '2026-11-21T12:10:00Z',
    )
    assert.match(await page(), /foreslår/)

    // A changed mind counts; one that was made before it does not.
    await answer(one.event, one.to, { state: 'DECLINED' }, '2026-11-21T13:00:00Z')
    assert.match(await page(), /2 afbud/)
    await answer(one.event, one.to, { state: 'ACCEPTED' }, '2026-11-21T12:30:00Z')
    assert.match(await page(), /2 afbud/)
    // Whoever was never given the address answers for nobody.
    const forged = one.event.getFirstProperty('organizer')
    forged?.setValue('mailto:svar+aaaaaaaaaaaaaaaaaaaaaaaaaa@brobyg.example')
    await answer(one.event, one.to, { state: 'ACCEPTED' }, '2026-11-21T14:00:00Z')
    assert.match(await page(), /2 afbud/)
  })
})
