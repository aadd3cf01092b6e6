import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { listPasskeys } from '../access/index.ts'
import { listPlacesNaming, listPostsBeside, type NamedPlace } from '../agreements/index.ts'
import {
  type Handover,
  handoverOf,
  type Holder,
  listConfirmations,
  listHoldersOfPost,
  listHoldingsOf,
  listPostContacts,
  type PostContact,
} from '../parties/index.ts'
import { hasLookedAtContract } from './contract-look.queries.ts'
import { findCalendarLink } from './feed/calendar-link.queries.ts'
import { type FirstStep, stepsDone } from './first-hour.rules.ts'
import { type HandoverList, loadHandover } from './load-handover.ts'
import { listOwedPromises } from './owed-promises.ts'
import type { OwedPromise } from './owed-promises.rules.ts'
import { findMailChoice } from './reminders/reminder.queries.ts'

/** A post that somebody came to, what was handed over with it, and by whom; null where nobody had it before. */
export interface TakenOver {
  readonly holding: Holder
  readonly handover: Handover | null
  readonly list: HandoverList | null
}

/** What somebody new in a post meets first. */
export interface FirstHour {
  readonly holdings: readonly Holder[]
  readonly places: readonly NamedPlace[]
  readonly promises: readonly OwedPromise[]
  readonly greet: readonly PostContact[]
  /** Of the posts they are new in. */
  readonly takenOver: readonly TakenOver[]
  readonly done: ReadonlySet<FirstStep>
}

/** Loads it for a person on a day; `isNew` tells in which of their posts they are new. */
export const loadFirstHour = async (
  tx: ReadTx,
  { personId, day, isNew }: { personId: string; day: Day; isNew: (holding: Holder) => boolean },
): Promise<FirstHour> => {
  const holdings = await listHoldingsOf(tx, personId, day)
  const postIds = holdings.map(({ postId }) => postId)
  const holderIds = holdings.map(({ holderId }) => holderId)
  const beside = await listPostsBeside(tx, postIds, day)
  const confirmed = await listConfirmations(tx, holderIds)
  const { promises } = await listOwedPromises(tx, day, personId)
  return {
    holdings,
    places: await listPlacesNaming(tx, postIds, day),
    promises: promises.filter(({ share }) => share !== 'others'),
    greet: await listPostContacts(tx, beside, day),
    takenOver: await listTakenOver(tx, holdings.filter(isNew), day),
    done: stepsDone({
      hasLooked: await hasLookedAtContract(tx, personId, postIds),
      hasCalendar: (await findCalendarLink(tx, personId)) !== undefined,
      hasChosenMails: (await findMailChoice(tx, personId)) !== undefined,
      passkeys: (await listPasskeys(tx, personId)).length,
      confirmations: holderIds.map((holderId) => confirmed.get(holderId) ?? null),
    }),
  }
}

const listTakenOver = async (tx: ReadTx, holdings: readonly Holder[], day: Day): Promise<TakenOver[]> => {
  const taken: TakenOver[] = []
  for (const holding of holdings) {
    const all = await listHoldersOfPost(tx, holding.postId, { from: null })
    const before = all.findLast((one) => Temporal.PlainDate.compare(one.from, holding.from) < 0)
    const handover = before === undefined ? null : (handoverOf(all, before.holderId) ?? null)
    const list = handover === null ? null : await loadHandover(tx, handover, { post: holding, day })
    taken.push({ holding, handover, list })
  }
  return taken
}
