import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { notPages } from './not-pages.ts'
import { withoutDay } from './pages-without-a-day.ts'
import { clockAt } from '../../src/platform/clock.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { openSample, type TestVisitor } from '../../src/test-visitor.ts'

const contract = '/aftaler/havneby-boern-unge-og-familie'
const made = '2026-11-21'
const now = '2026-12-10'
const then = '2026-11-25'
const later = '2027-02-01'

/** The pages with a day: each route, a page under it, and whether it is the officer's. */
interface DayPage {
  readonly route: string
  readonly path: string
  readonly isOfficers?: true
}

describe('the pages with a day', () => {
  const own = clonedDatabase()
  const on = (day: string) => ({ ...testPlatform(own.database), clock: clockAt(`${day}T12:00:00Z`) })
  let routes: readonly string[] = []
  let pages: readonly DayPage[] = []
  let lead: TestVisitor
  let officer: TestVisitor

  before(async () => {
    const first = await openSample(on(made))
    const ida = await first.signIn('Ida Holt')
    const proposal = await proposed(ida)
    const { app, signIn } = await openSample(on(now))
    routes = [...new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]
    lead = await signIn('Pernille Skovgaard')
    officer = await signIn('Dariusz Nowak')
    pages = await listDayPages(lead, proposal)
  })

  const asked = (page: DayPage, day: string) =>
    (page.isOfficers ? officer : lead).ask(`${page.path}${page.path.includes('?') ? '&' : '?'}dag=${day}`)

  it('are told apart from those without one: each page is in one of two lists', () => {
    const withDay = pages.map(({ route }) => route)
    const known = new Set([...withDay, ...Object.keys(withoutDay), ...notPages, '/*', '*'])
    assert.ok(routes.length > 60)
    assert.deepEqual(
      routes.filter((route) => !known.has(route)),
      [],
      'pages in neither list',
    )
    assert.deepEqual(
      Object.keys(withoutDay).filter((route) => withDay.includes(route) || !routes.includes(route)),
      [],
      'pages in both lists, or that are gone',
    )
    assert.deepEqual(
      withDay.filter((route) => !routes.includes(route)),
      [],
      'pages that are gone',
    )
  })

  it('say which other day they tell of, with the way back and a form for yet another', async () => {
    for (const page of pages) {
      const answer = await asked(page, then)
      const html = await answer.text()
      assert.equal(answer.status, 200, page.path)
      const bar = /<aside class="as-of"[^]*?<\/aside>/.exec(html)?.[0] ?? assert.fail(`${page.path} says no day`)
      assert.match(bar, /Sådan var det 25\. november 2026/, page.path)
      const pathname = page.path.split('?')[0] ?? ''
      assert.ok(bar.includes(`<a href="${page.path.replaceAll('&', '&amp;')}">Se i dag</a>`), `${page.path}: ${bar}`)
      assert.ok(bar.includes(`action="${pathname}"`), page.path)
      assert.match(bar, /type="date" id="vis-dag" name="dag" value="2026-11-25"/, page.path)
      assert.match(await (await asked(page, later)).text(), /Sådan bliver det 1\. februar 2027/, page.path)
    }
  })

  it('tell of today without a word where today is asked for, and lead to another day', async () => {
    for (const page of pages) {
      const html = await (await asked(page, now)).text()
      assert.doesNotMatch(html, /class="as-of"/, page.path)
      assert.match(html, /class="as-of-choose/, page.path)
    }
  })

  it('refuse what is no day, in words', async () => {
    for (const page of pages)
      for (const day of ['2026-02-30', 'i-gaar', '99999-01-01', '0001-01-01']) {
        const answer = await asked(page, day)
        const html = await answer.text()
        assert.equal(answer.status, 422, `${page.path} ${day}`)
        assert.match(html, /Skriv en dag, der findes/, page.path)
        assert.doesNotMatch(html, /class="as-of/, page.path)
      }
  })

  it('offer nothing to be done on another day than today', async () => {
    for (const page of pages)
      for (const day of [then, later]) {
        const main = mainOf(await (await asked(page, day)).text())
        assert.deepEqual(main.match(/<form[^>]*method="post"[^>]*>/g) ?? [], [], `${page.path} ${day}`)
        const ways = hrefsIn(main).filter((href) => isAction(href))
        assert.deepEqual(ways, [], `${page.path} ${day}`)
      }
  })

  it('lead on to the same day, wherever they lead to a page with one', async () => {
    const shapes = pages.map(({ route }) => shapeOf(route))
    const dateless: string[] = []
    for (const page of pages) {
      const html = (await (await asked(page, then)).text()).replace(/<aside class="as-of"[^]*?<\/aside>/, '')
      for (const href of hrefsIn(html.replace(/<footer[^]*/, ''))) {
        const { pathname, searchParams } = new URL(href.replaceAll('&amp;', '&'), 'http://localhost')
        const leadsToDay = shapes.some((shape) => shape.test(pathname)) && !isWithoutDay(pathname)
        if (leadsToDay && !searchParams.has('dag')) dateless.push(`${page.path}: ${href}`)
      }
    }
    assert.deepEqual([...new Set(dateless)], [])
  })
})

const shapeOf = (route: string): RegExp => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`)

const isWithoutDay = (pathname: string): boolean =>
  Object.keys(withoutDay).some((route) => !route.includes(':') && route === pathname)

/** Ways that exist only to do something. */
const isAction = (href: string): boolean => {
  const pathname = href.split(/[?#]/)[0] ?? ''
  return actions.some((action) => action.test(pathname))
}

const actions = [
  /^\/aftaler\/ny/,
  /\/forslag\/nyt$/,
  /^\/forslag\/[^/]+\/ret$/,
  /\/nyt-loefte$/,
  /^\/personer\/inviter$/,
  /^\/funktioner\/[^/]+\/(?:skift|overdragelse)$/,
  /^\/enheder\/sammenlaeg$/,
  /^\/kontakter\/mig$/,
]

const mainOf = (html: string): string => /<main[^]*<\/main>/.exec(html)?.[0] ?? assert.fail('no main')

const hrefsIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href]) => href ?? '')

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** A proposal of other words, put to nobody yet. Answers with its path. */
const proposed = async (ida: TestVisitor): Promise<string> => {
  const form = `${contract}/forslag/nyt?afsnit=a2/3`
  const page = await ida.text(form)
  const words = /<textarea[^>]*name="ord"[^>]*>([^<]*)/.exec(page)?.[1]?.replaceAll('&quot;', '"').trim() ?? ''
  const ord = words.replace('12.000 kr. årligt', '15.000 kr. årligt')
  const sent = await ida.send(form, {
    version: hidden(page, 'version'),
    ord,
    titel: 'En ny pris',
    hvorfor: '',
    fra: '',
  })
  return sent.headers.get('location') ?? assert.fail('not proposed')
}

const listDayPages = async (lead: TestVisitor, proposal: string): Promise<DayPage[]> => {
  const first = async (path: string, pattern: RegExp) =>
    pattern.exec(await lead.text(path))?.[1] ?? assert.fail(`nothing on ${path} leads to ${pattern.source}`)
  return [
    { route: '/', path: '/' },
    { route: '/aftaler', path: '/aftaler?soeg=havneby' },
    { route: '/aftaler/:slug', path: contract },
    { route: '/aftaler/:slug/tiltraedelse', path: `${contract}/tiltraedelse?udgave=1` },
    { route: '/aftaler/:slug/tiltraedelse/kontrol', path: `${contract}/tiltraedelse/kontrol` },
    { route: '/aftaler/:slug/journal', path: `${contract}/journal` },
    { route: '/journal', path: '/journal' },
    { route: '/aftaler/:slug/kilde', path: `${contract}/kilde` },
    { route: '/aftaler/:slug/forslag', path: `${contract}/forslag` },
    { route: '/forslag/:id', path: proposal },
    {
      route: '/aftaler/:slug/bestemmelser/:clauseId',
      path: await first(contract, /href="(\/aftaler\/[^"]*\/bestemmelser\/[^"]*)"/),
    },
    { route: '/loefter', path: '/loefter?hvem=alle&dage=alle' },
    { route: '/loefter/:id', path: await first(contract, /href="(\/loefter\/[0-9a-f-]{36})"/) },
    { route: '/forbehold/:id', path: await first(contract, /href="(\/forbehold\/[^"]*)"/) },
    { route: '/forankring', path: '/forankring' },
    { route: '/aftaler/:slug/forankring/:aktivitet', path: `${contract}/forankring/a1` },
    { route: '/aarshjul', path: '/aarshjul' },
    { route: '/indsatsomraader', path: '/indsatsomraader' },
    { route: '/personer', path: '/personer' },
    { route: '/personer/:id', path: await first('/personer', /href="(\/personer\/[0-9a-f-]{36})"/) },
    { route: '/funktioner/:id', path: await first('/personer', /href="(\/funktioner\/[0-9a-f-]{36})"/) },
    { route: '/kontakter', path: '/kontakter' },
    { route: '/kontakter', path: '/kontakter?efter=aktivitet' },
    { route: '/enheder', path: '/enheder' },
    { route: '/enheder/planer', path: '/enheder/planer' },
    {
      route: '/enheder/organisation/:id',
      path: await first('/enheder', /href="(\/enheder\/organisation\/[0-9a-f-]{36})"/),
    },
    { route: '/enheder/enhed/:id', path: await first('/enheder', /href="(\/enheder\/enhed\/[0-9a-f-]{36})"/) },
    { route: '/databeskyttelse/fortegnelse', path: '/databeskyttelse/fortegnelse', isOfficers: true },
    { route: '/databeskyttelse/ansvar', path: '/databeskyttelse/ansvar' },
  ]
}
