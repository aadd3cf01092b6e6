import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** A point of minutes as its form shows it. */
const pointIn = (page: string, title: string) => {
  const form = page.split('<li id="punkt-').find((part) => part.includes(`>${title}</h3>`)) ?? ''
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
  return {
    action: /action="(\/moeder\/[^"]+\/referat\/punkt\/[0-9a-f-]+)"/.exec(form)?.[1] ?? '',
    shown: { udgave: hidden('udgave'), foer: hidden('foer') },
    owner: (name: string) => new RegExp(`<option value="([^"]+)"[^>]*>${name}`).exec(form)?.[1] ?? '',
  }
}

describe('the minutes of a meeting', () => {
  const own = clonedDatabase(theSample)
  const at = (moment: string) => testPlatform(own.database, moment)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  /** Somebody who signs in on a day. */
  const on = async (day: string, name: string) => (await openSample(at(`${day}T12:00:00Z`))).signIn(name)

  /** Does what waits in the queue of meetings, on a day. */
  const settle = async (day: string, nightly = false) => {
    const { tasks, close } = await allTasks(at(`${day}T12:00:00Z`))
    if (nightly) await tasks['meetings_nightly']?.({})
    const queue = `"${own.database.schema}_queue"`
    for (const { payload } of await sql<{ payload: Record<string, string> }>(
      `delete from ${queue}._private_jobs j using ${queue}._private_tasks t where t.id = j.task_id and t.identifier = 'settle_minutes' returning j.payload`,
    ))
      await tasks['settle_minutes']?.(payload)
    close()
  }

  /** A meeting of a group, called for 25 November; answers with its address. */
  const callMeeting = async (visitor: TestVisitor, group: string, dag = '2026-11-25') => {
    const path = new RegExp(`href="(/moeder/gruppe/[^"]+)">${group}<`).exec(await visitor.text('/moeder'))?.[1] ?? ''
    const typed = { dato: '', dag, fra: '10', til: '12', sted: '', hvor: 'Lokale 2', online: '' }
    const planned = await visitor.send(`${path}/indkald`, typed)
    assert.equal(planned.status, 303, words(await planned.text()))
    const meeting = (planned.headers.get('location') ?? '').split('?')[0] ?? ''
    const [, udgave = ''] = /name="udgave" value="(\d+)"/.exec(await visitor.text(meeting)) ?? []
    assert.equal((await visitor.send(`${meeting}/indkald`, { udgave })).status, 303)
    return { path, meeting }
  }

  const everybodyCame = async (visitor: TestVisitor, meeting: string) => {
    const page = await visitor.text(`${meeting}/referat`)
    const radios = [...page.matchAll(/name="(kom-[0-9a-f-]+)"/g)].map(([, name = '']) => [name, 'present'] as const)
    const noted = await visitor.send(`${meeting}/referat/fremmoede`, Object.fromEntries(radios))
    assert.equal(noted.status, 303)
  }

  it('are written, sent, objected to, corrected, approved and counted for the promise', async () => {
    const early = await on('2026-11-21', 'Yusuf Demir')
    const { path, meeting } = await callMeeting(early, 'Koordineringsmøder')
    assert.match(words(await early.text(`${meeting}/referat`)), /kan skrives fra mødedagen/)
    const yusuf = await on('2026-11-25', 'Yusuf Demir')
    await everybodyCame(yusuf, meeting)

    const first = pointIn(await yusuf.text(`${meeting}/referat`), 'Siden sidst')
    assert.notEqual(first.action, '')
    const kept = await yusuf.send(first.action, {
      ...first.shown,
      sagt: '<p>Vi ser p&aring;</p><ul><li>sommer</li></ul>',
    })
    assert.equal(kept.status, 303)
    const page = await yusuf.text(`${meeting}/referat`)
    assert.match(page, />Vi ser på\n\n?• sommer</)
    const point = pointIn(page, 'Siden sidst')
    const [one, other] = await Promise.all([
      yusuf.send(point.action, { ...point.shown, sagt: 'Først dette.\nVi ser på\n\n• sommer' }),
      yusuf.send(point.action, { ...point.shown, sagt: 'Vi ser på\n\n• sommer\nSidst dette.' }),
    ])
    const went = [one, other].map((answer) => /tak=(\w+)/.exec(answer.headers.get('location') ?? '')?.[1])
    assert.deepEqual(new Set(went), new Set(['merged', 'saved']))
    const both = words(await yusuf.text(`${meeting}/referat`))
    assert.match(both, /Først dette\..*Sidst dette\./)

    const tooLong = await yusuf.send(point.action, { ...point.shown, sagt: `Begyndelsen. ${'ord '.repeat(6000)}` })
    assert.equal(tooLong.status, 422)
    assert.match(await tooLong.text(), /Intet er gået tabt[\s\S]*Begyndelsen\./)

    const decided = await yusuf.send(`${point.action}/beslutning`, { besluttet: 'Vi holder en fælles sommerfest.' })
    assert.equal(decided.status, 303)
    const owner = [
      ...(await yusuf.text(`${meeting}/referat`)).matchAll(/<option value="([0-9a-f-]{36})"[^>]*>Yusuf/g),
    ][0]
    const agreed = await yusuf.send(`${point.action}/opfoelgning`, {
      opgave: 'Spørg beboerhuset',
      hvem: owner?.[1] ?? '',
      senest: '2026-11-27',
    })
    assert.equal(agreed.status, 303, words(await agreed.text()))
    await yusuf.send(point.action, {
      ...pointIn(await yusuf.text(`${meeting}/referat`), 'Siden sidst').shown,
      sagt: 'Færdigt.',
      naeste: 'ja',
    })

    const sent = await yusuf.send(`${meeting}/referat`, { goer: 'send' })
    assert.equal(sent.status, 303, words(await sent.text()))
    await settle('2026-11-25')
    const read = words(await yusuf.text(`${meeting}/referat`))
    assert.match(read, /Til stede.*B\d+ Vi holder en fælles sommerfest\..*O\d+ Spørg beboerhuset/)
    const locked = await yusuf.send(point.action, { ...point.shown, sagt: 'Andet' })
    assert.equal(locked.status, 422)
    assert.match(words(await yusuf.text(path)), /Åbne opfølgninger.*O\d+ Spørg beboerhuset/)
    const [{ themes } = { themes: 0 }] = await sql<{ themes: number }>(
      `select count(*)::int as themes from @journal_entry where theme like 'Referat af %. møde i Koordineringsmøder sendt'`,
    )
    assert.equal(themes, 1)
    const [{ left } = { left: -1 }] = await sql<{ left: number }>(`select count(*)::int as left from @meeting_evidence`)
    assert.equal(left, 0, 'minutes that were only sent count for nothing')

    const objected = await yusuf.send(`${meeting}/referat`, { goer: 'indvend', hvorfor: 'Festen er i august.' })
    assert.equal(objected.status, 303)
    await settle('2026-12-20', true)
    const later = await on('2026-12-20', 'Yusuf Demir')
    assert.match(words(await later.text(`${meeting}/referat`)), /Der er en indvending.*Festen er i august\./)

    assert.equal((await later.send(`${meeting}/referat`, { goer: 'ret', hvorfor: 'Måneden var forkert.' })).status, 303)
    const again = pointIn(await later.text(`${meeting}/referat`), 'Siden sidst')
    await later.send(again.action, { ...again.shown, sagt: 'Festen er i august.' })
    assert.equal((await later.send(`${meeting}/referat`, { goer: 'send' })).status, 303)
    assert.match(words(await later.text(`${meeting}/referat`)), /Udgave 2 ?, 20\. december 2026: Måneden var forkert\./)
    const before = words(await later.text(path))
    const approved = await later.send(`${meeting}/referat`, { goer: 'godkend' })
    assert.equal(approved.status, 303, words(await approved.text()))
    await settle('2026-12-20')
    const [evidence] = await sql<{ room: string; happened: string }>(
      `select room, happened_on::text as happened from @evidence where room = 'meetings' and cancels_evidence_id is null and happened_on = '2026-11-25'`,
    )
    assert.deepEqual({ ...evidence }, { room: 'meetings', happened: '2026-11-25' })
    assert.notEqual(words(await later.text(path)), before, 'the promise stands otherwise')

    const gone = await later.send(`${meeting}/referat`, { goer: 'ikkeholdt', hvorfor: 'Det var en anden dag.' })
    assert.equal(gone.status, 303, words(await gone.text()))
    await settle('2026-12-20')
    const [{ taken } = { taken: 0 }] = await sql<{ taken: number }>(
      `select count(*)::int as taken from @evidence where room = 'meetings' and cancels_evidence_id is not null and happened_on = '2026-11-25'`,
    )
    assert.equal(taken, 1)
  })

  it('stand by night where nobody objected in time', async () => {
    const early = await on('2026-11-21', 'Pernille Skovgaard')
    const { meeting } = await callMeeting(early, 'Koordineringsmøder', '2026-11-26')
    const lead = await on('2026-11-26', 'Pernille Skovgaard')
    await everybodyCame(lead, meeting)
    assert.equal((await lead.send(`${meeting}/referat`, { goer: 'send' })).status, 303)
    await settle('2026-12-10', true)
    assert.match(
      words(await (await on('2026-12-10', 'Pernille Skovgaard')).text(`${meeting}/referat`)),
      /Referatet er sendt\./,
    )
    await settle('2026-12-11', true)
    const later = await on('2026-12-11', 'Pernille Skovgaard')
    assert.match(words(await later.text(`${meeting}/referat`)), /Gælder, fordi ingen gjorde indvending/)
    const tooLate = await later.send(`${meeting}/referat`, { goer: 'indvend', hvorfor: 'Nej.' })
    assert.equal(tooLate.status, 422)
  })

  it('tell of nobody in a group whose papers do not, and are objected to by link without an account', async () => {
    const early = await on('2026-11-21', 'Pernille Skovgaard')
    const { meeting, path } = await callMeeting(early, 'Koordineringsmøder', '2026-11-27')
    await sql(`update @meeting_group set is_person_free = true where meeting_group_id = '${path.split('/').at(-1)}'`)
    const lead = await on('2026-11-27', 'Pernille Skovgaard')
    await everybodyCame(lead, meeting)
    const page = await lead.text(`${meeting}/referat`)
    const point = pointIn(page, 'Siden sidst')
    const refused = await lead.send(point.action, { ...point.shown, sagt: 'Vi talte om Mikkel Hansen, 14 år.' })
    assert.equal(refused.status, 422)
    const shown = await refused.text()
    assert.match(shown, /<mark>[^<]*Mikkel Hansen/)
    assert.match(shown, /<textarea[^>]*>Vi talte om Mikkel Hansen, 14 år\.<\/textarea>/)
    const kept = pointIn(await lead.text(`${meeting}/referat`), 'Siden sidst')
    assert.equal(kept.shown.udgave, '0', 'nothing was written')
    const theme = { ...point.shown, sagt: 'Flere unge samles ved stationen.' }
    assert.equal((await lead.send(point.action, theme)).status, 303)
    assert.equal((await lead.send(`${meeting}/referat`, { goer: 'send' })).status, 303)

    const { tasks, close } = await allTasks(at('2026-11-27T12:30:00Z'))
    await tasks['tell_invited']?.({ meetingId: meeting.split('/').at(-1) ?? '', about: 'minutes', version: '9' })
    close()
    const [mail] = await sql<{ plain: string }>(`select plain from @mail where subject like 'Referat%' limit 1`)
    const link = /\/moeder\/svar\/[\w-]+/.exec(mail?.plain ?? '')?.[0] ?? ''
    const { visit } = await openSample(at('2026-11-28T12:00:00Z'))
    const stranger = visit()
    assert.match(
      words(await stranger.text(link)),
      /Flere unge samles ved stationen\..*Indvendinger senest 11\. december/,
    )
    const nothing = await stranger.send(`${link}/indvending`, { hvorfor: '' })
    assert.equal(nothing.status, 422)
    assert.equal((await stranger.send(`${link}/indvending`, { hvorfor: 'Det var ved skolen.' })).status, 303)
    const read = words(await (await on('2026-11-28', 'Pernille Skovgaard')).text(`${meeting}/referat`))
    assert.match(read, /Der er en indvending.*Det var ved skolen\./)
  })

  it('are taken out as files, found by their words, collected, and read by all when they are published', async () => {
    const early = await on('2026-11-21', 'Pernille Skovgaard')
    const { meeting, path } = await callMeeting(early, 'Boligsocialt Forum i Havneby', '2026-12-01')
    const lead = await on('2026-12-01', 'Pernille Skovgaard')
    await everybodyCame(lead, meeting)
    const point = pointIn(await lead.text(`${meeting}/referat`), 'Siden sidst')
    await lead.send(point.action, { ...point.shown, sagt: 'Lektiecaféen flytter til biblioteket.' })
    await lead.send(`${point.action}/beslutning`, { besluttet: 'Lektiecaféen åbner i januar.' })
    assert.equal((await lead.send(`${meeting}/referat`, { goer: 'send' })).status, 303)
    assert.equal((await lead.send(`${meeting}/referat`, { goer: 'godkend' })).status, 303)
    await settle('2026-12-01')

    const begins = async (file: string) =>
      Buffer.from(await (await lead.ask(`${meeting}/${file}`)).arrayBuffer())
        .subarray(0, 4)
        .toString('latin1')
    assert.equal(await begins('referat.pdf'), '%PDF')
    assert.equal(await begins('indkaldelse.pdf'), '%PDF')
    assert.equal(await begins('referat.docx'), 'PK\u0003\u0004')
    assert.equal(await begins('indkaldelse.docx'), 'PK\u0003\u0004')
    assert.match(words(await lead.text('/moeder/soeg?q=LEKTIECAFE')), /2 fundet.*Lektiecaféen flytter/)
    assert.match(words(await lead.text('/moeder/soeg?q=lektiekafeen')), /Dette ligner:.*Lektiecaféen flytter/)
    assert.match(words(await lead.text(`${path}/samling`)), /\d+\. møde.*Lektiecaféen flytter/)

    const { visit } = await openSample(at('2026-12-01T12:00:00Z'))
    const stranger = visit()
    const open = meeting.replace('/moeder/', '/moeder/referater/')
    assert.equal((await stranger.ask(open)).status, 404)
    assert.equal((await lead.send(`${meeting}/referat`, { goer: 'frem' })).status, 303)
    const all = words(await stranger.text(open))
    assert.match(all, /Lektiecaféen flytter til biblioteket/)
    const [{ name } = { name: '' }] = await sql<{ name: string }>(
      `select i.name from @meeting_invitee i join @group_member g using (group_member_id) where i.name <> g.name and i.meeting_id = '${meeting.split('/').at(-1)}' limit 1`,
    )
    assert.ok(name !== '' && !all.includes(name), `${name} is not shown`)
    assert.match(words(await stranger.text('/moeder/referater')), /Boligsocialt Forum/)
  })
})
