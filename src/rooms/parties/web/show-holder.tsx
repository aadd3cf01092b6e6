import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { pageContext, type WebContext } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { getHolder } from '../holder.queries.ts'
import { invitationUrl } from '../invitation-link.ts'
import { findInvitationOf } from '../invitation.queries.ts'
import { partyPolicy } from '../party.policy.ts'
import { HolderPage } from './holder.page.tsx'

interface Shown {
  readonly told?: string | undefined
  readonly token?: string
  readonly refusal?: string
  readonly typedDay?: string
}

/** Answers with the page about one person in one post. */
export const showHolder = async (
  platform: Platform,
  c: WebContext,
  holderId: string,
  { token, ...shown }: Shown = {},
): Promise<Response> => {
  const actor = c.get('actor')
  requirePermission(actor, partyPolicy.invite)
  c.set('sight', { permission: partyPolicy.invite, toThing: new Set() })
  const day = askedDay(c)
  const seen = await readAs(platform, actor, async (tx) => ({
    holder: await getHolder(tx, holderId, day),
    invitation: await findInvitationOf(tx, holderId),
  }))
  const link = token === undefined ? undefined : invitationUrl(platform.config.baseUrl, token)
  const page = <HolderPage page={pageContext(c)} {...seen} {...shown} link={link} now={platform.clock.now()} />
  return c.html(page, shown.refusal === undefined ? 200 : 422)
}
