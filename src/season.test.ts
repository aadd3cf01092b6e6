import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAs } from './platform/database/index.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { listHeldToSettle } from './rooms/calendar/index.ts'
import { words } from './test-calendar.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** Opens a season of the sample's workshops as the one who owes them; answers with its address. */
const openSpring = async (visitor: TestVisitor, change: Record<string, string> = {}): Promise<string> => {
  const form = await visitor.text('/kalender/saeson')
  const [, loefte = ''] = /<option value="([^"]+)"[^>]*>[^<]*op til 5 prøveværksteder/.exec(form) ?? []
  const answer = await visitor.send('/kalender/saeson', { loefte, saeson: '2028-01-01', ...change })
  assert.equal(answer.status, 303, words(await answer.text()))
  return answer.headers.get('location') ?? ''
}

const optionOn = (page: string, text: string): string =>
  new RegExp(`<option value="([^"]+)"[^>]*>${text}<`).exec(page)?.[1] ?? ''

/** Wishes as somebody on the agreement's other side. */
const wish = async (visitor: TestVisitor, season: string, change: Record<string, string> = {}) => {
  const page = await visitor.text(season)
  const form = {
    hvad: 'Trommer',
    omraade: optionOn(page, 'Rebslagergården'),
    vegne: /<option value="([^"]+)" selected=""[^>]*>[^<]+, Bølgen</.exec(page)?.[1] ?? '',
    fraUge: '18',
    tilUge: '24',
    sted: '',
    note: '',
    ...change,
  }
  return visitor.send(`${season}/oensker`, form)
}

/** The wish of this name on a page: its address and the version it was seen in. */
const wishOn = (page: string, title: string) => {
  const line =
    page
      .split('<li class="wish')
      .slice(1)
      .find((one) => one.includes(`>${title}<`)) ?? ''
  const path = /action="([^"]+oensker\/[^"]+)"/.exec(line)?.[1] ?? ''
  return { path, udgave: /name="udgave" value="(\d+)"/.exec(line)?.[1] ?? '' }
}

const days = { goer: 'aftal', dag: '2027-05-10', fra: '15', til: '17.30', dage: '3', sted: '', slags: 'creative' }

describe('a season', () => {
  const own = clonedDatabase()
  const platform = () => testPlatform(own.database)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  it('is opened by those who owe the promise, with number and price from the agreement', async () => {
    const { signIn } = await openSample(platform())
    const oliver = await signIn('Oliver Krogh')
    const season = await openSpring(oliver)
    const page = words(await oliver.text(season))
    assert.match(page, /Forår 2028 Værftet på besøg – prøveværksteder i gårdene/)
    assert.match(page, /0 af 5 i Rebslagergården · 0 kr\. af 32\.500 kr\./)
    assert.match(page, /0 af 5 i Sejlmagerparken/)
    assert.doesNotMatch(page, /af 5 i Tangvej/)
    assert.match(page, /6\.500 kr\. “Prisen pr\. prøveværksted er aftalt til kr\. 6\.500,- inklusive materialer\.”/)
    assert.match(page, /Parterne aftaler hvert år i januar og august/)
    const ida = await signIn('Ida Holt')
    assert.doesNotMatch(await ida.text('/kalender/saeson'), /Åbn sæsonen/)
    assert.match(words(await ida.text('/kalender/saeson')), /Forår 2028/)
  })

  it('goes from a wish to days in the calendar, linked to the promise and with the place booked', async () => {
    const { signIn, visit } = await openSample(platform())
    const [ida, oliver] = [await signIn('Ida Holt'), await signIn('Oliver Krogh')]
    const season = await openSpring(oliver, { saeson: '2027-07-01' })
    const sted = optionOn(await ida.text(season), 'Fyrets beboerhus')
    assert.equal((await wish(ida, season, { hvad: 'Cirkus', fraUge: '43', tilUge: '49', sted })).status, 303)
    assert.match(
      words(await ida.text(season)),
      /Cirkus Ønsket .*Rebslagergården · uge 43–49 · Fyrets beboerhus · Ønsket af Bølgen/,
    )
    assert.doesNotMatch(await ida.text(season), /Sæt i kalenderen/)
    const page = await oliver.text(season)
    assert.match(words(page), /Stedet er ledigt|Ingen skoledage i de uger er ledige/)
    const { path, udgave } = wishOn(page, 'Cirkus')
    const agreed = await oliver.send(path, { ...days, udgave, dag: '2027-11-08', fra: '19', til: '21', sted })
    assert.equal(agreed.status, 303, words(await agreed.text()))
    const plan = words(await ida.text(season))
    assert.match(plan, /1 af 5 i Rebslagergården · 6\.500 kr\. af 32\.500 kr\./)
    assert.match(
      plan,
      /8\. november 2027 – 10\. november 2027 19\.00–21\.00 Cirkus Rebslagergården Fyrets beboerhus Aftalt/,
    )
    assert.match(words(await visit().text('/kalender?uge=2027-W45')), /Cirkus/)
    const rows = await sql<{ state: string; linked: boolean }>(
      `select b.state, s.lineage_id is not null as linked from @booking b join @occurrence o using (occurrence_id)
       join @series s on s.series_id = o.series_id where s.title = 'Cirkus'`,
    )
    assert.equal(rows.length, 9, 'three spaces for three afternoons')
    assert.ok(rows.every(({ state, linked }) => state === 'requested' && linked))
  })

  it('may cross the new year: each year counts what begins in it, and the page shows both', async () => {
    const { signIn } = await openSample(platform())
    const [ida, oliver] = [await signIn('Ida Holt'), await signIn('Oliver Krogh')]
    const season = await openSpring(oliver, { saeson: '', fra: '2033-10-01', til: '2034-06-30' })
    assert.equal((await wish(ida, season, { hvad: 'Jonglering', fraUge: '45', tilUge: '47' })).status, 303)
    assert.equal((await wish(ida, season, { hvad: 'Animation', fraUge: '49', tilUge: '10' })).status, 303)
    assert.match(words(await ida.text(season)), /Animation Ønsket .*uge 49–10/)
    for (const [title, dag] of [
      ['Jonglering', '2033-11-14'],
      ['Animation', '2034-01-09'],
    ] as const) {
      const { path, udgave } = wishOn(await oliver.text(season), title)
      const agreed = await oliver.send(path, { ...days, udgave, dag })
      assert.equal(agreed.status, 303, words(await agreed.text()))
    }
    const page = words(await ida.text(season))
    assert.match(
      page,
      /begynder i 2033 1 af 5 i Rebslagergården · 6\.500 kr\..*begynder i 2034 1 af 5 i Rebslagergården/,
    )
    assert.match(page, /Jonglering Rebslagergården.*Animation Rebslagergården/)
  })

  it('refuses one more than the agreement gives, and takes one back', async () => {
    const { signIn } = await openSample(platform())
    const [ida, oliver] = [await signIn('Ida Holt'), await signIn('Oliver Krogh')]
    const season = await openSpring(oliver, { saeson: '', fra: '2032-01-01', til: '2032-06-30' })
    for (const number of [1, 2, 3, 4, 5, 6]) await wish(ida, season, { hvad: `Hold ${number}` })
    const agree = async (number: number) => {
      const { path, udgave } = wishOn(await oliver.text(season), `Hold ${number}`)
      return oliver.send(path, { ...days, udgave, dag: `2032-05-${String(number * 4).padStart(2, '0')}` })
    }
    for (const number of [1, 2, 3, 4]) assert.equal((await agree(number)).status, 303)
    const both = await Promise.all([agree(5), agree(6)])
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
      'two agree on the last one at once',
    )
    const said = await Promise.all(both.map((answer) => answer.text()))
    assert.match(words(said.join(' ')), /Aftalen giver højst 5 i Rebslagergården i 2032, og de er brugt/)
    assert.match(
      words(await ida.text(season)),
      /5 af 5 i Rebslagergården · 32\.500 kr\. af 32\.500 kr\. .*Der er ikke flere i 2032/,
    )
    assert.match(words(await ida.text(season)), /0 af 5 i Sejlmagerparken/)
    const first = wishOn(await oliver.text(season), 'Hold 1')
    assert.equal((await oliver.send(first.path, { udgave: first.udgave, goer: 'opgiv' })).status, 303)
    assert.match(words(await ida.text(season)), /4 af 5 i Rebslagergården · 26\.000 kr\./)
    assert.equal(
      (await sql(`select 1 from @occurrence join @series s using (series_id) where s.title = 'Hold 1'`)).length,
      0,
    )
    const again = wishOn(await ida.text(season), 'Hold 1')
    assert.equal((await ida.send(again.path, { udgave: first.udgave, goer: 'traek' })).status, 422, 'seen too long ago')
    assert.equal((await ida.send(again.path, { udgave: again.udgave, goer: 'traek' })).status, 303)
    assert.match(words(await ida.text(season)), /Hold 1 Trukket tilbage/)
  })

  it('keeps days within the season, and a year for each', async () => {
    const { signIn } = await openSample(platform())
    const [ida, oliver] = [await signIn('Ida Holt'), await signIn('Oliver Krogh')]
    const season = await openSpring(oliver, { saeson: '', fra: '2029-01-01', til: '2029-06-30' })
    assert.match(
      words(await (await wish(ida, season, { fraUge: '30', tilUge: '31' })).text()),
      /ligger uden for sæsonen/,
    )
    assert.match(words(await (await wish(ida, season, { hvad: '' })).text()), /Noget mangler/)
    await wish(ida, season)
    const { path, udgave } = wishOn(await oliver.text(season), 'Trommer')
    const late = await oliver.send(path, { ...days, udgave, dag: '2029-06-29' })
    assert.match(words(await late.text()), /ligger uden for sæsonen/)
    const backwards = await oliver.send(path, { ...days, udgave, dag: '2029-05-08', fra: '17', til: '15' })
    assert.match(words(await backwards.text()), /slutter, før/)
    const form = await oliver.text('/kalender/saeson')
    const [, loefte = ''] = /<option value="([^"]+)"[^>]*>[^<]*op til 5 prøveværksteder/.exec(form) ?? []
    const refused = async (change: Record<string, string>) =>
      words(await (await oliver.send('/kalender/saeson', { loefte, saeson: '', ...change })).text())
    assert.match(await refused({ fra: '2029-05-01', til: '2029-08-01' }), /har allerede en sæson/)
    assert.match(await refused({ fra: '2029-08-01', til: '2030-09-01' }), /højst vare et år/)
    const no = await oliver.send(path, { udgave, goer: 'nej', hvorfor: 'Ingen underviser' })
    assert.equal(no.status, 303)
    assert.match(words(await ida.text(season)), /Trommer Afslået .*Ingen underviser/)
  })

  it('is seen by both sides of the agreement and by nobody else, and only whoever owes it says yes', async () => {
    const { signIn, visit } = await openSample(platform())
    const [ida, oliver, malthe] = [await signIn('Ida Holt'), await signIn('Oliver Krogh'), await signIn('Malthe Riis')]
    const season = await openSpring(oliver, { saeson: '', fra: '2030-01-01', til: '2030-06-30' })
    await wish(ida, season)
    const { path, udgave } = wishOn(await oliver.text(season), 'Trommer')
    assert.equal((await visit().ask(season)).status, 404)
    assert.equal((await visit().ask('/kalender/saeson')).status, 303, 'sent to sign in')
    const outsider = await signIn('Dariusz Nowak')
    assert.equal((await outsider.ask(season)).status, 404)
    assert.equal((await ida.send(path, { ...days, udgave, dag: '2030-05-07' })).status, 403)
    assert.equal((await ida.send(path, { udgave, goer: 'nej', hvorfor: '' })).status, 403)
    assert.equal((await malthe.send(path, { udgave, goer: 'traek' })).status, 403, 'another plan')
    const vegne = optionOn(await malthe.text('/kalender/ny'), 'Almenbolig Strand, Kajkanten')
    assert.notEqual(vegne, '')
    assert.equal((await wish(ida, season, { vegne })).status, 403, 'for those one does not act for')
    const loefte = (await sql<{ id: string }>(`select lineage_id as id from @season limit 1`))[0]?.id ?? ''
    const opened = await ida.send('/kalender/saeson', { loefte, saeson: '', fra: '2031-01-01', til: '2031-06-30' })
    assert.equal(opened.status, 403)
  })

  it('counts what was held once, however many afternoons it took, and shows what is to be settled', async () => {
    const { signIn } = await openSample(platform())
    const [ida, oliver] = [await signIn('Ida Holt'), await signIn('Oliver Krogh')]
    const later = testPlatform(own.database, '2026-12-04T10:00:00Z')
    const season = await openSpring(oliver, { saeson: '2026-07-01' })
    assert.match(words(await ida.text(season)), /1 af 5 i Rebslagergården · 6\.500 kr\. af 32\.500 kr\./)
    const owner = await (await openSample(later)).signIn('Oliver Krogh')
    const times = await sql<{ id: string; version: number }>(
      `select occurrence_id as id, o.version from @occurrence o join @series s using (series_id)
         where s.title = 'Værftet på besøg: tegneserier' order by starts_at`,
    )
    assert.equal(times.length, 3)
    for (const { id, version } of times)
      await owner.send(`/kalender/holdt/${id}`, { udgave: String(version), goer: 'holdt', antal: '11' })
    assert.match(words(await owner.text(season)), /Én er holdt: 6\.500 kr\. til afregning/)
    const evidence = await sql(
      `select e.quantity from @evidence e join @occurrence o on o.occurrence_id::text = e.thing_id join @series s using (series_id)
       where s.title = 'Værftet på besøg: tegneserier'`,
    )
    assert.equal(evidence.length, 1)
    const settled = await readAs(later, system, (tx) => listHeldToSettle(tx, later, 2026))
    assert.deepEqual(
      settled.map(({ title, priceOere }) => ({ title, priceOere })),
      [{ title: 'Værftet på besøg: tegneserier', priceOere: 650_000n }],
    )
  })
})
