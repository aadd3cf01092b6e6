import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { mailHandlers } from './mail-handlers.ts'
import { clockAt } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { keepHouse, readAs } from './platform/database/index.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { newId } from './platform/id.ts'
import { takeMailboxTurn } from './platform/mail/incoming/incoming-mail.queries.ts'
import { lookInto } from './platform/mail/incoming/poll-mailbox.ts'
import { type IncomingHandlers, takeIncomingMail } from './platform/mail/incoming/take-incoming-mail.ts'
import { testMailbox } from './platform/mail/incoming/test-mailbox-server.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'

const program = { personId: 'system' }
const moment = '2026-11-30T08:00:00Z'

const mail = (subject: string, more: readonly string[] = [], text = 'Ja tak') =>
  [
    'From: Ane <ane@klub.example>',
    'To: svar@brobyg.example',
    `Subject: ${subject}`,
    `Message-ID: <${subject}@klub.example>`,
    ...more,
    '',
    text,
    '',
  ].join('\r\n')

describe('a mailbox that is looked into', () => {
  const own = clonedDatabase()
  const mailbox = testMailbox()
  const platformOn = (at = moment): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(at),
    config: readConfig({ BROBYG_URL: 'https://brobyg.example', IMAP_URL: mailbox.url }),
  })
  const look = (at = moment, handlers = mailHandlers(platformOn())) => lookInto(platformOn(at), mailbox.url, handlers)
  const taken = async () =>
    (
      await readAs(own, program, (tx) =>
        tx.selectFrom('incoming_mail').select('subject').orderBy('incoming_mail_id').execute(),
      )
    ).map(({ subject }) => subject)
  const calendar = (name: string) =>
    mail(name, ['Content-Type: text/calendar; method=REPLY'], 'BEGIN:VCALENDAR\r\nEND:VCALENDAR')

  before(() => {
    mailbox.deliver(mail('en'))
    mailbox.deliver(calendar('to'))
    mailbox.deliver(mail('tre'))
  })

  it('gives what waits, once each, and leaves unread what cannot be taken yet', async () => {
    const broken: IncomingHandlers = {
      ...mailHandlers(platformOn()),
      scheduling: () => Promise.reject(new Error('not now')),
    }
    // A calendar message alone is no answer to anything of ours; the handler says so, or fails.
    assert.equal(await look(moment, broken), 'looked')
    assert.deepEqual([mailbox.unread(), mailbox.done()], [['to'], ['en', 'tre']])
    assert.equal(await look(), 'looked')
    assert.deepEqual([mailbox.unread(), mailbox.done()], [[], ['en', 'tre', 'to']])
    assert.deepEqual(await taken(), ['en', 'tre', 'to'])
  })

  it('is known again where the program was killed between taking a mail and putting it away', async () => {
    mailbox.deliver(mail('fire'))
    await takeIncomingMail(platformOn(), new TextEncoder().encode(mail('fire')), mailHandlers(platformOn()))
    assert.equal(await look(), 'looked')
    assert.equal((await taken()).filter((subject) => subject === 'fire').length, 1)
    assert.deepEqual(mailbox.unread(), [])
    assert.ok(mailbox.done().includes('fire'))
  })

  it('is looked into in one place at a time', async () => {
    mailbox.deliver(calendar('fem'))
    const meanwhile: unknown[] = []
    const twice: IncomingHandlers = {
      ...mailHandlers(platformOn()),
      scheduling: async (tx, incoming) => {
        meanwhile.push(await look(), mailbox.unread())
        return mailHandlers(platformOn()).scheduling(tx, incoming)
      },
    }
    await look(moment, twice)
    assert.deepEqual(meanwhile, ['looked', ['fem']])
    assert.deepEqual(mailbox.unread(), [])
  })

  it('is looked into by another when the one whose turn it was has been killed', async () => {
    mailbox.deliver(mail('seks'))
    const dead = { mailbox: createHash('sha256').update(mailbox.url).digest('hex'), heldBy: newId<'mailbox_turn'>() }
    const now = Temporal.Instant.from(moment)
    await keepHouse(own, program, (tx) => takeMailboxTurn(tx, dead, now, now.add({ minutes: 5 })))
    await look('2026-11-30T08:04:59Z')
    assert.deepEqual(mailbox.unread(), ['seks'])
    await look('2026-11-30T08:05:00Z')
    assert.deepEqual(mailbox.unread(), [])
  })

  it('is asked again later where it is away, and much later where it does not know us', async () => {
    assert.equal(
      await lookInto(platformOn(), 'imap://testuser:testpass@127.0.0.1:1/INBOX', mailHandlers(platformOn())),
      'away',
    )
    assert.equal(
      await lookInto(platformOn(), mailbox.url.replace('testpass', 'wrong'), mailHandlers(platformOn())),
      'shut',
    )
    assert.equal(
      await lookInto(platformOn(), mailbox.url.replace('INBOX', 'Nowhere'), mailHandlers(platformOn())),
      'away',
    )
  })
})
