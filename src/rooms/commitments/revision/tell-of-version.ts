import { leaveTrace, readAs, type ReadTx, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { type Day, today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailPoint, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { system } from '../../access/index.ts'
import { type AgreementVersion, getVersion, listVersions, writeJournal } from '../../agreements/index.ts'
import { findPersonMail, type HeldPost, listHeldPosts } from '../../parties/index.ts'
import { activityKey, type ActivityContacts, listActivityContacts } from '../activity-contact.queries.ts'
import { listCommitments } from '../commitment.queries.ts'
import { shareOf } from '../owed-promises.rules.ts'
import { listMailChoices } from '../reminders/reminder.queries.ts'
import { usualMailChoice } from '../reminders/mail-choice.ts'
import { addedInWords, droppedInWords, movedInWords } from './change-words.ts'
import { promiseChanges, type PromiseChanges, type ToldPromise } from './promise-changes.rules.ts'
import { revisionTexts } from './revision.texts.ts'

/** The task that tells those whose promises a new version changes. */
export const tellOfVersionTask = 'tell_of_version'

/**
 * Writes one mail to everyone whose promises the version changes, in their language, with what changes for them, and journalises how many
 * parties were told, all in one transaction: done again, it tells nobody twice.
 */
export const tellOfVersion =
  (platform: Platform): Task =>
  async (payload) => {
    const agreementVersionId = versionIn(payload)
    const seen = await readAs(platform, system, (tx) => see(tx, agreementVersionId, today(platform.clock)))
    const toTell = [...Map.groupBy(seen.posts, ({ personId }) => personId)].flatMap(([personId, posts]) => {
      const language = seen.choices.get(personId)?.language ?? usualMailChoice.language
      const points = pointsFor(posts, seen, { baseUrl: platform.config.baseUrl, language })
      return points.length === 0 ? [] : [{ personId, posts, points, language }]
    })
    if (toTell.length > 0) await writeAs(platform, system, (tx) => tell(tx, platform, seen, toTell))
  }

interface ToTell {
  readonly personId: string
  readonly posts: readonly HeldPost[]
  readonly points: readonly MailPoint[]
  readonly language: Language
}

const tell = async (tx: WriteTx, platform: Platform, seen: Seen, toTell: readonly ToTell[]): Promise<void> => {
  const told = new Set<string>()
  for (const one of toTell)
    if (await writeTo(tx, platform, seen, one)) for (const { organisationId } of one.posts) told.add(organisationId)
  const { agreementId, agreementVersionId: ref, number } = seen.version
  const event = { kind: 'parties_told', version: number, parties: told.size } as const
  if (told.size > 0) await writeJournal(tx, platform.clock, system, { agreementId, ref, event })
  leaveTrace(tx, { verb: 'version.parties_told', thing: 'agreement_version', ref, facts: { parties: told.size } })
}

const versionIn = (payload: unknown): string => {
  const id =
    typeof payload === 'object' && payload !== null && 'agreementVersionId' in payload
      ? payload.agreementVersionId
      : null
  if (typeof id !== 'string') throw new Error('The job does not say which version')
  return id
}

interface Seen {
  readonly version: AgreementVersion
  readonly changes: PromiseChanges
  readonly contacts: ActivityContacts
  readonly posts: readonly HeldPost[]
  readonly choices: Awaited<ReturnType<typeof listMailChoices>>
}

const see = async (tx: ReadTx, agreementVersionId: string, day: Day): Promise<Seen> => {
  const version = await getVersion(tx, agreementVersionId)
  const versions = await listVersions(tx, version.agreementId)
  const before = versions.find(({ number }) => number === version.number - 1)
  return {
    version,
    changes: promiseChanges(
      before === undefined ? [] : await listCommitments(tx, before.agreementVersionId),
      await listCommitments(tx, agreementVersionId),
    ),
    contacts: await listActivityContacts(tx, version.inForceDuring.from ?? day),
    posts: await listHeldPosts(tx, day),
    choices: await listMailChoices(tx),
  }
}

interface Told {
  readonly baseUrl: string
  readonly language: Language
}

/** The changes that concern somebody's posts, as points of their mail. */
const pointsFor = (posts: readonly HeldPost[], { version, changes, contacts }: Seen, told: Told): MailPoint[] => {
  const activityIn = ({ readingId }: ToldPromise): string => readingId.split('/')[0] ?? ''
  const isTheirs = (promise: ToldPromise): boolean => {
    const named = contacts.get(activityKey(version.agreementVersionId, activityIn(promise))) ?? []
    return shareOf(promise, posts, named) !== 'others'
  }
  const point = (promise: ToldPromise, words: string): MailPoint => ({
    words: promise.text,
    told: words,
    url: `${told.baseUrl}/aftaler/${version.slug}#${activityIn(promise)}`,
  })
  const { language } = told
  return [
    ...changes.moved
      .filter(({ before, after }) => isTheirs(before) || isTheirs(after))
      .map((pair) => point(pair.after, movedInWords(pair, language).join(' '))),
    ...changes.added.filter(isTheirs).map((promise) => point(promise, addedInWords(promise, language))),
    ...changes.dropped.filter(isTheirs).map((promise) => point(promise, droppedInWords(promise, language))),
  ]
}

/** Writes somebody's mail; answers whether there was an address, and none written before. */
const writeTo = async (tx: WriteTx, platform: Platform, { version }: Seen, toTell: ToTell): Promise<boolean> => {
  const { personId, points, language } = toTell
  const person = await findPersonMail(tx, personId)
  if (person === undefined || person.email === null) return false
  const words = pick(revisionTexts, language)
  const { baseUrl } = platform.config
  const agreement = version.document.focusArea ?? version.document.title ?? version.slug
  const from = version.inForceDuring.from
  const mail: MailWords = {
    language,
    hello: words.hello(person.name),
    intro: words.mailIntro(agreement, from === null ? '' : formatDay(from, language)),
    parts: [{ heading: null, points, more: null }],
    links: [{ words: words.mailSeeAgreement, url: `${baseUrl}/aftaler/${version.slug}` }],
    why: words.mailWhy,
    ways: [],
  }
  return queueMail(tx, platform.clock, {
    personId,
    address: person.email,
    subject: words.mailSubject(agreement),
    plain: plainMail(mail),
    html: await htmlMail(mail),
    stopUrl: null,
    onceKey: `version ${version.agreementVersionId} ${personId}`,
  })
}
