import { leaveTrace, type ReadTx, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../actor.ts'
import { mayWithdraw } from '../consent/consent.rules.ts'
import { factsOf, getRecord, type SubjectRecord, traceReading } from '../consent/record.ts'
import { listOwnSubjects, listSelves } from '../consent/subject.queries.ts'
import { listLooks, type Look } from './look.queries.ts'
import { listRequests, type SubjectRequest } from './request.queries.ts'
import { requirePermission } from '../permission.ts'
import { residentPolicy } from './resident.policy.ts'

/** What is kept about a resident or a child of theirs, who has looked, and what they asked for. */
export interface OwnRecord extends SubjectRecord {
  /** Whether it is about the one who reads; else it is about a child of theirs. */
  readonly isSelf: boolean
  readonly looks: readonly Look[]
  /** Of the consents here, those the reader may withdraw. */
  readonly withdrawable: ReadonlySet<string>
}

export interface OwnRecords {
  readonly records: readonly OwnRecord[]
  readonly requests: readonly SubjectRequest[]
}

/** Everything kept about a resident and their children. Reading it leaves a trace like any other reading. */
export const readOwnRecords = (platform: Platform, actor: Actor): Promise<OwnRecords> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, residentPolicy.readOwnRecord, new Set(['self']))
    return loadOwnRecords(tx, platform, actor)
  })

/** The same, to be taken out as a file. */
export const takeOutOwnRecords = (platform: Platform, actor: Actor, format: 'json' | 'html'): Promise<OwnRecords> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, residentPolicy.takeOutOwnRecord, new Set(['self']))
    const own = await loadOwnRecords(tx, platform, actor)
    for (const { subject } of own.records) {
      const ref = subject.dataSubjectId
      leaveTrace(tx, { verb: 'subject.taken_out', thing: 'data_subject', ref, about: ref, facts: { format } })
    }
    return own
  })

const loadOwnRecords = async (tx: WriteTx, platform: Platform, actor: Actor): Promise<OwnRecords> => {
  const subjects = await listOwnSubjects(tx)
  if (subjects.length === 0) throw new Refused('record_link_not_found')
  const selves = await listSelves(tx)
  const records: OwnRecord[] = []
  for (const { dataSubjectId } of subjects) {
    const record = await getRecord(tx, dataSubjectId)
    const withdrawable = await listWithdrawable(platform, record, selves)
    const looks = await listLooks(tx, dataSubjectId, actor.personId)
    records.push({ ...record, isSelf: selves.includes(dataSubjectId), looks, withdrawable })
    traceReading(tx, dataSubjectId, 'own_record')
  }
  return { records, requests: await listRequests(tx) }
}

const listWithdrawable = async (platform: Platform, record: SubjectRecord, selves: readonly string[]) => {
  const day = today(platform.clock)
  const may = record.consents.filter((consent) =>
    selves.some((self) => mayWithdraw(factsOf(record, consent), self, day)),
  )
  return new Set(may.map(({ consentId }) => consentId))
}

/** As whom of those reached at the address the reader may withdraw the consent. Throws Refused('not_theirs_to_withdraw'). */
export const withdrawingSelf = async (tx: ReadTx, platform: Platform, found: Parameters<typeof factsOf>) => {
  const day = today(platform.clock)
  const self = (await listSelves(tx)).find((one) => mayWithdraw(factsOf(...found), one, day))
  if (self === undefined) throw new Refused('not_theirs_to_withdraw')
  return self
}
