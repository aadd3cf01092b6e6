import { z } from 'zod'
import { keepHouse, type WriteTx } from '../../../platform/database/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { replyAddressOf, replyTokenOf } from '../../../platform/mail/reply-address.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { system } from '../../access/index.ts'
import { hashOfLink, spanWords } from '../../calendar/index.ts'
import { listMailLanguages } from '../../commitments/index.ts'
import { listItems } from '../agenda/agenda.queries.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { findGroup } from '../group/group.queries.ts'
import { calendarMessage, uidOfMeeting } from './invitation-calendar.ts'
import { invitationTokenIn } from './invitation-link.ts'
import { invitationMailTexts } from './invitation-mail.texts.ts'
import { listInvitees, renewLink } from './invitee.queries.ts'
import { inLanguage } from '../agenda/item-words.ts'
import { journaliseNotice } from './journalise-notice.ts'
import { dayOfMeeting, type LoadedGroup, loadGroup } from '../group/load-group.ts'
import type { Invitee, Meeting } from '../meeting.ts'
import { findMeeting } from '../meeting.queries.ts'

const tellings = ['called', 'moved', 'cancelled', 'agenda', 'minutes', 'declined'] as const

export type TellingAbout = (typeof tellings)[number]

interface Telling {
  readonly meeting: Meeting
  readonly about: TellingAbout
}

/** The task that writes to those asked to a meeting. */
export const tellInvitedTask = 'tell_invited'

const payloadForm = z.object({
  meetingId: z.string(),
  about: z.enum(tellings),
  version: z.string(),
  /** Whom alone it is to; not said = everybody asked. */
  only: z.string().optional(),
})

/** Queues the mails to everybody asked to a meeting, in the caller's transaction. */
export const tellInvited = (
  tx: WriteTx,
  { meetingId, version }: Pick<Meeting, 'meetingId' | 'version'>,
  about: TellingAbout,
): Promise<void> =>
  addJob(tx, { task: tellInvitedTask, payload: { meetingId, about, version: String(version) }, at: null, key: null })

/** Queues a mail to one of those asked; `key` tells it from others about the same. */
export const tellOneInvited = (
  tx: WriteTx,
  { meetingId, inviteeId }: Invitee,
  about: TellingAbout,
  key: string,
): Promise<void> =>
  addJob(tx, {
    task: tellInvitedTask,
    payload: { meetingId, about, version: key, only: inviteeId },
    at: null,
    key: null,
  })

/** Writes to everybody asked to a meeting who has an address, each in the language they chose, with a link of their own. */
export const tellInvitedNow =
  (platform: Platform): Task =>
  async (payload) => {
    const { meetingId, about, version, only } = payloadForm.parse(payload)
    const signingKey = await getSigningKey(platform)
    await keepHouse(platform, system, async (tx) => {
      const meeting = await findMeeting(tx, meetingId)
      const group = meeting && (await findGroup(tx, meeting.groupId))
      if (meeting === undefined || group === undefined) return
      const loaded = await loadGroup(tx, group, today(platform.clock))
      const items = about === 'minutes' ? [] : await listItems(tx, meetingId)
      const languages = await listMailLanguages(tx)
      const reached: string[] = []
      for (const invitee of await listInvitees(tx, [meetingId])) {
        if (only !== undefined && invitee.inviteeId !== only) continue
        const token = await invitationTokenIn(tx, invitee.inviteeId)
        await renewLink(tx, invitee.inviteeId, hashOfLink(token), platform.clock.now())
        if (invitee.mail === '') continue
        const language: Language = languages.get(invitee.personId ?? '') ?? 'da'
        const inTheirs = items.map((item) => inLanguage(item, language))
        const to = { loaded, meeting, about, invitee, items: inTheirs }
        const told = { ...to, language, token, baseUrl: platform.config.baseUrl }
        const words = wordsOf(told)
        await queueMail(tx, platform.clock, {
          personId: invitee.personId ?? invitee.inviteeId,
          address: invitee.mail,
          subject: subjectOf(loaded, meeting, about, language),
          plain: plainMail(words),
          html: await htmlMail(words),
          stopUrl: null,
          onceKey: `meeting ${invitee.inviteeId} ${about} ${version}`,
          aboutUid: uidOfMeeting(meetingId),
          ...withCalendar(platform, signingKey, told),
        })
        reached.push(invitee.inviteeId)
      }
      if (about !== 'minutes' && about !== 'declined')
        await journaliseNotice(tx, platform, { meeting, loaded, about, items, inviteeIds: reached })
    })
  }

/** The calendar message that goes with a mail, and the signed address its answers come to; minutes are no invitation. */
const withCalendar = ({ config, clock }: Platform, key: Buffer, told: ToTell) => {
  const { about, invitee, meeting, loaded, items, token, baseUrl } = told
  if (about === 'minutes') return {}
  const convenor = loaded.everyone.find(({ memberId }) => memberId === meeting.convenorId)
  const replyToken = replyTokenOf(key, uidOfMeeting(meeting.meetingId), invitee.mail)
  const answerTo =
    config.replyMailbox === null
      ? null
      : {
          address: replyAddressOf(config.replyMailbox, replyToken),
          token: replyToken,
          name: convenor?.holder ?? loaded.group.name,
        }
  const organizer = answerTo?.address ?? addressOf(config.mailFrom)
  const url = `${baseUrl}/moeder/svar/${token}`
  const calendar = calendarMessage(about, { meeting, loaded, invitee, items, organizer, url, stamp: clock.now() })
  return { answerTo, calendar }
}

/** `Brobyg <brobyg@example.dk>` → `brobyg@example.dk`. */
const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from

const subjectOf = ({ group }: LoadedGroup, meeting: Meeting, about: TellingAbout, language: Language): string =>
  pick(invitationMailTexts, language).subjects[about](group.name, formatDay(dayOfMeeting(meeting), language))

interface ToTell extends Telling {
  readonly loaded: LoadedGroup
  readonly invitee: Invitee
  readonly items: readonly AgendaItem[]
  readonly language: Language
  readonly token: string
  readonly baseUrl: string
}

const wordsOf = ({ loaded, meeting, about, invitee, items, language, token, baseUrl }: ToTell): MailWords => {
  const words = pick(invitationMailTexts, language)
  const { group, everyone } = loaded
  const convenor = everyone.find(({ memberId }) => memberId === meeting.convenorId)
  const when = spanWords(meeting, language)
  const where = [meeting.venue, meeting.place, meeting.address, meeting.remoteUrl].filter(
    (part) => part !== null && part !== '',
  )
  const answer = `${baseUrl}/moeder/svar/${token}`
  const told = [when, where.join(', '), convenor === undefined ? '' : words.convenor(convenor.holder ?? convenor.name)]
  return {
    language,
    hello: words.hello(invitee.name),
    intro: [words.intros[about], meeting.reason].filter((part) => part !== '').join(' '),
    parts: [
      {
        heading: null,
        points: [
          {
            words: group.activity === '' ? group.name : `${group.name} · ${group.activity}`,
            told: told.filter((part) => part !== '').join(' · '),
            url: answer,
          },
        ],
        more: null,
      },
      ...(items.length === 0 || (about !== 'called' && about !== 'agenda')
        ? []
        : [
            {
              heading: words.agendaHeading,
              points: [],
              more: items.map(({ title }, at) => `${at + 1}. ${title}`).join(' · '),
            },
          ]),
    ],
    links:
      about === 'cancelled' ? [] : [{ words: about === 'minutes' ? words.readMinutes : words.answer, url: answer }],
    why: words.why,
    ways: [],
  }
}
