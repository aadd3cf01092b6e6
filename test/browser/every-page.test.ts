import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { listCalendarPages } from './calendar-pages.ts'
import { listPollPages } from './poll-pages.ts'
import { listConsentPages } from './consent-pages.ts'
import { listMeetingPages } from './meeting-pages.ts'
import { listMinutesPages } from './minutes-pages.ts'
import {
  invited,
  swappedPost,
  askedBack,
  marked,
  begunFromTemplate,
  opened,
  askedToConfirm,
  saidWrong,
  revisedBy,
  newcomer,
  verified,
  emptied,
  sentWithNumber,
  checked,
  named,
  registered,
  tookOut,
  signedUp,
} from './page-states.ts'
import { notPages } from '../time/not-pages.ts'
import { contractPath, openHouse, sampleFile, sendIn } from './house.ts'

type Language = 'da' | 'en'

/**
 * How a page is looked at whole: once in each language, at each width and in each light, another pair of them from page to page. In
 * either language it is then seen at the other width. Nothing of ours asks for these as it loads.
 */
const sightOf = (index: number, language: Language) =>
  ({
    width: (index % 2 === 0) === (language === 'da') ? 320 : 1280,
    colorScheme: [0, 3].includes(index % 4) === (language === 'da') ? 'light' : 'dark',
  }) as const

/** Who looks at the pages, and at those that are another's. */
const usual = 'Pernille Skovgaard'
const officer = 'Dariusz Nowak'

interface LookedAt {
  readonly route: string
  readonly path: string
  /** Who sees the page; unless said, `usual`. */
  readonly as?: string
  readonly act?: (page: Page) => Promise<unknown>
}

// Half the size of what the package itself hands out, which would go to the browser with every page.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const faults = z.array(z.string())
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What may be right at one width and wrong at another, of what stands there at both. */
const rulesOfWidth = ['target-size', 'scrollable-region-focusable']
const asked = (question: object) => `axe.run(${JSON.stringify({ ...question, resultTypes: ['violations'] })})`
const theirPlaces = `violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' ')))`
// Colours that are still changing are at their end before they are looked at.
const findViolations = `document.getAnimations().forEach((change) => change.finish())
${asked({ runOnly: rules })}.then(({ violations, passes }) => {
  if (passes.length < 10) throw new Error('axe looked at next to nothing')
  return ${theirPlaces}
})`
const findViolationsOfWidth = `${asked({ runOnly: { type: 'rule', values: rulesOfWidth } })}.then(({ violations }) => ${theirPlaces})`
const findOverflow = `(() => {
  const wide = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= wide) return []
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > wide + 1)
    .slice(0, 3)
    .map((element) => 'reaches beyond the window: ' + element.tagName + '.' + element.className)
})()`

describe('every page', () => {
  const house = openHouse()

  /** Listed once: nobody is asked twice in a week, and what was adopted once is not adopted again. */
  let listed: LookedAt[] | undefined

  /** Every page by its route, and pages that stand under a route in another state. */
  const listPages = async (): Promise<LookedAt[]> => {
    const page = await house.visitAs(usual)
    const draft = await sendIn(page, sampleFile('boern-unge-og-familie.txt'))
    await page.goto(contractPath)
    const promise = (await page.locator('.note a[href^="/loefter/"]').first().getAttribute('href')) ?? ''
    const reservation = (await page.locator('a[href^="/forbehold/"]').first().getAttribute('href')) ?? ''
    const lookedFor = await invited(page)
    const swapped = await swappedPost(page)
    const guide = await begunFromTemplate(page)
    const register = await registered(page)
    const following = await tookOut(page)
    const signUp = await signedUp(page)
    const asked = await askedToConfirm(page, await house.visit())
    const revised = await revisedBy(page)
    const save = (form: Page) => form.locator('main button[value="gem"]').click()
    const send = (form: Page) => form.locator('main .form button[type="submit"]').click()
    return [
      { route: '/', path: '/' },
      { route: '/', path: '/?dag=2026-05-01' },
      { route: '/openactive', path: '/openactive' },
      { route: '/overblik', path: '/overblik' },
      { route: '/overblik', path: '/overblik?dag=2026-05-01' },
      { route: '/det-sker/:occurrenceId', path: signUp.happening },
      { route: '/det-sker/:occurrenceId', path: '/det-sker/findes-ikke' },
      { route: '/det-sker/:occurrenceId/tilmeld', path: `${signUp.happening}/tilmeld` },
      { route: '/det-sker/:occurrenceId/tilmeld', path: `${signUp.happening}/tilmeld`, act: emptied(send) },
      { route: '/tilmelding/:token{[\\w-]{43}}', path: signUp.own },
      { route: '/tilmelding/afmeldt', path: '/tilmelding/afmeldt' },
      { route: '/hjaelp', path: '/hjaelp' },
      { route: '/plakat', path: '/plakat?ogsaa=ar' },
      { route: '/log-ind', path: '/log-ind' },
      { route: '/log-ind/mail', path: '/log-ind/mail' },
      { route: '/log-ind/link', path: '/log-ind/link?noegle=x' },
      { route: '/log-ind/noegle', path: '/log-ind/noegle?til=/loefter' },
      { route: '/indstillinger', path: '/indstillinger?gemt=noegle' },
      { route: '/aftaler', path: '/aftaler' },
      { route: '/aftaler', path: '/aftaler?soeg=findes-ikke' },
      { route: '/aftaler/aflevering', path: '/aftaler/aflevering' },
      { route: '/aftaler/aflevering/:id', path: following },
      { route: '/aftaler/:slug', path: `${contractPath}?dag=2027-05-01` },
      { route: '/aftaler/:slug', path: contractPath },
      { route: '/aftaler/:slug/tiltraedelse', path: `${contractPath}/tiltraedelse` },
      { route: '/aftaler/:slug/tiltraedelse/kontrol', path: `${contractPath}/tiltraedelse/kontrol` },
      { route: '/aftaler/:slug/tiltraedelse/kontrol', path: `${contractPath}/tiltraedelse/kontrol?dag=2026-11-01` },
      { route: '/aftaler/:slug/tiltraedelse/kontrol', path: `${contractPath}/tiltraedelse/kontrol`, act: checked },
      { route: '/aftaler/:slug/journal', path: `${contractPath}/journal`, act: opened },
      { route: '/aftaler/:slug/journal', path: `${contractPath}/journal`, act: named },
      { route: '/journal', path: '/journal' },
      { route: '/aftaler/:slug/kilde', path: `${contractPath}/kilde` },
      { route: '/aftaler/:slug/forslag', path: `${contractPath}/forslag` },
      { route: '/aftaler/:slug/forslag/nyt', path: `${contractPath}/forslag/nyt` },
      { route: '/aftaler/:slug/forslag/nyt', path: `${contractPath}/forslag/nyt?afsnit=a1/0`, act: emptied(send) },
      { route: '/aftaler/:slug/forslag/nyt', path: `${contractPath}/forslag/nyt?afsnit=a1/ny` },
      { route: '/forslag/:id', path: revised.adopted },
      { route: '/forslag/:id', path: revised.late },
      { route: '/forslag/:id', path: revised.put },
      { route: '/forslag/:id/ret', path: `${revised.late}/ret` },
      { route: '/aftaler/:slug/bestemmelser/:clauseId', path: revised.clause },
      { route: '/aftaler/:slug/nyt-loefte', path: `${contractPath}/nyt-loefte?aktivitet=a1` },
      { route: '/loefter', path: '/loefter' },
      { route: '/loefter', path: '/loefter?hvem=alle&dage=alle' },
      { route: '/loefter/kalender', path: '/loefter/kalender' },
      { route: '/loefter/mail', path: '/loefter/mail' },
      { route: '/loefter/mail', path: '/loefter/mail', act: sentWithNumber },
      { route: '/loefter/mail/stop', path: '/loefter/mail/stop' },
      { route: '/loefter/:id', path: promise },
      { route: '/forbehold/:id', path: reservation },
      { route: '/forankring', path: '/forankring' },
      { route: '/aftaler/:slug/forankring/:aktivitet', path: `${contractPath}/forankring/a1` },
      { route: '/aftaler/:slug/opsigelse', path: `${contractPath}/opsigelse` },
      { route: '/aarshjul', path: '/aarshjul' },
      { route: '/aarshjul', path: '/aarshjul?ringe=part' },
      { route: '/personer', path: '/personer' },
      { route: '/personer', path: '/personer?soeg=klub' },
      { route: '/personer/inviter', path: '/personer/inviter' },
      { route: '/personer/inviter', path: '/personer/inviter', act: emptied(send) },
      { route: '/personer/:id', path: lookedFor.person },
      { route: '/funktioner/:id', path: swapped },
      { route: '/funktioner/:id', path: `${swapped}?dag=2026-11-01` },
      { route: '/funktioner/:id/skift', path: `${swapped}/skift` },
      { route: '/funktioner/:id/skift', path: `${swapped}/skift`, act: askedBack },
      { route: '/funktioner/:id/overdragelse', path: `${swapped}/overdragelse` },
      { route: '/funktioner/:id/overdragelse', path: `${swapped}/overdragelse`, act: marked },
      { route: '/foerste-time', path: '/foerste-time', as: newcomer },
      { route: '/foerste-time', path: '/foerste-time' },
      { route: '/invitation/:token', path: lookedFor.link },
      { route: '/invitation/:token', path: '/invitation/brugt' },
      { route: '/enheder', path: '/enheder', act: opened },
      { route: '/enheder', path: '/enheder?dag=2026-05-01', act: opened },
      { route: '/enheder/planer', path: '/enheder/planer' },
      { route: '/enheder/sammenlaeg', path: register.merge },
      { route: '/enheder/organisation/:id', path: register.organisation, act: opened },
      { route: '/enheder/enhed/:id', path: register.unit, act: opened },
      { route: '/kontakter', path: '/kontakter' },
      { route: '/kontakter', path: '/kontakter?q=klub' },
      { route: '/kontakter', path: '/kontakter?q=projektkordinator' },
      { route: '/kontakter', path: '/kontakter?efter=aktivitet&dag=2026-01-01' },
      { route: '/kontakter', path: '/kontakter?efter=enhed&vis=liste' },
      { route: '/kontakter/mig', path: '/kontakter/mig' },
      { route: '/kontakter/mig', path: '/kontakter/mig', act: saidWrong },
      { route: '/kontakter/bekraeftelser', path: '/kontakter/bekraeftelser' },
      { route: '/kontakter/bekraeft/:token', path: asked },
      { route: '/kontakter/bekraeft/:token', path: '/kontakter/bekraeft/brugt' },
      { route: '/aftaler/ny', path: '/aftaler/ny' },
      { route: '/aftaler/ny/skabelon', path: '/aftaler/ny/skabelon', act: opened },
      { route: '/aftaler/ny/skabelon', path: '/aftaler/ny/skabelon', act: emptied(send) },
      { route: '/aftaler/ny/naeste-periode', path: '/aftaler/ny/naeste-periode' },
      {
        route: '/aftaler/ny/naeste-periode/:slug',
        path: contractPath.replace('/aftaler', '/aftaler/ny/naeste-periode'),
      },
      { route: '/indsatsomraader', path: '/indsatsomraader' },
      { route: '/udkast/:id/skabelon', path: guide, act: opened },
      { route: '/udkast/:id/skabelon', path: `${draft}/skabelon?trin=a1-responsibilities&gemt=a1-purpose` },
      { route: '/udkast/:id/skabelon', path: `${guide}?trin=klar` },
      { route: '/udkast/:id/se', path: `${draft}/se` },
      { route: '/udkast', path: '/udkast' },
      {
        route: '/udkast/:id',
        path: draft,
        act: opened,
      },
      { route: '/udkast/:id/ret', path: `${draft}/ret?felt=` },
      { route: '/udkast/:id/ret', path: `${draft}/ret?felt=activities.0.commitments.0` },
      { route: '/udkast/:id/ret', path: `${draft}/ret?felt=activities.0.venues.%2B`, act: emptied(save) },
      { route: '/udkast/:id/bekraeft', path: `${draft}/bekraeft` },
      { route: '/databeskyttelse', path: '/databeskyttelse', as: officer },
      { route: '/databeskyttelse/logbog', path: '/databeskyttelse/logbog', as: officer },
      { route: '/databeskyttelse/logbog', path: '/databeskyttelse/logbog?slags=session', as: officer },
      { route: '/databeskyttelse/logbog/kontrol', path: '/databeskyttelse/logbog/kontrol', as: officer, act: verified },
      { route: '/databeskyttelse/fortegnelse', path: '/databeskyttelse/fortegnelse', as: officer },
      { route: '/databeskyttelse/ansvar', path: '/databeskyttelse/ansvar' },
      ...(await listCalendarPages(page)),
      ...(await listMeetingPages(page)),
      ...(await listMinutesPages(page)),
      { route: '/*', path: '/findes-ikke' },
      ...(await listPollPages(page)),
      ...(await listConsentPages(house, page)),
    ]
  }

  it('is among those looked at', async () => {
    const routes = house.app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
    listed ??= await listPages()
    const looked = listed.map(({ route }) => route)
    const pages = [...new Set(routes)].filter((path) => !notPages.includes(path) && !looked.includes(path))
    assert.ok(routes.length > 10)
    assert.deepEqual(pages, [])
  })

  it('has no fault that axe finds and fits its window, small and large, light and dark, in both languages', async () => {
    listed ??= await listPages()
    const pages = listed
    const found: string[] = []
    const look = async (language: Language) => {
      const windowOf = async (name: string) => {
        const window = await house.visitAs(name)
        await window.goto(`/sprog/${language}`)
        return window
      }
      const windows = new Map([
        [usual, await windowOf(usual)],
        [officer, await windowOf(officer)],
      ])
      for (const [index, { path, act, as = usual }] of pages.entries()) {
        const window = windows.get(as) ?? (await windowOf(as))
        // Half of the pages are loaded small and grow, half are loaded large and shrink.
        const { width, colorScheme } = sightOf(index, language)
        await window.emulateMedia({ colorScheme })
        await window.setViewportSize({ width, height: 800 })
        await window.goto(path)
        await act?.(window)
        await window.evaluate(axe)
        const ask = async (seen: number, question: string) => {
          const answer = faults.parse(await window.evaluate(question))
          found.push(...answer.map((fault) => `${language} ${seen} ${colorScheme} ${path}: ${fault}`))
        }
        for (const question of [findViolations, findOverflow]) await ask(width, question)
        const other = width === 320 ? 1280 : 320
        await window.setViewportSize({ width: other, height: 800 })
        for (const question of [findViolationsOfWidth, findOverflow]) await ask(other, question)
      }
    }
    await Promise.all([look('da'), look('en')])
    assert.deepEqual([...new Set(found)], [])
  })

  it('looks as well to a visitor, also where there is nothing yet', async () => {
    const page = await house.visit({ viewport: { width: 320, height: 800 } })
    for (const path of [
      '/',
      '/?naar=i-dag&q=findes-ikke',
      '/aftaler',
      '/kontakter',
      '/log-ind',
      '/log-ind/mail',
      contractPath,
    ]) {
      await page.goto(path)
      await page.evaluate(axe)
      for (const question of [findViolations, findOverflow])
        assert.deepEqual(faults.parse(await page.evaluate(question)), [], path)
    }
  })
})
