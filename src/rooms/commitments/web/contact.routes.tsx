import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import { writeVCards } from '../../../platform/vcard/write-vcards.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { type Actor, isPermitted } from '../../access/index.ts'
import { countToLookAt, listAskablePosts, partyPolicy } from '../../parties/index.ts'
import { cardsOf } from '../contacts/contact-cards.ts'
import { listActivityChoices } from '../contacts/contact-names.queries.ts'
import { findContact } from '../contacts/contact.queries.ts'
import { type LoadedContacts, loadContacts } from '../contacts/load-contacts.ts'
import { type ContactFilter, contactsAPage, contactsPath, readContactFilter } from './contact-filter.ts'
import { ContactListPage } from './contact-list.page.tsx'
import { contactSheet } from './contact-sheet.ts'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `/kontakter`: who to call, as a page, as cards of an address book and as a spreadsheet. */
export const contactRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(contactsPath, async (c) => {
    const actor = permit(c, partyPolicy.readContacts)
    const day = askedDay(c)
    const filter = readContactFilter((name) => c.req.query(name))
    const { isPhoneList } = filter
    const stretch = isPhoneList ? wholeList : { from: (filter.page - 1) * contactsAPage, most: contactsAPage }
    const detail = isPhoneList ? 'names and numbers' : 'with promises'
    const loaded = await loadContacts(platform, actor, { ...filter, day, ...stretch }, detail)
    const shown = {
      view: { page: pageContext(c), day, filter },
      loaded,
      choices: await readAs(platform, actor, (tx) => listActivityChoices(tx, day)),
      mayBeAsked: isPhoneList ? new Set<string>() : await askable(platform, actor, loaded),
      toLookAt: isPermitted(actor, partyPolicy.settleAnswers) ? await countToLookAt(platform, actor) : null,
      isThanked: c.req.query('besked') === 'tak',
    }
    return c.html(<ContactListPage {...shown} />)
  })

  const loadWhole = async (c: WebContext) => {
    const actor = permit(c, partyPolicy.readContactDetails)
    const day = askedDay(c)
    const filter: ContactFilter = readContactFilter((name) => c.req.query(name))
    return { day, loaded: await loadContacts(platform, actor, { ...filter, day, ...wholeList }, 'with promises') }
  }

  routes.get(`${contactsPath}.xlsx`, async (c) => {
    const { day, loaded } = await loadWhole(c)
    const sheet = contactSheet(loaded.contacts, loaded.promises, c.get('language'))
    return c.body(writeXlsx(sheet), 200, asFile(sheetType, `kontakter-${day.toString()}.xlsx`))
  })

  routes.get(`${contactsPath}.vcf`, async (c) => {
    const { day, loaded } = await loadWhole(c)
    const distinct = [...new Map(loaded.contacts.map((contact) => [contact.postId, contact])).values()]
    const cards = writeVCards(cardsOf(distinct, platform.config.baseUrl))
    return c.body(cards, 200, asFile(cardType, `kontakter-${day.toString()}.vcf`))
  })

  routes.get(`${contactsPath}/:file{[0-9a-f-]{36}\\.vcf}`, async (c) => {
    const actor = permit(c, partyPolicy.readContactDetails)
    const postId = c.req.param('file').replace(/\.vcf$/, '')
    const contact = await readAs(platform, actor, (tx) => findContact(tx, postId, askedDay(c)))
    if (contact === undefined) return c.notFound()
    return c.body(writeVCards(cardsOf([contact], platform.config.baseUrl)), 200, asFile(cardType, 'kontakt.vcf'))
  })
  return routes
}

const wholeList = { from: 0, most: null }

const cardType = 'text/vcard; charset=utf-8'

const asFile = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'private, no-store',
})

const askable = (platform: Platform, actor: Actor, { contacts }: LoadedContacts): Promise<ReadonlySet<string>> =>
  listAskablePosts(
    platform,
    actor,
    contacts.flatMap(({ postId, holder }) =>
      holder === null || holder.personId === null ? [] : [{ postId, personId: holder.personId }],
    ),
  )
