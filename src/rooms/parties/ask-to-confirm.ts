import { leaveTrace, readAs, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { homeZone, today } from '../../platform/day.ts'
import { type Language, pick } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../platform/mail/write-mail.tsx'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, isPermitted, type Relation, requirePermission } from '../access/index.ts'
import { confirmationTexts } from './confirmation.texts.ts'
import type { Askable } from './contact-entry.ts'
import { listAskable, replaceConfirmationLink } from './contact-entry.queries.ts'
import { confirmationUrl } from './contact-link.ts'
import { hashOfToken, newLinkToken } from './invitation-link.ts'
import { partyPolicy } from './party.policy.ts'

/** A link that asks for confirmation opens a person's entries for this long. */
const linkLasts = Temporal.Duration.from({ hours: 30 * 24 })

/** Whoever was asked is not asked again for this long. */
const restsFor = Temporal.Duration.from({ hours: 7 * 24 })

/** What came of asking some people. The links are known where there is no mail server that could carry them. */
export interface Asked {
  readonly asked: readonly { readonly name: string; readonly url: string | null }[]
  /** Names of those without a mail address. */
  readonly withoutMail: readonly string[]
  /** Names of those who were asked in the last week. */
  readonly lately: readonly string[]
}

/** What the one who asks is to somebody: party to an agreement that names them, or not. */
const relationsTo = ({ isAskedByParty }: Askable): ReadonlySet<Relation> => new Set(isAskedByParty ? ['party'] : [])

/** The posts among these whose holders the actor may ask to confirm their entries. */
export const listAskablePosts = async (
  platform: Platform,
  actor: Actor,
  holders: readonly { readonly postId: string; readonly personId: string }[],
): Promise<ReadonlySet<string>> => {
  if (actor.personId === null || holders.length === 0) return new Set()
  const postIds = holders.map(({ postId }) => postId)
  const people = await readAs(platform, actor, (tx) => listAskable(tx, postIds, today(platform.clock)))
  const may = new Set(people.filter((one) => mayAsk(actor, one)).map(({ personId }) => personId))
  return new Set(holders.filter(({ personId }) => may.has(personId)).map(({ postId }) => postId))
}

const mayAsk = (actor: Actor, person: Askable): boolean =>
  isPermitted(actor, partyPolicy.askToConfirm, relationsTo(person)) && person.personId !== actor.personId

/**
 * Asks those who hold the posts today, by a link in a mail, whether their entries are right; nobody is asked twice in a week. Throws
 * Refused('nobody_to_ask') where nobody can be.
 */
export const askToConfirm = (
  platform: Platform,
  actor: Actor,
  postIds: readonly string[],
  language: Language,
): Promise<Asked> =>
  writeAs(platform, actor, async (tx) => {
    const people = await listAskable(tx, postIds, today(platform.clock))
    const isParty = people.some(({ isAskedByParty }) => isAskedByParty)
    requirePermission(actor, partyPolicy.askToConfirm, new Set(isParty ? ['party'] : []))
    const now = platform.clock.now()
    const permitted = people.filter((person) => mayAsk(actor, person))
    const isLate = ({ askedAt }: Askable) =>
      askedAt !== null && Temporal.Instant.compare(askedAt.add(restsFor), now) > 0
    const lately = permitted.filter(isLate).map(({ name }) => name)
    const withoutMail = permitted.filter(({ email }) => email === null).map(({ name }) => name)
    const asked: { name: string; url: string | null }[] = []
    for (const person of permitted.filter((one) => !isLate(one)))
      if (person.email !== null)
        asked.push(await askPerson(tx, platform, { actor, person, address: person.email, language }))
    if (asked.length === 0)
      throw new Refused('nobody_to_ask', { lately: lately.length, withoutMail: withoutMail.length })
    return { asked, withoutMail, lately }
  })

interface ToAsk {
  readonly actor: Actor
  readonly person: Askable
  readonly address: string
  readonly language: Language
}

const askPerson = async (tx: WriteTx, platform: Platform, { actor, person, address, language }: ToAsk) => {
  const { clock, config } = platform
  const { personId, name } = person
  const token = newLinkToken()
  const askedAt = clock.now()
  const endsAt = askedAt.add(linkLasts)
  const tokenHash = hashOfToken(token)
  await replaceConfirmationLink(tx, { tokenHash, personId, askedBy: actor.personId ?? '', askedAt, endsAt })
  leaveTrace(tx, { verb: 'contact.asked', thing: 'person', ref: personId, about: personId })
  const url = confirmationUrl(config.baseUrl, token)
  if (config.smtpUrl === null) return { name, url }
  const words = mailOf({ name, asker: actor, url, endsAt, language })
  await queueMail(tx, clock, {
    personId,
    address,
    subject: pick(confirmationTexts, language).mailSubject,
    plain: plainMail(words),
    html: await htmlMail(words),
    stopUrl: null,
    endsAt,
    onceKey: `confirmation ${tokenHash.toString('hex')}`,
  })
  return { name, url: null }
}

interface Told {
  readonly name: string
  readonly asker: Actor
  readonly url: string
  readonly endsAt: Temporal.Instant
  readonly language: Language
}

const mailOf = ({ name, asker, url, endsAt, language }: Told): MailWords => {
  const words = pick(confirmationTexts, language)
  const last = formatDay(endsAt.toZonedDateTimeISO(homeZone).toPlainDate(), language)
  return {
    language,
    hello: words.mailHello(name),
    intro: words.mailIntro(asker.name ?? 'Brobyg', asker.onBehalfOf ?? ''),
    parts: [],
    links: [{ words: words.mailLink, url }],
    why: words.mailWhy(last),
    ways: [],
  }
}
