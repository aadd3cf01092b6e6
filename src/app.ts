import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { deletionClocks } from './deletion-clocks.ts'
import { directory } from './directory.ts'
import { partnershipPartsOfRooms } from './partnership-parts.ts'
import { mailHandlers } from './mail-handlers.ts'
import { peopleDesk } from './people-desk.ts'
import { createMetrics, type Metrics } from './platform/metrics.ts'
import type { Platform } from './platform/platform.ts'
import { Refused } from './platform/refused.ts'
import { languageRoutes, recognise } from './recognise.ts'
import { openFederation } from './rooms/access/index.ts'
import {
  answerConsentRoutes,
  consentRoutes,
  deletionRoutes,
  ownRecordRoutes,
  protectionRoutes,
  providerFormRoutes,
  providerRoutes,
  refuseCpr,
  requestRoutes,
  signIn,
  signInRoutes,
} from './rooms/access/web/index.ts'
import { agreementRoutes } from './rooms/agreements/web/index.ts'
import { readCarriedApart, readCommitments, readContract, toNotation } from './rooms/commitments/index.ts'
import { calendarRoutes, feedRoutes, promiseCalendar, stopCalendarMailRoutes } from './rooms/calendar/web/index.ts'
import { commitmentRoutes, stopMailRoutes } from './rooms/commitments/web/index.ts'
import { meetingsRoutes, pathOfMeeting } from './rooms/meetings/web/index.ts'
import { type InvitationDesk, partyRoutes } from './rooms/parties/web/index.ts'
import { residentRoutes } from './rooms/residents/web/index.ts'
import { removeSample } from './sample.ts'
import { trailDesk } from './trail-desk.ts'
import { answerError, answerNotFound } from './web-answers.tsx'
import { createFastLane, type FastLane } from './web/fast-lane.ts'
import { mailInRoutes } from './web/mail-in.routes.ts'
import type { WebEnv } from './web/page-context.ts'
import { probeRoutes } from './web/probes.ts'
import { staticRoutes } from './web/static-files.ts'
import { follow, keepToOneself, ownForms, plainAddress, slowDown, walls } from './web/walls.ts'

/** What happens to a request, in order. */
export const createApp = async (
  platform: Platform,
  metrics: Metrics = createMetrics(),
  { remember }: Pick<FastLane, 'remember'> = createFastLane(platform, metrics),
): Promise<Hono<WebEnv>> => {
  const isSecure = platform.config.baseUrl.startsWith('https:')
  const desk = peopleDesk(platform)
  const federation = await openFederation(platform)
  const app = new Hono<WebEnv>()

  app.use(remember)
  app.use(follow(platform, metrics))
  app.use(walls(isSecure))
  app.use(keepToOneself)
  app.route('/', probeRoutes(platform, metrics))
  app.route('/', staticRoutes())
  app.route('/', feedRoutes(platform))
  app.use(compress())
  app.use(recognise(platform))
  app.use(plainAddress)
  app.route('/', mailInRoutes(platform, mailHandlers(platform)))
  for (const stop of [stopMailRoutes, stopCalendarMailRoutes]) app.route('/', stop(platform))
  app.route('/', providerFormRoutes(platform, desk, federation))
  app.use(ownForms(platform.config.baseUrl))
  app.use(slowDown(platform))
  app.use(smallEnough())
  app.use(refuseCpr())

  app.route('/', languageRoutes())
  app.route('/', signInRoutes(platform, desk, federation))
  app.route('/', providerRoutes(platform, desk, federation))
  app.route('/', protectionRoutes(platform, trailDesk(platform)))
  app.post('/proeven/fjern', async (c) => {
    await removeSample(platform, c.get('actor'))
    return c.redirect('/', 303)
  })
  app.route('/', partyRoutes(platform, invitationDesk(platform)))
  app.route('/', consentRoutes(platform, directory))
  app.route('/', ownRecordRoutes(platform, directory))
  app.route('/', answerConsentRoutes(platform, directory))
  app.route('/', requestRoutes(platform))
  app.route('/', deletionRoutes(platform, deletionClocks))
  app.route(
    '/',
    agreementRoutes(platform, {
      readContract,
      readCarriedHash: readCarriedApart,
      readPromises: readCommitments,
      toNotation,
    }),
  )
  app.route('/', calendarRoutes(platform, pathOfMeeting))
  for (const pages of [meetingsRoutes, residentRoutes]) app.route('/', pages(platform))
  app.route('/', commitmentRoutes(platform, partnershipPartsOfRooms, promiseCalendar(platform)))

  app.notFound(answerNotFound)
  app.onError(answerError(platform))
  return app
}

/** Whoever accepts an invitation is signed in by it. */
const invitationDesk = (platform: Platform): InvitationDesk => ({
  signIn: async (c, personId) => {
    await signIn(platform, c, { personId, method: 'invitation' })
  },
})

/** The largest file that may be sent in, with room for the form around it. */
const largestBody = 20 * 1024 * 1024 + 64 * 1024

const smallEnough = () =>
  bodyLimit({
    maxSize: largestBody,
    onError: () => {
      throw new Refused('source_too_large', { megabytes: 20 })
    },
  })
