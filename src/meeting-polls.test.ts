import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { deletionClocks } from './deletion-clocks.ts'
import { runClocks } from './rooms/access/index.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** The address of a group's page, found on the list. */
const groupCalled = async (visitor: TestVisitor, name: string): Promise<string> => {
  const path = new RegExp(`href="(/moeder/gruppe/[^"]+)">${name}<`).exec(await visitor.text('/moeder'))?.[1]
  assert.ok(path, `${name} is on the list`)
  return path
}

/** What a form is sent with that is ticked and chosen as it was shown. */
const tickedIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="checkbox" id="[^"]+" name="([^"]+)" value="([^"]+)"( checked="")?/g)].flatMap(
      ([, name = '', value = '', checked]) => (checked === undefined ? [] : [[name, value]]),
    ),
  )

const timesOn = (page: string): string[] => [
  ...new Set([...page.matchAll(/name="svar-([^"]+)"/g)].map(([, timeId = '']) => timeId)),
]

describe('a poll about when to meet', () => {
  const own = clonedDatabase(theSample)
  const platform = (moment = '2026-11-21T12:00:00Z') => ({ ...testPlatform(own.database), clock: clockAt(moment) })
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  const write = async (payload: { pollId: string; news: string }, moment?: string): Promise<void> => {
    const { tasks, close } = await allTasks(platform(moment))
    await tasks['tell_polled']?.(payload)
    close()
  }

  const mailTo = async (address: string) =>
    sql<{ subject: string; plain: string; html: string }>(
      `select subject, plain, html from @mail where address = '${address}' order by queued_at`,
    )

  const linkIn = (plain = ''): string => /\/moeder\/afstemning\/[\w-]{43}/.exec(plain)?.[0] ?? ''

  let poll = ''
  let link = ''

  it('is asked by a member, and each is written to in their language with a link of their own', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const form = `${await groupCalled(yusuf, 'Koordineringsmøder')}/afstemning`
    const shown = await yusuf.text(form)
    const ticked = tickedIn(shown)
    assert.ok(Object.keys(ticked).filter((name) => name.startsWith('tid-')).length >= 3, 'days are proposed')
    const typed = { ...ticked, navn: 'Foråret', besked: 'Vi ses', senest: '2026-11-28' }
    const nobody = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('med-')))
    assert.match(words(await (await yusuf.send(form, nobody)).text()), /Vælg mindst én at spørge/)
    const half = await yusuf.send(form, { ...typed, navn1: 'Amina', mail1: '' })
    assert.match(words(await half.text()), /Skriv både navn og mail/)
    const wrong = await yusuf.send(form, { ...typed, navn1: 'Amina', mail1: 'amina', sprog1: 'ar' })
    assert.match(words(await wrong.text()), /mailadresserne er skrevet forkert/)
    const late = await yusuf.send(form, { ...typed, senest: '2027-12-01' })
    assert.match(words(await late.text()), /Svarfristen ligger efter alle tiderne/)
    const asked = await yusuf.send(form, {
      ...typed,
      dag1: '2026-12-11',
      fra1: '10',
      til1: '12',
      navn1: 'Amina',
      mail1: 'amina@beboer.example',
      sprog1: 'ar',
      navn2: 'Hodan',
      mail2: 'hodan@beboer.example',
      sprog2: 'so',
    })
    assert.equal(asked.status, 303, words(await asked.text()))
    poll = (asked.headers.get('location') ?? '').split('?')[0] ?? ''
    const pollId = poll.split('/').at(-1) ?? ''
    await write({ pollId, news: 'asked' })
    await write({ pollId, news: 'asked' })
    const mails = await mailTo('amina@beboer.example')
    assert.equal(mails.length, 1, 'once')
    assert.match(mails[0]?.subject ?? '', /متى يمكنك الحضور/)
    assert.match(mails[0]?.html ?? '', /dir="rtl"/)
    assert.match(mails[0]?.plain ?? '', /الجمعة، 11 ديسمبر/)
    link = linkIn(mails[0]?.plain)
    assert.match((await mailTo('hodan@beboer.example'))[0]?.subject ?? '', /Goorma/)
    const kept = await sql<{ token_hash: Buffer }>(`select token_hash from @poll_invitee`)
    assert.ok(kept.every(({ token_hash }) => token_hash.length === 32))
  })

  it('is answered by its link without an account, in the language of whoever reads, as often as they like', async () => {
    const { visit } = await openSample(platform())
    const amina = visit()
    const page = await amina.text(link)
    assert.match(page, /<html lang="ar" dir="rtl"/)
    assert.match(page, /noindex/)
    assert.match(await amina.text(`${link}?sprog=tr`), /<html lang="tr" dir="ltr"/)
    const before = await sql(`select 1 from @poll_answer`)
    assert.equal(before.length, 0, 'looking says nothing')
    const times = timesOn(page)
    assert.ok(times.length >= 4)
    const said = (answer: string) => Object.fromEntries(times.map((timeId) => [`svar-${timeId}`, answer]))
    const some = await amina.send(link, { [`svar-${times[0]}`]: 'yes' })
    assert.equal(some.status, 422)
    assert.match(await some.text(), /poll-missing/)
    for (const answer of ['no', 'yes', 'yes']) {
      const answered = await amina.send(`${link}?sprog=ar`, { ...said(answer), besked: 'شكرا' })
      assert.equal(answered.status, 303)
      assert.match(await amina.text(answered.headers.get('location') ?? ''), /شكرًا لإجابتك/)
    }
    const stray = await amina.send(link, {
      ...said('yes'),
      besked: 'شكرا',
      'svar-00000000-0000-4000-8000-000000000000': 'no',
    })
    assert.equal(stray.status, 303)
    assert.equal((await sql(`select 1 from @poll_answer`)).length, times.length, 'the latest counts')
    assert.equal((await amina.ask(`/moeder/afstemning/${'x'.repeat(43)}`)).status, 404)
  })

  it('shows the group how the times suit, the best first, and reminds those who are silent once a day', async () => {
    const { signIn, visit } = await openSample(platform())
    const [mail] = await mailTo('hodan@beboer.example')
    const hodan = visit()
    const hers = linkIn(mail?.plain)
    const times = timesOn(await hodan.text(hers))
    const said = Object.fromEntries(times.map((timeId, at) => [`svar-${timeId}`, at === 2 ? 'yes' : 'no']))
    await hodan.send(hers, { ...said, besked: '' })
    const yusuf = await signIn('Yusuf Demir')
    const shown = await yusuf.text(poll)
    const told = words(shown)
    assert.match(told, /2 af \d+ har svaret/)
    assert.match(told, /Passer bedst Ja 2 Amina, Hodan/)
    assert.match(told, /Nr\. 2/)
    assert.match(shown, /شكرا/)
    assert.equal((await yusuf.send(poll, { goer: 'mind' })).status, 303)
    const pollId = poll.split('/').at(-1) ?? ''
    for (const moment of ['2026-11-23T08:00:00Z', '2026-11-23T15:00:00Z'])
      await write({ pollId, news: 'reminded' }, moment)
    assert.equal((await mailTo('amina@beboer.example')).length, 1, 'who has answered is left alone')
    const reminders = await sql<{ address: string; n: number }>(
      `select address, count(*)::int as n from @mail where subject like 'Husk at svare%' group by address`,
    )
    assert.ok(reminders.length > 0 && reminders.every(({ n }) => n === 1))
    const outsider = visit()
    assert.notEqual((await outsider.ask(poll)).status, 200)
  })

  it('becomes a meeting at the time that is chosen, and takes no more answers', async () => {
    const { signIn, visit } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const shown = await yusuf.text(poll)
    const [, href = ''] = /class="ds-button" href="(\/moeder\/gruppe\/[^"]+\/indkald\?[^"]+)"/.exec(shown) ?? []
    const address = href.replaceAll('&amp;', '&')
    const plan = await yusuf.text(address)
    const valueOf = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(plan)?.[1] ?? ''
    const form = {
      dato: '',
      dag: valueOf('dag'),
      fra: valueOf('fra'),
      til: valueOf('til'),
      sted: '',
      hvor: '',
      online: '',
    }
    const path = address.split('?')[0] ?? ''
    const planned = await yusuf.send(path, { ...form, afstemning: valueOf('afstemning') })
    assert.equal(planned.status, 303, words(await planned.text()))
    assert.match(words(await yusuf.text(poll)), /Lukket.*Se mødet, det blev til/)
    const late = await visit().send(link, {})
    assert.match(await late.text(), /أُغلق التصويت/)
  })
})

describe('a poll that has closed', () => {
  const own = clonedDatabase(theSample)

  it('is forgotten after 90 days, with the names and addresses of those it asked', async () => {
    const sql = (query: string) =>
      runSqlAsOwner<{ id: string }>(own.url, query.replaceAll('@', `"${own.database.schema}".`))
    const on = (moment: string) => ({ ...testPlatform(own.database), clock: clockAt(moment) })
    const { signIn } = await openSample(on('2026-11-21T12:00:00Z'))
    await (await signIn('Yusuf Demir')).text('/moeder')
    const [poll] = await sql(
      `insert into @poll (poll_id, meeting_group_id, title, asked_at, asked_by, closes_at)
       select gen_random_uuid(), meeting_group_id, 'x', now(), 'x', '2026-12-01' from @meeting_group limit 1 returning poll_id as id`,
    )
    await sql(`insert into @poll_invitee (poll_invitee_id, poll_id, name, mail, token_hash)
      values (gen_random_uuid(), '${poll?.id}', 'Amina', 'amina/beboer.example', '\\x01')`)
    await runClocks(on('2027-02-28T11:00:00Z'), deletionClocks)
    assert.equal((await sql(`select poll_invitee_id as id from @poll_invitee`)).length, 1)
    await runClocks(on('2027-03-05T11:00:00Z'), deletionClocks)
    assert.equal((await sql(`select poll_invitee_id as id from @poll_invitee`)).length, 0)
  })
})

describe('a meeting that falls together with something', () => {
  const own = clonedDatabase(theSample)
  const platform = () => ({ ...testPlatform(own.database), clock: clockAt('2026-11-21T12:00:00Z') })

  it('is told who has its venue, and when that is free again', async () => {
    const { signIn } = await openSample(platform())
    const pernille = await signIn('Pernille Skovgaard')
    const [one, other] = [await groupCalled(pernille, 'Planlægningsmøder'), await groupCalled(pernille, 'Følgegruppen')]
    const shown = await pernille.text(`${one}/indkald`)
    const [, sted = ''] = /<option value="([^"]+)"[^>]*>Fyrets beboerhus</.exec(shown) ?? []
    assert.notEqual(sted, '')
    const form = { dato: '', dag: '2026-12-17', fra: '10', til: '12', sted, hvor: '', online: '', goer: 'alligevel' }
    assert.equal((await pernille.send(`${one}/indkald`, form)).status, 303)
    const taken = await pernille.send(`${other}/indkald`, form)
    assert.equal(taken.status, 422)
    assert.match(words(await taken.text()), /Fyrets beboerhus er optaget\. .* har det .* Næste ledige tid er/)
  })

  it('is put on a holiday, or while a member is in another meeting, only by one who knows', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const path = `${await groupCalled(yusuf, 'Koordineringsmøder')}/indkald`
    const form = { dato: '', dag: '2026-12-25', fra: '10', til: '12', sted: '', hvor: '', online: '' }
    const holiday = await yusuf.send(path, form)
    assert.equal(holiday.status, 422)
    const page = await holiday.text()
    assert.match(words(page), /Dagen er en helligdag/)
    assert.match(page, /value="alligevel"/)
    assert.match(words(await (await yusuf.send(path, { ...form, dag: '2026-12-05' })).text()), /ikke skole den dag/)
    const known = await yusuf.send(path, { ...form, goer: 'alligevel' })
    assert.equal(known.status, 303)
    // The turn is another's now; an administrator may call at any time.
    const pernille = await signIn('Pernille Skovgaard')
    const again = words(await (await pernille.send(path, { ...form, fra: '11', til: '13' })).text())
    assert.match(again, /Er til et andet møde samtidig: .*\(Koordineringsmøder\)/)
    const meeting = (known.headers.get('location') ?? '').split('?')[0] ?? ''
    const [, udgave = ''] =
      /flyt"[^>]*>\s*<input type="hidden" name="udgave" value="(\d+)"/.exec(await yusuf.text(meeting)) ?? []
    const move = { udgave, dag: '2026-12-26', fra: '10', til: '12', hvorfor: '' }
    const moved = await yusuf.send(`${meeting}/flyt`, move)
    assert.equal(moved.status, 422)
    assert.match(await moved.text(), /Flyt alligevel/)
    assert.equal((await yusuf.send(`${meeting}/flyt`, { ...move, goer: 'alligevel' })).status, 303)
  })
})
