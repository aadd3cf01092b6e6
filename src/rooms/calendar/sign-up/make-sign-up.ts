import { leaveTrace, readAs, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { system } from '../../access/index.ts'
import { isToCome } from '../lay-series.ts'
import type { Occurrence } from '../occurrence.ts'
import { getOccurrenceForUpdate } from '../occurrence.queries.ts'
import type { Series } from '../series.ts'
import { findSeries } from '../series.queries.ts'
import { stateFor, whoComesIn } from './places.rules.ts'
import { linkHolder, type SignUp, type SignUpFacts } from './sign-up.ts'
import { hashOf, signUpToken } from './sign-up-link.ts'
import {
  countTaken,
  deleteSignUps,
  findSignUpByForm,
  findSignUpByLink,
  insertSignUp,
  letIn,
  listSignUps,
} from './sign-up.queries.ts'
import { mailSignedUp } from './mail-signed-up.ts'

/**
 * Signs children up for one time, or has them wait where it is full, and sends the link to cancel by. The time is held while it is counted,
 * so that no more come than there are places, however many sign up at once. Sent twice, a form is one sign-up. Answers with the secret of
 * its link. Throws Refused('sign_up_closed'), Refused('signed_up_already') or Refused('occurrence_not_found').
 */
export const makeSignUp = async (
  platform: Platform,
  occurrenceId: string,
  facts: SignUpFacts,
  formSecret: string,
): Promise<string> => {
  const signUpId = newId<'sign_up'>()
  const key = await getSigningKey(platform)
  const token = signUpToken(key, signUpId)
  // Of one form for one time: what was sent for another is no answer here.
  const formHash = hashOf(`${occurrenceId} ${formSecret}`)
  const made = await writeAs(platform, system, async (tx) => {
    const { occurrence, series } = await hold(tx, occurrenceId)
    const same = await findSignUpByForm(tx, formHash)
    leaveTrace(tx, { verb: 'sign_up.made', thing: 'occurrence', ref: occurrence.occurrenceId })
    if (same !== undefined) return same
    requireOpen(occurrence, series, platform.clock.now())
    const state = stateFor(await filledOf(tx, occurrence, series), facts.children)
    const signedAt = platform.clock.now()
    const hashes = { tokenHash: hashOf(token), formHash }
    const signUp = { ...facts, signUpId, occurrenceId: occurrence.occurrenceId, state, signedAt }
    await insertSignUp(tx, { ...signUp, ...hashes })
    await mailSignedUp(tx, platform, signUp, state)
    return signUp
  })
  return signUpToken(key, made.signUpId)
}

const hold = async (tx: WriteTx, occurrenceId: string): Promise<{ occurrence: Occurrence; series: Series }> => {
  const occurrence = await getOccurrenceForUpdate(tx, occurrenceId, null)
  const series = await findSeries(tx, occurrence.seriesId)
  if (series === undefined) throw new Refused('occurrence_not_found')
  return { occurrence, series }
}

const requireOpen = (occurrence: Occurrence, series: Series, now: Temporal.Instant): void => {
  if (!isOpenForSignUp(occurrence, series, now)) throw new Refused('sign_up_closed')
}

/** Whether one can sign up for a time: it takes place, is to come, and has sign-up. */
export const isOpenForSignUp = (
  occurrence: Occurrence,
  series: Pick<Series, 'signUp' | 'isPublished'>,
  now: Temporal.Instant,
): boolean =>
  series.signUp === 'open' && series.isPublished && occurrence.state === 'planned' && isToCome(occurrence, now)

const filledOf = async (tx: WriteTx, { occurrenceId }: Occurrence, { places }: Series) => ({
  places,
  taken: (await countTaken(tx, [occurrenceId])).get(occurrenceId) ?? 0,
})

/** The sign-up whose link this is, read as its holder. */
export const readSignUp = (platform: Platform, token: string): Promise<SignUp | undefined> => {
  const hash = hashOf(token)
  return readAs(platform, linkHolder(hash), (tx) => findSignUpByLink(tx, hash))
}

/** Cancels by the link: what stood there is deleted, and the next in line come in and are told. Throws Refused('sign_up_not_found'). */
export const cancelSignUp = async (platform: Platform, token: string): Promise<void> => {
  const known = await readSignUp(platform, token)
  if (known === undefined) throw new Refused('sign_up_not_found')
  await writeAs(platform, system, async (tx) => {
    const { occurrence, series } = await hold(tx, known.occurrenceId)
    const gone = await deleteSignUps(tx, [known.signUpId])
    if (gone === 0) throw new Refused('sign_up_not_found')
    leaveTrace(tx, { verb: 'sign_up.cancelled', thing: 'occurrence', ref: occurrence.occurrenceId })
    if (isToCome(occurrence, platform.clock.now())) await letNextIn(tx, platform, occurrence, series)
  })
}

/** Lets those who wait for a time come in where its activity has made room for more, and tells them. */
export const letNextInAt = async (tx: WriteTx, platform: Platform, occurrenceId: string): Promise<void> => {
  const { occurrence, series } = await hold(tx, occurrenceId)
  if (occurrence.state !== 'planned' || !isToCome(occurrence, platform.clock.now())) return
  await letNextIn(tx, platform, occurrence, series)
  leaveTrace(tx, { verb: 'sign_up.let_in', thing: 'occurrence', ref: occurrence.occurrenceId })
}

/** Lets those who wait come in where there are places, in their order, and tells them. The time must be held. */
const letNextIn = async (tx: WriteTx, platform: Platform, occurrence: Occurrence, series: Series): Promise<void> => {
  const waiting = (await listSignUps(tx, [occurrence.occurrenceId])).filter(({ state }) => state === 'waiting')
  const filled = await filledOf(tx, occurrence, series)
  const entering = whoComesIn(filled, waiting)
  if (entering.length === 0) return
  await letIn(tx, entering)
  for (const signUp of waiting.filter(({ signUpId }) => entering.includes(signUpId)))
    await mailSignedUp(tx, platform, signUp, 'came_in')
}
