import { Refused } from '../../../platform/refused.ts'
import { formLine, formText } from '../../../web/form-text.ts'
import type { WebContext } from '../../../web/page-context.ts'
import { findTypedDay } from '../../parties/index.ts'
import { plainSaid } from '../minutes/clean-said.ts'
import { presences } from '../meeting.ts'
import type { AgreedFollowUp, SaidPresence, SaidUnder, WordedDecision } from '../minutes/write-minutes.ts'

const idsIn = (c: WebContext) => ({ meetingId: c.req.param('id') ?? '', itemId: c.req.param('item') ?? '' })

/** Who came, as ticked; those left as the form showed them are left out, so that two who tick at the same time do not undo each other. */
export const readPresence = (form: FormData): SaidPresence[] =>
  [...form.keys()].flatMap((key) => {
    const of = /^kom-([0-9a-f-]{36})$/.exec(key)?.[1]
    const presence = presences.find((one) => one === formLine(form, key))
    if (of === undefined || presence === undefined) return []
    const substitute = formLine(form, `for-${of}`).slice(0, 120)
    const isAsShown = formLine(form, `var-${of}`) === `${presence} ${substitute}`.trim()
    return isAsShown ? [] : [{ of, presence, substitute }]
  })

/** What was said under a point, as typed or pasted. */
export const readSaid = (c: WebContext, form: FormData): SaidUnder => ({
  ...idsIn(c),
  text: plainSaid(formText(form, 'sagt')),
  before: formText(form, 'foer').replaceAll('\r\n', '\n').trim(),
  version: Number(formLine(form, 'udgave')) || 0,
  isCarried: form.get('naeste') === 'ja',
  isVouchedFor: form.get('ingen') === 'ja',
})

export const readDecision = (c: WebContext, form: FormData): WordedDecision => ({
  ...idsIn(c),
  decided: plainSaid(formText(form, 'besluttet')).slice(0, 2000),
  path: formLine(form, 'forslag'),
  isVouchedFor: form.get('ingen') === 'ja',
})

/** Who does what by when, as typed. Throws Refused('not_a_day'). */
export const readFollowUp = (c: WebContext, form: FormData): AgreedFollowUp => {
  const dueOn = findTypedDay(formLine(form, 'senest'))
  if (dueOn === undefined) throw new Refused('not_a_day')
  return {
    ...idsIn(c),
    task: formLine(form, 'opgave').slice(0, 500),
    memberId: formLine(form, 'hvem'),
    dueOn,
    isVouchedFor: form.get('ingen') === 'ja',
  }
}
