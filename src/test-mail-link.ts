import assert from 'node:assert/strict'
import { beforeEach } from 'node:test'
import { createApp } from './app.ts'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { type Received, testMailServer } from './platform/mail/test-mail-server.ts'
import type { Platform } from './platform/platform.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { theSample } from './test-sample.ts'
import { testOrigin, type TestVisitor, visitorOf } from './test-visitor.ts'

/** An address somebody of the sample has. */
export const known = 'ida.holt@havneby.example'

const noon = '2026-11-21T12:00:00Z'

/** Gives the tests of a file the sample, a mail server, and browsers that ask for links to sign in and open them. */
export const testMailLinks = () => {
  const own = clonedDatabase(theSample)
  const server = testMailServer()
  beforeEach(() => runSqlAsOwner(own.url, `delete from ${own.database.schema}.rate_limit`))

  const platformAt = (moment = noon, changed: Partial<Platform['config']> = {}): Platform => {
    const platform = testPlatform(own.database)
    const config = { ...platform.config, smtpUrl: server.url, ...changed }
    return { ...platform, clock: clockAt(moment), config }
  }

  const visitorAt = async (moment?: string, changed?: Partial<Platform['config']>): Promise<TestVisitor> => {
    const platform = platformAt(moment, changed)
    await loadSampleIfEmpty(platform)
    return visitorOf(await createApp(platform))
  }

  /** The same browser, cookies and all, at another moment. */
  const later = async (visitor: TestVisitor, moment: string) => visitor.moved(await createApp(platformAt(moment)))

  const performJobs = async (moment = noon): Promise<void> => {
    const platform = platformAt(moment)
    const { tasks, close } = await allTasks(platform)
    await runDueJobs({ url: own.url, schema: platform.database.schema, log: platform.log }, tasks)
    close()
  }

  const ask = (visitor: TestVisitor, address = known, til = '/loefter') =>
    visitor.send('/log-ind/mail', { adresse: address, til })

  const linksIn = (mail: Received | undefined): string[] => [
    ...new Set(
      [...(mail?.text ?? '').matchAll(/http:\/\/localhost:3000(\/log-ind\/link\?noegle=[\w-]{43}&til=[\w%]+)/g)].map(
        ([, path = '']) => path,
      ),
    ),
  ]

  const askAndGet = async (visitor: TestVisitor, address = known): Promise<string> => {
    const from = server.inbox.length
    assert.equal((await ask(visitor, address)).status, 303)
    await performJobs()
    const [link] = linksIn(server.inbox.slice(from).find(({ to }) => to === address))
    assert.ok(link)
    return link
  }

  const press = (visitor: TestVisitor, link: string) => {
    const { searchParams } = new URL(link, testOrigin)
    return visitor.send('/log-ind/link', {
      noegle: searchParams.get('noegle') ?? '',
      til: searchParams.get('til') ?? '',
    })
  }

  const isIn = async (visitor: TestVisitor): Promise<boolean> => (await visitor.ask('/indstillinger')).status === 200

  return { own, server, platformAt, visitorAt, later, performJobs, ask, linksIn, askAndGet, press, isIn }
}
