import { Refused } from '../../../platform/refused.ts'
import type { WebContext } from '../../../web/page-context.ts'

type Page = Parameters<WebContext['html']>[0]

/**
 * Answers whoever comes by a secret link, or tells kindly why it opens nothing: 404 where there was never such a link, 410 where it has
 * ended. `kind` is what the codes of its refusals begin with. The address is a secret: nothing keeps the answer.
 */
export const bySecretLink = async (
  c: WebContext,
  kind: string,
  answer: () => Promise<Response>,
  tell: (error: Refused) => Page,
): Promise<Response> => {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  c.header('referrer-policy', 'no-referrer')
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused) || !error.code.startsWith(`${kind}_`)) throw error
    return c.html(tell(error), error.code === `${kind}_not_found` ? 404 : 410)
  }
}
