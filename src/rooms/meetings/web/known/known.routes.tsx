import { Hono } from 'hono'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { limits } from '../../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { requirePermission } from '../../../access/index.ts'
import { outsideTexts } from '../../../calendar/index.ts'
import { fetchOwn, followOwn, readOwnKnown, removeOwn } from '../../known/keep-known.ts'
import type { KnownFault } from '../../known/known-calendar.ts'
import { knownTexts } from '../../known/known.texts.ts'
import { meetingsPolicy } from '../../meetings.policy.ts'
import { KnownPage } from './known.page.tsx'
import { knownPath } from './known.paths.ts'

const toldBy = { brug: 'followed', hent: 'fetched', fjern: 'removed' } as const

/** `/moeder/min-kalender`: one's own calendar elsewhere is followed, fetched and removed. */
export const knownRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refused: { readonly sentence: string; readonly typed: string } | null) => {
    const actor = permitSelf(c)
    const known = await readOwnKnown(platform, actor)
    const props = {
      known,
      faultWords: known?.fault ? wordsOf(c, new Refused(known.fault.code, { ...known.fault.facts })) : '',
      now: platform.clock.now(),
      told: refused === null ? toldIn(c, known?.fault ?? null) : null,
      refusal: refused?.sentence ?? null,
      typed: refused?.typed ?? '',
    }
    c.header('cache-control', 'private, no-store')
    return c.html(<KnownPage page={pageContext(c)} {...props} />, refused === null ? 200 : 422)
  }

  routes.get(knownPath, (c) => show(c, null))

  routes.post(knownPath, async (c) => {
    const actor = permitSelf(c)
    const form = await c.req.formData()
    const goes = formLine(form, 'goer')
    const typed = formLine(form, 'adresse')
    try {
      if (goes === 'fjern') await removeOwn(platform, actor)
      else {
        await requireTurn(platform, limits.outsideFetch, c.get('clientAddress'))
        await (goes === 'hent' ? fetchOwn(platform, actor) : followOwn(platform, actor, typed))
      }
      return c.redirect(`${knownPath}?tak=${goes === 'fjern' || goes === 'hent' ? goes : 'brug'}`, 303)
    } catch (error) {
      return show(c, { sentence: wordsOf(c, error), typed })
    }
  })
  return routes
}

/** Lets on those who may keep a calendar here; what they see is their own alone. */
const permitSelf = (c: WebContext) => {
  const actor = permit(c, meetingsPolicy.keepKnownCalendar)
  const toThing = new Set(['self'] as const)
  requirePermission(actor, meetingsPolicy.readKnownCalendar, toThing)
  c.set('sight', { permission: meetingsPolicy.readKnownCalendar, toThing })
  return actor
}

/** The sentence for what stands in the way of a calendar; anything else is thrown on. */
const wordsOf = (c: WebContext, error: unknown): string => {
  if (!(error instanceof Refused)) throw error
  return refusalWords([knownTexts, outsideTexts], error, c.get('language'))
}

/** What was done; that it was fetched is said only where it could be. */
const toldIn = (c: WebContext, fault: KnownFault | null): string | null => {
  const words = pick(knownTexts, c.get('language'))
  const done = Object.entries(toldBy).find(([code]) => code === c.req.query('tak'))?.[1]
  return done === undefined || (done === 'fetched' && fault !== null) ? null : words[done]
}
