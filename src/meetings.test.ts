import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { allTasks } from './jobs.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** The address of a group's page, found on the list. */
const groupCalled = async (visitor: TestVisitor, name: string): Promise<string> => {
  const list = await visitor.text('/moeder')
  const path = new RegExp(`href="(/moeder/gruppe/[^"]+)">${name}<`).exec(list)?.[1]
  assert.ok(path, `${name} is on the list`)
  return path
}

const udgaveIn = (page: string, action: string): string =>
  new RegExp(`action="[^"]*${action}"[^>]*>\\s*<input type="hidden" name="udgave" value="(\\d+)"`).exec(page)?.[1] ?? ''

describe('meetings that call themselves', () => {
  const own = clonedDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  it('reads the groups of the agreements, and lets whose turn it is call a meeting and the others answer', async () => {
    const { signIn, visit } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const path = await groupCalled(yusuf, 'Koordineringsmøder')
    const page = words(await yusuf.text(path))
    assert.match(page, /Har turen nu/)
    const form = await yusuf.text(`${path}/indkald`)
    const [, dato = ''] = /name="dato" value="(\d{4}-[^"]+)"/.exec(form) ?? []
    assert.notEqual(dato, '', 'a day is proposed')
    const planned = await yusuf.send(`${path}/indkald`, {
      dato,
      dag: '',
      fra: '',
      til: '',
      sted: '',
      hvor: 'Lokale 2',
      online: '',
    })
    assert.equal(planned.status, 303, words(await planned.text()))
    const meeting = (planned.headers.get('location') ?? '').split('?')[0] ?? ''
    const called = await yusuf.send(`${meeting}/indkald`, { udgave: udgaveIn(await yusuf.text(meeting), 'indkald') })
    assert.equal(called.status, 303, words(await called.text()))

    const { tasks, close } = await allTasks(platform())
    const meetingId = meeting.split('/').at(-1) ?? ''
    await tasks['tell_invited']?.({ meetingId, about: 'called', version: '9' })
    close()
    const mails = await sql<{ subject: string; plain: string }>(
      `select subject, plain from @mail where subject like 'Indkaldelse%' order by subject`,
    )
    assert.ok(mails.length >= 3, `mails went out: ${mails.length}`)
    const link = /\/moeder\/svar\/[\w-]+/.exec(mails[0]?.plain ?? '')?.[0] ?? ''
    const stranger = visit()
    assert.match(words(await stranger.text(link)), /Kan du komme\?/)
    const answered = await stranger.send(link, {
      svar: 'perhaps',
      besked: 'Måske lidt forsinket',
      stedfortraeder: '',
      dag: '',
      fra: '',
      til: '',
    })
    assert.equal(answered.status, 303)
    assert.match(words(await yusuf.text(meeting)), /Måske lidt forsinket/)
    const after = words(await yusuf.text(path))
    assert.match(after, /Har haft turen i denne omgang/)
  })
})
