import { z } from 'zod'
import { keepHouse, leaveTrace, readAs, type WriteTx } from '../../platform/database/index.ts'
import { pick } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../platform/mail/write-mail.tsx'
import type { Platform } from '../../platform/platform.ts'
import type { Task } from '../../platform/queue/job.ts'
import { system } from './actor.ts'
import { hashOf, newSecret } from './secret.ts'
import type { PersonAtDoor, SignInRequest } from './sign-in-link.ts'
import * as links from './sign-in-link.queries.ts'
import { linkLives } from './sign-in-link.rules.ts'
import { signInMailTexts } from './sign-in-mail.texts.ts'

/** Who has their mail at an address; the application hands it in, since this room knows no people. */
export type FindPeopleByMail = (address: string) => Promise<readonly PersonAtDoor[]>

const payloadForm = z.object({ signInRequestId: z.string() })

/** Writes the mail that was asked for: a link for each person at the address, and nothing where there is none. */
export const sendSignInLinks =
  (platform: Platform, findPeopleByMail: FindPeopleByMail): Task =>
  async (payload) => {
    const { signInRequestId } = payloadForm.parse(payload)
    const request = await readAs(platform, system, (tx) => links.findSignInRequest(tx, signInRequestId))
    if (request === undefined) return
    const endsAt = request.askedAt.add(linkLives)
    const people = await findPeopleByMail(request.address)
    await keepHouse(platform, system, async (tx) => {
      const isMine = await links.deleteSignInRequest(tx, signInRequestId)
      if (!isMine || isOver(endsAt, platform.clock.now())) return
      const letters: Letter[] = []
      for (const person of people)
        letters.push({ ...person, url: await makeLink(tx, { request, endsAt, person, platform }) })
      await mailLinks(tx, platform, { request, endsAt, letters })
    })
  }

interface Letter extends PersonAtDoor {
  readonly url: string
}

const isOver = (endsAt: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(endsAt, now) <= 0

interface LinkToMake {
  readonly request: SignInRequest
  readonly endsAt: Temporal.Instant
  readonly person: PersonAtDoor
  readonly platform: Platform
}

/** Makes a link in place of those the person had asked for in the same browser; nobody elsewhere can end theirs by asking for more. */
const makeLink = async (tx: WriteTx, { request, endsAt, person, platform }: LinkToMake): Promise<string> => {
  const { personId } = person
  const { browserHash } = request
  const now = platform.clock.now()
  const token = newSecret()
  await links.endLinksOf(tx, personId, now, browserHash)
  const ref = await links.insertSignInLink(tx, { personId, tokenHash: hashOf(token), browserHash, madeAt: now, endsAt })
  leaveTrace(tx, { verb: 'sign_in_link.sent', thing: 'sign_in_link', ref, about: personId })
  const asked = new URLSearchParams({ noegle: token, til: request.nextPath })
  return `${platform.config.baseUrl}/log-ind/link?${asked}`
}

interface LettersToMail {
  readonly request: SignInRequest
  readonly endsAt: Temporal.Instant
  readonly letters: readonly Letter[]
}

const mailLinks = async (tx: WriteTx, platform: Platform, { request, endsAt, letters }: LettersToMail) => {
  const [first] = letters
  if (first === undefined) return
  const words = pick(signInMailTexts, request.language)
  const mail = linkMail(request, letters)
  await queueMail(tx, platform.clock, {
    personId: first.personId,
    address: request.address,
    subject: words.subject,
    plain: plainMail(mail),
    html: await htmlMail(mail),
    stopUrl: null,
    onceKey: `sign_in ${request.signInRequestId}`,
    endsAt,
  })
}

const linkMail = ({ language }: SignInRequest, letters: readonly Letter[]): MailWords => {
  const words = pick(signInMailTexts, language)
  const [only, ...more] = letters
  const isForOne = only !== undefined && more.length === 0
  const points = letters.map(({ name, url }) => ({ words: words.signInAs(name), told: words.opensOnce, url }))
  return {
    language,
    hello: isForOne ? words.hello(only.name) : words.helloAll,
    intro: isForOne ? words.intro : words.introMany(letters.length),
    parts: isForOne ? [] : [{ heading: null, points, more: null }],
    links: isForOne ? [{ words: words.signIn, url: only.url }] : [],
    why: words.why,
    ways: [],
  }
}
