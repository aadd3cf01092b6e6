import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample } from './test-visitor.ts'

const group = 'Koordinationsgruppen'
const early = '2026-11-10T06:10:00Z'
const late = '2026-11-23T06:10:00Z'

describe('a group nobody is set to call', () => {
  const own = clonedDatabase(theSample)
  const platform = (moment = '2026-11-21T12:00:00Z') => ({ ...testPlatform(own.database), clock: clockAt(moment) })
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )
  const perform = async (moment: string, task: string, payload: Record<string, string> = {}) => {
    const { tasks, close } = await allTasks(platform(moment))
    await tasks[task]?.(payload)
    close()
  }
  const mailsOf = (subject: string) =>
    sql<{ subject: string; plain: string; name: string }>(
      `select m.subject, m.plain, p.name from @mail m join @person p using (person_id)
       where m.subject like '${subject}' and m.plain like '%${group}%' order by m.queued_at, p.name`,
    )
  let path = ''

  before(async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    path = new RegExp(`href="(/moeder/gruppe/[^"]+)">${group}<`).exec(await lead.text('/moeder'))?.[1] ?? ''
    assert.notEqual(path, '')
    for (const [seat, name] of [
      ['rådgiveren', 'Ida Holt'],
      ['medarbejder fra hver helhedsplan', 'Yusuf Demir'],
    ])
      await sql(`update @group_member set post_id = (select h.post_id from @holder h join @person using (person_id)
          where name = '${name}' and upper_inf(h.holder_during) order by h.post_id limit 1)
        where name = '${seat}' and meeting_group_id = '${path.split('/').at(-1)}'`)
  })

  it('says so to its lead on top of the list, on its page and in the weekly mail, with a way to choose', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const list = await lead.text('/moeder')
    const [, waiting = ''] = /<h2 id="uden-indkalder">(.*?)<\/section>/s.exec(list) ?? []
    assert.match(words(waiting), /Ingen er sat til at indkalde.*Koordinationsgruppen.*Vælg, hvem/)
    assert.ok(waiting.includes(`href="${path}#indkalder"`))
    const page = await lead.text(path)
    assert.match(words(page), /Ingen er sat til at indkalde\. Vælg, hvem der skal\./)
    assert.match(
      page,
      new RegExp(
        `<details[^>]* open[^>]*>\\s*<summary>Vælg, hvem der indkalder</summary>\\s*<form[^>]*action="${path}/overdrag"`,
      ),
    )

    const stranger = await signIn('Emil Bay Poulsen')
    assert.doesNotMatch(words(await stranger.text('/moeder')), /Ingen er sat til at indkalde/)
    assert.doesNotMatch(words(await stranger.text(path)), /Ingen er sat til at indkalde/)

    await sql(`insert into @mail_choice (person_id, wants_weekly, wants_warnings, language, changed_at)
      select person_id, true, true, 'da', now() from @person where name in ('Pernille Skovgaard', 'Yusuf Demir')
      on conflict (person_id) do update set wants_weekly = true, wants_warnings = true`)
    const yusuf = await signIn('Yusuf Demir')
    for (const { personId } of [lead, yusuf]) await perform('2026-11-30T06:00:05Z', 'weekly_mail', { personId })
    const weekly = await sql<{ plain: string; name: string }>(
      `select m.plain, p.name from @mail m join @person p using (person_id) where m.plain like '%INGEN ER SAT TIL AT INDKALDE%'`,
    )
    assert.deepEqual(
      weekly.map(({ name }) => name),
      ['Pernille Skovgaard'],
    )
    assert.match(weekly[0]?.plain ?? '', new RegExp(`Koordinationsgruppen[\\s\\S]*${path}#indkalder`))
  })

  it('is told its lead in good time, and all who sit there shortly before it is too late', async () => {
    await perform(early, 'tell_of_turns')
    const first = await mailsOf('Ingen er sat til at indkalde%')
    assert.deepEqual(
      first.map(({ name }) => name),
      ['Pernille Skovgaard'],
    )
    assert.ok(first[0]?.plain.includes(`${path}#indkalder`))
    await perform(late, 'tell_of_turns')
    const last = (await mailsOf('Ingen er sat til at indkalde%')).slice(1).map(({ name }) => name)
    assert.ok(last.includes('Pernille Skovgaard') && last.includes('Yusuf Demir'), last.join(', '))
    assert.deepEqual(await mailsOf('Det er din tur%'), [])
  })

  it('has a convenor once one is chosen, who is told it is their turn', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const page = await lead.text(path)
    const [, hvem = ''] = /<option value="([0-9a-f-]{36})"[^>]*>\s*Yusuf Demir/.exec(page) ?? []
    assert.notEqual(hvem, '')
    const chosen = await lead.send(`${path}/overdrag`, { hvem, fra: '2026-11-21', hvorfor: '' })
    assert.equal(chosen.status, 303, words(await chosen.text()))
    assert.match(words(await lead.text(path)), /Yusuf Demir, [^.]*, indkalder\./)
    assert.ok(!(await lead.text('/moeder')).includes(`${path}#indkalder`))
    const [{ convening } = { convening: '' }] = await sql<{ convening: string }>(
      `select convening from @meeting_group where meeting_group_id = '${path.split('/').at(-1)}'`,
    )
    assert.equal(convening, 'fixed')
    await perform(late, 'tell_of_turns')
    assert.deepEqual(
      (await mailsOf('Det er din tur%')).map(({ name }) => name),
      ['Yusuf Demir'],
    )
  })

  it('turns to whoever administers the partnership where no agreement has a lead, and then to all who sit there', async () => {
    await sql(`update @meeting_group set convening = 'unsaid' where name = '${group}'`)
    await sql(`delete from @convenorship where meeting_group_id = '${path.split('/').at(-1)}'`)
    await sql(`update @agreement_post set is_lead = false`)
    await sql(`delete from @mail`)
    const told = async () => (await mailsOf('Ingen er sat til at indkalde%')).map(({ name }) => name)
    await perform(early, 'tell_of_turns')
    assert.deepEqual(await told(), ['Pernille Skovgaard'], 'she administers it too')
    await sql(`delete from @post_duty where duty = 'administrator'`)
    await sql(`delete from @mail`)
    await perform(early, 'tell_of_turns')
    assert.deepEqual(await told(), ['Ida Holt', 'Yusuf Demir'], 'all who sit there')
  })
})
