import type { Day } from '../../../../platform/day.ts'
import { homeZone } from '../../../../platform/day.ts'
import { Refused } from '../../../../platform/refused.ts'
import { type ResidentLanguage, toResidentLanguage } from '../../../../platform/resident-language.ts'
import { formLine, formText } from '../../../../web/form-text.ts'
import { findTypedDay } from '../../../parties/index.ts'
import type { PollToAsk } from '../../poll/ask-poll.ts'
import { type PollAnswer, pollAnswers } from '../../poll/poll.ts'
import { readChosen, readSpan, type TypedSpan } from '../meeting.form.ts'

/** Rows of own times, and of people from outside, in the form. */
export const ownTimeRows = [1, 2, 3] as const
export const outsideRows = [1, 2, 3, 4] as const

/** Somebody in the group who can be asked by mail. */
export interface Askable {
  readonly memberId: string
  readonly name: string
  readonly mail: string
  readonly language: ResidentLanguage
}

/** What is asked, as typed. Throws Refused('not_a_day'), 'not_a_time' or 'poll_name_missing'. */
export const readPoll = (form: FormData, groupId: string, askables: readonly Askable[], title: string): PollToAsk => ({
  groupId,
  title: formLine(form, 'navn').slice(0, 120) || title,
  note: formText(form, 'besked').replaceAll('\r\n', '\n').trim().slice(0, 1000),
  closesAt: readClosing(form),
  times: readTimes(form),
  asked: [
    ...askables
      .filter(({ memberId }) => form.has(`med-${memberId}`))
      .map(({ memberId, name, mail, language }) => ({
        memberId,
        name,
        mail,
        language: form.has(`sprog-${memberId}`) ? toResidentLanguage(formLine(form, `sprog-${memberId}`)) : language,
      })),
    ...readOutside(form),
  ],
})

/** Open until the day is over on Danish clocks. */
const readClosing = (form: FormData): Temporal.Instant => {
  const day = findTypedDay(formLine(form, 'senest'))
  if (day === undefined || day === null) throw new Refused('not_a_day')
  return endOfDay(day)
}

const endOfDay = (day: Day): Temporal.Instant => day.add({ days: 1 }).toZonedDateTime(homeZone).toInstant()

const readTimes = (form: FormData): TypedSpan[] => {
  const chosen = [...form.keys()]
    .filter((name) => name.startsWith('tid-'))
    .flatMap((name) => {
      const span = readChosen(formLine(form, name))
      return span === null ? [] : [span]
    })
  const own = ownTimeRows.flatMap((row) => (formLine(form, `dag${row}`) === '' ? [] : [readSpan(form, String(row))]))
  const all = [...chosen, ...own]
  return all.filter(
    (one, at) =>
      all.findIndex((other) => other.startsAt.equals(one.startsAt) && other.endsAt.equals(one.endsAt)) === at,
  )
}

const readOutside = (form: FormData): PollToAsk['asked'] =>
  outsideRows.flatMap((row) => {
    const [name, mail] = [formLine(form, `navn${row}`).slice(0, 100), formLine(form, `mail${row}`).slice(0, 254)]
    if (name === '' && mail === '') return []
    if (name === '' || mail === '') throw new Refused('poll_name_missing')
    return [{ memberId: null, name, mail, language: toResidentLanguage(formLine(form, `sprog${row}`)) }]
  })

/** What was answered for each time. */
export const readPollAnswers = (form: FormData): { answers: Map<string, PollAnswer>; note: string } => ({
  answers: new Map(
    [...form.keys()].flatMap((name) => {
      const answer = pollAnswers.find((one) => one === formLine(form, name))
      return name.startsWith('svar-') && answer !== undefined ? [[name.slice('svar-'.length), answer] as const] : []
    }),
  ),
  note: formLine(form, 'besked').slice(0, 500),
})
