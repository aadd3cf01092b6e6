import { findId, newId } from '../../../platform/id.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import { formText } from '../../../web/form-text.ts'
import type { Swap, SwapEffectKind } from '../swap.ts'
import { findTypedDay } from '../typed-day.rules.ts'

export type SwapError = 'needed' | 'too_long' | 'not_a_day' | 'mail_address_wrong' | 'mail_asked'

/** The form's fields as they were typed. */
export interface SwapTyped {
  readonly nr: string
  /** The last holding written when the form was shown. */
  readonly sidst: string
  readonly navn: string
  readonly mail: string
  readonly fra: string
  readonly samme: string
  readonly ja: readonly SwapEffectKind[]
}

export interface ReadSwap {
  readonly typed: SwapTyped
  readonly errors: ReadonlyMap<keyof SwapTyped, SwapError>
  /** Null where there are errors. */
  readonly swap: Omit<Swap, 'postId'> | null
}

const effectKinds: readonly SwapEffectKind[] = ['history', 'gap', 'until_next']

/** An empty form under a number of its own. */
export const emptySwap = (from: string, seen: string): SwapTyped => ({
  nr: newId<'invitation'>(),
  sidst: seen,
  navn: '',
  mail: '',
  fra: from,
  samme: '',
  ja: [],
})

const longest = 200

/** Reads who takes over and when. A name alone is enough for somebody known by one mail address (`mailsOf`). */
export const readSwap = async (form: FormData, mailsOf: (name: string) => Promise<string[]>): Promise<ReadSwap> => {
  const answer = (name: string) =>
    formText(form, name)
      .normalize('NFC')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  const typed: SwapTyped = {
    nr: findId<'invitation'>(answer('nr')) ?? newId<'invitation'>(),
    sidst: findId<'holder'>(answer('sidst')) ?? '',
    navn: answer('navn'),
    mail: answer('mail'),
    fra: answer('fra'),
    samme: answer('samme'),
    ja: effectKinds.filter((kind) => answer(kind) === 'ja'),
  }
  const errors = new Map<keyof SwapTyped, SwapError>()
  if (typed.navn === '') errors.set('navn', 'needed')
  if (typed.navn.length > longest) errors.set('navn', 'too_long')
  const known = typed.mail === '' && !errors.has('navn') ? await mailsOf(typed.navn) : []
  const email = typed.mail === '' && known.length === 1 ? (known[0] ?? '') : typed.mail
  if (email === '') errors.set('mail', 'mail_asked')
  else if (!isMailAddress(email)) errors.set('mail', 'mail_address_wrong')
  const from = findTypedDay(typed.fra)
  if (from === undefined) errors.set('fra', 'not_a_day')
  if (errors.size > 0 || from === undefined) return { typed, errors, swap: null }
  const samePerson = typed.samme === '' ? null : typed.samme === 'anden' ? 'another' : typed.samme
  const agreed = new Set(typed.ja)
  const swap = { invitationId: typed.nr, name: typed.navn, email, samePerson, from, seen: typed.sidst, agreed }
  return { typed, errors, swap }
}
