import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { type Sheet, writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { matrixSheet, recordSheet } from '../processing-sheet.ts'
import { seeProcessing } from '../see-processing.ts'
import { matrixPath, recordPath } from './processing-frame.tsx'
import { ProcessingMatrixPage } from './processing-matrix.page.tsx'
import { ProcessingRecordPage } from './processing-record.page.tsx'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The article-30 record and the matrix of controllers, read out of the agreements in force on a day. */
export const processingRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const load = async (c: WebContext) => {
    const actor = permit(c, agreementPolicy.readProcessing)
    const day = askedDay(c)
    return { day, record: await seeProcessing(platform, actor, day) }
  }

  routes.get(recordPath, async (c) => {
    const { day, record } = await load(c)
    return c.html(<ProcessingRecordPage view={{ page: pageContext(c), day }} record={record} />)
  })

  routes.get(matrixPath, async (c) => {
    const { day, record } = await load(c)
    return c.html(<ProcessingMatrixPage view={{ page: pageContext(c), day }} record={record} />)
  })

  routes.get(`${recordPath}.xlsx`, async (c) => {
    const { day, record } = await load(c)
    const told = { language: c.get('language'), partnership: c.get('partnership') }
    return sheetAnswer(c, recordSheet(record, told), `fortegnelse-${day}`)
  })

  routes.get(`${matrixPath}.xlsx`, async (c) => {
    const { day, record } = await load(c)
    return sheetAnswer(c, matrixSheet(record, c.get('language')), `dataansvar-${day}`)
  })
  return routes
}

const sheetAnswer = (c: WebContext, sheet: Sheet, name: string) =>
  c.body(writeXlsx(sheet), 200, {
    'content-type': sheetType,
    'content-disposition': `attachment; filename="${name}.xlsx"`,
    'cache-control': 'private, no-store',
  })
