import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getVersionOn } from '../agreement.queries.ts'
import { listRelationsTo } from '../relation.queries.ts'
import type { JournalDirection } from './journal.ts'
import { insertJournalEntry, markEntry } from './journal.queries.ts'
import { readTheme, requireHappened } from './journal.rules.ts'

export interface JournalForm {
  readonly happenedOn: Day
  readonly direction: JournalDirection
  readonly theme: string
  readonly documentNumber: string | null
  readonly isShared: boolean
}

/** Writes an entry by hand. Throws Refused('theme_needed'), 'theme_too_long' or 'journal_day_to_come'. */
export const addJournalEntry = (platform: Platform, actor: Actor, slug: string, form: JournalForm): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const day = today(platform.clock)
    const { agreementId, agreementVersionId } = await getVersionOn(tx, slug, day)
    requirePermission(actor, agreementPolicy.writeJournal, await listRelationsTo(tx, agreementVersionId))
    requireHappened(form.happenedOn, day)
    const now = platform.clock.now()
    const ref = await insertJournalEntry(tx, {
      ...form,
      theme: readTheme(form.theme),
      thing: 'letter',
      agreementId,
      thingRef: null,
      writtenAt: now,
      writtenBy: actor.personId ?? 'system',
      sharedAt: form.isShared ? now : null,
    })
    leaveTrace(tx, { verb: 'journal_entry.written', thing: 'journal_entry', ref })
  })

interface JournalMark {
  readonly journalEntryId: string
  readonly isShared: boolean
  readonly documentNumber: string | null
}

/** Marks whether an entry was shared with the municipality, and its document number there. Throws Refused('journal_entry_not_found'). */
export const markJournalEntry = (platform: Platform, actor: Actor, slug: string, mark: JournalMark): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { agreementVersionId } = await getVersionOn(tx, slug, today(platform.clock))
    requirePermission(actor, agreementPolicy.writeJournal, await listRelationsTo(tx, agreementVersionId))
    const { journalEntryId, isShared, documentNumber } = mark
    const sharing = isShared
      ? { sharedAt: platform.clock.now(), sharedBy: actor.personId ?? 'system' }
      : { sharedAt: null, sharedBy: null }
    await markEntry(tx, { slug, journalEntryId, documentNumber, ...sharing })
    leaveTrace(tx, {
      verb: 'journal_entry.marked',
      thing: 'journal_entry',
      ref: journalEntryId,
      facts: { shared: isShared },
    })
  })
