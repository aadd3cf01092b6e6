import { Hono } from 'hono'
import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { formLine, formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { findPersons, requirePermission } from '../../access/index.ts'
import { listPersonNames } from '../../parties/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getVersionOn } from '../agreement.queries.ts'
import { addJournalEntry, markJournalEntry } from '../journal/add-journal-entry.ts'
import { listCaseReferences } from '../journal/case-reference.queries.ts'
import { addCaseReference, removeCaseReference } from '../journal/change-case-references.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { listJournal } from '../journal/journal.queries.ts'
import { proposedReferences } from '../journal/journal.rules.ts'
import { journalCsv, journalSheet } from '../journal/journal-sheet.ts'
import { journalTexts } from '../journal/journal.texts.ts'
import { listRelationsTo } from '../relation.queries.ts'
import { emptyEntry, readEntry, readReference, type TypedEntry, typedEntry } from './journal.form.ts'
import { JournalPage, type JournalView } from './journal.page.tsx'
import { journalPaths } from './journal.paths.ts'
import { JournalsPage } from './journals.page.tsx'

/** `/journal` and `/aftaler/:slug/journal`: what was sent and received, for the municipality's journal, and the numbers of its cases. */
export const journalRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const load = (c: WebContext) => readAs(platform, c.get('actor'), (tx) => loadJournal(c, tx))
  const loadAll = (c: WebContext) => {
    permit(c, agreementPolicy.readJournals)
    return readAs(platform, c.get('actor'), (tx) => listJournal(tx, askedDay(c)))
  }

  routes.get('/journal', async (c) => {
    const entries = await loadAll(c)
    return c.html(<JournalsPage page={pageContext(c)} day={askedDay(c)} entries={entries} />)
  })
  routes.get('/journal.xlsx', async (c) => sheetAnswer(c, await loadAll(c), null))
  routes.get('/journal.csv', async (c) => csvAnswer(c, await loadAll(c), null))

  routes.get('/aftaler/:slug/journal', async (c) => {
    const view = await load(c)
    const typed = emptyEntry(today(platform.clock))
    return c.html(<JournalPage page={pageContext(c)} view={view} typed={typed} findings={[]} />)
  })
  routes.get('/aftaler/:slug/journal.xlsx', async (c) => sheetAnswer(c, (await load(c)).entries, c.req.param('slug')))
  routes.get('/aftaler/:slug/journal.csv', async (c) => csvAnswer(c, (await load(c)).entries, c.req.param('slug')))

  routes.post('/aftaler/:slug/journal', async (c) => {
    const slug = c.req.param('slug')
    const typed = typedEntry(await c.req.formData())
    const answer = await tryToWrite(platform, c, slug, typed)
    if (answer === null) return c.redirect(journalPaths.of(slug), 303)
    return c.html(<JournalPage page={pageContext(c)} view={await load(c)} typed={typed} {...answer} />, 422)
  })

  routes.post('/aftaler/:slug/journal/:id', async (c) => {
    const form = await c.req.formData()
    const { slug, id } = c.req.param()
    const documentNumber = formLine(form, 'dokumentnr').slice(0, 60) || null
    const mark = { journalEntryId: id, isShared: formText(form, 'delt') === 'ja', documentNumber }
    await markJournalEntry(platform, c.get('actor'), slug, mark)
    return c.redirect(`${journalPaths.of(slug)}#${id}`, 303)
  })

  routes.post('/aftaler/:slug/sagsnumre', async (c) => {
    const slug = c.req.param('slug')
    await addCaseReference(platform, c.get('actor'), slug, readReference(await c.req.formData()))
    return c.redirect(`${journalPaths.of(slug)}#numre`, 303)
  })

  routes.post('/aftaler/:slug/sagsnumre/fjern', async (c) => {
    const slug = c.req.param('slug')
    await removeCaseReference(platform, c.get('actor'), slug, readReference(await c.req.formData()))
    return c.redirect(`${journalPaths.of(slug)}#numre`, 303)
  })
  return routes
}

/** Writes what was typed; answers null, or why not: a refusal in words, or places that may tell who somebody is. */
const tryToWrite = async (platform: Platform, c: WebContext, slug: string, typed: TypedEntry) => {
  const actor = c.get('actor')
  try {
    const entry = readEntry(typed)
    const findings = await readAs(platform, actor, async (tx) => {
      await requireJournal(c, tx, slug)
      const names = await listPersonNames(tx)
      return findPersons(typed.theme, { knownNames: names.map(({ name }) => name) })
    })
    if (findings.length > 0 && !typed.isSure) return { findings }
    await addJournalEntry(platform, actor, slug, entry)
    return null
  } catch (error) {
    if (!(error instanceof Refused) || !(error.code in journalTexts.da)) throw error
    return { findings: [], refusal: refusalWords([journalTexts], error, c.get('language')) }
  }
}

const requireJournal = async (c: WebContext, tx: ReadTx, slug: string) => {
  const version = await getVersionOn(tx, slug, askedDay(c))
  const toThing = await listRelationsTo(tx, version.agreementVersionId)
  requirePermission(c.get('actor'), agreementPolicy.readJournal, toThing)
  c.set('sight', { permission: agreementPolicy.readJournal, toThing })
  return version
}

const loadJournal = async (c: WebContext, tx: ReadTx): Promise<JournalView> => {
  const slug = c.req.param('slug') ?? ''
  const version = await requireJournal(c, tx, slug)
  const day = askedDay(c)
  const references = await listCaseReferences(tx, version.agreementId)
  return {
    slug,
    agreement: version.document.focusArea ?? version.document.title ?? slug,
    day,
    entries: await listJournal(tx, day, slug),
    references,
    proposed: proposedReferences(version.document, references),
  }
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const fileHeaders = (mediaType: string, slug: string | null, ending: string) => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename="journal${slug === null ? '' : `-${slug}`}.${ending}"`,
  'cache-control': 'private, no-store',
})

const sheetAnswer = (c: WebContext, entries: readonly JournalEntry[], slug: string | null) =>
  c.body(writeXlsx(journalSheet(entries, slug !== null)), 200, fileHeaders(sheetType, slug, 'xlsx'))

const csvAnswer = (c: WebContext, entries: readonly JournalEntry[], slug: string | null) =>
  c.body(journalCsv(entries, slug !== null), 200, fileHeaders('text/csv; charset=utf-8', slug, 'csv'))
