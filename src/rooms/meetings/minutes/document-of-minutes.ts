import type { AgendaItem } from '../agenda/agenda.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import type { Invitee, Meeting } from '../meeting.ts'
import type { Decision, FollowUp, MinutesDocument } from './minutes.ts'
import { quorumOf } from './minutes.rules.ts'

interface Written {
  readonly meeting: Meeting
  readonly loaded: LoadedGroup
  readonly invitees: readonly Invitee[]
  readonly items: readonly AgendaItem[]
  readonly decisions: readonly Decision[]
  readonly followUps: readonly FollowUp[]
}

/** The minutes of a meeting, whole, as they are written now. Who was asked and is not noted counts as they answered. */
export const documentOfMinutes = (written: Written): MinutesDocument => {
  const { meeting, loaded, invitees, items, decisions, followUps } = written
  const present = invitees.map((invitee) => presentOf(invitee, loaded))
  const convenor = loaded.everyone.find(({ memberId }) => memberId === meeting.convenorId)
  return {
    format: 'brobyg-minutes/1',
    group: loaded.group.name,
    activity: loaded.group.activity,
    number: meeting.number,
    startsAt: meeting.startsAt.toString(),
    endsAt: meeting.endsAt.toString(),
    place: [meeting.venue, meeting.place, meeting.address].filter((part) => part !== null && part !== '').join(', '),
    convenor: convenor?.name ?? '',
    present,
    quorum: quorumOf(loaded.group.quorum, present),
    items: items.map((item) => ({
      number: item.number,
      title: item.title,
      ...titlesOf(item),
      said: item.said,
      isCarried: item.isCarried,
      decisions: decisions
        .filter(({ itemId }) => itemId === item.itemId)
        .map(({ number, decided, path }) => ({ number, decided, path })),
      followUps: followUps
        .filter(({ itemId }) => itemId === item.itemId)
        .map(({ number, task, owner, dueOn }) => ({ number, task, owner, dueOn: dueOn?.toString() ?? null })),
    })),
  }
}

/** A title the program wrote, and nobody since, is told by language. */
const titlesOf = ({ title, words }: AgendaItem): { titles?: { da: string; en: string } } =>
  words?.da.title === title ? { titles: { da: title, en: words.en.title } } : {}

const presentOf = (invitee: Invitee, { everyone }: LoadedGroup): MinutesDocument['present'][number] => {
  const member = everyone.find(({ memberId }) => memberId === invitee.memberId)
  return {
    seat: member?.name ?? '',
    party: member?.party ?? '',
    name: invitee.name,
    presence: invitee.presence ?? presenceAnswered(invitee.answer),
    substitute: invitee.substitute,
  }
}

/** Who said they would come is taken to have come, until somebody says otherwise. */
export const presenceAnswered = (answer: Invitee['answer']): MinutesDocument['present'][number]['presence'] =>
  answer === 'no' ? 'excused' : answer === 'none' ? 'missing' : 'present'
