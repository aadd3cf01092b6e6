import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WebContext, WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { requirePermission } from '../../access/index.ts'
import { writeSheet } from '../../agreements/index.ts'
import { describeMinutes, describeNotice } from '../minutes/describe-minutes.ts'
import { inLanguage } from '../agenda/item-words.ts'
import { lastDocument, type LoadedMinutes, loadMinutes } from '../minutes/load-minutes.ts'
import { meetingsPolicy } from '../meetings.policy.ts'

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** The notice of a meeting and its minutes, as files. */
export const meetingFileRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  for (const what of ['indkaldelse', 'referat'] as const)
    for (const format of ['pdf', 'docx'] as const)
      routes.get(`/moeder/:id/${what}.${format}`, async (c) => {
        const minutes = await enter(platform, c)
        const description = minutes && describe(c, minutes, what)
        if (minutes === undefined || description === undefined) return c.notFound()
        const name = `${what}-${minutes.shown.meeting.number}.${format}`
        const bytes = await writeSheet(description, format)
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': mediaTypes[format],
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'private, no-store',
        })
      })
  return routes
}

const enter = async (platform: Platform, c: WebContext): Promise<LoadedMinutes | undefined> => {
  const actor = permit(c, meetingsPolicy.readGroups)
  const id = c.req.param('id') ?? ''
  const minutes = await readAs(platform, actor, (tx) => loadMinutes(tx, actor, id, today(platform.clock)))
  if (minutes !== undefined) requirePermission(actor, meetingsPolicy.readPapers, minutes.shown.relations)
  return minutes
}

/** The document asked for; undefined where there is none yet. */
const describe = (c: WebContext, minutes: LoadedMinutes, what: 'indkaldelse' | 'referat') => {
  const by = { language: c.get('language'), partnership: c.get('partnership') }
  const document = lastDocument(minutes)
  const items = (minutes.shown.papers?.items ?? []).map((item) => inLanguage(item, by.language))
  if (what === 'indkaldelse') return describeNotice({ ...by, document }, items)
  return minutes.shown.meeting.minutesSentAt === null ? undefined : describeMinutes({ ...by, document })
}
