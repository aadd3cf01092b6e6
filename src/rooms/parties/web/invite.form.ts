import { findId, newId } from '../../../platform/id.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import { formText } from '../../../web/form-text.ts'
import type { InvitationForm } from '../invitation.ts'
import { type PostChoice, wholePostWords } from '../party.ts'
import { findTypedDay } from '../typed-day.rules.ts'

export type InviteError = 'needed' | 'too_long' | 'not_a_day' | 'unknown_post' | 'one_post' | 'mail_address_wrong'

/** The form's fields as they were typed. */
export interface InviteTyped {
  readonly nr: string
  readonly navn: string
  readonly mail: string
  readonly funktion: string
  readonly titel: string
  readonly organisation: string
  readonly plan: string
  readonly enhed: string
  readonly fra: string
  readonly samme: string
  readonly afloeser: string
}

export interface ReadInvite {
  readonly typed: InviteTyped
  readonly errors: ReadonlyMap<keyof InviteTyped, InviteError>
  /** Null where there are errors. */
  readonly form: InvitationForm | null
}

/** An empty form under a number of its own. */
export const emptyInvite = (from: string): InviteTyped => ({
  nr: newId<'invitation'>(),
  navn: '',
  mail: '',
  funktion: '',
  titel: '',
  organisation: '',
  plan: '',
  enhed: '',
  fra: from,
  samme: '',
  afloeser: '',
})

const longest = 200

/** Reads whom to invite to what; a post is told by its whole words, as the list has them. */
export const readInvite = (form: FormData, posts: readonly PostChoice[]): ReadInvite => {
  const answer = (name: keyof InviteTyped) =>
    formText(form, name)
      .normalize('NFC')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  const typed: InviteTyped = {
    nr: findId<'invitation'>(answer('nr')) ?? newId<'invitation'>(),
    navn: answer('navn'),
    mail: answer('mail'),
    funktion: answer('funktion'),
    titel: answer('titel'),
    organisation: answer('organisation'),
    plan: answer('plan'),
    enhed: answer('enhed'),
    fra: answer('fra'),
    samme: answer('samme'),
    afloeser: answer('afloeser'),
  }
  const errors = new Map<keyof InviteTyped, InviteError>()
  for (const name of ['navn', 'titel', 'organisation', 'plan', 'enhed'] as const)
    if (typed[name].length > longest) errors.set(name, 'too_long')
  for (const name of ['navn', 'mail'] as const) if (typed[name] === '') errors.set(name, 'needed')
  if (typed.mail !== '' && !isMailAddress(typed.mail)) errors.set('mail', 'mail_address_wrong')
  const from = findTypedDay(typed.fra)
  if (from === undefined) errors.set('fra', 'not_a_day')
  const post = readPost(typed, posts, errors)
  if (errors.size > 0 || from === undefined || post === null) return { typed, errors, form: null }
  const read: InvitationForm = {
    invitationId: typed.nr,
    name: typed.navn,
    email: typed.mail,
    samePerson: typed.samme === '' ? null : typed.samme === 'anden' ? 'another' : typed.samme,
    post,
    from,
    present: typed.afloeser === 'ja' ? 'is_replaced' : 'keeps_it',
    duty: null,
  }
  return { typed, errors, form: read }
}

const readPost = (
  typed: InviteTyped,
  posts: readonly PostChoice[],
  errors: Map<keyof InviteTyped, InviteError>,
): InvitationForm['post'] | null => {
  const isDescribed = [typed.titel, typed.organisation, typed.plan, typed.enhed].some((part) => part !== '')
  if (typed.funktion !== '') {
    if (isDescribed) errors.set('funktion', 'one_post')
    const sought = typed.funktion.toLocaleLowerCase('da')
    const exact = posts.find((post) => wholePostWords(post) === typed.funktion)
    const found = exact ?? posts.find((post) => wholePostWords(post).toLocaleLowerCase('da') === sought)
    if (found === undefined) errors.set('funktion', 'unknown_post')
    return found === undefined ? null : { postId: found.postId }
  }
  if (!isDescribed) errors.set('funktion', 'needed')
  if (isDescribed && typed.titel === '') errors.set('titel', 'needed')
  if (isDescribed && typed.organisation === '') errors.set('organisation', 'needed')
  const orNull = (text: string) => (text === '' ? null : text)
  const { titel: title, organisation } = typed
  return { title, organisation, kind: 'other', plan: orNull(typed.plan), unit: orNull(typed.enhed) }
}
