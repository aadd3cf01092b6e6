import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { formText } from '../../../web/form-text.ts'
import type { WebContext, WebEnv } from '../../../web/page-context.ts'
import { correctCommitment, splitCommitment, withdrawCommitment } from '../correct-commitment.ts'
import { readReading } from '../promise.forms.ts'
import { toNotation } from '../reading/to-notation.ts'
import { planOfCommitment } from '../standings.ts'
import { standingOn } from '../state/state.rules.ts'
import { loadPromise } from './load-promise.ts'
import { promiseTexts } from './promise.texts.ts'
import { promisePath, showPromise, workOrShow } from './show-promise.tsx'

/** Correcting how a promise was read: its words, owner and term; splitting it; saying that it is none. */
export const correctPromiseRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.post('/loefter/:id/ret', async (c) => {
    const commitmentId = c.req.param('id')
    const form = await c.req.formData()
    const { value: reading, errors } = readReading((name) => formText(form, name), toNotation)
    const next = errors.size > 0 ? null : await nextDue(platform, c, commitmentId, reading.notation)
    const typed = { reading: { reading, term: formText(form, 'frist'), errors, next } }
    if (errors.size > 0 || formText(form, 'goer') === 'se') return showPromise(platform, c, commitmentId, typed)
    const work = async () => {
      await correctCommitment(platform, c.get('actor'), seenIn(commitmentId, form), reading)
      return promisePath(commitmentId)
    }
    return workOrShow(platform, c, { commitmentId, work, typed })
  })

  routes.post('/loefter/:id/del', async (c) => {
    const commitmentId = c.req.param('id')
    const form = await c.req.formData()
    const [first, second] = (['1-', '2-'] as const).map((prefix) =>
      readReading((name) => formText(form, name), toNotation, prefix),
    )
    if (!first || !second || first.errors.size + second.errors.size > 0)
      return showPromise(platform, c, commitmentId, { refusal: promiseTexts[c.get('language')].notATerm })
    const work = async () =>
      promisePath(
        await splitCommitment(platform, c.get('actor'), seenIn(commitmentId, form), [first.value, second.value]),
      )
    return workOrShow(platform, c, { commitmentId, work })
  })

  for (const [verb, isWithdrawn] of [['traek', true] as const, ['genoptag', false] as const])
    routes.post(`/loefter/:id/${verb}`, async (c) => {
      const commitmentId = c.req.param('id') ?? ''
      const form = await c.req.formData()
      const work = async () => {
        await withdrawCommitment(platform, c.get('actor'), seenIn(commitmentId, form), isWithdrawn)
        return promisePath(commitmentId)
      }
      return workOrShow(platform, c, { commitmentId, work })
    })
  return routes
}

const seenIn = (commitmentId: string, form: FormData) => ({
  commitmentId,
  corrections: Number(formText(form, 'rettelser')),
})

/** When a term would next be due for this promise, in words; null where nothing would. */
const nextDue = async (platform: Platform, c: WebContext, commitmentId: string, notation: string) => {
  const day = today(platform.clock)
  const { commitment } = await readAs(platform, c.get('actor'), (tx) => loadPromise(tx, commitmentId, day))
  const plan = planOfCommitment({ ...commitment, notation }, day)
  const { nextOn } = standingOn(plan, [], dayNumberOf(day))
  return nextOn === null ? null : formatDay(toDay(nextOn), c.get('language'))
}
