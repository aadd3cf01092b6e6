import { leaveTrace, type ReadTx, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { type Holder, listHolders } from '../../parties/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getVersionNumbered } from '../agreement.queries.ts'
import type { AgreementVersion } from '../agreement.ts'
import { writeJournal } from '../journal/write-journal.ts'
import { listRelationsTo } from '../relation.queries.ts'
import type { SigningParty } from './signature.ts'
import { insertSignatureRequest, listNamedPosts, listSigningParties } from './signature.queries.ts'
import { partSigningParties, restBetweenRequests } from './signature.rules.ts'
import { signatureTexts } from './signature.texts.ts'

/** How many parties were asked, and how many people get a mail. */
interface AskedParties {
  readonly parties: number
  readonly people: number
}

/**
 * Mails those the version names at each party that has not confirmed it, where the party was not asked within the week. Throws
 * Refused('asked_lately') where all were, and 'nobody_to_mail' where no address is known.
 */
export const askForSignatures = (
  platform: Platform,
  actor: Actor,
  asked: { readonly slug: string; readonly number: number },
  language: Language,
): Promise<AskedParties> =>
  writeAs(platform, actor, async (tx) => {
    const version = await getVersionNumbered(tx, asked.slug, asked.number)
    const { agreementVersionId: ref, agreementId, number } = version
    requirePermission(actor, agreementPolicy.askForSignatures, await listRelationsTo(tx, ref))
    const { toAsk } = partSigningParties(await listSigningParties(tx, ref, today(platform.clock)), platform.clock.now())
    if (toAsk.length === 0) throw new Refused('asked_lately')
    const { reached } = await listReach(tx, ref, toAsk, today(platform.clock))
    if (reached.length === 0) throw new Refused('nobody_to_mail')
    for (const { party, people } of reached) await askParty(tx, platform, { version, party, people, actor, language })
    const parties = reached.length
    const event = { kind: 'confirmation_asked', version: number, parties } as const
    await writeJournal(tx, platform.clock, actor, { agreementId, ref, event })
    leaveTrace(tx, { verb: 'version.confirmation_asked', thing: 'agreement_version', ref, facts: { parties } })
    return { parties, people: reached.reduce((sum, { people }) => sum + people.length, 0) }
  })

/** Which of the parties somebody can be reached at by mail, with whom: those the version names, on the day. */
export const listReach = async (tx: ReadTx, agreementVersionId: string, parties: readonly SigningParty[], day: Day) => {
  const named = await listNamedPosts(tx, agreementVersionId)
  const held = (await listHolders(tx, day)).filter(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
  const withPeople = parties.map((party) => {
    const posts = named.get(party.organisationId)
    const reachable = held.filter(({ postId, email }) => email !== null && posts?.has(postId) === true)
    return { party, people: [...new Map(reachable.map((holder) => [holder.personId, holder])).values()] }
  })
  return {
    reached: withPeople.filter(({ people }) => people.length > 0),
    unreached: withPeople.filter(({ people }) => people.length === 0).map(({ party }) => party),
  }
}

interface ToAsk {
  readonly version: AgreementVersion
  readonly party: SigningParty
  readonly people: readonly Holder[]
  readonly actor: Actor
  readonly language: Language
}

const askParty = async (tx: WriteTx, platform: Platform, toAsk: ToAsk): Promise<void> => {
  const { version, party, people, actor } = toAsk
  const askedAt = platform.clock.now()
  await insertSignatureRequest(tx, {
    agreementVersionId: version.agreementVersionId,
    organisationId: party.organisationId,
    askedAt,
    askedBy: actor.personId ?? 'system',
    restsUntil: askedAt.add(restBetweenRequests),
  })
  for (const person of people) {
    if (person.email === null) continue
    const { subject, words } = mailTo(platform, person, toAsk)
    await queueMail(tx, platform.clock, {
      personId: person.personId,
      address: person.email,
      subject,
      plain: plainMail(words),
      html: await htmlMail(words),
      stopUrl: null,
      onceKey: `confirmation ${version.agreementVersionId} ${party.organisationId} ${person.personId} ${askedAt.toString()}`,
    })
  }
}

const mailTo = (platform: Platform, person: Holder, { version, party, actor, language }: ToAsk) => {
  const { mail } = pick(signatureTexts, language)
  const { document, number, slug } = version
  const told = {
    name: person.name,
    organisation: party.organisation,
    agreement: document.focusArea ?? document.title ?? slug,
    version: number,
    askedBy: actor.name ?? 'Brobyg',
  }
  const words: MailWords = {
    language,
    hello: mail.hello(told),
    intro: mail.intro(told),
    parts: [],
    links: [{ words: mail.link, url: `${platform.config.baseUrl}/aftaler/${slug}/tiltraedelse?udgave=${number}` }],
    why: mail.why,
    ways: [],
  }
  return { subject: mail.subject(told), words }
}
