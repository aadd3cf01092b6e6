import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deletionClocks } from './deletion-clocks.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSql, runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { runClocks } from './rooms/access/index.ts'
import { removeSample } from './sample.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'
import { system } from './rooms/access/index.ts'

const groupCalled = async (visitor: TestVisitor, name: string): Promise<string> => {
  const list = await visitor.text('/moeder')
  const path = new RegExp(`href="(/moeder/gruppe/[^"]+)">${name}`).exec(list)?.[1]
  assert.ok(path, `${name} is on the list`)
  return path
}

const udgaveOf = async (visitor: TestVisitor, path: string): Promise<string> =>
  /name="udgave" value="(\d+)"/.exec(await visitor.text(`${path}/ret`))?.[1] ?? ''

/** The seat whose form holds the name. */
const seatIn = (page: string, name: string): string =>
  page
    .split('name="hvem" value="')
    .slice(1)
    .find((form) => form.includes(`value="${name}"`))
    ?.split('"')[0] ?? ''

describe('groups that meet', () => {
  const own = clonedDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  it('have met for a year in the sample, each in their rhythm and in turn', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const path = await groupCalled(yusuf, 'Koordineringsmøder')
    const page = words(await yusuf.text(path))
    assert.match(page, /alle møder er på plads/)
    const turns = await sql<{ held: number; one: number }>(
      `select count(*)::int as held, count(distinct group_member_id)::int as one from @rotation_event where kind = 'turn'`,
    )
    assert.deepEqual({ ...turns[0] }, { held: 3, one: 3 })
    const focus = await sql<{ month: number }>(
      `select extract(month from o.starts_at)::int as month from @meeting m join @meeting_group g using (meeting_group_id)
         join @occurrence o using (occurrence_id) where g.is_person_free order by o.starts_at`,
    )
    assert.deepEqual(
      focus.map(({ month }) => month),
      [12, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 1],
    )
  })

  it('are changed by who calls the meetings: terms, seats and standing items, each against what they saw', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const path = await groupCalled(yusuf, 'Møder: medarbejdere')
    const terms = { navn: 'Fokusgruppen ved havnen', indkalder: 'fixed', varsel: '10', dagsorden: '', mindst: '3' }
    const send = async (to: string, form: Record<string, string>) =>
      yusuf.send(`${path}/${to}`, { udgave: await udgaveOf(yusuf, path), ...form })
    const rest = { varer: '90', indsigelse: '14', givesvidere: '2027-06-01' }
    const lifted = await send('ret', { ...terms, ...rest })
    assert.equal(lifted.status, 422)
    assert.match(words(await lifted.text()), /Kun den, der leder forummet, kan slå personfri fra/)
    assert.equal((await send('ret', { ...terms, ...rest, personfri: 'ja' })).status, 303)
    const old = await yusuf.send(`${path}/ret`, { ...terms, ...rest, personfri: 'ja', udgave: '0' })
    assert.match(words(await old.text()), /ændret i mellemtiden/)
    assert.match(
      words(await (await send('ret', { ...terms, ...rest, varer: '5' })).text()),
      /skriv et tal fra 15 til 720/,
    )

    const police = seatIn(await yusuf.text(`${path}/ret`), 'nærpolitiet')
    const reach = { goer: 'gem', hvem: police, post: '', plads: 'nærpolitiet', kontakt: 'Vagten', mail: 'ikke-en-mail' }
    assert.match(words(await (await send('plads', reach)).text()), /ligner ikke en mailadresse/)
    assert.equal((await send('plads', { ...reach, mail: 'vagten@politi.example' })).status, 303)
    assert.match(await yusuf.text(path), /Vagten/)
    const other = await signIn('Christina Bech Mølgaard')
    assert.doesNotMatch(await other.text(path), /Vagten/)

    const guest = { goer: 'gaest', plads: 'en fra biblioteket', kontakt: '', mail: '', fra: '2026-11-21' }
    assert.equal((await send('plads', guest)).status, 303)
    const seated = seatIn(await yusuf.text(`${path}/ret`), 'en fra biblioteket')
    assert.match(
      words(await (await send('plads', { goer: 'slut', hvem: seated, sidste: '2026-11-01' })).text()),
      /før den begyndte/,
    )
    assert.equal((await send('plads', { goer: 'slut', hvem: seated, sidste: '2026-11-30' })).status, 303)

    assert.equal((await send('fast', { goer: 'add', titel: 'Ordet er frit', tekst: '', minutter: '5' })).status, 303)
    const items = await sql<{ at: number; title: string }>(
      `select position as at, title from @standing_item join @meeting_group g using (meeting_group_id)
       where g.name = 'Fokusgruppen ved havnen' order by position`,
    )
    const at = items.findIndex(({ title }) => title === 'Ordet er frit')
    assert.equal(at, items.length - 1)
    assert.equal((await send('fast', { goer: 'up', nr: String(at) })).status, 303)
    assert.equal((await send('fast', { goer: 'remove', nr: String(at - 1) })).status, 303)
    const verbs = await sql<{ verb: string }>(
      `select distinct verb from @audit_entry where verb like 'seat.%' or verb like 'group.%' or verb like 'standing%' order by verb`,
    )
    assert.deepEqual(
      verbs.map(({ verb }) => verb),
      ['group.changed', 'seat.added', 'seat.changed', 'seat.ended', 'standing_items.changed'],
    )
  })

  it('are made by hand by the lead, and a newcomer in the turn comes last', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const made = await lead.send('/moeder/ny', { navn: 'Havnedagen', slags: 'other' })
    const path = (made.headers.get('location') ?? '').replace(/\/ret.*$/, '')
    const posts = await sql<{ id: string; name: string }>(
      `select h.post_id as id, p.name from @holder h join @person p using (person_id)
       where p.name in ('Yusuf Demir', 'Karim Haddad', 'Nadia Rahimi') order by p.name`,
    )
    const send = async (to: string, form: Record<string, string>) =>
      lead.send(`${path}/${to}`, { udgave: await udgaveOf(lead, path), ...form })
    for (const { id } of posts.slice(0, 2))
      assert.equal((await send('plads', { goer: 'post', post: id, fra: '2026-11-21' })).status, 303)
    assert.match(
      words(await (await send('plads', { goer: 'post', post: posts[0]?.id ?? '', fra: '2026-11-21' })).text()),
      /sidder allerede i gruppen/,
    )
    const terms = { navn: 'Havnedagen', indkalder: 'rotation', varsel: '', dagsorden: '', mindst: '' }
    assert.equal((await send('ret', { ...terms, varer: '60', indsigelse: '14' })).status, 303)
    assert.equal(
      (await send('plads', { goer: 'post', post: posts[2]?.id ?? '', fra: '2026-11-21', tur: 'ja' })).status,
      303,
    )
    const page = words(await lead.text(path))
    assert.ok(page.indexOf('Karim Haddad') < page.indexOf('Nadia Rahimi'))
    assert.ok(page.indexOf('Nadia Rahimi') < page.indexOf('Yusuf Demir'), 'who came last calls last')
    const ida = await signIn('Ida Holt')
    assert.equal((await ida.send('/moeder/ny', { navn: 'x', slags: 'other' })).status, 403)
  })

  it('stand in the week of those who take part, are led to from there, and are changed by their group alone', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const week = await ida.text('/kalender?uge=2026-W50')
    assert.match(words(week), /Boligsocialt Forum i Havneby/)
    const [time] = await sql<{ id: string; series: string; meeting: string }>(
      `select o.occurrence_id as id, o.series_id as series, m.meeting_id as meeting from @meeting m join @occurrence o using (occurrence_id)
       join @meeting_group g using (meeting_group_id) where g.kind = 'forum' and m.state = 'called'`,
    )
    for (const path of [`gang/${time?.id}`, `${time?.series}`, `${time?.series}/ret`]) {
      const led = await ida.ask(`/kalender/${path}`)
      assert.equal(led.headers.get('location'), `/moeder/tid/${time?.id}`, path)
    }
    assert.equal((await ida.ask(`/moeder/tid/${time?.id}`)).headers.get('location'), `/moeder/${time?.meeting}`)
    const lead = await signIn('Pernille Skovgaard')
    const tried = await lead.send(`/kalender/gang/${time?.id}`, { udgave: '0', goer: 'aflys', hvorfor: '' })
    assert.equal(tried.status, 422)
  })

  it('are shown to no resident: not on pages, in feeds, to search engines or programs', async () => {
    const { visit } = await openSample(platform())
    const resident = visit()
    const [time] = await sql<{ id: string; series: string; meeting: string; group: string }>(
      `select o.occurrence_id as id, o.series_id as series, m.meeting_id as meeting, m.meeting_group_id as "group"
       from @meeting m join @occurrence o using (occurrence_id)
       join @meeting_group g using (meeting_group_id) where g.kind = 'forum' and m.state = 'called'`,
    )
    const open = [
      '/',
      '/?naar=alle',
      '/kalender?uge=2026-W50',
      '/kalender.ics',
      '/api/v1/aktiviteter',
      '/openactive',
      '/sitemap.xml',
    ]
    for (const path of open) {
      const told = await resident.text(path)
      assert.doesNotMatch(told, /Boligsocialt Forum i Havneby|Rådhuset, sal B/, path)
      assert.ok(!told.includes(time?.id ?? 'x'), path)
    }
    for (const path of [
      `/det-sker/${time?.id}`,
      `/kalender/gang/${time?.id}`,
      `/kalender/${time?.series}`,
      `/kalender/gang/${time?.id}.ics`,
    ])
      assert.equal((await resident.ask(path)).status, 404, path)
    for (const path of [
      `/moeder/${time?.meeting}`,
      `/moeder/gruppe/${time?.group}`,
      `/moeder/tid/${time?.id}`,
      '/moeder',
    ])
      assert.match((await resident.ask(path)).headers.get('location') ?? '', /^\/log-ind/, path)
  })

  it('show who holds a link that meeting and their own answer alone, and let it be no other’s', async () => {
    const p = platform()
    const hash = 'ab'.repeat(32)
    await sql(`update @meeting_invitee set token_hash = '\\x${hash}' where meeting_invitee_id =
      (select i.meeting_invitee_id from @meeting_invitee i join @meeting m using (meeting_id) where m.state = 'called' order by 1 limit 1)`)
    const holder = { personId: `invitation:${hash}` }
    const count = async (table: string) =>
      Number((await runSql<{ n: bigint }>(p, holder, `select count(*) as n from ${table}`))[0]?.n)
    assert.deepEqual(
      [
        await count('meeting_invitee'),
        await count('meeting'),
        await count('group_member'),
        await count('group_member_contact'),
      ],
      [1, 1, 0, 0],
    )
    const [elsewhere] = await sql<{ id: string }>(`select meeting_id as id from @meeting where state = 'held' limit 1`)
    const steal = `update meeting_invitee set meeting_id = '${elsewhere?.id}'`
    await assert.rejects(runSql(p, holder, steal), /row-level security/)
    const forge = `insert into meeting_invitee (meeting_invitee_id, meeting_id, name, token_hash)
      values (gen_random_uuid(), '${elsewhere?.id}', 'x', '\\x${hash}')`
    await assert.rejects(runSql(p, holder, forge), /row-level security/)
    assert.equal((await runSql(p, holder, `delete from meeting_invitee returning 1`)).length, 0)
  })

  it('let nobody read on who has left, though the meetings they were at stand', async () => {
    const { signIn } = await openSample(platform())
    const karim = await signIn('Karim Haddad')
    const path = await groupCalled(karim, 'Koordineringsmøder')
    const [meeting] = await sql<{ id: string }>(
      `select m.meeting_id as id from @meeting m join @group_member s on s.group_member_id = m.convenor_member_id
       join @holder h using (post_id) join @person p using (person_id) where p.name = 'Karim Haddad' and m.state = 'held' limit 1`,
    )
    assert.match(words(await karim.text(`/moeder/${meeting?.id}`)), /Siden sidst/)
    await sql(`update @group_member set sits_during = daterange(lower(sits_during), '2026-11-20') where meeting_group_id = '${path.split('/').at(-1)}'
      and post_id in (select post_id from @holder join @person using (person_id) where name = 'Karim Haddad')`)
    const page = words(await karim.text(`/moeder/${meeting?.id}`))
    assert.doesNotMatch(page, /Siden sidst/)
    assert.doesNotMatch(words(await karim.text(path)), /Ret gruppen|Indkald til møde/)
  })

  it('forget mails and notes a year after the meeting, and who held no post; that somebody came stands', async () => {
    const kept = () =>
      sql<{ mails: number; named: number; came: number }>(
        `select count(*) filter (where i.mail <> '')::int as mails, count(*) filter (where i.name = 'Vagten')::int as named,
           count(*) filter (where i.presence = 'present')::int as came
         from @meeting_invitee i join @meeting m using (meeting_id) join @occurrence o using (occurrence_id)
         where o.ends_at < '2026-02-01'`,
      )
    await sql(`update @meeting_invitee set name = 'Vagten', mail = 'vagten@politi.example' where person_id is null`)
    const [before] = await kept()
    assert.ok(before !== undefined && before.mails > 0 && before.named > 0 && before.came > 0)
    await runClocks({ ...platform(), clock: clockAt('2027-03-01T11:00:00Z') }, deletionClocks)
    assert.deepEqual({ ...(await kept())[0] }, { mails: 0, named: 0, came: before.came })
  })

  it('go with the sample, and those made by hand stay with their seats by name', async () => {
    const [, made] = await sql<{ id: string }>(
      `select meeting_group_id as id from @meeting_group where not is_sample`,
    ).then((rows) => [rows.length, rows[0]] as const)
    await removeSample(platform(), system)
    const left = await sql<{ groups: number; seats: number; meetings: number }>(
      `select (select count(*)::int from @meeting_group) as groups, (select count(*)::int from @meeting) as meetings,
         (select count(*)::int from @group_member where meeting_group_id = '${made?.id}' and post_id is null) as seats`,
    )
    assert.deepEqual({ ...left[0] }, { groups: 1, meetings: 0, seats: 3 })
  })
})
