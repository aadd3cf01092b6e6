import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import { homeZone, today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Language } from '../../../platform/language.ts'
import type { Actor } from '../actor.ts'
import { hashOf, newSecret } from '../secret.ts'
import { endConsent, giveConsent, loadConsent, nearness } from '../consent/answer-consent.ts'
import { consentPolicy } from '../consent/consent.policy.ts'
import { askedGivers } from '../consent/consent.rules.ts'
import { factsOf, traceReading } from '../consent/record.ts'
import { requirePermission } from '../permission.ts'
import * as links from './link.queries.ts'
import { getMailOf } from './open-record.ts'
import { residentActor, residentDesk } from './resident.ts'
import { answerConsentMail } from './resident-mail.ts'

/** A family has two weeks to answer. */
const linkLasts = Temporal.Duration.from({ hours: 14 * 24 })

/**
 * Sends a giver the link to read and answer a consent. Throws Refused('consent_not_found'), Refused('not_theirs_to_give') or
 * Refused('subject_unreachable') where no mail address is kept.
 */
export const sendConsentLink = (
  platform: Platform,
  actor: Actor,
  asked: { consentId: string; giverId: string; language: Language },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { consentId, giverId, language } = asked
    requirePermission(actor, consentPolicy.sendLink, await nearness(tx, consentId))
    const { consent, record } = await loadConsent(tx, consentId)
    if (!askedGivers(factsOf(record, consent), today(platform.clock)).includes(giverId))
      throw new Refused('not_theirs_to_give')
    const address = await getMailOf(tx, giverId)
    const token = newSecret()
    const madeAt = platform.clock.now()
    const subjectLinkId = newId<'subject_link'>()
    const endsAt = madeAt.add(linkLasts)
    await links.insertLink(tx, {
      subjectLinkId,
      dataSubjectId: giverId,
      consentId,
      tokenHash: hashOf(token),
      madeAt,
      endsAt,
    })
    const lastDay = endsAt.toZonedDateTimeISO(homeZone).toPlainDate()
    const words = await answerConsentMail({ url: `${platform.config.baseUrl}/samtykke/${token}`, language, lastDay })
    await queueMail(tx, platform.clock, {
      ...words,
      personId: giverId,
      address,
      stopUrl: null,
      onceKey: subjectLinkId,
      endsAt,
    })
    leaveTrace(tx, { verb: 'consent.link_sent', thing: 'consent', ref: consentId, about: consent.dataSubjectId })
  })

/** What a link asks for, as the one it was sent to may see it. Reading it leaves a trace and uses nothing up. Throws Refused('consent_link_not_found'). */
export const readAskedConsent = async (platform: Platform, token: string, requestId: string | null) => {
  const link = await findLink(platform, token)
  const actor = residentActor(link.dataSubjectId, today(platform.clock), requestId)
  return writeAs(platform, actor, async (tx) => {
    const found = await loadConsent(tx, link.consentId)
    traceReading(tx, found.consent.dataSubjectId, 'consent')
    return { ...found, giverId: link.dataSubjectId }
  })
}

/** Answers yes or no by the link, once. Throws Refused('consent_link_not_found') and as `giveConsent`. */
export const answerByLink = async (
  platform: Platform,
  answer: { token: string; isYes: boolean; requestId: string | null },
): Promise<void> => {
  const link = await findLink(platform, answer.token)
  const actor = residentActor(link.dataSubjectId, today(platform.clock), answer.requestId)
  const form = { consentId: link.consentId, giverId: link.dataSubjectId, how: 'signed_link' as const }
  await writeAs(platform, actor, async (tx) => {
    requirePermission(actor, consentPolicy.answerByLink, await nearness(tx, link.consentId))
    if (answer.isYes) await giveConsent(tx, platform, actor, { ...form, givenOn: today(platform.clock) })
    else await endConsent(tx, platform, actor, form)
    leaveTrace(tx, {
      verb: 'consent.link_answered',
      thing: 'consent',
      ref: link.consentId,
      facts: { yes: answer.isYes },
    })
  })
  await writeAs(platform, { ...residentDesk, requestId: answer.requestId }, async (tx) => {
    await links.useLink(tx, link.subjectLinkId, platform.clock.now())
    leaveTrace(tx, { verb: 'subject_link.used', thing: 'subject_link', ref: link.subjectLinkId })
  })
}

const findLink = async (platform: Platform, token: string) => {
  const link = await readAs(platform, residentDesk, (tx) => links.findOpenLink(tx, hashOf(token), platform.clock.now()))
  if (link === undefined || link.consentId === null) throw new Refused('consent_link_not_found')
  return { ...link, consentId: link.consentId }
}
