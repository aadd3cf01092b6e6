import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample } from './test-visitor.ts'

describe('the points of an agenda in the language of whoever reads them', () => {
  const own = clonedDatabase(theSample)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )
  const on = async (day: string, language: 'da' | 'en' = 'da') => {
    const { signIn } = await openSample(testPlatform(own.database, `${day}T12:00:00Z`))
    const lead = await signIn('Pernille Skovgaard')
    await lead.ask(`/sprog/${language}?til=/moeder`)
    return lead
  }
  let [group, meeting] = ['', '']
  const udgave = (page: string, action: string) =>
    new RegExp(`action="${action}"[^>]*>\\s*<input type="hidden" name="udgave" value="(\\d+)"`).exec(page)?.[1] ?? ''

  before(async () => {
    const lead = await on('2026-11-21')
    group = /href="(\/moeder\/gruppe\/[^"]+)">Boligsocialt Forum[^<]*</.exec(await lead.text('/moeder'))?.[1] ?? ''
    const typed = { dato: '', dag: '2026-11-25', fra: '10', til: '12', sted: '', hvor: 'Lokale 2', online: '' }
    const planned = await lead.send(`${group}/indkald`, { ...typed, goer: 'alligevel' })
    meeting = (planned.headers.get('location') ?? '').split('?')[0] ?? ''
    assert.equal((await lead.send(`${meeting}/punkt`, { titel: 'Sommerfest', tekst: 'Hvem gør hvad?' })).status, 303)
    const called = { udgave: udgave(await lead.text(meeting), `${meeting}/indkald`) }
    assert.equal((await lead.send(`${meeting}/indkald`, called)).status, 303)
  })

  it('are read on the page as Brobyg says them there, and what people typed as they did', async () => {
    const danish = words(await (await on('2026-11-21')).text(meeting))
    assert.match(danish, /Siden sidst.*Løfter, der er på vej til at blive brudt.*løfter, der glider/)
    const english = words(await (await on('2026-11-21', 'en')).text(meeting))
    assert.match(
      english,
      /Since last time.*Promises about to be broken.*promises that slip.*Not kept: .*Next meeting.*Any other business/,
    )
    assert.match(english, /Sommerfest/)
    assert.doesNotMatch(english, /Siden sidst|der glider|Eventuelt/)
  })

  it('stay Brobyg’s own when they are saved as they were shown, and are the group’s when they are worded anew', async () => {
    const lead = await on('2026-11-21', 'en')
    const [point] = await sql<{ id: string; version: number }>(
      `select agenda_item_id as id, version from @agenda_item where title = 'Næste møde' and meeting_id = '${meeting.split('/').at(-1)}'`,
    )
    const path = `${meeting}/punkt/${point?.id}`
    const shown = { titel: 'Next meeting', tekst: 'Date, place and who calls.', goer: 'gem' }
    const first = { ...shown, udgave: String(point?.version), minutter: '15' }
    assert.equal((await lead.send(path, first)).status, 303)
    assert.match(
      words(await (await on('2026-11-21')).text(meeting)),
      /Næste møde 15 min\. Dato, sted og hvem der indkalder\./,
    )
    const worded = { ...shown, tekst: 'At the school?', udgave: String((point?.version ?? 0) + 1), minutter: '15' }
    assert.equal((await lead.send(path, worded)).status, 303)
    assert.match(words(await (await on('2026-11-21')).text(meeting)), /Næste møde 15 min\. At the school\?/)
  })

  it('stand so among what is on every agenda too', async () => {
    const lead = await on('2026-11-21', 'en')
    const page = await lead.text(`${group}/ret`)
    assert.match(words(page), /Since last time.*Follow-ups from the last meeting\..*Any other business/)
    const version = udgave(page, `${group}/fast`)
    const saved = {
      goer: 'write',
      nr: '0',
      udgave: version,
      titel: 'Since last time',
      tekst: 'What was done?',
      minutter: '5',
    }
    assert.equal((await lead.send(`${group}/fast`, saved)).status, 303)
    const danish = words(await (await on('2026-11-21')).text(`${group}/ret`))
    assert.match(danish, /Siden sidst What was done\?/)
    const added = { goer: 'add', udgave: String(Number(version) + 1), titel: 'Næste møde', tekst: '', minutter: '' }
    assert.equal((await lead.send(`${group}/fast`, added)).status, 303)
    const english = words(await (await on('2026-11-21', 'en')).text(`${group}/ret`))
    assert.match(english, /Next meeting .*Næste møde/, 'what somebody typed is as they typed it')
  })

  it('go out in the mail and its calendar message in the language its receiver chose', async () => {
    await sql(`insert into @mail_choice (person_id, wants_weekly, wants_warnings, language, changed_at)
      select person_id, false, false, 'en', now() from @person where name = 'Yusuf Demir'
      on conflict (person_id) do update set language = 'en'`)
    const { tasks, close } = await allTasks(testPlatform(own.database, '2026-11-21T12:00:00Z'))
    await tasks['tell_invited']?.({ meetingId: meeting.split('/').at(-1) ?? '', about: 'called', version: '9' })
    close()
    const mails = await sql<{ plain: string; calendar: string; name: string }>(
      `select m.plain, m.calendar, p.name from @mail m join @person p using (person_id) where m.about_uid like '${meeting.split('/').at(-1)}%'`,
    )
    const whose = (name: string) => mails.find((mail) => mail.name === name)
    const [english, danish] = [whose('Yusuf Demir'), mails.find(({ plain }) => plain.includes('Kære '))]
    assert.ok(english && danish)
    assert.match(english.plain, /1\. Since last time.*Sommerfest/)
    assert.match(english.calendar.replaceAll(/\r?\n /g, ''), /Any other business/)
    assert.match(danish.plain, /1\. Siden sidst/)
    assert.doesNotMatch(english.plain + english.calendar, /Siden sidst/)
  })

  it('are read so in minutes that were sent', async () => {
    const lead = await on('2026-11-25')
    const page = await lead.text(`${meeting}/referat`)
    assert.match(words(await (await on('2026-11-25', 'en')).text(`${meeting}/referat`)), /Since last time/)
    const radios = [...page.matchAll(/name="(kom-[0-9a-f-]+)"/g)].map(([, name = '']) => [name, 'present'] as const)
    await lead.send(`${meeting}/referat/fremmoede`, Object.fromEntries(radios))
    assert.equal((await lead.send(`${meeting}/referat`, { goer: 'send' })).status, 303)
    assert.match(words(await lead.text(`${meeting}/referat`)), /Siden sidst.*Sommerfest/)
    const english = words(await (await on('2026-11-25', 'en')).text(`${meeting}/referat`))
    assert.match(english, /Since last time.*Sommerfest/)
    assert.doesNotMatch(english, /Siden sidst/)
  })
})
