import type { Day } from '../../../platform/day.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { type Grouping, groupings } from '../contacts/contact.ts'

/** What the contacts are asked for; all of it stands in the address. */
export interface ContactFilter {
  readonly sought: string
  readonly grouping: Grouping
  /** An agreement's address, or with a slash one of its activities. */
  readonly activity: string
  /** From 1. */
  readonly page: number
  /** All on one page, without promises: to be printed. */
  readonly isPhoneList: boolean
}

export const contactsPath = '/kontakter'

/** So many contacts stand on a page. */
export const contactsAPage = 50

const groupingWords: Readonly<Record<Grouping, string>> = {
  party: 'part',
  plan: 'plan',
  unit: 'enhed',
  post: 'funktion',
  activity: 'aktivitet',
}

/** Reads the filter from an address; what is not understood counts as not asked. */
export const readContactFilter = (asked: (name: string) => string | undefined): ContactFilter => {
  const text = (name: string) => (asked(name) ?? '').trim().slice(0, 200)
  const page = /^[1-9]\d{0,5}$/.test(text('side')) ? Number(text('side')) : 1
  return {
    sought: text('q'),
    grouping: groupings.find((one) => groupingWords[one] === text('efter')) ?? 'party',
    activity: text('aktivitet'),
    page,
    isPhoneList: text('vis') === 'liste',
  }
}

/** The part of the address that asks for the filter, beginning with `?`; '' where nothing out of the ordinary is asked. */
export const contactQuery = (filter: ContactFilter, day: Day | null): string => {
  const asked = new URLSearchParams()
  const put = (name: string, value: string) => value !== '' && asked.set(name, value)
  put('q', filter.sought)
  put('efter', filter.grouping === 'party' ? '' : groupingWords[filter.grouping])
  put('aktivitet', filter.activity)
  put('dag', day?.toString() ?? '')
  put('vis', filter.isPhoneList ? 'liste' : '')
  put('side', filter.page === 1 ? '' : String(filter.page))
  return asked.size === 0 ? '' : `?${asked}`
}

/** A grouping's word in the address. */
export const groupingInAddress = (grouping: Grouping): string => groupingWords[grouping]

/** What every part of the page needs to know. */
export interface ContactView {
  readonly page: PageContext
  readonly day: Day
  readonly filter: ContactFilter
}

/** The page's address with some of the filter changed. */
export const contactsHref = ({ page, day, filter }: ContactView, change: Partial<ContactFilter>): string =>
  `${contactsPath}${contactQuery({ ...filter, page: 1, ...change }, day.equals(page.today) ? null : day)}`
