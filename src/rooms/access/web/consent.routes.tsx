import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { recordGiven, withdrawConsent } from '../consent/answer-consent.ts'
import { askForConsent } from '../consent/ask-for-consent.ts'
import { readConsentForm, readDay, type TypedForm } from '../consent/consent.form.ts'
import { consentPolicy } from '../consent/consent.policy.ts'
import { listConsentPurposes, listDataKinds } from '../consent/consent.queries.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import { readConsent, readConsents } from '../consent/read-consents.ts'
import { readRecord } from '../consent/record.ts'
import { requirePermission } from '../permission.ts'
import { sendConsentLink } from '../own-record/consent-link.ts'
import { ConsentListPage } from './consent-list.page.tsx'
import { ConsentPage, PaperPage } from './consent.page.tsx'
import { consentPath, consentsPath, ownRecordPath } from './consent.paths.ts'
import { type Directory, namesOf } from './directory.ts'
import { NewConsentPage, type NewConsentProps } from './new-consent.page.tsx'

/** `/samtykker`: consents as those who work with families see them. */
export const consentRoutes = (platform: Platform, directory: Directory): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  listRoutes(routes, platform)
  newRoutes(routes, platform, directory)
  oneRoutes(routes, platform, directory)
  return routes
}

const listRoutes = (routes: Hono<WebEnv>, platform: Platform) => {
  routes.get(consentsPath, async (c) => {
    const consents = await readConsents(platform, c.get('actor'))
    const purposes = await readAs(platform, c.get('actor'), listConsentPurposes)
    c.set('sight', { permission: consentPolicy.listConsents, toThing: new Set() })
    return c.html(<ConsentListPage page={pageContext(c)} consents={consents} purposes={purposes} />)
  })
}

const newRoutes = (routes: Hono<WebEnv>, platform: Platform, directory: Directory) => {
  const show = async (
    c: WebContext,
    shown: Pick<NewConsentProps, 'typed' | 'errors'> & { om: string; refusal?: string },
  ) => {
    const actor = c.get('actor')
    const about =
      shown.om === '' ? null : (await readRecord(platform, actor, findId(shown.om) ?? noId(), 'consent')).subject
    const lists = await readAs(platform, actor, async (tx) => ({
      dataKinds: await listDataKinds(tx),
      purposes: await listConsentPurposes(tx),
      posts: await directory.listPosts(tx),
      organisations: await directory.listOrganisations(tx),
    }))
    c.set('sight', { permission: consentPolicy.askForConsent, toThing: new Set() })
    const { om: _om, ...rest } = shown
    return <NewConsentPage page={pageContext(c)} about={about} {...lists} {...rest} />
  }

  routes.get('/samtykker/nyt', async (c) => {
    requirePermission(c.get('actor'), consentPolicy.askForConsent)
    const until = today(platform.clock).add({ years: 1 }).toString()
    const usual: Record<string, string> = { til: until, vaerge1del: 'ja', vaerge2del: 'ja' }
    const typed: TypedForm = { one: (name) => usual[name] ?? '', all: (name) => (name === 'oplysning' ? ['name'] : []) }
    return c.html(await show(c, { typed, errors: new Map(), om: c.req.query('om') ?? '' }))
  })

  routes.post('/samtykker/nyt', async (c) => {
    requirePermission(c.get('actor'), consentPolicy.askForConsent)
    const data = await c.req.formData()
    const typed: TypedForm = {
      one: (name) => formText(data, name),
      all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
    }
    const om = formText(data, 'om')
    const { form, errors } = readConsentForm(typed, om === '' ? null : om, today(platform.clock))
    if (form === null) return c.html(await show(c, { typed, errors, om }), 422)
    try {
      return c.redirect(consentPath(await askForConsent(platform, c.get('actor'), form)), 303)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'consent_until_wrong') throw error
      const refusal = refusalWords([consentTexts], error, c.get('language'))
      return c.html(await show(c, { typed, errors: new Map(), om, refusal }), 422)
    }
  })
}

const oneRoutes = (routes: Hono<WebEnv>, platform: Platform, directory: Directory) => {
  const load = async (c: WebContext) => {
    const actor = c.get('actor')
    requirePermission(actor, consentPolicy.listConsents)
    const read = await readConsent(platform, actor, findId(c.req.param('id') ?? '') ?? noId())
    const lists = await readAs(platform, actor, async (tx) => ({
      names: await namesOf(tx, directory),
      dataKinds: await listDataKinds(tx),
      purposes: await listConsentPurposes(tx),
    }))
    c.set('sight', { permission: consentPolicy.readRecord, toThing: new Set(['circle']) })
    return { page: pageContext(c), read, ...lists }
  }

  routes.get('/samtykker/:id', async (c) => {
    const said = c.req.query('sendt') === 'ja' ? 'linkSent' : c.req.query('gemt') === 'ja' ? 'saved' : undefined
    return c.html(<ConsentPage {...await load(c)} said={said} />)
  })

  routes.get('/samtykker/:id/papir', async (c) =>
    c.html(<PaperPage {...await load(c)} url={`${platform.config.baseUrl}${ownRecordPath}`} />),
  )

  routes.post('/samtykker/:id/link', async (c) => {
    const consentId = findId(c.req.param('id')) ?? noId()
    const giverId = findId(formText(await c.req.formData(), 'giver')) ?? noId()
    await sendConsentLink(platform, c.get('actor'), { consentId, giverId, language: c.get('language') })
    return c.redirect(`${consentPath(consentId)}?sendt=ja`, 303)
  })

  routes.post('/samtykker/:id/svar', async (c) => {
    const consentId = findId(c.req.param('id')) ?? noId()
    const data = await c.req.formData()
    const giverId = findId(formText(data, 'giver')) ?? noId()
    const how = formText(data, `hvordan-${giverId}`) === 'paper' ? 'paper' : 'spoken'
    if (formText(data, 'svar') === 'nej') {
      await withdrawConsent(platform, c.get('actor'), { consentId, giverId, how })
      return c.redirect(consentsPath, 303)
    }
    const givenOn = readDay(formText(data, `dag-${giverId}`)) ?? today(platform.clock)
    await recordGiven(platform, c.get('actor'), { consentId, giverId, how, givenOn })
    return c.redirect(`${consentPath(consentId)}?gemt=ja`, 303)
  })
}

/** An address without an id leads to no consent. */
const noId = (): never => {
  throw new Refused('consent_not_found')
}
