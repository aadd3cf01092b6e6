import type { WriteTx } from '../../../platform/database/index.ts'
import type { Clock } from '../../../platform/clock.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Actor } from '../../access/index.ts'
import type { JournalEvent } from './journal.ts'
import { insertJournalEntry, isJournalised } from './journal.queries.ts'
import { wordsOfEvent } from './journal.rules.ts'

interface ToJournal {
  readonly agreementId: string
  readonly event: JournalEvent
  /** The thing it is about. */
  readonly ref: string | null
  /** The day it happened, where that is not today. */
  readonly happenedOn?: Day
  /** The municipality's number of the document, where it is known. */
  readonly documentNumber?: string | null
}

/**
 * Writes into the agreement's journal what an action did, in the action's own transaction. Whoever sends, receives or decides something
 * calls it: the municipality must be able to journalise it as soon as possible. Source: offentlighedsloven § 15.
 */
export const writeJournal = (
  tx: WriteTx,
  clock: Clock,
  by: Pick<Actor, 'personId'>,
  noted: ToJournal,
): Promise<string> =>
  insertJournalEntry(tx, {
    ...wordsOfEvent(noted.event),
    agreementId: noted.agreementId,
    thingRef: noted.ref,
    happenedOn: noted.happenedOn ?? today(clock),
    documentNumber: noted.documentNumber ?? null,
    writtenAt: clock.now(),
    writtenBy: by.personId ?? 'system',
    sharedAt: null,
  })

/** Writes as `writeJournal`, unless the agreement's journal tells of this edition of the thing already: what is sent again is no new document. */
export const writeJournalOnce = async (
  tx: WriteTx,
  clock: Clock,
  by: Pick<Actor, 'personId'>,
  noted: ToJournal & { readonly ref: string },
): Promise<void> => {
  const { thing } = wordsOfEvent(noted.event)
  if (await isJournalised(tx, { agreementId: noted.agreementId, thing, thingRef: noted.ref })) return
  await writeJournal(tx, clock, by, noted)
}
