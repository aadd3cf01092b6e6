import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { today } from '../../../../platform/day.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { limits } from '../../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { findTypedDay } from '../../../parties/index.ts'
import { commitmentPolicy } from '../../commitment.policy.ts'
import { commitmentTexts } from '../../commitment.texts.ts'
import { askForExport, deleteExport, fetchArchive, seeExport } from '../../partnership-export/ask-for-export.ts'
import type { PartnershipPart } from '../../partnership-export/part.ts'
import { listExports } from '../../partnership-export/partnership-export.queries.ts'
import { listPlanChoices } from '../../partnership-export/scope.queries.ts'
import { AskForExportPage, ExportPage } from './partnership-export.page.tsx'
import { partnershipExportPaths } from './partnership-export.paths.ts'
import { partnershipExportTexts } from './partnership-export.texts.ts'

/** `/aftaler/aflevering`: the whole partnership as of a day, asked for, followed and fetched. */
export const partnershipExportRoutes = (platform: Platform, parts: readonly PartnershipPart[]): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const askPage = async (c: WebContext, typed: { plan: string; day: string }, error: string | null) => {
    const loaded = await readAs(platform, c.get('actor'), async (tx) => ({
      plans: await listPlanChoices(tx),
      exports: await listExports(tx),
    }))
    return <AskForExportPage page={pageContext(c)} view={{ ...loaded, typed, error }} />
  }

  routes.get(partnershipExportPaths.all, async (c) => {
    permit(c, commitmentPolicy.exportPartnership)
    return c.html(await askPage(c, { plan: '', day: today(platform.clock).toString() }, null))
  })

  routes.post(partnershipExportPaths.all, async (c) => {
    const actor = permit(c, commitmentPolicy.exportPartnership)
    const form = await c.req.formData()
    const typed = { plan: formLine(form, 'plan'), day: formLine(form, 'dag') }
    const language = c.get('language')
    const day = findTypedDay(typed.day)
    if (day === undefined) return c.html(await askPage(c, typed, pick(partnershipExportTexts, language).not_a_day), 422)
    try {
      await requireTurn(platform, limits.partnershipExport, actor.personId ?? '')
      const asked = { day, plan: typed.plan === '' ? null : typed.plan, language }
      return c.redirect(partnershipExportPaths.of(await askForExport(platform, actor, { asked, parts })), 303)
    } catch (error) {
      if (!(error instanceof Refused) || !(error.code in commitmentTexts.da)) throw error
      return c.html(await askPage(c, typed, refusalWords([commitmentTexts], error, language)), 422)
    }
  })

  routes.get(partnershipExportPaths.of(':id'), async (c) => {
    const actor = permit(c, commitmentPolicy.exportPartnership)
    const made = await seeExport(platform, actor, c.req.param('id') ?? '')
    return c.html(<ExportPage page={pageContext(c)} made={made} />)
  })

  routes.get(partnershipExportPaths.file(':id'), async (c) => {
    const actor = permit(c, commitmentPolicy.exportPartnership)
    const { found, archive } = await fetchArchive(platform, actor, c.req.param('id') ?? '')
    return c.body(Buffer.from(archive), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="aflevering-${found.day.toString()}.zip"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  routes.post(partnershipExportPaths.remove(':id'), async (c) => {
    const actor = permit(c, commitmentPolicy.exportPartnership)
    await deleteExport(platform, actor, c.req.param('id') ?? '')
    return c.redirect(partnershipExportPaths.all, 303)
  })
  return routes
}
