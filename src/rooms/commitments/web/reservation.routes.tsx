import { Hono } from 'hono'
import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { getVersionOn } from '../../agreements/index.ts'
import { listCommitments } from '../commitment.queries.ts'
import { reservationRefusalTexts } from '../reservation-refusals.texts.ts'
import { readSettlement } from '../reservation.forms.ts'
import { findReservationPlace, listReservations } from '../reservation.queries.ts'
import { settleReservation } from '../settle-reservation.ts'
import { listStandings } from '../standings.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { lookAt } from './look-at.ts'
import { ReservationPage, type ReservationTyped, type ReservationView } from './reservation.page.tsx'

/** `/forbehold/:id`: a reservation, what hangs on it, and what became of it. */
export const reservationRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, reservationId: string, typed: ReservationTyped = {}) => {
    const view = await readAs(platform, c.get('actor'), (tx) => loadReservation(c, tx, reservationId))
    const status = typed.refusal !== undefined || (typed.errors?.size ?? 0) > 0 ? 422 : 200
    return c.html(<ReservationPage page={pageContext(c)} view={view} typed={typed} />, status)
  }

  routes.get('/forbehold/:id', (c) => show(c, c.req.param('id')))

  routes.post('/forbehold/:id', async (c) => {
    const reservationId = c.req.param('id')
    const form = await c.req.formData()
    const text = (name: string) => formText(form, name)
    const { value, errors } = readSettlement(text)
    if (errors.size > 0) return show(c, reservationId, { text, errors })
    try {
      const settlement = { reservationId, settlements: Number(text('afklaringer')), ...value }
      const { slug, activityId } = await settleReservation(platform, c.get('actor'), settlement)
      return c.redirect(`/aftaler/${slug}#${activityId}`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'reservation_not_found') throw error
      const refusal = refusalWords([reservationRefusalTexts], error, c.get('language'))
      return show(c, reservationId, { text, refusal })
    }
  })
  return routes
}

/** A reservation with what its page tells, as of a day. Throws Refused('reservation_not_found'). */
const loadReservation = async (c: WebContext, tx: ReadTx, reservationId: string): Promise<ReservationView> => {
  const day = askedDay(c)
  const place = await findReservationPlace(tx, reservationId)
  if (!place) throw new Refused('reservation_not_found')
  const version = await getVersionOn(tx, place.slug, day)
  await lookAt(c, tx, { ...version, agreementVersionId: place.agreementVersionId })
  const reservations = await listReservations(tx, place.agreementVersionId, day)
  const reservation = reservations.find((one) => one.reservationId === place.reservationId)
  if (!reservation) throw new Refused('reservation_not_found')
  const hanging = new Set(reservation.promises)
  const promises = (await listCommitments(tx, place.agreementVersionId)).filter(({ readingId }) =>
    hanging.has(readingId),
  )
  const { document, slug } = version
  return {
    reservation,
    slug,
    agreement: document.focusArea ?? document.title ?? slug,
    activity: document.activities.find(({ id }) => id === reservation.activityId)?.title ?? '',
    promises,
    standings: await listStandings(tx, promises, day),
    day,
  }
}
