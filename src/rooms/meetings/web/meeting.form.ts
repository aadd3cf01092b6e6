import { type Day, homeZone } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine, formText } from '../../../web/form-text.ts'
import { findMinute } from '../../calendar/index.ts'
import { findTypedDay } from '../../parties/index.ts'
import type { GivenAnswer } from '../invitations/answer-meeting.ts'
import type { ItemText } from '../agenda/change-agenda.ts'
import type { MeetingToPlan } from '../planning/plan-meeting.ts'
import type { PlanTyped } from './plan.page.tsx'

export interface TypedSpan {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

const at = (day: Day, minute: number): Temporal.Instant =>
  day
    .toZonedDateTime({ timeZone: homeZone, plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60) })
    .toInstant()

/** A day and two times of day as typed, in the row of this number where there are several. Throws Refused('not_a_day') or Refused('not_a_time'). */
export const readSpan = (form: FormData, row = ''): TypedSpan => {
  const day = findTypedDay(formLine(form, `dag${row}`))
  if (day === undefined || day === null) throw new Refused('not_a_day')
  const [from, to] = [findMinute(formLine(form, `fra${row}`)), findMinute(formLine(form, `til${row}`))]
  if (from === undefined || to === undefined) throw new Refused('not_a_time')
  return { startsAt: at(day, from), endsAt: at(day, to) }
}

export const readPlanTyped = (form: FormData): PlanTyped => ({
  dato: formLine(form, 'dato'),
  dag: formLine(form, 'dag'),
  fra: formLine(form, 'fra'),
  til: formLine(form, 'til'),
  sted: formLine(form, 'sted'),
  hvor: formLine(form, 'hvor').slice(0, 200),
  online: formLine(form, 'online').slice(0, 500),
  ekstra: form.get('ekstra') === 'ja',
  afstemning: formLine(form, 'afstemning'),
})

/** What a meeting is to be, as typed or chosen among the days proposed. Throws as `readSpan`, and Refused('link_not_safe'). */
export const readPlan = (form: FormData, groupId: string): MeetingToPlan => {
  const typed = readPlanTyped(form)
  if (typed.online !== '' && !/^https:\/\/\S+$/.test(typed.online)) throw new Refused('link_not_safe')
  const span = (typed.dag === '' ? readChosen(typed.dato) : null) ?? readSpan(form)
  return {
    groupId,
    ...span,
    venueId: typed.sted === '' ? null : (typed.sted.split('/')[0] ?? null),
    place: typed.hvor,
    remoteUrl: typed.online,
    isExtraordinary: typed.ekstra,
    isKnown: form.get('goer') === 'alligevel',
    toldElsewhere: typed.dag === '' ? Number(chosenDate.exec(typed.dato)?.[4] ?? 0) : 0,
    pollId: typed.afstemning === '' ? null : typed.afstemning,
  }
}

/** A day that was proposed: when, for how long, and how many were told to have something else. */
const chosenDate = /^(\d{4}-\d\d-\d\d) (\d{1,4}) (\d{1,3})(?: (\d{1,4}))?$/

/** The span of a day that was proposed and chosen; null where none is. */
export const readChosen = (dato: string): TypedSpan | null => {
  const [, day, starts, lasts] = chosenDate.exec(dato) ?? []
  if (day === undefined || starts === undefined || lasts === undefined) return null
  return spanOf({ day, starts: Number(starts), lasts: Number(lasts) })
}

const spanOf = ({ day, starts, lasts }: { day: string; starts: number; lasts: number }): TypedSpan => {
  const found = findTypedDay(day)
  if (found === undefined || found === null || starts > 1439) throw new Refused('not_a_day')
  const startsAt = at(found, starts)
  return { startsAt, endsAt: startsAt.add({ minutes: lasts }) }
}

/** An answer as typed. Throws Refused('answer_missing'), and as `readSpan` where another time is proposed. */
export const readAnswer = (form: FormData): GivenAnswer => {
  const answer = (['yes', 'no', 'perhaps'] as const).find((one) => one === formLine(form, 'svar'))
  if (answer === undefined) throw new Refused('answer_missing')
  return {
    answer,
    note: formLine(form, 'besked').slice(0, 500),
    substitute: formLine(form, 'stedfortraeder').slice(0, 120),
    proposed: formLine(form, 'dag') === '' ? null : readSpan(form),
  }
}

/** A point of an agenda as typed; what was pasted from a word processor is text alone. */
export const readItem = (form: FormData): ItemText => {
  const minutes = Number(formLine(form, 'minutter'))
  return {
    title: formLine(form, 'titel').slice(0, 200),
    body: formText(form, 'tekst').replaceAll('\r\n', '\n').trim().slice(0, 10_000),
    minutes: Number.isInteger(minutes) && minutes > 0 && minutes <= 720 ? minutes : null,
    isVouchedFor: form.get('ingen') === 'ja',
  }
}
