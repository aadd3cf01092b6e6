/** How many turns one subject has in a span of time. All may be used at once; then they come back one by one, evenly. */
export interface Limit {
  /** What is counted: limits of different names never share turns. */
  readonly name: string
  readonly turns: number
  readonly seconds: number
}

const minute = 60
const hour = 60 * minute

/** The limits by name. What the subject is stands in each name or beside it. */
export const limits = {
  /** Mails with a link to sign in, per mail address. */
  signInMailPerAddress: { name: 'sign_in_mail_per_address', turns: 5, seconds: hour },
  /** The same, per client address: one who asks for many people's mails. */
  signInMailPerNetwork: { name: 'sign_in_mail_per_network', turns: 20, seconds: hour },
  /** Attempts to sign in by any way, per client address. */
  signInAttempt: { name: 'sign_in_attempt', turns: 10, seconds: 5 * minute },
  /** Sign-ins begun at or answered by an identity provider, per client address: a whole town hall may have one. */
  providerSignIn: { name: 'provider_sign_in', turns: 120, seconds: minute },
  /** Mails with a link to what is kept about oneself, per mail address. */
  residentLink: { name: 'resident_link', turns: 5, seconds: hour },
  /** Files checked against an agreement, per client address: each is opened in a thread of its own. */
  fileChecked: { name: 'file_checked', turns: 20, seconds: 5 * minute },
  /** Answers by a link that asks somebody to confirm, per client address. */
  answerByLink: { name: 'answer_by_link', turns: 30, seconds: 5 * minute },
  /** Archives of the whole partnership asked for, per person: each is minutes of work. */
  partnershipExport: { name: 'partnership_export', turns: 10, seconds: hour },
  /** Sign-ups for activities, per client address: a whole estate may have one. */
  signUp: { name: 'sign_up', turns: 30, seconds: 10 * minute },
  /** The same, per mail address or phone number: nobody is signed up by another for everything. */
  signUpContact: { name: 'sign_up_contact', turns: 10, seconds: hour },
  /** Phones that ask to be told, per client address. */
  push: { name: 'push', turns: 60, seconds: 10 * minute },
  /** Forms sent in, per client address. */
  formPost: { name: 'form_post', turns: 120, seconds: minute },
  /** Calendars elsewhere that somebody has us fetch, per client address: each asks a foreign server. */
  outsideFetch: { name: 'outside_fetch', turns: 60, seconds: 10 * minute },
  /** Mails handed in by a program, per client address: all come from one. */
  mailIn: { name: 'mail_in', turns: 600, seconds: minute },
  /** Calendars fetched, per client address. */
  feed: { name: 'feed', turns: 120, seconds: minute },
  /** Public pages and feeds that had to be made, per client address: what is there already costs nothing. */
  madeAnew: { name: 'made_anew', turns: 240, seconds: minute },
} as const satisfies Record<string, Limit>
