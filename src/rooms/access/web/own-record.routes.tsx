import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../platform/refused.ts'
import { unknownClient } from '../../../web/client-address.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import type { Actor } from '../actor.ts'
import { listConsentPurposes, listDataKinds } from '../consent/consent.queries.ts'
import { makeRequest, withdrawOwnConsent } from '../own-record/make-request.ts'
import { closeRecord, findResident, isRecordLinkOpen, openRecord, sendRecordLink } from '../own-record/open-record.ts'
import { type OwnRecords, readOwnRecords, takeOutOwnRecords } from '../own-record/own-record.ts'
import { residentDesk } from '../own-record/resident.ts'
import { residentPolicy } from '../own-record/resident.policy.ts'
import { residentTexts } from '../own-record/resident.texts.ts'
import { ownRecordPath } from './consent.paths.ts'
import { type Directory, namesOf } from './directory.ts'
import { OwnRecordFile, ownRecordData } from './own-record-file.tsx'
import { OwnRecordPage, type OwnProps } from './own-record.page.tsx'
import { forgetResident, rememberResident, residentToken } from './resident-cookie.ts'
import { AskRecordLinkPage, OpenRecordPage, RecordGonePage, RecordLinkSentPage } from './resident-door.page.tsx'
import { isSecure } from './sign-in.ts'

/** `/mine-oplysninger`: what is kept about a resident, by a link in a mail, without an account. */
export const ownRecordRoutes = (platform: Platform, directory: Directory): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.use(`${ownRecordPath}/*`, async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  doorRoutes(routes, platform)
  recordRoutes(routes, platform, directory)
  wishRoutes(routes, platform)
  return routes
}

const findActor = async (c: WebContext, platform: Platform): Promise<Actor | undefined> => {
  const token = residentToken(c, isSecure(platform))
  return token === null ? undefined : findResident(platform, token, c.get('requestId') ?? null)
}

const getActor = async (c: WebContext, platform: Platform): Promise<Actor> => {
  const actor = await findActor(c, platform)
  if (actor === undefined) throw new Refused('record_link_not_found')
  return actor
}

const doorRoutes = (routes: Hono<WebEnv>, platform: Platform) => {
  routes.post(ownRecordPath, async (c) => {
    const mail = formText(await c.req.formData(), 'mail').trim()
    if (!isMailAddress(mail)) return c.html(<AskRecordLinkPage page={pageContext(c)} typed={mail} isWrong />, 422)
    await requireTurns(platform, c, mail)
    await sendRecordLink(platform, mail, c.get('language'))
    return c.redirect(`${ownRecordPath}/sendt`, 303)
  })

  routes.get(`${ownRecordPath}/sendt`, (c) => c.html(<RecordLinkSentPage page={pageContext(c)} />))

  routes.get(`${ownRecordPath}/aabn/:token`, async (c) => {
    const token = c.req.param('token')
    const isOpen = await isRecordLinkOpen(platform, token)
    return c.html(<OpenRecordPage page={pageContext(c)} token={token} isOpen={isOpen} />, isOpen ? 200 : 404)
  })

  routes.post(`${ownRecordPath}/aabn/:token`, async (c) => {
    const cookie = await openRecord(platform, c.req.param('token'), c.get('requestId') ?? null)
    rememberResident(c, cookie, isSecure(platform))
    return c.redirect(ownRecordPath, 303)
  })

  routes.post(`${ownRecordPath}/luk`, async (c) => {
    const token = residentToken(c, isSecure(platform))
    if (token !== null) await closeRecord(platform, token)
    forgetResident(c, isSecure(platform))
    return c.redirect(ownRecordPath, 303)
  })
}

/** Counted before it is known whether anything is kept, so that the answer is the same. */
const requireTurns = async (platform: Platform, c: WebContext, mail: string): Promise<void> => {
  const from = c.get('clientAddress')
  if (from !== unknownClient) await requireTurn(platform, limits.signInMailPerNetwork, from)
  await requireTurn(platform, limits.residentLink, mail.toLowerCase())
}

const recordRoutes = (routes: Hono<WebEnv>, platform: Platform, directory: Directory) => {
  const propsOf = async (c: WebContext, own: OwnRecords): Promise<OwnProps> => {
    const lists = await readAs(platform, residentDesk, async (tx) => ({
      names: await namesOf(tx, directory),
      dataKinds: await listDataKinds(tx),
      purposes: await listConsentPurposes(tx),
    }))
    c.set('sight', { permission: residentPolicy.readOwnRecord, toThing: new Set(['self']) })
    return { page: pageContext(c), own, ...lists }
  }

  routes.get(ownRecordPath, async (c) => {
    const actor = await findActor(c, platform)
    if (actor === undefined) return c.html(<AskRecordLinkPage page={pageContext(c)} />)
    const own = await readOwnRecords(platform, actor)
    return c.html(<OwnRecordPage {...await propsOf(c, own)} message={messageOf(c)} />)
  })

  routes.get(`${ownRecordPath}/hent.json`, async (c) => {
    const own = await takeOutOwnRecords(platform, await getActor(c, platform), 'json')
    c.header('content-disposition', 'attachment; filename="mine-oplysninger.json"')
    return c.json(ownRecordData(await propsOf(c, own)))
  })

  routes.get(`${ownRecordPath}/hent.html`, async (c) => {
    const own = await takeOutOwnRecords(platform, await getActor(c, platform), 'html')
    c.header('content-disposition', 'attachment; filename="mine-oplysninger.html"')
    return c.html(<OwnRecordFile {...await propsOf(c, own)} />)
  })
}

const messageOf = (c: WebContext): OwnProps['message'] => {
  const words = pick(residentTexts, c.get('language'))
  const number = Number(c.req.query('nr'))
  if (Number.isInteger(number) && number > 0) return { tone: 'done', words: words.requested(number) }
  if (c.req.query('trukket') === 'ja') return { tone: 'done', words: words.withdrawn }
  return c.req.query('mangler') === 'ja' ? { tone: 'refused', words: words.requestMissing } : undefined
}

const wishRoutes = (routes: Hono<WebEnv>, platform: Platform) => {
  routes.post(`${ownRecordPath}/tilbagekald`, async (c) => {
    const consentId = findId(formText(await c.req.formData(), 'samtykke'))
    if (consentId === undefined) throw new Refused('consent_not_found')
    await withdrawOwnConsent(platform, await getActor(c, platform), consentId)
    return c.redirect(`${ownRecordPath}?trukket=ja`, 303)
  })

  routes.post(`${ownRecordPath}/anmod`, async (c) => {
    const form = await c.req.formData()
    const dataSubjectId = findId(formText(form, 'om'))
    if (dataSubjectId === undefined) throw new Refused('subject_not_found')
    const kind = formText(form, 'hvad') === 'deletion' ? 'deletion' : 'correction'
    const text = formText(form, `tekst-${dataSubjectId}-${kind === 'deletion' ? 'slet' : 'ret'}`).trim()
    if (kind === 'correction' && text === '') return c.redirect(`${ownRecordPath}?mangler=ja`, 303)
    const actor = await getActor(c, platform)
    const made = await makeRequest(platform, actor, { dataSubjectId, kind, text })
    if (made.isGone && (await findActor(c, platform)) === undefined) {
      forgetResident(c, isSecure(platform))
      return c.html(<RecordGonePage page={pageContext(c)} number={made.number} />)
    }
    return c.redirect(`${ownRecordPath}?nr=${made.number}`, 303)
  })
}
