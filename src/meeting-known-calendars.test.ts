import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deletionClocks } from './deletion-clocks.ts'
import { allTasks } from './jobs.ts'
import { errorCode } from './platform/fault.ts'
import { runSql } from './platform/database/test-sql.ts'
import { runClocks, system } from './rooms/access/index.ts'
import { calendarOf, event, ok, openClub, words } from './test-club.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const page = '/moeder/min-kalender'

/** From ten to twelve on Danish clocks, every working day but Thursdays, with all that is nobody's business. */
const busyButThursdays = event(
  'arbejde',
  'SUMMARY:Samtale om HEMMELIGT-EMNE',
  'LOCATION:HEMMELIGT-STED',
  'DESCRIPTION:HEMMELIGT-INDHOLD',
  'ATTENDEE;CN=HEMMELIG-DELTAGER:mailto:hemmelig@havneby.example',
  'DTSTART;TZID=Europe/Copenhagen:20261123T080000',
  'DTEND;TZID=Europe/Copenhagen:20261123T170000',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,FR',
)

const groupOf = async (visitor: TestVisitor): Promise<string> => {
  const path = /href="(\/moeder\/gruppe\/[^"]+)">Koordineringsmøder</.exec(await visitor.text('/moeder'))?.[1]
  assert.ok(path)
  return path
}

/** The days that are proposed, with what is told of each. */
const proposedOn = (shown: string) =>
  [...shown.matchAll(/name="dato" value="(\d{4}-\d\d-\d\d) [^]*?<p class="hint"[^>]*>([^<]*)</g)].map(
    ([, day = '', told = '']) => ({ weekday: Temporal.PlainDate.from(day).dayOfWeek, told }),
  )

describe('days for meetings keep clear of the calendars members keep elsewhere', () => {
  const { club, platform, sql } = openClub()

  const tasks = async (moment?: string) => {
    const { tasks: all, close } = await allTasks(platform(moment))
    close()
    return all
  }
  const known = () =>
    sql<{ busy: number; address: string; etag: string | null; next: string | null }>(
      `select (select count(*)::integer from unnest(busy_during)) as busy, address, etag, next_at::text as next from @known_calendar`,
    )
  const personOf = async () => (await sql<{ id: string }>('select person_id as id from @known_calendar'))[0]?.id ?? ''
  const poll = async (moment: string) =>
    (await tasks(moment))['follow_known_calendar']?.({ personId: await personOf() })

  const show = async (visitor: TestVisitor, ...events: readonly string[]) => {
    club.told.answer = ok(calendarOf(...events), { etag: '"1"' })
    const address = club.newAddress()
    const answer = await visitor.send(page, { goer: 'brug', adresse: address })
    assert.equal(answer.status, 303, words(await answer.text()))
    return address
  }

  it('says no to what is no calendar, or no address at all, and keeps nothing', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    club.told.answer = ok('<!doctype html><html></html>')
    const refusals = [
      [club.newAddress(), /Det er en hjemmeside, ikke en kalender/],
      ['min kalender', /Det er ikke en adresse, der kan hentes/],
      ['http://10.0.0.1/kalender.ics', /lukket net/],
    ] as const
    for (const [adresse, sentence] of refusals) {
      const answer = await ida.send(page, { goer: 'brug', adresse })
      assert.equal(answer.status, 422)
      assert.match(words(await answer.text()), sentence)
    }
    club.told.answer = ok(calendarOf(busyButThursdays).replace('END:VCALENDAR', ''))
    const cut = await ida.send(page, { goer: 'brug', adresse: club.newAddress() })
    assert.match(words(await cut.text()), /Filen stopper, før kalenderen er slut/)
    assert.deepEqual(await known(), [])
  })

  it('keeps when somebody is busy, and nothing of what with; the address is never told again', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const address = await show(ida, busyButThursdays)
    const shown = await ida.text(page)
    assert.match(words(shown), /Kalender hos 127\.0\.0\.1 Sidst hentet .* Det næste år 20\d optagne tider Hentes igen/)
    assert.ok(!shown.includes(address) && !shown.includes('klub.ics'))
    const [kept] = await sql<{ all: string }>(`select row_to_json(k)::text as all from @known_calendar k`)
    assert.doesNotMatch(kept?.all ?? '', /HEMMELIG|hemmelig@/)
    const [traced] = await sql<{ all: string }>(
      `select string_agg(row_to_json(e)::text, ' ') as all from @audit_entry e where verb like 'known_calendar.%'`,
    )
    assert.match(traced?.all ?? '', /known_calendar\.followed/)
    assert.ok(!(traced?.all ?? '').includes('127.0.0.1'))
  })

  it('proposes the days on which nobody has anything else, and tells a number where somebody has, never who', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const plan = `${await groupOf(yusuf)}/indkald`
    assert.match(words(await yusuf.text(plan)), /1 af \d+ medlemmer har vist Brobyg deres kalender/)
    const days = proposedOn(await yusuf.text(plan))
    assert.ok(days.length >= 3)
    for (const { weekday, told } of days) {
      assert.equal(weekday, 4)
      assert.match(told, /^ingen har andet i kalenderen/)
    }
    const asked = words(await yusuf.text(plan.replace('indkald', 'afstemning')))
    assert.match(asked, /torsdag .* ingen har andet i kalenderen/)
    const always = busyButThursdays.replace('MO,TU,WE,FR', 'MO,TU,WE,TH,FR')
    await show(await signIn('Ida Holt'), always)
    const busy = proposedOn(await yusuf.text(plan))
    assert.ok(busy.length >= 3)
    for (const { told } of busy) {
      assert.match(told, /^1 af \d+ har andet i kalenderen/)
      assert.doesNotMatch(told, /Ida/)
    }
  })

  it('tells the one who plans at a time members are busy, who may all the same; what is free there counts for nothing', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const plan = `${await groupOf(lead)}/indkald`
    const typed = { dato: '', dag: '2027-01-20', fra: '10', til: '12', sted: '', hvor: '', online: '' }
    const stopped = await lead.send(plan, typed)
    assert.equal(stopped.status, 422)
    const said = words(await stopped.text())
    assert.match(said, /1 af \d+ har andet i kalenderen på det tidspunkt/)
    assert.match(said, /Læg det alligevel/)
    assert.doesNotMatch(said, /andet møde samtidig/)
    const [, chosen = ''] = /name="dato" value="(\d[^"]+)"/.exec(await lead.text(plan)) ?? []
    assert.match(chosen, / 1$/, 'the proposal has told it')
    assert.equal((await lead.send(plan, { ...typed, dag: '', dato: chosen })).status, 303)
    const more = await lead.send(plan, { ...typed, dag: '', dato: '2027-02-24 600 120 0' })
    assert.equal(more.status, 422, 'more are busy than was told')
    const evening = await lead.send(plan, { ...typed, fra: '19', til: '20' })
    assert.equal(evening.status, 303, words(await evening.text()))
    const anyway = await lead.send(plan, { ...typed, goer: 'alligevel' })
    assert.equal(anyway.status, 303)
    const meeting = (anyway.headers.get('location') ?? '').split('?')[0] ?? ''
    const version = /name="udgave" value="(\d+)"/.exec(await lead.text(meeting))?.[1] ?? ''
    const moved = await lead.send(`${meeting}/flyt`, { udgave: version, dag: '2027-01-21', fra: '10', til: '12' })
    assert.match(words(await moved.text()), /1 af \d+ har andet i kalenderen på det tidspunkt.*Flyt alligevel/)
  })

  it('is asked politely, and what was read is replaced by what it says now', async () => {
    await openSample(platform())
    const [before] = await known()
    club.told.answer = (response) => void response.writeHead(304).end()
    await poll('2026-11-21T18:00:00Z')
    assert.equal(club.asked.at(-1)?.['if-none-match'], '"1"')
    assert.equal((await known())[0]?.busy, before?.busy)
    club.told.answer = ok(calendarOf(event('een', 'DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z')))
    await poll('2026-11-21T23:00:00Z')
    assert.equal((await known())[0]?.busy, 1)
  })

  it('says how it stands when it breaks, counts no more after a week, and is given up after a month', async () => {
    await openSample(platform())
    club.told.answer = (response) => void response.writeHead(403).end()
    await poll('2026-11-22T08:00:00Z')
    const ida = await (await openSample(platform('2026-11-22T08:00:00Z'))).signIn('Ida Holt')
    const shown = words(await ida.text(page))
    assert.match(shown, /har ikke kunnet hentes siden 22\. november 2026 kl\. 09\.00\. Siden svarer 403/)
    assert.match(shown, /tæller med til 29\. november 2026/)
    assert.match(words(await ida.text('/moeder')), /Min kalender kan ikke hentes/)
    assert.equal((await known())[0]?.busy, 1)
    const late = '2026-11-30T08:00:00Z'
    const yusuf = await (await openSample(platform(late))).signIn('Yusuf Demir')
    assert.match(
      words(await yusuf.text(`${await groupOf(yusuf)}/indkald`)),
      /Ingen af medlemmerne har vist Brobyg deres/,
    )
    await poll(late)
    assert.deepEqual(
      (await known()).map(({ busy, etag }) => [busy, etag]),
      [[0, null]],
    )
    const still = await (await openSample(platform(late))).signIn('Ida Holt')
    assert.match(words(await still.text(page)), /tæller ikke længere med/)
    await poll('2026-12-23T08:00:00Z')
    assert.equal((await known())[0]?.next, null)
    const given = await (await openSample(platform('2026-12-23T08:00:00Z'))).signIn('Ida Holt')
    assert.match(words(await given.text(page)), /Brobyg prøver ikke længere/)
    club.told.answer = ok(calendarOf(event('een', 'DTSTART:20270201T090000Z', 'DTEND:20270201T100000Z')))
    await given.send(page, { goer: 'hent' })
    assert.match(words(await given.text(`${page}?tak=hent`)), /Din kalender er hentet\..*Én optaget tid/)
  })

  it('is removed with all that was read of it, at once', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const answer = await ida.send(page, { goer: 'fjern' })
    assert.equal(answer.headers.get('location'), `${page}?tak=fjern`)
    assert.deepEqual(await known(), [])
    assert.match(words(await ida.text(`${page}?tak=fjern`)), /slettet\..*Brug min kalender/)
  })

  it('goes when its person holds no post any more: by night, and where it is asked', async () => {
    const later = '2026-12-24T08:00:00Z'
    const ida = await (await openSample(platform(later))).signIn('Ida Holt')
    const endAll = (until: string) =>
      sql(
        `update @holder set holder_during = daterange(lower(holder_during), '${until}')
         where person_id = (select person_id from @known_calendar)`,
      )
    await show(ida, busyButThursdays)
    await runClocks(platform(later), deletionClocks)
    assert.equal((await known()).length, 1)
    await endAll('2026-12-24')
    await runClocks(platform(later), deletionClocks)
    assert.deepEqual(await known(), [])
    const yusuf = await (await openSample(platform(later))).signIn('Yusuf Demir')
    await show(yusuf, busyButThursdays)
    await endAll('2026-12-24')
    await poll('2026-12-24T18:00:00Z')
    assert.deepEqual(await known(), [])
    const [ended] = await sql<{ many: string }>(
      `select count(*) as many from @audit_entry where verb = 'known_calendar.ended'`,
    )
    assert.equal(Number(ended?.many), 1)
  })

  it('lets nobody but the database itself at whose calendars are known in a group', async () => {
    await assert.rejects(
      runSql(platform(), system, `select * from known_calendars_of(gen_random_uuid(), '2026-11-21', now())`),
      (error) => errorCode(error) === '42501',
    )
  })
})
