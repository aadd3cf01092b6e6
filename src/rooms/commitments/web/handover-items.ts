import { formatDay, formatDistance } from '../../../platform/dates.ts'
import { toDay } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import type { HandoverNote, HandoverThing } from '../../parties/index.ts'
import type { HandoverList } from '../load-handover.ts'
import type { OwedPromise } from '../owed-promises.rules.ts'
import { reasonInWords, stateAtFront, stateSigns } from '../state/state-words.ts'
import type { CommitmentState } from '../state/state.ts'
import { anchoringPath } from './anchoring-row.tsx'
import { handoverTexts } from './handover.texts.ts'
import { reservationPath } from './reservation-note.tsx'

/** One thing that is handed over, in words. */
export interface HandoverItem {
  readonly thing: HandoverThing
  readonly ref: string
  readonly text: string
  readonly href: string
  readonly told: readonly string[]
  readonly state: CommitmentState | null
  readonly note: HandoverNote | undefined
}

export type HandoverPartKey = keyof (typeof handoverTexts)['da']['parts']

/** The things of one part of the page. */
export interface HandoverPart {
  readonly key: HandoverPartKey
  readonly items: readonly HandoverItem[]
}

/** Where a thing stands on the page: its kind and a few safe letters of what it is called by. */
export const itemAnchor = ({ thing, ref }: Pick<HandoverItem, 'thing' | 'ref'>): string =>
  `${thing}-${ref.replaceAll(/[^\w-]/g, '-')}`

interface Told {
  readonly day: Day
  readonly language: Language
}

type Bare = Omit<HandoverItem, 'note' | 'state'> & { readonly state?: CommitmentState }

/** What is handed over, part by part, each thing with what was last said of it. */
export const partsOf = (list: HandoverList, told: Told): HandoverPart[] => {
  const noted = new Map(list.notes.map((note) => [`${note.thing} ${note.ref}`, note]))
  const part = (key: HandoverPartKey, items: readonly Bare[]): HandoverPart => ({
    key,
    items: items.map((item) => ({ state: null, ...item, note: noted.get(`${item.thing} ${item.ref}`) })),
  })
  const parts = [
    part(
      'urgent',
      list.urgent.map((promise) => promiseItem(promise, told)),
    ),
    part(
      'upcoming',
      list.upcoming.map((promise) => promiseItem(promise, told)),
    ),
    part('reservations', reservationItems(list, told)),
    part('anchoring', anchoringItems(list, told)),
    part('drafts', [...draftItems(list, told), ...proposalItems(list, told)]),
    part('invitations', invitationItems(list, told)),
    part('questions', questionItems(list)),
  ]
  const listed = new Set(parts.flatMap(({ items }) => items.map(({ thing, ref }) => `${thing} ${ref}`)))
  const rest = list.notes.filter(({ thing, ref }) => !listed.has(`${thing} ${ref}`))
  return [
    ...parts,
    ...(rest.length === 0
      ? []
      : [
          part(
            'earlier',
            rest.map((note) => earlierItem(note, told)),
          ),
        ]),
  ]
}

/** What was said of a thing stays, also when the thing is done. */
const earlierItem = ({ thing, ref }: HandoverNote, { language }: Told): Bare => ({
  thing,
  ref,
  text: pick(handoverTexts, language).things[thing],
  href: thing === 'promise' ? `/loefter/${ref}` : thing === 'reservation' ? reservationPath(ref) : '/loefter',
  told: [],
})

/** How many things there are, and how many of them are handed over. */
export const progressOf = (parts: readonly HandoverPart[]): { readonly done: number; readonly all: number } => {
  const items = parts.flatMap((part) => part.items)
  return { done: items.filter(({ note }) => note?.isHandedOver === true).length, all: items.length }
}

const promiseItem = ({ commitment, standing }: OwedPromise, { day, language }: Told): Bare => {
  const due = standing.nextOn === null ? null : toDay(standing.nextOn)
  const state = `${stateSigns[standing.state]} ${stateAtFront(standing.state, language)}`
  const when = due === null ? [] : [`${formatDistance(due, day, language)} (${formatDay(due, language)})`]
  return {
    thing: 'promise',
    ref: commitment.commitmentId,
    text: commitment.text,
    href: `/loefter/${commitment.commitmentId}`,
    told: [
      [state, ...when].join(' · '),
      reasonInWords(standing, language),
      `${commitment.agreement}: ${commitment.activity}`,
    ],
    state: standing.state,
  }
}

const dayIn = (iso: string, language: Language): string => formatDay(Temporal.PlainDate.from(iso), language)

const reservationItems = ({ reservations }: HandoverList, { language }: Told): Bare[] => {
  const words = pick(handoverTexts, language)
  return reservations.map(({ reservation: { reservationId, text, until }, agreement, activity }) => ({
    thing: 'reservation',
    ref: reservationId,
    text,
    href: reservationPath(reservationId),
    told: [
      until === null ? words.reservationOpen : words.reservationUntil(dayIn(until, language)),
      `${agreement}: ${activity}`,
    ],
  }))
}

const anchoringItems = ({ anchoring }: HandoverList, { language }: Told): Bare[] => {
  const words = pick(handoverTexts, language)
  return anchoring.map(({ plan, slug, agreement, activityId, activity }) => ({
    thing: 'anchoring',
    ref: `${slug}/${activityId}`,
    text: activity,
    href: anchoringPath(slug, activityId),
    told: [
      [
        plan.takenOverBy === '' ? words.nobodyYet : words.takenOverBy(plan.takenOverBy),
        ...(plan.byOn === null ? [] : [words.byDay(dayIn(plan.byOn, language))]),
      ].join(' '),
      agreement,
    ],
  }))
}

const draftItems = ({ drafts }: HandoverList, { language }: Told): Bare[] => {
  const words = pick(handoverTexts, language)
  return drafts.map(({ draftId, title, questions }) => ({
    thing: 'draft',
    ref: draftId,
    text: title,
    href: `/udkast/${draftId}`,
    told: [words.draft, ...(questions === 0 ? [] : [words.draftQuestions(questions)])],
  }))
}

const proposalItems = ({ proposals }: HandoverList, { language }: Told): Bare[] => {
  const words = pick(handoverTexts, language)
  return proposals.map(({ proposalId, slug, title, isPut }) => ({
    thing: 'proposal',
    ref: proposalId,
    text: title,
    href: `/aftaler/${slug}`,
    told: [words.proposal, ...(isPut ? [words.proposalPut] : [])],
  }))
}

const invitationItems = ({ invitations }: HandoverList, { language }: Told): Bare[] =>
  invitations.map(({ invitationId, holderId, name, title }) => ({
    thing: 'invitation',
    ref: invitationId,
    text: name,
    href: `/personer/${holderId}`,
    told: [pick(handoverTexts, language).invitation(title)],
  }))

const questionItems = ({ questions }: HandoverList): Bare[] =>
  questions.map(({ slug, agreement, activity, about, text }) => ({
    thing: 'question',
    ref: `${slug}/${about}`,
    text,
    href: `/aftaler/${slug}`,
    told: [`${agreement}: ${activity}`],
  }))
