import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { pageContext, type WebContext } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { isVersionPublished } from '../../agreements/index.ts'
import { loadPromise } from './load-promise.ts'
import { lookAt } from './look-at.ts'
import { PromisePage, type PromiseTyped } from './promise.page.tsx'
import { promiseTexts } from './promise.texts.ts'

export const promisePath = (commitmentId: string): string => `/loefter/${commitmentId}`

/** Shows a promise's page, with what was typed and could not be taken. */
export const showPromise = async (
  platform: Platform,
  c: WebContext,
  commitmentId: string,
  typed: PromiseTyped = {},
) => {
  const view = await readAs(platform, c.get('actor'), async (tx) => {
    const promise = await loadPromise(tx, commitmentId, askedDay(c))
    const { agreementVersionId } = promise.commitment
    await lookAt(c, tx, { agreementVersionId, isPublished: await isVersionPublished(tx, agreementVersionId) })
    return promise
  })
  const isRefused =
    typed.refusal !== undefined || [typed.evidence, typed.reading].some((form) => (form?.errors.size ?? 0) > 0)
  return c.html(<PromisePage page={pageContext(c)} view={view} typed={typed} />, isRefused ? 422 : 200)
}

interface Attempt {
  readonly commitmentId: string
  /** Does the work and answers with where to go on. */
  readonly work: () => Promise<string>
  readonly typed?: PromiseTyped
}

/** Does the work and goes on; a refusal comes back on the promise's page, above what was typed. */
export const workOrShow = async (platform: Platform, c: WebContext, { commitmentId, work, typed }: Attempt) => {
  try {
    return c.redirect(await work(), 303)
  } catch (error) {
    if (!(error instanceof Refused) || !(error.code in promiseTexts.da)) throw error
    const refusal = refusalWords([promiseTexts], error, c.get('language'))
    return showPromise(platform, c, commitmentId, { ...typed, refusal })
  }
}
