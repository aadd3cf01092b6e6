import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readConfig } from '../config.ts'
import { keepHouse, readAs } from '../database/index.ts'
import { clonedDatabase } from '../database/test-database.ts'
import { newId } from '../id.ts'
import type { Platform } from '../platform.ts'
import { testPlatform } from '../test-platform.ts'
import { readMail } from './incoming/read-mail.ts'
import { deleteMail, listFailedMailsAbout, listMailsTo } from './mail.queries.ts'
import type { MailToQueue } from './mail.ts'
import { openPostOffice } from './post-office.ts'
import { queueMail } from './queue-mail.ts'
import { replyAddressOf, replyTokenOf } from './reply-address.ts'
import { sendMail } from './send-mail.ts'
import { testMailServer } from './test-mail-server.ts'

const program = { personId: 'system' }
const token = replyTokenOf(Buffer.alloc(32, 1), 'u', 'ane@klub.example')
const answers = replyAddressOf('svar@brobyg.example', token)

describe('a mail that is sent', () => {
  const own = clonedDatabase()
  const server = testMailServer()
  const platform = (): Platform => ({
    ...testPlatform(own.database),
    config: readConfig({ SMTP_URL: server.url, BROBYG_URL: 'https://brobyg.example' }),
  })

  const mailTo = (address: string, change: Partial<MailToQueue> = {}): MailToQueue => ({
    personId: newId(),
    address,
    subject: 'Indkaldelse: Styregruppe',
    plain: 'Kære Ane',
    html: '<p>Kære Ane</p>',
    stopUrl: null,
    onceKey: newId(),
    ...change,
  })

  /** Writes and sends it; answers with what went wrong, if anything. */
  const send = async (mail: MailToQueue): Promise<unknown> => {
    const here = platform()
    await keepHouse(here, program, (tx) => queueMail(tx, here.clock, mail))
    const [{ mailId } = { mailId: '' }] = await readAs(here, program, (tx) => listMailsTo(tx, mail.personId, 1))
    const postOffice = await openPostOffice(here.config)
    try {
      return await sendMail(here, postOffice)({ mailId })
    } catch (error) {
      return error
    } finally {
      postOffice?.close()
    }
  }

  const failures = (uid: string) => readAs(platform(), program, (tx) => listFailedMailsAbout(tx, uid))

  it('carries its calendar message as a form of its words and as a file, and its files, and is from where answers go', async () => {
    const content = `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:${'Møde '.repeat(40)}\r\nEND:VCALENDAR\r\n`
    const pdf = Uint8Array.from({ length: 3000 }, (_, at) => at % 256)
    await send(
      mailTo('ane@klub.example', {
        aboutUid: 'u',
        answerTo: { address: answers, token, name: 'Mette Krog' },
        calendar: { method: 'REQUEST', content },
        files: [{ name: 'dagsorden.pdf', contentType: 'application/pdf', content: pdf }],
      }),
    )
    const [got] = server.inbox
    assert.ok(got)
    assert.equal(got.sentFrom, answers)
    assert.match(got.raw, new RegExp(`^From: Mette Krog <${answers.replace('+', '\\+')}>`, 'm'))
    assert.match(got.raw, /^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/im)
    assert.match(got.raw, /^Content-Type: application\/ics; name=invite\.ics/m)
    assert.match(got.raw, /^Content-Type: application\/pdf; name=dagsorden\.pdf/m)
    const read = await readMail(Buffer.from(got.wire, 'latin1'))
    assert.ok('calendar' in read && read.calendar !== null)
    assert.equal(read.calendar.method, 'REQUEST')
    assert.equal(Buffer.from(read.calendar.content).toString().replaceAll('\n', '\r\n'), content)
    assert.ok(got.wire.replaceAll('\r\n', '').includes(Buffer.from(pdf).toString('base64')))
  })

  it('is told as following the first about the same, to the same person', async () => {
    const personId = newId()
    const about = { personId, aboutUid: 'thread' }
    await send(mailTo('ane@klub.example', about))
    await send(mailTo('ane@klub.example', about))
    await send(mailTo('bo@klub.example', { aboutUid: 'thread' }))
    const heads = server.inbox.map(({ raw }) => ({
      id: /^Message-ID: (.*)$/m.exec(raw)?.[1]?.trim(),
      to: /^In-Reply-To: (.*)$/m.exec(raw)?.[1]?.trim(),
      references: /^References: (.*)$/m.exec(raw)?.[1]?.trim(),
    }))
    assert.deepEqual(
      heads.map(({ to }) => to),
      [undefined, heads[0]?.id, undefined],
    )
    assert.equal(heads[1]?.references, heads[0]?.id)
  })

  it('is as it was where nothing of this is asked for', async () => {
    await send(mailTo('ane@klub.example'))
    const [got] = server.inbox
    assert.match(got?.raw ?? '', /^From: Brobyg <brobyg@brobyg\.example>/m)
    assert.doesNotMatch(got?.raw ?? '', /^(?:Reply-To|In-Reply-To):|text\/calendar/m)
  })

  it('is not tried again where the receiver is refused for good, and that is noted', async () => {
    assert.equal(await send(mailTo('unknown@klub.example', { aboutUid: 'gone' })), undefined)
    assert.deepEqual(
      (await failures('gone')).map(({ address, failure }) => [address, failure]),
      [['unknown@klub.example', 'refused']],
    )
  })

  it('is tried again where it is refused for now, and noted as not yet there until it is', async () => {
    const mail = mailTo('busy@klub.example', { aboutUid: 'later' })
    assert.ok((await send(mail)) instanceof Error)
    assert.deepEqual(
      (await failures('later')).map(({ failure }) => failure),
      ['unreachable'],
    )
  })

  it('is seen with its files by its receiver alone, and takes them along when it goes', async () => {
    const mail = mailTo('ane@klub.example', {
      files: [{ name: 'a.txt', contentType: 'text/plain', content: Buffer.from('x') }],
    })
    const here = platform()
    await keepHouse(here, { personId: newId() }, (tx) => queueMail(tx, here.clock, mail))
    const count = (personId: string) =>
      readAs(here, { personId }, (tx) => tx.selectFrom('mail_file').select('name').execute())
    assert.equal((await count(mail.personId)).length, 1)
    assert.equal((await count(newId())).length, 0)
    const [{ mailId } = { mailId: '' }] = await readAs(here, program, (tx) => listMailsTo(tx, mail.personId, 1))
    await keepHouse(here, program, (tx) => deleteMail(tx, mailId))
    assert.equal((await count('system')).filter(({ name }) => name === 'a.txt').length, 0)
  })
})
