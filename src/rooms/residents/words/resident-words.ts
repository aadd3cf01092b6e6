import type { PricePer, SeriesKind } from '../../calendar/index.ts'

/** Everything the interface says to residents, the same in each language. Numbers, days and names come already written. */
export interface ResidentWords {
  readonly skip: string
  readonly question: string
  readonly sample: string
  readonly menu: string
  readonly happening: string
  readonly contacts: string
  readonly ownRecord: string
  readonly help: string
  readonly language: string
  readonly forPartners: string
  readonly overview: string
  readonly agreements: string
  readonly signIn: string
  readonly seenByAll: string

  readonly choose: string
  readonly age: string
  readonly area: string
  readonly kind: string
  readonly spoken: string
  readonly today: string
  readonly thisWeek: string
  readonly free: string
  readonly any: string
  readonly clear: string
  readonly search: string
  readonly find: string
  readonly nothing: string
  readonly nearest: string
  readonly nothingAhead: string
  readonly moreDays: string
  readonly moreThanShown: string
  readonly kinds: Readonly<Record<SeriesKind, string>>

  readonly until: (time: string) => string
  readonly years: (range: string) => string
  readonly yearsFrom: (age: string) => string
  readonly yearsTo: (age: string) => string
  readonly allAges: string
  readonly pers: Readonly<Record<PricePer, string>>
  readonly placesLeft: (count: number, told: string) => string
  readonly full: string
  readonly cancelled: string
  readonly moved: string

  readonly where: string
  readonly who: string
  readonly price: string
  readonly languages: string
  readonly goesAlong: string
  readonly organiser: string
  readonly entrance: string
  readonly map: string
  readonly wasBefore: (when: string) => string
  readonly isOver: string
  readonly isCancelled: string
  readonly nextTime: string
  readonly nextTimes: string
  readonly addToCalendar: string
  readonly subscribe: string
  readonly share: string
  readonly copied: string
  readonly print: string
  readonly back: string
  readonly notFoundTitle: string
  readonly notFound: string
  readonly savedAt: string
  readonly install: string
  readonly installWhy: string
  readonly notNow: string

  readonly tellMe: string
  readonly tellMeOfThis: string
  readonly told: string
  readonly stopTelling: string
  readonly notTold: string

  readonly helpTitle: string
  readonly helpLanguage: string
  readonly helpLanguageMore: string
  readonly helpPhone: string
  readonly helpPhoneMore: string
  readonly helpCalendar: string
  readonly helpCalendarMore: string
  readonly helpPrivacy: string
  readonly helpPrivacyMore: string
  readonly helpPeople: string
  readonly helpPeopleMore: string
  readonly printWeek: string
  readonly posterScan: string
  readonly posterTitle: string
  readonly week: string
  readonly before: string
  readonly after: string
  readonly size: string
  readonly alsoIn: string
  readonly posterNothing: string

  readonly signUp: SignUpWords
}

/** What is said to those who sign up, and why it did not work. */
export interface SignUpWords {
  readonly title: string
  readonly open: string
  readonly name: string
  readonly nameHint: string
  readonly contact: string
  readonly contactHint: string
  readonly children: string
  readonly childrenHint: string
  readonly send: string
  readonly sendWaiting: string
  readonly privacy: string
  readonly trap: string
  readonly waitingNote: string
  readonly thanksComing: string
  readonly thanksWaiting: string
  readonly keepLink: string
  readonly mailSent: string
  readonly cancel: string
  readonly cancelWhy: string
  readonly cancelled: string
  readonly cancelledMore: string
  readonly gone: string
  readonly goneMore: string
  readonly inLine: string
  readonly left: string
  readonly refusals: Readonly<Record<SignUpRefusal, string>>
}

export const signUpRefusals = [
  'no_name',
  'not_reachable',
  'not_a_number',
  'signed_up_already',
  'sign_up_closed',
  'looks_like_robot',
  'too_many_requests',
] as const

export type SignUpRefusal = (typeof signUpRefusals)[number]
