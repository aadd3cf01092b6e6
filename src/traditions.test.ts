import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clonedDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { plan, words } from './test-calendar.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** The ticks and the days the page suggests, by title. */
const suggestedOn = (page: string) =>
  page
    .split('<li>')
    .filter((line) => line.includes('name="tag"'))
    .map((line) => ({
      id: /name="tag" value="([^"]+)"/.exec(line)?.[1] ?? '',
      title: /Hold ([^<]+) igen</.exec(line)?.[1] ?? '',
      day: /type="date"[^>]*value="([^"]+)"/.exec(line)?.[1] ?? '',
      said: words(line),
    }))

const send = (visitor: TestVisitor, picks: readonly { id: string; day: string }[]) => {
  const body = new FormData()
  for (const { id, day } of picks) {
    body.append('tag', id)
    body.append(`dag-${id}`, day)
  }
  return visitor.ask('/kalender/traditioner', { method: 'POST', body })
}

describe('last year’s traditions', () => {
  const own = clonedDatabase()
  const platform = (moment?: string) => testPlatform(own.database, moment)

  it('are put in the calendar again, all that are ticked at once, and can be undone', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const once = { gentag: 'once', slut: '', fra: '12', til: '15' }
    await plan(ida, 'Fyrets beboerhus, salen', { ...once, navn: 'Julefrokost', dag: '2026-12-05' })
    await plan(ida, 'Et andet sted', { ...once, navn: 'Nissejagt', dag: '2026-12-19' })
    const later = await (await openSample(platform('2027-03-01T12:00:00Z'))).signIn('Ida Holt')
    const page = await later.text('/kalender/traditioner')
    const [lunch, hunt] = ['Julefrokost', 'Nissejagt'].map((title) =>
      suggestedOn(page).find((one) => one.title === title),
    )
    assert.equal(lunch?.day, '2027-12-04', 'the first Saturday of December again')
    assert.equal(hunt?.day, '2027-12-18', 'the third')
    assert.match(lunch?.said ?? '', /samme ugedag i måneden/)
    assert.match(lunch?.said ?? '', /Stedet er optaget den dag|Sidst lørdag den 5\. december 2026/)
    assert.match(words(page), /Julemarked i gården Kommer af sig selv · næste gang lørdag den 4\. december 2027/)
    const none = await send(later, [])
    assert.match(await none.text(), /Sæt kryds ved mindst én/)
    const bad = await send(later, [{ id: lunch?.id ?? '', day: '2027-02-30' }])
    assert.equal(bad.status, 422)
    const past = await send(later, [
      { id: lunch?.id ?? '', day: '2027-02-01' },
      { id: hunt?.id ?? '', day: '2027-12-18' },
    ])
    assert.equal(past.status, 422)
    assert.equal(
      suggestedOn(await later.text('/kalender/traditioner')).length,
      suggestedOn(page).length,
      'all of them or none',
    )
    const taken = await send(later, [
      { id: lunch?.id ?? '', day: '2027-12-11' },
      { id: hunt?.id ?? '', day: '2027-12-18' },
    ])
    assert.equal(taken.status, 303)
    const address = taken.headers.get('location') ?? ''
    const told = await later.text(address)
    assert.match(words(told), /2 er lagt i kalenderen\. .*Fortryd/)
    assert.match(words(told), /Julefrokost Ligger i kalenderen/)
    assert.match(words(await later.text('/kalender?uge=2027-W49')), /Julefrokost/)
    const lagt = new URL(address, 'http://x').searchParams.get('lagt') ?? ''
    const malthe = await (await openSample(platform('2027-03-01T12:00:00Z'))).signIn('Malthe Riis')
    assert.equal((await malthe.send('/kalender/traditioner/fortryd', { lagt })).status, 422, 'not somebody else’s')
    assert.equal((await later.send('/kalender/traditioner/fortryd', { lagt })).status, 303)
    assert.doesNotMatch(words(await later.text('/kalender?uge=2027-W49')), /Julefrokost/)
    assert.equal(suggestedOn(await later.text('/kalender/traditioner')).length, suggestedOn(page).length)
  })

  it('are only those of one’s own', async () => {
    const { signIn, visit } = await openSample(platform('2027-03-01T12:00:00Z'))
    const [ida, samira] = [await signIn('Ida Holt'), await signIn('Samira Aziz')]
    const [first] = suggestedOn(await ida.text('/kalender/traditioner'))
    assert.ok(first)
    assert.doesNotMatch(await samira.text('/kalender/traditioner'), /Julefrokost/)
    assert.equal((await send(samira, [first])).status, 403)
    assert.equal((await visit().ask('/kalender/traditioner')).status, 303)
  })
})
