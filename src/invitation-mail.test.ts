import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { allTasks } from './jobs.ts'
import { readConfig } from './platform/config.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { invite, inviting, linkIn, newPost } from './test-invitation.ts'
import { theSample } from './test-sample.ts'
import { openSample } from './test-visitor.ts'

describe('two leads', () => {
  const own = clonedDatabase(theSample)

  it('who invite to one post at once: one succeeds, the other is told who has it', async () => {
    const platform = testPlatform(own.database)
    const { signIn } = await openSample(platform)
    const lead = await signIn('Pernille Skovgaard')
    const names = ['Maja Lindskov', 'Oskar Ravn']
    const answers = await Promise.all(
      names.map((navn, at) =>
        lead.send('/personer/inviter', inviting({ ...newPost, navn, mail: `${at}@havneby.example` })),
      ),
    )
    assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['200', '422'])
    const told = await answers.find(({ status }) => status === 422)?.text()
    assert.match(told ?? '', /(?:Maja Lindskov|Oskar Ravn) har funktionen/)
  })

  it('who use one link at once: one is let in', async () => {
    const platform = testPlatform(own.database)
    const { signIn, visit } = await openSample(platform)
    const lead = await signIn('Pernille Skovgaard')
    const link = await invite(lead, {
      ...newPost,
      titel: 'leder af køkkenet',
      navn: 'Tove Berg',
      mail: 't@havneby.example',
    })
    const answers = await Promise.all([1, 2, 3].map(() => visit().send(link, {})))
    assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ['303', '410', '410'])
  })
})

describe('the mail of an invitation', () => {
  const own = clonedDatabase(theSample)
  const inbox: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      let raw = ''
      stream.on('data', (piece: Buffer) => (raw += piece.toString('latin1')))
      stream.on('end', () => {
        inbox.push(raw.replace(/=\r?\n/g, ''))
        done()
      })
    },
  })
  let smtpUrl = ''
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const address = server.server.address()
    smtpUrl = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  })
  after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  beforeEach(() => inbox.splice(0))

  it('brings the link to the address, and the page of the one who invites does not', async () => {
    const platform: Platform = { ...testPlatform(own.database), config: readConfig({ SMTP_URL: smtpUrl }) }
    const { signIn, visit } = await openSample(platform)
    const lead = await signIn('Pernille Skovgaard')
    const answer = await lead.send('/personer/inviter', inviting(newPost))
    assert.equal(answer.status, 303)
    const shown = await lead.text(answer.headers.get('location') ?? '')
    assert.match(shown, /Invitationen er sendt\./)
    assert.doesNotMatch(shown, /\/invitation\//)
    const { tasks, close } = await allTasks(platform)
    const send = tasks['send_mail']
    assert.ok(send)
    await runDueJobs({ url: own.url, schema: platform.database.schema, log: platform.log }, { send_mail: send })
    close()
    const [mail, ...more] = inbox
    assert.ok(mail)
    assert.equal(more.length, 0)
    assert.match(mail, /^To: maja\.lindskov@havneby\.example/m)
    assert.match(mail, /Pernille Skovgaard inviterer dig/)
    assert.equal((await visit().send(linkIn(mail), {})).status, 303)
    const facts = await runSqlAsOwner<{ told: string }>(
      own.url,
      `select string_agg(facts || verb || thing_ref, ' ') as told from ${own.database.schema}.audit_entry`,
    )
    assert.doesNotMatch(facts[0]?.told ?? '', /Maja|havneby\.example|klubassistent/)
  })
})
