import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** The address of a group's page, found on the list. */
const groupCalled = async (visitor: TestVisitor, name: RegExp): Promise<string> => {
  const path = new RegExp(`href="(/moeder/gruppe/[^"]+)">${name.source}<`).exec(await visitor.text('/moeder'))?.[1]
  assert.ok(path, `${name.source} is on the list`)
  return path
}

const planned = async (visitor: TestVisitor, path: string, dag: string): Promise<string> => {
  const form = { dato: '', dag, fra: '10', til: '12', sted: '', hvor: '', online: '', goer: 'alligevel' }
  const answer = await visitor.send(`${path}/indkald`, form)
  assert.equal(answer.status, 303, words(await answer.clone().text()))
  return (answer.headers.get('location') ?? '').split('?')[0] ?? ''
}

describe('the agendas of a group', () => {
  const own = clonedDatabase(theSample)
  const platform = (moment = '2026-11-21T12:00:00Z') => ({ ...testPlatform(own.database), clock: clockAt(moment) })
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  describe('an agenda that fills itself', () => {
    it('tells a forum of promises that slip and proposals put to it, once, and of what is still to be done', async () => {
      const { signIn } = await openSample(platform())
      const pernille = await signIn('Pernille Skovgaard')
      const path = await groupCalled(pernille, /Boligsocialt Forum[^<]*/)
      const groupId = path.split('/').at(-1) ?? ''
      await sql(`insert into @follow_up (follow_up_id, meeting_group_id, number, task, due_on, written_at, written_by)
      values (gen_random_uuid(), '${groupId}', 90, 'Skriv til klubberne', '2026-12-01', now(), 'x')`)
      const meeting = await planned(pernille, path, '2026-12-15')
      const meetingId = meeting.split('/').at(-1) ?? ''
      const items = () =>
        sql<{ kind: string; title: string; body: string; path: string }>(
          `select kind, title, body, path from @agenda_item where meeting_id = '${meetingId}' order by position, number`,
        )
      const laid = await items()
      const slips = laid.filter(({ kind }) => kind === 'promise')
      assert.equal(slips.length, 1)
      assert.match(slips[0]?.title ?? '', /løfter, der glider/)
      assert.match(slips[0]?.body ?? '', /Ikke holdt: /)
      assert.equal((await pernille.ask(slips[0]?.path ?? '')).status, 200)
      const since = laid.find(({ title }) => title === 'Siden sidst')
      assert.match(since?.body ?? '', /• Skriv til klubberne \(senest 1\. december 2026\)/)
      assert.deepEqual(
        laid.slice(-2).map(({ title }) => title),
        ['Næste møde', 'Eventuelt'],
      )
      const again = await pernille.send(`${meeting}/forslag`, {})
      assert.match(again.headers.get('location') ?? '', /tak=intet/)
      assert.deepEqual(await items(), laid, 'nothing is put there twice')
      const [proposal] = await sql<{ id: string; slug: string }>(
        `insert into @proposal (proposal_id, agreement_id, base_version_id, number, title, reason, document, proposed_by, proposed_post, proposed_at, put_at)
       select gen_random_uuid(), v.agreement_id, v.agreement_version_id, 1, 'Flere lodser', '', v.document, 'x', 'konsulent', '2026-11-01', '2026-11-02'
       from @agreement_version v where v.document -> 'coordination' ->> 'forum' <> '' limit 1 returning proposal_id as id`,
      )
      assert.ok(proposal)
      await sql(`insert into @proposal_edition (proposal_id, revision, base_version_id, document, written_by, written_at)
      select proposal_id, revision, base_version_id, document, proposed_by, proposed_at from @proposal`)
      assert.match((await pernille.send(`${meeting}/forslag`, {})).headers.get('location') ?? '', /tak=hentet/)
      const put = (await items()).filter(({ kind }) => kind === 'proposal')
      assert.deepEqual(
        put.map(({ title }) => title),
        ['Forslag 1: Flere lodser'],
      )
      assert.equal((await pernille.ask(put[0]?.path ?? '')).status, 200)
      assert.match(words(await pernille.text(meeting)), /Flere lodser.*fundet af Brobyg/)
    })

    it('tells those who coordinate what falls together in the calendar', async () => {
      const { signIn } = await openSample(platform())
      const pernille = await signIn('Pernille Skovgaard')
      const meeting = await planned(pernille, await groupCalled(pernille, /Koordineringsmøder/), '2026-12-16')
      const [item] = await sql<{ body: string; path: string }>(
        `select body, path from @agenda_item where kind = 'collision' and meeting_id = '${meeting.split('/').at(-1)}'`,
      )
      assert.match(item?.body ?? '', / og .*gang/)
      assert.equal(item?.path, '/kalender/sammenfald')
    })
  })

  describe('whose turn it is', () => {
    const tell = async (moment: string): Promise<void> => {
      const { tasks, close } = await allTasks(platform(moment))
      await tasks['tell_of_turns']?.({})
      close()
    }
    const mails = (subject: string) =>
      sql<{ subject: string; plain: string; address: string }>(
        `select subject, plain, address from @mail where subject like '${subject}%' order by queued_at, address`,
      )

    it('is mailed in good time and once more, with days to choose from, and never twice', async () => {
      await tell('2026-11-23T06:10:00Z')
      const first = await mails('Det er din tur')
      assert.ok(first.length > 0)
      const some = first.find(({ plain }) => plain.includes('/indkald?dag='))
      assert.ok(some, 'days are proposed')
      assert.ok([...some.plain.matchAll(/\/indkald\?dag=/g)].length <= 3)
      const { signIn } = await openSample(platform())
      const pernille = await signIn('Pernille Skovgaard')
      const link = /\/moeder\/gruppe\/\S+\/indkald\?dag=(\S+?)&\S+/.exec(some.plain)
      assert.match(await pernille.text(link?.[0] ?? ''), new RegExp(`name="dag"[^>]*value="${link?.[1] ?? 'x'}"`))
      await tell('2026-11-23T07:10:00Z')
      await tell('2026-11-24T06:10:00Z')
      const known = new Set(first.map(({ subject, address }) => `${subject} ${address}`))
      const second = (await mails('Det er din tur')).slice(first.length)
      assert.ok(
        second.every(({ subject, address }) => !known.has(`${subject} ${address}`)),
        'once for each step',
      )
      await tell('2026-12-20T06:10:00Z')
      const last = await mails('Det er din tur')
      assert.ok(last.length > first.length + second.length, 'once more shortly before')
    })

    it('tells the convenor once a day who does not come, and that the agenda is to be sent', async () => {
      const { signIn } = await openSample(platform())
      const pernille = await signIn('Pernille Skovgaard')
      const path = await groupCalled(pernille, /Koordineringsmøder/)
      const groupId = path.split('/').at(-1) ?? ''
      await sql(`update @meeting_group set agenda_days = 7 where meeting_group_id = '${groupId}'`)
      const [meeting] = await sql<{ id: string; version: number }>(
        `select meeting_id as id, version from @meeting where meeting_group_id = '${groupId}' order by number desc limit 1`,
      )
      const called = await pernille.send(`/moeder/${meeting?.id}/indkald`, { udgave: String(meeting?.version) })
      assert.equal(called.status, 303)
      await sql(`update @meeting_invitee set answer = 'no', answered_at = '2026-11-22T18:00:00Z', answered_by_way = 'link'
      where meeting_id = '${meeting?.id}' and meeting_invitee_id in (select i.meeting_invitee_id from @meeting_invitee i
        join @meeting m using (meeting_id) where i.meeting_id = '${meeting?.id}' and i.group_member_id <> m.convenor_member_id limit 1)`)
      await tell('2026-11-23T06:10:00Z')
      await tell('2026-11-23T08:10:00Z')
      const news = await mails('Nyt om mødet: Koordineringsmøder')
      assert.equal(news.length, 1)
      assert.match(news[0]?.plain ?? '', /kommer ikke/)
      assert.equal((await mails('Dagsordenen skal sendes')).length, 0)
      await tell('2026-12-07T06:10:00Z')
      await tell('2026-12-08T06:10:00Z')
      const due = await mails('Dagsordenen skal sendes: Koordineringsmøder')
      assert.equal(due.length, 1)
      assert.match(due[0]?.plain ?? '', /senest 9\. december 2026/)
      assert.equal((await mails('Nyt om mødet')).length, 1, 'what was told is not told again')
    })

    it('stops for whoever wants no warnings', async () => {
      const before = (await mails('Det er din tur')).length
      await sql(`insert into @mail_choice (person_id, wants_weekly, wants_warnings, language, changed_at)
      select person_id, false, false, 'da', now() from @person on conflict (person_id) do update set wants_warnings = false`)
      await tell('2027-06-15T06:10:00Z')
      assert.equal((await mails('Det er din tur')).length, before)
    })
  })

  describe('handing the convenorship over', () => {
    it('is wanted by a day, told two months before, and when nobody holds the post any more', async () => {
      const { signIn } = await openSample(platform())
      const pernille = await signIn('Pernille Skovgaard')
      await pernille.text('/moeder')
      const [fixed] = await sql<{ id: string; post: string }>(
        `select c.meeting_group_id as id, m.post_id as post from @convenorship c join @meeting_group g using (meeting_group_id)
        join @group_member m using (group_member_id)
        where g.convening = 'fixed' and g.ended_at is null and c.convenes_during @> '2026-11-21'::date and m.post_id is not null
        and (select count(*) from @group_member o where o.meeting_group_id = g.meeting_group_id) > 1 limit 1`,
      )
      assert.ok(fixed)
      const path = `/moeder/gruppe/${fixed.id}`
      const [member] = await sql<{ name: string }>(
        `select coalesce(p.title, m.name) as name from @group_member m left join @post p using (post_id)
        where m.meeting_group_id = '${fixed.id}' order by m.position desc limit 1`,
      )
      await sql(
        `update @meeting_group set handover_candidates = array['${member?.name}'] where meeting_group_id = '${fixed.id}'`,
      )
      const wrong = await pernille.send(`${path}/overdragelse`, { senest: 'engang' })
      assert.equal(wrong.status, 422)
      const set = await pernille.send(`${path}/overdragelse`, { senest: '2027-01-15' })
      assert.equal(set.status, 303, words(await set.text()))
      const page = await pernille.text(path)
      assert.match(words(page), /I har sat 15\. januar 2027 som den dag, en anden tager over/)
      assert.match(page, /<select[^>]*name="hvem">\s*<option[^>]*>[^<]*\(nævnt i aftalen\)/)
      await sql(
        `update @holder set holder_during = daterange(lower(holder_during), '2026-11-01') where post_id = '${fixed.post}'`,
      )
      assert.match(words(await pernille.text(path)), /Den, der indkalder, har ikke længere funktionen/)
      const [, other = ''] = /<select[^>]*name="hvem">\s*<option value="([^"]+)"/.exec(page) ?? []
      const handed = await pernille.send(`${path}/overdrag`, { hvem: other, fra: '2026-11-21', hvorfor: 'Aftalt' })
      assert.equal(handed.status, 303, words(await handed.text()))
      assert.doesNotMatch(words(await pernille.text(path)), /en anden tager over|ikke længere funktionen/)
    })
  })
})
