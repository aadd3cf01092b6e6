import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import type { Holder, PeopleInView } from './holder.ts'
import type { Duty } from './party.ts'

/** Those who hold a post on the day, those who will, and those who did. */
export const sortByDay = (holders: readonly Holder[], day: Day): PeopleInView => ({
  today: holders.filter((holder) => hasBegun(holder, day) && !isOver(holder, day)),
  coming: holders.filter((holder) => !hasBegun(holder, day)),
  gone: holders.filter((holder) => isOver(holder, day)),
})

const hasBegun = ({ from }: Pick<Holder, 'from'>, day: Day): boolean => Temporal.PlainDate.compare(from, day) <= 0

/** Whether the post is held no more on the day. */
export const isOver = ({ until }: Pick<Holder, 'until'>, day: Day): boolean =>
  until !== null && Temporal.PlainDate.compare(until, day) <= 0

/** Whether the post was not held before the day, so that it can be taken back as if it had not been given. */
export const isNew = ({ from }: Pick<Holder, 'from'>, day: Day): boolean => Temporal.PlainDate.compare(from, day) >= 0

/** Throws Refused('ends_before_it_began'), also where no day would be left, and Refused('ended_already'). */
export const requireEnd = (holder: Holder, until: Day): void => {
  if (Temporal.PlainDate.compare(until, holder.from) <= 0)
    throw new Refused('ends_before_it_began', { who: holder.name, day: holder.from.toString() })
  if (isOver(holder, until)) throw new Refused('ended_already', { who: holder.name, day: String(holder.until) })
}

/** How many hold a post with each of these on a day, beside the one who leaves it. */
export interface Remaining {
  readonly administrators: number
  readonly leads: number
}

/** Throws Refused('last_administrator') or Refused('last_lead') where nobody would be left. */
export const requireSomeoneLeft = ({ duties, isLead, name }: Holder, others: Remaining): void => {
  if (duties.includes('administrator') && others.administrators === 0)
    throw new Refused('last_administrator', { who: name })
  if (isLead && others.leads === 0) throw new Refused('last_lead', { who: name })
}

/** What taking and giving makes of the duties of a post. */
export const changeDuties = (had: readonly Duty[], wanted: readonly Duty[]) => ({
  given: wanted.filter((duty) => !had.includes(duty)),
  taken: had.filter((duty) => !wanted.includes(duty)),
})

/** Holders whose name, post, organisation, plan or unit has every word that is sought, Danish letters or not. */
export const searchHolders = (holders: readonly Holder[], sought: string): Holder[] => {
  const words = plainLetters(sought)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return holders.filter(({ name, title, organisation, plan, unit }) => {
    const text = plainLetters([name, title, organisation, plan, unit].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** Small letters as they are written without a Danish keyboard: "Østerby" and "oesterby" are the same. */
const plainLetters = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
