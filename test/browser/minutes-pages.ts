import type { Page } from 'playwright-core'

/** The pages of minutes by their routes, written, found wanting, sent and open to all. `page` is of somebody who leads the forum. */
export const listMinutesPages = async (page: Page) => {
  const openAll = (shown: Page) => shown.locator('details').evaluateAll(open)
  // The page that answers is another: its folds are closed when it comes.
  const press = (button: string) => Promise.all([page.waitForEvent('load'), page.locator(button).first().click()])
  const { group, meeting } = await holdMeeting(page, '22')
  const { meeting: written } = await holdMeeting(page, '23')
  const minutes = `${meeting}/referat`
  await page.goto(minutes)
  await page.locator('input[value=present]').first().check()
  await press('form[action$="/fremmoede"] button')
  await page.locator('textarea[name=sagt]').first().fill('Vi talte om sommeren.\n• Festen er i august')
  await press('form:has(textarea[name=sagt]) button')
  await openAll(page)
  await page.locator('form[action$="/beslutning"] textarea').first().fill('Festen er i august.')
  await press('form[action$="/beslutning"] button')
  await openAll(page)
  await page.locator('form[action$="/opfoelgning"] input[name=opgave]').first().fill('Spørg beboerhuset')
  await page.locator('form[action$="/opfoelgning"] input[name=senest]').first().fill('2026-11-01')
  await press('form[action$="/opfoelgning"] button')
  for (const move of ['send', 'godkend', 'frem']) {
    await page.goto(minutes)
    await openAll(page)
    await press(`main button[value="${move}"]`)
  }
  return [
    { route: '/moeder/:id/referat', path: minutes, act: openAll },
    { route: '/moeder/:id/referat', path: `${written}/referat`, act: openAll },
    { route: '/moeder/:id/referat', path: `${written}/referat`, act: sayTooMuch },
    { route: '/moeder/:id/referat', path: `${written}/referat`, act: decideNothing },
    { route: '/moeder/referater', path: '/moeder/referater' },
    { route: '/moeder/referater/:id', path: meeting.replace('/moeder/', '/moeder/referater/') },
    { route: '/moeder/soeg', path: '/moeder/soeg?q=sommeren' },
    { route: '/moeder/soeg', path: '/moeder/soeg?q=findes-ikke' },
    { route: '/moeder/gruppe/:id/samling', path: `${group}/samling` },
    { route: '/moeder/gruppe/:id', path: group, act: openAll },
  ]
}

/** Plans a meeting late today, so that it can be written of. */
const holdMeeting = async (page: Page, hour: string) => {
  await page.goto('/moeder')
  const group =
    (await page.locator('.group-list a', { hasText: 'Koordineringsmøder' }).first().getAttribute('href')) ?? ''
  await page.goto(`${group}/indkald`)
  await page.locator('#dato-egen').check()
  await page.locator('input[name=dag]').fill('2026-11-21')
  await page.locator('input[name=fra]').fill(hour)
  await page.locator('input[name=til]').fill(`${hour}.30`)
  await page.locator('main .form button').last().click()
  // It is a Saturday, which is asked about once.
  const knowingly = page.locator('button[value=alligevel]')
  if ((await knowingly.count()) > 0) await knowingly.click()
  return { group, meeting: new URL(page.url()).pathname }
}

const sayTooMuch = async (shown: Page) => {
  await shown.locator('textarea[name=sagt]').first().fill('ord '.repeat(6000))
  await shown.locator('form:has(textarea[name=sagt]) button').first().click()
}

const decideNothing = async (shown: Page) => {
  await shown.locator('details').evaluateAll(open)
  await shown.locator('form[action$="/beslutning"] button').first().click()
}

const open = (all: Element[]) => {
  for (const one of all) one.setAttribute('open', '')
}
