import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { deletionClocks } from './deletion-clocks.ts'
import { mailHandlers } from './mail-handlers.ts'
import { clockAt } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { keepHouse, readAs } from './platform/database/index.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { newId } from './platform/id.ts'
import { mostMailBytes } from './platform/mail/incoming/read-mail.ts'
import { signDelivery } from './platform/mail/incoming/signed-delivery.rules.ts'
import { type IncomingHandlers, takeIncomingMail } from './platform/mail/incoming/take-incoming-mail.ts'
import { listFailedMailsAbout, listMailsTo } from './platform/mail/mail.queries.ts'
import { queueMail } from './platform/mail/queue-mail.ts'
import { replyAddressOf, replyTokenOf } from './platform/mail/reply-address.ts'
import { getSigningKey } from './platform/signing-key.queries.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'

const program = { personId: 'system' }
const secret = 'a secret of the tests, long enough'
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

describe('a mail that comes in', () => {
  const own = testDatabase()
  const platformOn = (at = moment, more: NodeJS.ProcessEnv = {}): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(at),
    config: readConfig({ BROBYG_URL: 'https://brobyg.example', MAIL_WEBHOOK_SECRET: secret, ...more }),
  })
  const kept = () =>
    readAs(own, program, (tx) =>
      tx
        .selectFrom('incoming_mail')
        .select(['subject', 'outcome', 'said', 'from_address', 'about_uid'])
        .orderBy('incoming_mail_id')
        .execute(),
    )
  const outcomes = async () => (await kept()).map(({ subject, outcome }) => `${subject}: ${outcome}`)

  const take = (raw: string, handlers: IncomingHandlers = mailHandlers(platformOn())) =>
    takeIncomingMail(platformOn(), new TextEncoder().encode(raw), handlers)

  /** Writes a mail of ours about something, and answers with its id and the address answers to it go to. */
  const ours = async (uid: string, address = 'ane@klub.example') => {
    const here = platformOn()
    const token = replyTokenOf(await getSigningKey(here), uid, address)
    const personId = newId()
    const answerTo = { address: replyAddressOf('svar@brobyg.example', token), token, name: null }
    const words = { subject: 'Indkaldelse', plain: '', html: '', stopUrl: null, onceKey: newId() }
    await keepHouse(here, program, (tx) =>
      queueMail(tx, here.clock, { ...words, personId, address, aboutUid: uid, answerTo }),
    )
    const [sent] = await readAs(here, program, (tx) => listMailsTo(tx, personId, 1))
    return { mailId: sent?.mailId ?? '', address: answerTo.address }
  }

  it('is taken once, and what came of it is kept', async () => {
    assert.equal(await take(mail('en')), 'taken')
    assert.equal(await take(mail('en')), 'known')
    assert.deepEqual(await outcomes(), ['en: about_nothing'])
  })

  it('is another where another sends under the same name', async () => {
    assert.equal(await take(mail('en')), 'taken')
    assert.equal(await take(mail('en').replace('ane@', 'bo@')), 'taken')
  })

  it('is not taken where it cannot be settled, and is when it can', async () => {
    const { address } = await ours('u')
    const raw = mail('to').replace('svar@brobyg.example', address)
    const broken: IncomingHandlers = {
      ...mailHandlers(platformOn()),
      scheduling: () => Promise.reject(new Error('not now')),
    }
    await assert.rejects(take(raw, broken), /not now/)
    assert.deepEqual(await outcomes(), [])
    assert.equal(await take(raw), 'taken')
  })

  it('tells which invitation it answers, by its address or by what it quotes', async () => {
    const { address, mailId } = await ours('u')
    const seen: unknown[] = []
    const handlers: IncomingHandlers = {
      ...mailHandlers(platformOn()),
      scheduling: (_tx, { about, hasToken, tokenOf }) => {
        seen.push([
          about?.mailId,
          hasToken,
          tokenOf('u', ['bo@x.example', 'ane@klub.example']),
          tokenOf('v', ['ane@klub.example']),
        ])
        return Promise.resolve({ code: 'seen', aboutUid: about?.aboutUid ?? null })
      },
    }
    await take(mail('token').replace('svar@brobyg.example', address.toUpperCase()), handlers)
    await take(mail('quoted', [`In-Reply-To: <${mailId}@brobyg.example>`]), handlers)
    await take(mail('forged').replace('svar@brobyg.example', `svar+${'a'.repeat(26)}@brobyg.example`), handlers)
    assert.deepEqual(seen, [
      [mailId, true, 'ane@klub.example', null],
      [mailId, false, null, null],
      [undefined, true, null, null],
    ])
    assert.deepEqual(
      (await kept()).map(({ about_uid }) => about_uid),
      ['u', 'u', null],
    )
  })

  it('that came back is noted on the mail it was, and only by a report on its own address', async () => {
    const { address, mailId } = await ours('u')
    const report = (name: string, to: string) =>
      mail(name, [`X-Failed-Recipients: ${to}`, `In-Reply-To: <${mailId}@brobyg.example>`]).replace(
        'svar@brobyg.example',
        address,
      )
    const failed = async () =>
      (await readAs(own, program, (tx) => listFailedMailsAbout(tx, 'u'))).map((one) => one.failure)
    await take(report('forged', 'bo@klub.example'))
    assert.deepEqual(await failed(), [])
    await take(report('true', 'ane@klub.example'))
    assert.deepEqual(await failed(), ['bounced'])
    assert.deepEqual(await outcomes(), ['forged: bounce_of_nothing', 'true: bounced'])
  })

  it('keeps no text with the shape of a CPR number', async () => {
    await take(mail('tal', [], 'Hun hedder Ane, 010190-1234'))
    assert.deepEqual(
      (await kept()).map(({ said }) => said),
      [''],
    )
  })

  it('is read in a thread of its own where it is large, to the same', async () => {
    const boundary = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b']
    const parts = `--b\r\nContent-Type: text/plain\r\n\r\n${'Ja\r\n'.repeat(50_000)}--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n--b--`
    const calendars: number[] = []
    const handlers: IncomingHandlers = {
      ...mailHandlers(platformOn()),
      scheduling: (_tx, { mail: read }) => {
        calendars.push(read.calendar?.content.length ?? 0)
        return Promise.resolve({ code: read.from?.address ?? '', aboutUid: null })
      },
    }
    await take(mail('stor', boundary, parts), handlers)
    assert.deepEqual([calendars, await outcomes()], [['BEGIN:VCALENDAR\n'.length], ['stor: ane@klub.example']])
  })

  it('that nobody can read is noted as that', async () => {
    await takeIncomingMail(platformOn(), new Uint8Array(mostMailBytes + 1), mailHandlers(platformOn()))
    await takeIncomingMail(platformOn(), new Uint8Array(0), mailHandlers(platformOn()))
    assert.deepEqual(await outcomes(), [': too_large', ': broken'])
  })

  it('is seen by the program and administrators, and deleted after its month', async () => {
    await take(mail('en'))
    const seen = await readAs(own, { personId: newId() }, (tx) =>
      tx.selectFrom('incoming_mail').select('subject').execute(),
    )
    assert.deepEqual(seen, [])
    const clock = deletionClocks.find(({ purpose }) => purpose === 'incoming_mail')
    assert.ok(clock)
    const due = async (day: string) =>
      (await readAs(own, program, (tx) => clock.listDue(tx, Temporal.PlainDate.from(day)))).map(({ ref }) => ref)
    assert.deepEqual(await due('2026-11-30'), [])
    const refs = await due('2026-12-01')
    assert.equal(
      await keepHouse(own, program, (tx) => clock.deleteDue(tx, refs, Temporal.PlainDate.from('2026-12-01'))),
      1,
    )
    assert.deepEqual(await kept(), [])
  })

  describe('by a program that hands it in', () => {
    const post = async (
      raw: string | Uint8Array,
      change: { at?: number; once?: string; signature?: string; more?: NodeJS.ProcessEnv } = {},
    ) => {
      const body = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw
      const at = String(change.at ?? Date.parse(moment) / 1000)
      const once = change.once ?? 'delivery-1'
      const app = await createApp(platformOn(moment, change.more))
      const answer = await app.request('http://localhost:3000/post/ind', {
        method: 'POST',
        body: new Blob([Uint8Array.from(body)]),
        headers: {
          'content-type': 'message/rfc822',
          'x-brobyg-timestamp': at,
          'x-brobyg-once': once,
          'x-brobyg-signature': change.signature ?? signDelivery(secret, at, once, body),
        },
      })
      return answer.status
    }
    const now = Date.parse(moment) / 1000

    it('is taken where it is signed, and once however often it comes', async () => {
      assert.equal(await post(mail('en')), 202)
      assert.equal(await post(mail('en')), 202)
      assert.equal(await post(mail('en'), { once: 'delivery-2' }), 202)
      assert.deepEqual(await outcomes(), ['en: about_nothing'])
    })

    it('is refused where it is not signed with the secret, or the signature is of another', async () => {
      const body = new TextEncoder().encode(mail('en'))
      for (const signature of [
        '',
        'sha256=',
        `sha256=${'0'.repeat(64)}`,
        signDelivery('another secret, which is long enough', String(now), 'delivery-1', body),
        signDelivery(secret, String(now - 1), 'delivery-1', body),
        signDelivery(secret, String(now), 'delivery-2', body),
        signDelivery(secret, String(now), 'delivery-1', new TextEncoder().encode(mail('to'))),
      ])
        assert.equal(await post(mail('en'), { signature }), 401, signature)
      assert.deepEqual(await outcomes(), [])
    })

    it('is refused where it is replayed: too late, too early, or with another mail under its name', async () => {
      assert.equal(await post(mail('en'), { at: now - 301 }), 401)
      assert.equal(await post(mail('en'), { at: now + 301 }), 401)
      assert.equal(await post(mail('en')), 202)
      assert.equal(await post(mail('to')), 401)
    })

    it('is refused where it is too large, and the door is not there without a secret', async () => {
      assert.equal(await post(new Uint8Array(mostMailBytes + 1)), 413)
      assert.equal(await post(mail('en'), { more: { MAIL_WEBHOOK_SECRET: '' } }), 404)
    })
  })
})
