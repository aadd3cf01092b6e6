import { leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { homeZone } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import {
  type AgreementDocument,
  agreementPolicy,
  bringIntoForce,
  closeDraft,
  getDraftForUpdate,
  writeJournal,
} from '../agreements/index.ts'
import { ensureArea, lockRegister, type SamenessAnswers } from '../parties/index.ts'
import { insertCommitments } from './commitment.queries.ts'
import { registerParties } from './register-parties.ts'
import { insertReservations } from './reservation.queries.ts'
import { reservationsOf } from './reservation.rules.ts'

interface Confirmation {
  readonly draftId: string
  /** The revision the person had before them; a later correction by someone else stops the confirmation. */
  readonly revision: number
  readonly isPublished: boolean
  /** Which of its names are of what is known; null or none = as proposed. */
  readonly answers?: SamenessAnswers | null
}

/**
 * Confirms a draft: the agreement is in force from its own date, its posts and holders are known, its promises are counted on.
 * Throws Refused('draft_changed_meanwhile'), 'sameness_unanswered', or what the draft still lacks. Answers with the agreement's address.
 */
export const confirmAgreement = (platform: Platform, actor: Actor, confirmation: Confirmation): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, agreementPolicy.confirmDraft)
    await lockRegister(tx)
    const draft = await getDraftForUpdate(tx, confirmation.draftId)
    requireUnchanged(draft.revision, confirmation.revision)
    const slug = await putInForce(tx, platform, {
      document: draft.document,
      sourceDocumentId: draft.sourceDocumentId,
      isPublished: confirmation.isPublished,
      isSample: false,
      confirmedBy: actor.personId ?? 'system',
      receivedAt: draft.begunAt,
      answers: confirmation.answers ?? null,
    })
    await closeDraft(tx, draft.draftId, platform.clock.now())
    leaveTrace(tx, {
      verb: 'agreement.confirmed',
      thing: 'draft',
      ref: draft.draftId,
      facts: { published: confirmation.isPublished },
    })
    return slug
  })

const requireUnchanged = (stands: number, seen: number): void => {
  if (stands !== seen) throw new Refused('draft_changed_meanwhile')
}

interface InForce {
  readonly document: AgreementDocument
  readonly sourceDocumentId: string
  readonly isPublished: boolean
  readonly isSample: boolean
  readonly confirmedBy: string
  /** When the text came in, where it was by a draft. */
  readonly receivedAt?: Temporal.Instant
  /** Which of its names are of what is known; null or none = as proposed. */
  readonly answers?: SamenessAnswers | null
}

/** Writes the version, the posts it names, the promises it makes and what they hang on, in one transaction. Answers with the agreement's address. */
export const putInForce = async (tx: WriteTx, platform: Platform, agreement: InForce): Promise<string> => {
  const { document } = agreement
  const at = platform.clock.now()
  const version = await bringIntoForce(tx, { ...agreement, confirmedAt: at })
  const { isSample, answers = null } = agreement
  await registerParties(tx, version, { document, isSample, answers, said: { at, by: agreement.confirmedBy } })
  for (const area of areasNamed(document)) await ensureArea(tx, area, agreement.isSample)
  await insertCommitments(tx, version.agreementVersionId, promisesOf(document))
  await insertReservations(tx, version.agreementVersionId, reservationsOf(document.activities, promisesOf(document)))
  await journalise(tx, platform, version, agreement)
  return version.slug
}

type BroughtIntoForce = Awaited<ReturnType<typeof bringIntoForce>>

/** What the municipality journalises of a new agreement: its text received, its first version in force. */
const journalise = async (tx: WriteTx, { clock }: Platform, version: BroughtIntoForce, agreement: InForce) => {
  const by = { personId: agreement.confirmedBy }
  const { agreementId, agreementVersionId } = version
  const { receivedAt, document } = agreement
  if (receivedAt !== undefined)
    await writeJournal(tx, clock, by, {
      agreementId,
      event: { kind: 'source_received' },
      ref: agreement.sourceDocumentId,
      happenedOn: receivedAt.toZonedDateTimeISO(homeZone).toPlainDate(),
      documentNumber: document.documentNumber,
    })
  await writeJournal(tx, clock, by, {
    agreementId,
    event: { kind: 'version_in_force', version: 1 },
    ref: agreementVersionId,
  })
}

/** Every promise of the document, in the order of the text. */
export const promisesOf = (document: AgreementDocument) =>
  [...document.activities, ...document.otherActivities].flatMap((activity) => activity.commitments)

/** The areas the document's venues lie in, each once. */
const areasNamed = (document: AgreementDocument): Set<string> =>
  new Set(document.activities.flatMap(({ venues }) => venues.flatMap(({ area }) => (area === null ? [] : [area]))))
