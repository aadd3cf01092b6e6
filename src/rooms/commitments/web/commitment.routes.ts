import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import type { CalendarPart } from '../calendar-part.ts'
import type { PartnershipPart } from '../partnership-export/part.ts'
import { anchoringRoutes } from './anchoring.routes.tsx'
import { addPromiseRoutes } from './add-promise.routes.tsx'
import { contactRoutes } from './contact.routes.tsx'
import { confirmRoutes } from './confirm.routes.tsx'
import { correctPromiseRoutes } from './correct-promise.routes.ts'
import { firstHourRoutes } from './first-hour.routes.tsx'
import { handoverRoutes } from './handover.routes.tsx'
import { partnershipExportRoutes } from './partnership-export/partnership-export.routes.tsx'
import { livingContractRoutes } from './living-contract.routes.tsx'
import { nextPeriodRoutes } from './next-period.routes.tsx'
import { noticeRoutes } from './notice.routes.tsx'
import { postRoutes } from './post.routes.tsx'
import { promiseCalendarRoutes } from './promise-list-calendar.routes.tsx'
import { promiseMailRoutes } from './promise-list-mail.routes.tsx'
import { promiseListRoutes } from './promise-list.routes.tsx'
import { promiseRoutes } from './promise.routes.tsx'
import { reservationRoutes } from './reservation.routes.tsx'
import { clauseLifeRoutes } from './revision/clause-life.routes.tsx'
import { proposalRoutes } from './revision/proposal.routes.tsx'
import { proposeRoutes } from './revision/propose.routes.tsx'
import { wheelRoutes } from './wheel.routes.tsx'

/** The pages of promises; `parts`: what a whole partnership is taken out as; `calendar`: what is ahead in it. In the order a request tries them: fixed addresses before those with a name in them. */
export const commitmentRoutes = (
  platform: Platform,
  parts: readonly PartnershipPart[],
  calendar: CalendarPart,
): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  for (const pages of [
    confirmRoutes,
    nextPeriodRoutes,
    addPromiseRoutes,
    proposeRoutes,
    proposalRoutes,
    clauseLifeRoutes,
    (at: Platform) => partnershipExportRoutes(at, parts),
    livingContractRoutes,
    reservationRoutes,
    anchoringRoutes,
    noticeRoutes,
    correctPromiseRoutes,
    (at: Platform) => promiseListRoutes(at, calendar),
    promiseCalendarRoutes,
    promiseMailRoutes,
    promiseRoutes,
    wheelRoutes,
    postRoutes,
    handoverRoutes,
    firstHourRoutes,
    contactRoutes,
  ])
    routes.route('/', pages(platform))
  return routes
}
