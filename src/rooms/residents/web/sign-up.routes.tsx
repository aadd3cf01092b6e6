import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { WebContext, WebEnv } from '../../../web/page-context.ts'
import { visitor } from '../../access/index.ts'
import {
  cancelSignUp,
  countTaken,
  findListedOccurrence,
  isOpenForSignUp,
  type ListedOccurrence,
  makeSignUp,
  placesLeft,
  readSignUp,
  type SignUpFacts,
  signUpPath,
} from '../../calendar/index.ts'
import { signUpRefusals } from '../words/resident-words.ts'
import { NotFoundPage } from './not-found.page.tsx'
import { residentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'
import { type ReadSignUp, readSignUpForm } from './sign-up.form.ts'
import { NoSignUpPage, OwnSignUpPage, SignUpFormPage } from './sign-up.page.tsx'

/** `/det-sker/:id/tilmeld` and `/tilmelding/:token`: children are signed up, and the sign-up is cancelled by its link. */
export const signUpRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const find = (occurrenceId: string) =>
    readAs(platform, visitor, async (tx) => {
      const occurrence = await findListedOccurrence(tx, occurrenceId)
      if (occurrence === undefined) return undefined
      const taken = (await countTaken(tx, [occurrence.occurrenceId])).get(occurrence.occurrenceId) ?? 0
      return { occurrence, isFull: placesLeft({ places: occurrence.series.places, taken }) === 0 }
    })

  const show = async (c: WebContext, read: Pick<ReadSignUp, 'typed' | 'errors'>, refused: unknown = null) => {
    const occurrenceId = c.req.param('occurrenceId') ?? ''
    const page = residentPage(c, residentPaths.signUp(occurrenceId))
    const found = await find(occurrenceId)
    if (found === undefined) return c.html(<NotFoundPage page={page} />, 404)
    const isClosed = !isOpenForSignUp(found.occurrence, found.occurrence.series, platform.clock.now())
    const refusal = refusalOf(refused) ?? (isClosed ? 'sign_up_closed' : null)
    const isRight = refusal === null && read.errors.size === 0
    return c.html(<SignUpFormPage page={page} {...found} read={read} refusal={refusal} />, isRight ? 200 : 422)
  }

  routes.get('/det-sker/:occurrenceId/tilmeld', (c) => {
    const typed = { navn: '', kontakt: '', antal: '1', noegle: randomBytes(32).toString('base64url') }
    return show(c, { typed, errors: new Map() })
  })

  routes.post('/det-sker/:occurrenceId/tilmeld', async (c) => {
    const occurrenceId = c.req.param('occurrenceId')
    const { language } = residentPage(c, residentPaths.signUp(occurrenceId))
    const read = readSignUpForm(await c.req.formData(), language)
    if (read.facts === null) return show(c, read)
    try {
      await takeTurns(platform, c, read.facts)
      const token = await makeSignUp(platform, occurrenceId, read.facts, read.typed.noegle)
      return c.redirect(signUpPath(token), 303)
    } catch (error) {
      if (refusalOf(error) === null) throw error
      return show(c, read, error)
    }
  })

  return routes.route('/', ownSignUpRoutes(platform))
}

const takeTurns = async (platform: Platform, c: WebContext, facts: SignUpFacts): Promise<void> => {
  await requireTurn(platform, limits.signUp, c.get('clientAddress'))
  await requireTurn(platform, limits.signUpContact, facts.email?.toLowerCase() ?? facts.phone ?? '')
}

const refusalOf = (error: unknown) =>
  error instanceof Refused ? (signUpRefusals.find((code) => code === error.code) ?? null) : null

const ownSignUpRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const path = '/tilmelding/:token{[\\w-]{43}}'

  const find = async (token: string) => {
    const signUp = await readSignUp(platform, token)
    const occurrence: ListedOccurrence | undefined =
      signUp && (await readAs(platform, visitor, (tx) => findListedOccurrence(tx, signUp.occurrenceId)))
    return signUp && occurrence && { signUp, occurrence }
  }

  routes.get('/tilmelding/afmeldt', (c) =>
    c.html(<NoSignUpPage page={residentPage(c, '/tilmelding/afmeldt')} isCancelled />),
  )

  routes.get(path, async (c) => {
    const token = c.req.param('token')
    const page = residentPage(c, signUpPath(token))
    const found = await find(token)
    // Somebody's own: kept by no browser, and leaves no trace in the address of where they go next.
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    if (found === undefined) return c.html(<NoSignUpPage page={page} isCancelled={false} />, 404)
    const isToCome = Temporal.Instant.compare(found.occurrence.startsAt, platform.clock.now()) > 0
    return c.html(<OwnSignUpPage page={page} token={token} {...found} isToCome={isToCome} />)
  })

  routes.post(path, async (c) => {
    const token = c.req.param('token')
    try {
      await cancelSignUp(platform, token)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'sign_up_not_found') throw error
    }
    return c.redirect('/tilmelding/afmeldt', 303)
  })
  return routes
}
