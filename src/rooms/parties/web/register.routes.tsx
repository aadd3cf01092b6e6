import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { formText } from '../../../web/form-text.ts'
import { type WebContext, pageContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { isPermitted } from '../../access/index.ts'
import { type MergeKind, mergeKinds, type ToMerge } from '../merge.ts'
import { loadRegister } from '../load-register.ts'
import { mergeParties, previewMerge, undoMerge } from '../merge-parties.ts'
import { listDoublePeople, listMerges } from '../merge.queries.ts'
import { partyPolicy } from '../party.policy.ts'
import { registerRefusalTexts } from '../register-refusals.texts.ts'
import { listAreas, listOpenSameness, listPlans } from '../register.queries.ts'
import { datePlan, placeArea, settleSameness } from '../settle-register.ts'
import { findTypedDay } from '../typed-day.rules.ts'
import { MergePage } from './merge.page.tsx'
import { PlansPage } from './plans.page.tsx'
import { RegisterPage } from './register.page.tsx'
import { registerAPage } from './register-search.tsx'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

/** `/enheder`: who belongs under whom, what is one under two names, and plans and areas. */
export const registerRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/enheder', async (c) => {
    const actor = permit(c, partyPolicy.readRegister)
    const day = askedDay(c)
    const mayKeep = isPermitted(actor, partyPolicy.keepRegister) && !pageContext(c).isOfAnotherDay
    const number = /^[1-9]\d{0,4}$/.test(c.req.query('side') ?? '') ? Number(c.req.query('side')) : 1
    const sought = (c.req.query('soeg') ?? '').trim().slice(0, 200)
    const stretch = { from: (number - 1) * registerAPage, most: registerAPage }
    const loaded = await readAs(platform, actor, async (tx) => ({
      shown: await loadRegister(tx, { day, sought, ...stretch }),
      questions: mayKeep ? await listOpenSameness(tx, day) : [],
      doubles: mayKeep ? await listDoublePeople(tx) : [],
      merges: mayKeep ? (await listMerges(tx)).filter(({ undoneAt }) => undoneAt === null) : [],
    }))
    const asked = { day, sought, number }
    return c.html(<RegisterPage page={pageContext(c)} asked={asked} {...loaded} told={c.req.query('besked')} />)
  })

  routes.get('/enheder/sammenlaeg', (c) => {
    permit(c, partyPolicy.keepRegister)
    const ask = (name: string) => c.req.query(name) ?? ''
    return showMerge(platform, c, askedMerge(ask))
  })

  routes.post('/enheder/sammenlaeg', async (c) => {
    const actor = permit(c, partyPolicy.keepRegister)
    const form = await c.req.formData()
    const asked = askedMerge((name) => formText(form, name))
    return orShow(
      c,
      async () => {
        await mergeParties(platform, actor, asked)
        return c.redirect(registerPaths.told('lagt'), 303)
      },
      (refusal) => c.html(<MergePage page={pageContext(c)} asked={asked} preview={null} refusal={refusal} />, 422),
    )
  })

  routes.post('/enheder/sammenlaegning/:id/fortryd', async (c) => {
    await undoMerge(platform, c.get('actor'), c.req.param('id'))
    return c.redirect(registerPaths.told('fortrudt'), 303)
  })

  routes.post('/enheder/spoergsmaal/:id/anden', async (c) => {
    await settleSameness(platform, c.get('actor'), c.req.param('id'))
    return c.redirect(registerPaths.told('anden'), 303)
  })
  routes.route('/', planRoutes(platform))
  return routes
}

const planRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const show = async (c: WebContext, refusal?: string) => {
    const actor = permit(c, partyPolicy.readRegister)
    askedDay(c)
    const shown = await readAs(platform, actor, async (tx) => ({
      plans: await listPlans(tx),
      areas: await listAreas(tx),
    }))
    const told = c.req.query('besked')
    return c.html(<PlansPage page={pageContext(c)} {...shown} told={told} refusal={refusal} />, refusal ? 422 : 200)
  }
  const saved = (c: WebContext) => c.redirect(`${registerPaths.plans}?besked=gemt`, 303)

  routes.get('/enheder/planer', (c) => show(c))

  routes.post('/enheder/planer/:id', async (c) => {
    const actor = permit(c, partyPolicy.keepRegister)
    const form = await c.req.formData()
    return orShow(
      c,
      async () => {
        const [from, to] = [typedDayOrNone(form, 'fra'), typedDayOrNone(form, 'til')]
        await datePlan(platform, actor, c.req.param('id'), from === null && to === null ? null : { from, to })
        return saved(c)
      },
      (refusal) => show(c, refusal),
    )
  })

  routes.post('/enheder/omraader/:id', async (c) => {
    const actor = permit(c, partyPolicy.keepRegister)
    const district = formText(await c.req.formData(), 'bydel')
      .trim()
      .slice(0, 200)
    await placeArea(platform, actor, c.req.param('id'), district === '' ? null : district)
    return saved(c)
  })
  return routes
}

const typedDayOrNone = (form: FormData, name: string) => {
  const typed = formText(form, name)
  if (typed === '') return null
  const day = findTypedDay(typed)
  if (day === undefined) throw new Refused('not_a_day')
  return day
}

const isKind = (text: string): text is MergeKind => mergeKinds.some((kind) => kind === text)

const askedMerge = (ask: (name: string) => string): ToMerge => {
  const kind = ask('slags')
  if (!isKind(kind)) throw new Refused('merge_thing_not_found')
  return { kind, keptId: ask('behold'), lostId: ask('opgiv') }
}

const showMerge = (platform: Platform, c: WebContext, asked: ToMerge): Promise<Response> =>
  orShow(
    c,
    async () => {
      const preview = await previewMerge(platform, c.get('actor'), asked)
      return c.html(<MergePage page={pageContext(c)} asked={asked} preview={preview} />)
    },
    (refusal) => c.html(<MergePage page={pageContext(c)} asked={asked} preview={null} refusal={refusal} />, 422),
  )

/** Answers with what was done; or shows the page again with the sentence why not. Who may not, and what is not there, have pages of their own. */
export const orShow = async (
  c: WebContext,
  answer: () => Promise<Response>,
  show: (refusal: string) => Response | Promise<Response>,
): Promise<Response> => {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused) || !isToldBesideForm(error.code)) throw error
    return show(refusalWords([registerRefusalTexts, registerTexts], error, c.get('language')))
  }
}

const isToldBesideForm = (code: string): boolean =>
  !code.endsWith('_not_found') && (code in registerRefusalTexts.da || code === 'not_a_day')
