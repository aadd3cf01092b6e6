import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { formText } from '../../../web/form-text.ts'
import type { WebContext, WebEnv } from '../../../web/page-context.ts'
import { correctCommitment, splitCommitment, withdrawCommitment } from '../correct-commitment.ts'
import type { CommitmentReading } from '../commitment.ts'
import { readReading } from '../promise.forms.ts'
import { toNotation } from '../reading/to-notation.ts'
import { planOfCommitment, troubleWith } from '../standings.ts'
import { standingOn } from '../state/state.rules.ts'
import type { TermTrouble } from '../state/term-trouble.rules.ts'
import { loadPromise } from './load-promise.ts'
import { promiseTexts } from './promise.texts.ts'
import { promisePath, showPromise, workOrShow } from './show-promise.tsx'

/** Correcting how a promise was read: its words, owner and term; splitting it; saying that it is none. */
export const correctPromiseRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.post('/loefter/:id/ret', async (c) => {
    const commitmentId = c.req.param('id')
    const form = await c.req.formData()
    const { value: reading, errors: misread } = readReading((name) => formText(form, name), toNotation)
    const { next, trouble } = misread.size > 0 ? unseen : await lookAhead(platform, c, commitmentId, reading)
    const errors = trouble === null ? misread : new Map([['frist', trouble]])
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
    for (const { value } of [first, second]) {
      const { trouble } = await lookAhead(platform, c, commitmentId, value)
      if (trouble) return showPromise(platform, c, commitmentId, { refusal: promiseTexts[c.get('language')][trouble] })
    }
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

interface Ahead {
  /** When the term would next be due, in words; null where nothing would. */
  readonly next: string | null
  /** What is wrong with a term that was typed anew; one that was read so stays as it is. */
  readonly trouble: TermTrouble | null
}

const unseen: Ahead = { next: null, trouble: null }

/** What a term as typed would mean for this promise. */
const lookAhead = async (
  platform: Platform,
  c: WebContext,
  commitmentId: string,
  { notation, kind }: Pick<CommitmentReading, 'notation' | 'kind'>,
): Promise<Ahead> => {
  const day = today(platform.clock)
  const { commitment } = await readAs(platform, c.get('actor'), (tx) => loadPromise(tx, commitmentId, day))
  const plan = planOfCommitment({ ...commitment, notation, kind }, day)
  const trouble = notation === commitment.notation ? null : troubleWith({ ...commitment, notation, kind }, day)
  const { nextOn } = standingOn(plan, [], dayNumberOf(day))
  return { next: nextOn === null ? null : formatDay(toDay(nextOn), c.get('language')), trouble }
}
