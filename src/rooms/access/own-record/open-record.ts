import { keepHouse, leaveTrace, readAs, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { Language } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../actor.ts'
import { hashOf, newSecret } from '../secret.ts'
import { findSubject, findSubjectByMail } from '../consent/subject.queries.ts'
import * as links from './link.queries.ts'
import { residentActor, residentDesk } from './resident.ts'
import { openRecordMail } from './resident-mail.ts'

/** A link opens the record once, within this time. */
const linkLasts = Temporal.Duration.from({ minutes: 15 })

/** A resident's session ends this long after it began, used or not. */
export const residentSessionLasts = Temporal.Duration.from({ minutes: 30 })

/** Sends a link to what is kept, where anything is; the caller tells nobody whether it did. */
export const sendRecordLink = async (platform: Platform, mail: string, language: Language): Promise<void> => {
  const found = await readAs(platform, residentDesk, (tx) => findSubjectByMail(tx, mail))
  if (found === undefined) return
  await writeAs(platform, residentDesk, async (tx) => {
    const token = newSecret()
    const subjectLinkId = await writeLink(tx, platform, { dataSubjectId: found.dataSubjectId, consentId: null, token })
    const url = `${platform.config.baseUrl}/mine-oplysninger/aabn/${token}`
    const words = await openRecordMail({ url, language })
    const { dataSubjectId: personId } = found
    await queueMail(tx, platform.clock, {
      ...words,
      personId,
      address: mail,
      stopUrl: null,
      onceKey: subjectLinkId,
      endsAt: platform.clock.now().add(linkLasts),
    })
    leaveTrace(tx, { verb: 'record_link.sent', thing: 'subject_link', ref: subjectLinkId, about: personId })
  })
}

const writeLink = async (
  tx: WriteTx,
  { clock }: Platform,
  link: { dataSubjectId: string; consentId: string | null; token: string },
): Promise<string> => {
  const subjectLinkId = newId<'subject_link'>()
  const madeAt = clock.now()
  const { dataSubjectId, consentId, token } = link
  const endsAt = madeAt.add(linkLasts)
  await links.insertLink(tx, { subjectLinkId, dataSubjectId, consentId, tokenHash: hashOf(token), madeAt, endsAt })
  return subjectLinkId
}

/** Uses a link up and begins a resident's session. Answers with the secret of its cookie. Throws Refused('record_link_not_found'). */
export const openRecord = (platform: Platform, token: string, requestId: string | null): Promise<string> =>
  writeAs(platform, { ...residentDesk, requestId }, async (tx) => {
    const now = platform.clock.now()
    const link = await links.findOpenLink(tx, hashOf(token), now)
    if (link === undefined || link.consentId !== null) throw new Refused('record_link_not_found')
    if (!(await links.useLink(tx, link.subjectLinkId, now))) throw new Refused('record_link_not_found')
    const cookie = newSecret()
    const { dataSubjectId } = link
    const subjectSessionId = newId<'subject_session'>()
    const endsAt = now.add(residentSessionLasts)
    await links.insertResidentSession(tx, {
      subjectSessionId,
      tokenHash: hashOf(cookie),
      dataSubjectId,
      begunAt: now,
      endsAt,
    })
    leaveTrace(tx, { verb: 'record.opened', thing: 'subject_session', ref: subjectSessionId, about: dataSubjectId })
    return cookie
  })

/** Whether the link still opens a record; looking uses nothing up. */
export const isRecordLinkOpen = async (platform: Platform, token: string): Promise<boolean> => {
  const link = await readAs(platform, residentDesk, (tx) => links.findOpenLink(tx, hashOf(token), platform.clock.now()))
  return link !== undefined && link.consentId === null
}

/** The resident whose session has this secret, acting today; undefined where it is over. */
export const findResident = async (
  platform: Platform,
  token: string,
  requestId: string | null,
): Promise<Actor | undefined> => {
  const session = await readAs(platform, residentDesk, (tx) =>
    links.findResidentSession(tx, hashOf(token), platform.clock.now()),
  )
  return session && residentActor(session.dataSubjectId, today(platform.clock), requestId)
}

export const closeRecord = (platform: Platform, token: string): Promise<void> =>
  keepHouse(platform, residentDesk, async (tx) => {
    await links.endResidentSession(tx, hashOf(token), platform.clock.now())
  })

/** The mail address a record is reached at. Throws Refused('subject_unreachable'). */
export const getMailOf = async (tx: WriteTx, dataSubjectId: string): Promise<string> => {
  const mail = (await findSubject(tx, dataSubjectId))?.mail ?? null
  if (mail === null) throw new Refused('subject_unreachable')
  return mail
}
