import { keepHouse, type WriteTx } from '../../../platform/database/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import type { MailWords } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import { spanWords } from '../../calendar/index.ts'
import { findGroup } from '../group/group.queries.ts'
import { listInvitees } from '../invitations/invitee.queries.ts'
import { dayOfMeeting, type LoadedGroup, loadGroup } from '../group/load-group.ts'
import type { Invitee, Meeting } from '../meeting.ts'
import { listMeetingsBetween } from '../meeting.queries.ts'
import { listReachable, mailMember, type Reachable } from './mail-member.ts'
import { turnMailTexts } from './turn-mail.texts.ts'

/** Told so many days before the agenda is to be sent. */
const beforeAgenda = 2

/** A little more than a day, so that nothing said while it ran is lost. */
const lookedBackHours = 25

/** Writes to the convenors of coming meetings: who does not come or proposes another time, and that the agenda is to be sent. */
export const tellConvenors = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    const now = platform.clock.now()
    for (const meeting of await listMeetingsBetween(tx, now, now.add({ hours: 24 * 400 }))) {
      const group = meeting.state === 'called' ? await findGroup(tx, meeting.groupId) : undefined
      if (group === undefined) continue
      const loaded = await loadGroup(tx, group, today(platform.clock))
      const convenor = loaded.everyone.filter(({ memberId }) => memberId === meeting.convenorId)
      const [reached] = await listReachable(tx, convenor, today(platform.clock))
      if (reached === undefined) continue
      await tellOfAnswers(tx, platform, { meeting, loaded, reached })
      await tellOfAgenda(tx, platform, { meeting, loaded, reached })
    }
  })

interface ToTell {
  readonly meeting: Meeting
  readonly loaded: LoadedGroup
  readonly reached: Reachable
}

const tellOfAnswers = async (tx: WriteTx, platform: Platform, { meeting, loaded, reached }: ToTell): Promise<void> => {
  const since = platform.clock.now().subtract({ hours: lookedBackHours })
  const news = (await listInvitees(tx, [meeting.meetingId])).filter(
    ({ answer, proposed, answeredAt, personId }) =>
      (answer === 'no' || proposed !== null) &&
      personId !== reached.personId &&
      answeredAt !== null &&
      Temporal.Instant.compare(answeredAt, since) > 0,
  )
  if (news.length === 0) return
  const words = pick(turnMailTexts, reached.language)
  const url = `${platform.config.baseUrl}/moeder/${meeting.meetingId}`
  const points = news.map((invitee) => ({ words: saidBy(invitee, reached.language), told: invitee.note, url }))
  await mailMember(tx, platform, reached, {
    subject: words.newsSubject(loaded.group.name),
    words: mailOf(reached, { intro: words.newsIntro, points, url }),
    onceKey: `meeting_news ${meeting.meetingId} ${today(platform.clock).toString()}`,
  })
}

const saidBy = ({ name, proposed }: Invitee, language: Language): string => {
  const words = pick(turnMailTexts, language)
  if (proposed === null) return words.no(name)
  return words.proposes(name, spanWords(proposed, language))
}

const tellOfAgenda = async (tx: WriteTx, platform: Platform, { meeting, loaded, reached }: ToTell): Promise<void> => {
  const { group } = loaded
  if (group.agendaDays === null || meeting.agendaSentAt !== null) return
  const due = dayOfMeeting(meeting).subtract({ days: group.agendaDays })
  const left = today(platform.clock).until(due, { largestUnit: 'days' }).days
  if (left < 0 || left > beforeAgenda) return
  const words = pick(turnMailTexts, reached.language)
  const intro = words.agendaIntro(formatDay(due, reached.language))
  const url = `${platform.config.baseUrl}/moeder/${meeting.meetingId}`
  await mailMember(tx, platform, reached, {
    subject: words.agendaSubject(group.name),
    words: mailOf(reached, { intro, points: [], url }),
    onceKey: `agenda_due ${meeting.meetingId} ${due.toString()}`,
  })
}

interface Said {
  readonly intro: string
  readonly points: MailWords['parts'][number]['points']
  readonly url: string
}

const mailOf = ({ language, name }: Reachable, { intro, points, url }: Said): MailWords => {
  const words = pick(turnMailTexts, language)
  return {
    language,
    hello: words.hello(name),
    intro,
    parts: points.length === 0 ? [] : [{ heading: null, points, more: null }],
    links: [{ words: words.see, url }],
    why: words.why,
    ways: [],
  }
}
