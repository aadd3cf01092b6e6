import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import ICAL from 'ical.js'
import { clockAt } from '../../../platform/clock.ts'
import { readConfig } from '../../../platform/config.ts'
import { keepHouse, readAs } from '../../../platform/database/index.ts'
import { clonedDatabase } from '../../../platform/database/test-database.ts'
import { newId } from '../../../platform/id.ts'
import type { IncomingHandlers } from '../../../platform/mail/incoming/take-incoming-mail.ts'
import { lookInto } from '../../../platform/mail/incoming/poll-mailbox.ts'
import { readMail } from '../../../platform/mail/incoming/read-mail.ts'
import { testMailbox } from '../../../platform/mail/incoming/test-mailbox-server.ts'
import { findMail, listMailsTo } from '../../../platform/mail/mail.queries.ts'
import { openPostOffice } from '../../../platform/mail/post-office.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { replyAddressOf, replyTokenOf } from '../../../platform/mail/reply-address.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { testMailServer } from '../../../platform/mail/test-mail-server.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { testPlatform } from '../../../platform/test-platform.ts'
import { settleIncoming, uidOfIncoming } from './settle-incoming.ts'
import type { Settled } from './settled.ts'
import type { StandingMeeting } from './settled.ts'
import { bothOf, calendarPart, mailOf } from './test-mails/mails.ts'
import { invitedOf, meetingOf } from './test-meeting.ts'
import { writeRequest } from './write-scheduling.ts'

const program = { personId: 'system' }
const ane = 'ane@klub.example'
const moment = '2026-11-30T08:00:00Z'
const mailbox = 'svar@brobyg.example'

describe('an invitation by mail, and what comes back', () => {
  const own = clonedDatabase()
  const out = testMailServer()
  const into = testMailbox()
  const platform = (): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
    config: readConfig({ SMTP_URL: out.url, IMAP_URL: into.url, BROBYG_URL: 'https://brobyg.example' }),
  })

  /** Sends an invitation and answers with it as another program reads it from the wire. */
  const inviteAne = async (uid: string) => {
    const here = platform()
    const token = replyTokenOf(await getSigningKey(here), uid, ane)
    const address = replyAddressOf(mailbox, token)
    const personId = newId()
    const meeting = meetingOf({
      uid,
      organizer: { address, name: 'Mette Krog', sentBy: null },
      invited: [invitedOf(ane)],
    })
    const words = {
      subject: 'Indkaldelse: Styregruppe',
      plain: 'Kom',
      html: '<p>Kom</p>',
      stopUrl: null,
      onceKey: newId(),
    }
    const calendar = writeRequest(meeting, Temporal.Instant.from(moment))
    const answerTo = { address, token, name: 'Mette Krog' }
    await keepHouse(here, program, (tx) =>
      queueMail(tx, here.clock, { ...words, personId, address: ane, aboutUid: uid, answerTo, calendar }),
    )
    const [mail] = await readAs(here, program, (tx) => listMailsTo(tx, personId, 1))
    const postOffice = await openPostOffice(here.config)
    await sendMail(here, postOffice)({ mailId: mail?.mailId ?? '' })
    postOffice?.close()
    const wire = Buffer.from(out.inbox.at(-1)?.wire ?? '', 'latin1')
    const read = await readMail(wire)
    assert.ok('calendar' in read && read.calendar !== null)
    const event = new ICAL.Component(ICAL.parse(Buffer.from(read.calendar.content).toString())).getFirstSubcomponent(
      'vevent',
    )
    assert.ok(event)
    return { event, mailId: mail?.mailId ?? '', messageId: read.messageId ?? '', address }
  }

  const standing = (uid: string): StandingMeeting => ({
    uid,
    sequence: 0,
    timeSetAt: 0,
    startsAt: meetingOf().startsAt,
    endsAt: meetingOf().endsAt,
    isCancelled: false,
    invited: [{ address: ane, name: '', lastStamp: null, lastSequence: null }],
  })

  /** Answers as a calendar program does: with what it was sent, changed. Gives what it was taken for. */
  const comesIn = async (uid: string, raw: string): Promise<Settled[]> => {
    const settled: Settled[] = []
    const handlers: IncomingHandlers = {
      mayKeep: () => true,
      scheduling: (_tx, incoming) => {
        const one = settleIncoming(incoming, (asked) => (asked === uid ? standing(uid) : null))
        assert.equal(uidOfIncoming(incoming), one.uid)
        settled.push(one.settled)
        return Promise.resolve({ code: one.settled.why, aboutUid: one.uid })
      },
    }
    into.deliver(raw)
    assert.equal(await lookInto(platform(), into.url, handlers), 'looked')
    assert.deepEqual(into.unread(), [])
    return settled
  }

  const replyTo = (
    event: ICAL.Component,
    method: string,
    state: string,
    more: Readonly<Record<string, string>> = {},
  ): string => {
    const calendar = new ICAL.Component('vcalendar')
    calendar.addPropertyWithValue('prodid', '-//Another//Calendar//EN')
    calendar.addPropertyWithValue('version', '2.0')
    calendar.addPropertyWithValue('method', method)
    const answer = new ICAL.Component('vevent')
    for (const name of ['uid', 'sequence', 'organizer', 'dtstart', 'dtend', 'attendee']) {
      const property = event.getFirstProperty(name)
      if (property !== null) answer.addProperty(new ICAL.Property(structuredClone(property.toJSON())))
    }
    answer.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString('2026-11-30T07:30:00Z'))
    answer.getFirstProperty('attendee')?.setParameter('partstat', state)
    for (const [name, value] of Object.entries(more)) answer.updatePropertyWithValue(name, value)
    calendar.addSubcomponent(answer)
    return calendar.toString()
  }

  const organizerOf = (event: ICAL.Component): string =>
    String(event.getFirstPropertyValue('organizer')).replace('mailto:', '')

  const sent = (event: ICAL.Component, method: string, content: string, from = `Ane <${ane}>`) =>
    bothOf(from, 'Svar', calendarPart(method, content), [`Subject: ${newId()}`])
      .replace(/^To: .*$/m, `To: <${organizerOf(event)}>`)
      .replace(/^Message-ID: .*$/m, `Message-ID: <${newId()}@klub.example>`)

  it('is answered yes, no and perhaps by a calendar that changes what it was sent', async () => {
    for (const [state, answer] of [
      ['ACCEPTED', 'yes'],
      ['DECLINED', 'no'],
      ['TENTATIVE', 'perhaps'],
    ] as const) {
      const uid = `${newId()}@brobyg.example`
      const { event } = await inviteAne(uid)
      const [settled] = await comesIn(uid, sent(event, 'REPLY', replyTo(event, 'REPLY', state)))
      assert.ok(settled?.do === 'answer')
      assert.deepEqual([settled.of, settled.answer, settled.why, settled.sentBy], [ane, answer, 'in_time', null])
    }
  })

  it('is answered with another time, asked for again, and answered in words', async () => {
    const uid = `${newId()}@brobyg.example`
    const { event, address } = await inviteAne(uid)
    const other = replyTo(event, 'COUNTER', 'TENTATIVE').replace(
      /DTSTART.*\r\nDTEND.*\r\n/,
      'DTSTART:20261210T120000Z\r\nDTEND:20261210T130000Z\r\n',
    )
    const [counter] = await comesIn(uid, sent(event, 'COUNTER', other))
    assert.ok(counter?.do === 'counter')
    assert.equal(counter.proposes.startsAt.toString(), '2026-12-10T12:00:00Z')
    const [again] = await comesIn(uid, sent(event, 'REFRESH', replyTo(event, 'REFRESH', 'NEEDS-ACTION')))
    assert.equal(again?.do, 'refresh')
    const words = mailOf(`Ane <${ane}>`, 'text/plain; charset=utf-8', 'Ja tak\r\n\r\n> Kom')
    const [said] = await comesIn(
      uid,
      words
        .replace(/^To: .*$/m, `To: <${address}>`)
        .replace(/^Message-ID: .*$/m, `Message-ID: <${newId()}@klub.example>`),
    )
    assert.ok(said?.do === 'ask')
    assert.deepEqual([said.answer, said.comment, said.why], ['yes', 'Ja tak', 'only_words'])
  })

  it('is not answered by who was never given its address, nor by another’s', async () => {
    const uid = `${newId()}@brobyg.example`
    const other = `${newId()}@brobyg.example`
    const { event } = await inviteAne(uid)
    const reply = sent(event, 'REPLY', replyTo(event, 'REPLY', 'DECLINED'))
    const guessed = reply.replace(/svar\+[a-z2-7]{26}@/g, `svar+${'b'.repeat(26)}@`)
    assert.deepEqual(await comesIn(uid, guessed.replace(/^Message-ID: .*$/m, `Message-ID: <${newId()}@k.example>`)), [
      { do: 'ignore', why: 'no_token' },
    ])
    const { event: theirs } = await inviteAne(other)
    const crossed = sent(theirs, 'REPLY', replyTo(event, 'REPLY', 'DECLINED'))
    assert.deepEqual(await comesIn(uid, crossed), [{ do: 'ignore', why: 'no_token' }])
  })

  it('that comes back is noted on the mail', async () => {
    const uid = `${newId()}@brobyg.example`
    const { address, messageId, mailId } = await inviteAne(uid)
    const report = mailOf('Mailer <mailer-daemon@mx.example>', 'text/plain', 'x', [
      `X-Failed-Recipients: ${ane}`,
      'Auto-Submitted: auto-replied',
      `In-Reply-To: ${messageId}`,
    ]).replace(/^To: .*$/m, `To: <${address}>`)
    assert.deepEqual(await comesIn(uid, report), [])
    const mail = await readAs(own, program, (tx) => findMail(tx, mailId))
    assert.deepEqual([mail?.failure, mail?.failedAt?.toString()], ['bounced', moment])
  })
})
