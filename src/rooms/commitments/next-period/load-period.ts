import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import type { AgreementDocument, AgreementVersion, Contact } from '../../agreements/index.ts'
import { listHeldPosts, listPostNames } from '../../parties/index.ts'
import { listCommitments } from '../commitment.queries.ts'
import { listEvidenceDays } from '../evidence.queries.ts'
import { listReservations } from '../reservation.queries.ts'
import type { Reservation } from '../reservation.ts'
import { listStandings } from '../standings.ts'
import { dropReason } from './drop-reason.rules.ts'
import type { PeriodToCarry } from './next-period.ts'
import { refreshedHolders, refresher } from './refresh-holder.rules.ts'

/** Everything a person chooses among when the version goes on from a day; seen today. */
export const loadPeriod = async (
  tx: ReadTx,
  version: AgreementVersion,
  { today, from }: { today: Day; from: string },
): Promise<PeriodToCarry> => {
  const commitments = await listCommitments(tx, version.agreementVersionId)
  const judged = commitments.map((commitment) => ({ ...commitment, inForceDuring: version.inForceDuring }))
  const standings = await listStandings(tx, judged, today)
  const evidence = await listEvidenceDays(tx, [version.agreementVersionId])
  const lapsed = (await listReservations(tx, version.agreementVersionId, today)).filter((one) => isOver(one, from))
  const hanging = new Set(lapsed.flatMap(({ promises }) => promises))
  const until = dayNumberOf(today)
  const refresh = refresher(await listHeldPosts(tx, today), await listPostNames(tx))
  return {
    version,
    promises: commitments.flatMap((commitment) => {
      const standing = standings.get(commitment.commitmentId)
      if (standing === undefined) return []
      const times = (evidence.get(commitment.commitmentId) ?? []).filter(({ on }) => on <= until).length
      const hangsOnLapsed = hanging.has(commitment.readingId)
      const mayDrop = dropReason({ notation: commitment.notation, standing, times, hangsOnLapsed })
      return [{ commitment, activity: titleOf(version.document, commitment.readingId), standing, mayDrop }]
    }),
    lapsed,
    holders: refreshedHolders(contactsOf(version.document), refresh),
    refresh,
  }
}

/** A reservation is over when somebody said so, or when its day has passed and nobody said that it goes on. */
const isOver = ({ settlement, until }: Reservation, from: string): boolean =>
  settlement === null ? until !== null && until < from : settlement.outcome === 'ended'

const titleOf = (document: AgreementDocument, readingId: string): string => {
  const id = readingId.split('/')[0]
  return [...document.activities, ...document.otherActivities].find((activity) => activity.id === id)?.title ?? ''
}

const contactsOf = (document: AgreementDocument): Contact[] => [
  ...document.contacts,
  ...(document.coordination?.lead ? [document.coordination.lead] : []),
  ...document.activities.flatMap(({ contacts }) => contacts),
]
