import type { AgreementDocument, ReadCommitment } from '../../agreements/index.ts'
import { type CarriedLife, currentReading, currentWithin, isWithdrawn } from './life.ts'

/** The document with the promises of its version in it, as they read now, for whoever takes it along. */
export const writePromisesIn = (document: AgreementDocument, lives: readonly CarriedLife[]): AgreementDocument => {
  const byActivity = Map.groupBy(
    lives.filter((life) => !isWithdrawn(life)),
    ({ readingId }) => readingId.split('/')[0] ?? '',
  )
  const promisesOf = (activityId: string): ReadCommitment[] => (byActivity.get(activityId) ?? []).map(toRead)
  return {
    ...document,
    activities: document.activities.map((activity) => ({ ...activity, commitments: promisesOf(activity.id) })),
    otherActivities: document.otherActivities.map((activity) => ({
      ...activity,
      commitments: promisesOf(activity.id).map((promise) => ({ ...promise, within: null })),
    })),
  }
}

const toRead = (life: CarriedLife): ReadCommitment => {
  const { kind, text, owedBy, owedTo, notation } = currentReading(life)
  return {
    id: life.readingId,
    kind,
    text,
    owedBy: [...owedBy],
    owedTo: [...owedTo],
    notation,
    within: currentWithin(life),
    source: { line: life.sourceLine, toLine: life.sourceLine, page: null },
  }
}
