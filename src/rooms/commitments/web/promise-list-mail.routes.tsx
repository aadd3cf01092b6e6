import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { pick } from '../../../platform/language.ts'
import { listMailsTo } from '../../../platform/mail/mail.queries.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { findPersonMail } from '../../parties/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { chooseMails } from '../reminders/choose-mails.ts'
import { usualMailChoice } from '../reminders/mail-choice.ts'
import { findMailChoice } from '../reminders/reminder.queries.ts'
import { reminderTexts } from '../reminders/reminder.texts.ts'
import { readStopLink } from '../reminders/stop-link.ts'
import { stopMails } from '../reminders/stop-mails.ts'
import { mailPath, PromiseMailPage, StopMailPage } from './promise-list-mail.page.tsx'

const mailsShown = 10

/** `/loefter/mail`: choosing mails. */
export const promiseMailRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const hasServer = platform.config.smtpUrl !== null

  const load = (c: WebContext) => {
    const { personId } = c.get('actor')
    if (personId !== null) c.set('sight', { permission: commitmentPolicy.chooseMails, toThing: new Set(['self']) })
    requirePermission(c.get('actor'), commitmentPolicy.chooseMails, c.get('sight')?.toThing)
    return readAs(platform, c.get('actor'), async (tx) => ({
      choice: (await findMailChoice(tx, personId ?? '')) ?? usualMailChoice,
      address: (await findPersonMail(tx, personId ?? ''))?.email ?? '',
      mails: await listMailsTo(tx, personId ?? '', mailsShown),
    }))
  }

  routes.get('/loefter/mail', async (c) => {
    const isSaved = c.req.query('gemt') === 'ja'
    return c.html(<PromiseMailPage page={pageContext(c)} {...await load(c)} hasServer={hasServer} isSaved={isSaved} />)
  })

  routes.post('/loefter/mail', async (c) => {
    const form = await c.req.formData()
    const address = formText(form, 'adresse').trim()
    const language = c.get('language')
    const typed = { wantsWeekly: formText(form, 'ugentlig') === 'ja', wantsWarnings: formText(form, 'udloeb') === 'ja' }
    try {
      await chooseMails(platform, c.get('actor'), { ...typed, language }, address)
      return c.redirect(`${mailPath}?gemt=ja`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'mail_address_wrong') throw error
      const { mails } = await load(c)
      const addressError = pick(reminderTexts, language).mail_address_wrong
      const props = { choice: typed, address, mails, hasServer, addressError }
      return c.html(<PromiseMailPage page={pageContext(c)} {...props} />, 422)
    }
  })
  return routes
}

/**
 * `/loefter/mail/stop`: stopping mails by the signed address in them. Mail programs post here from elsewhere (RFC 8058), so these stand
 * before the check that forms come from our own pages; the signature is the proof.
 */
export const stopMailRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const answer = async (c: WebContext, isStopped: boolean) => {
    const link = readStopLink(await getSigningKey(platform), (name) => c.req.query(name))
    if (link !== null && isStopped) await stopMails(platform, link)
    const { pathname, search } = new URL(c.req.url)
    const props = { kind: link?.kind ?? null, action: `${pathname}${search}`, isStopped }
    c.header('referrer-policy', 'no-referrer')
    return c.html(<StopMailPage page={pageContext(c)} {...props} />, link === null ? 404 : 200)
  }

  routes.get('/loefter/mail/stop', (c) => answer(c, false))
  routes.post('/loefter/mail/stop', (c) => answer(c, true))
  return routes
}
