import type { CommitmentReading } from '../commitment.ts'

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name))

/** Whether two readings owe the same to the same, by the same: their words may differ. Such a promise is judged on as before. */
export const isSamePromise = (one: CommitmentReading, other: CommitmentReading): boolean =>
  one.kind === other.kind &&
  one.notation === other.notation &&
  isSameSet(one.owedBy, other.owedBy) &&
  isSameSet(one.owedTo, other.owedTo)

/**
 * What a promise reads as in its new words: where the reader now reads something else than it did in the old words, that; where it reads
 * the same, what people had made of it stands.
 */
export const carryReading = (
  stands: CommitmentReading,
  wasRead: CommitmentReading,
  isRead: CommitmentReading,
): CommitmentReading => ({
  text: isRead.text,
  kind: isRead.kind === wasRead.kind ? stands.kind : isRead.kind,
  notation: isRead.notation === wasRead.notation ? stands.notation : isRead.notation,
  owedBy: isSameSet(isRead.owedBy, wasRead.owedBy) ? stands.owedBy : isRead.owedBy,
  owedTo: isSameSet(isRead.owedTo, wasRead.owedTo) ? stands.owedTo : isRead.owedTo,
})
