import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readConfig, shownConfig } from './config.ts'
import { Fault } from './fault.ts'

describe('the settings', () => {
  it('have a value each without anything set', () => {
    const { port, host, baseUrl, databaseUrl, municipality, isProduction } = readConfig({})
    assert.deepEqual(
      [port, host, baseUrl, databaseUrl, municipality, isProduction],
      [3000, '127.0.0.1', 'http://localhost:3000', null, 'havneby', false],
    )
  })

  it('come from the environment, and a flag wins over it', () => {
    const environment = {
      PORT: '4000',
      BROBYG_DATA: '/srv/a',
      NODE_ENV: 'production',
      BROBYG_URL: 'https://brobyg.example/',
    }
    const config = readConfig(environment, { port: '5000', data: '/srv/b' })
    assert.deepEqual([config.port, config.dataFolder, config.isProduction], [5000, '/srv/b', true])
    assert.equal(config.baseUrl, 'https://brobyg.example')
  })

  it('treat an empty value as none', () => {
    const config = readConfig({ PORT: '', DATABASE_URL: '', BROBYG_MUNICIPALITY: '' })
    assert.deepEqual([config.port, config.databaseUrl, config.municipality], [3000, null, 'havneby'])
  })

  it('ask for nightly backups of the database that comes along, and of one’s own where a folder is named', () => {
    const outside = { DATABASE_URL: 'postgres://there/x' }
    assert.equal(readConfig({ BROBYG_DATA: '/srv/a' }).backupFolder, '/srv/a/backups')
    assert.equal(readConfig(outside).backupFolder, null)
    assert.equal(readConfig({ ...outside, BROBYG_BACKUP_DIR: '/srv/b' }).backupFolder, '/srv/b')
    assert.equal(readConfig({ BROBYG_BACKUP: 'no', BROBYG_BACKUP_DIR: '/srv/b' }).backupFolder, null)
  })

  const unusable: [string, NodeJS.ProcessEnv][] = [
    ['a port that is a word', { PORT: 'http' }],
    ['a port beyond the last one', { PORT: '65536' }],
    ['port 0', { PORT: '0' }],
    ['a port with a fraction', { PORT: '3000.5' }],
    ['a database address of another kind', { DATABASE_URL: 'mysql://somewhere/x' }],
    ['a database address that is none', { DATABASE_URL: 'somewhere' }],
    ['a municipality with a capital', { BROBYG_MUNICIPALITY: 'Havneby' }],
    ['a municipality that would end the name', { BROBYG_MUNICIPALITY: 'a"; drop schema b' }],
    ['a municipality named as PostgreSQL names its own', { BROBYG_MUNICIPALITY: 'pg_catalog' }],
    ['a municipality with a name of 42 letters', { BROBYG_MUNICIPALITY: 'a'.repeat(42) }],
    ['a mail server that is a web address', { SMTP_URL: 'https://mail.example' }],
    ['a mailbox that is a web address', { IMAP_URL: 'https://mail.example/INBOX' }],
    ['a mailbox without a user', { IMAP_URL: 'imaps://mail.example/INBOX' }],
    ['a secret of mails that is easily guessed', { MAIL_WEBHOOK_SECRET: 'secret' }],
    ['an address for answers that is none', { MAIL_REPLY_TO: 'svar' }],
    ['an address for answers with no room for a token', { MAIL_REPLY_TO: `${'s'.repeat(38)}@brobyg.example` }],
    ['a sender with a line of its own', { MAIL_FROM: 'Brobyg\nBcc: x@example.dk' }],
    ['a number of proxies that is a word', { BROBYG_TRUSTED_PROXIES: 'all' }],
    ['a probe password that is easily guessed', { BROBYG_PROBE_TOKEN: 'secret' }],
    ['a number of backups that would keep none', { BROBYG_BACKUP_KEEP: '0' }],
    ['a wish for backups that is neither yes nor no', { BROBYG_BACKUP: 'false' }],
    ['a network without its length', { BROBYG_FETCH_NETWORKS: '10.0.0.0' }],
    ['a network that is too long', { BROBYG_FETCH_NETWORKS: '127.0.0.0/8, 10.0.0.0/33' }],
    ['an address without http', { BROBYG_URL: 'brobyg.example' }],
  ]
  for (const [what, environment] of unusable) {
    it(`refuse ${what} with a sentence`, () => {
      assert.throws(
        () => readConfig(environment),
        (error) => error instanceof Fault && /\.$/.test(error.message),
      )
    })
  }

  it('take answers to mails only where there is a door they come in by', () => {
    const at = { BROBYG_URL: 'https://brobyg.example' }
    assert.equal(readConfig(at).replyMailbox, null)
    assert.equal(readConfig({ ...at, IMAP_URL: 'imaps://me:x@post/INBOX' }).replyMailbox, 'svar@brobyg.example')
    assert.equal(readConfig({ ...at, MAIL_WEBHOOK_SECRET: 'x'.repeat(32) }).replyMailbox, 'svar@brobyg.example')
    assert.equal(readConfig({ ...at, MAIL_REPLY_TO: 'Post@By.example' }).replyMailbox, 'post@by.example')
  })

  it('are shown without the password', () => {
    const shown = JSON.stringify(
      shownConfig(
        readConfig({
          DATABASE_URL: 'postgres://me:secret@there:5432/brobyg?password=secret',
          SMTP_URL: 'smtp://me:secret@post:587',
          IMAP_URL: 'imaps://me:secret@post/INBOX',
          MAIL_WEBHOOK_SECRET: 'secret '.repeat(5),
          BROBYG_PROBE_TOKEN: 'secret-of-the-probe',
          BROBYG_BACKUP_PASSPHRASE: 'four secret words here',
        }),
      ),
    )
    assert.ok(!shown.includes('secret'))
    assert.ok(shown.includes('there:5432'))
  })
})
