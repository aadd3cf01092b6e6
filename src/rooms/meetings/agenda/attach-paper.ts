import { createHash } from 'node:crypto'
import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, findCprShapes, findPersons, findPersonsInFileName } from '../../access/index.ts'
import { openSource } from '../../agreements/index.ts'
import { deletePaper, getItemForUpdate, insertPaper, listPapers } from './agenda.queries.ts'
import { enterMeeting } from '../enter.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { requireNobodyIn } from '../person-free.rules.ts'

/** The largest paper, in bytes. */
export const largestPaper = 10 * 1024 * 1024

/** Papers are read by people in a browser or a word processor; what is told by its ending here opens there. */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

export interface PaperToAttach {
  readonly meetingId: string
  readonly itemId: string
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Attaches a paper to a point. In a group whose papers tell of nobody its name and its text are looked through, and what cannot be read is
 * not taken. Throws Refused('paper_empty'), 'paper_too_large', 'paper_kind', 'paper_unreadable', 'paper_holds_cpr' or 'names_persons'.
 */
export const attachPaper = async (platform: Platform, actor: Actor, paper: PaperToAttach): Promise<void> => {
  const name = paper.name.split(/[/\\]/).at(-1)?.slice(-150) ?? ''
  const mediaType = mediaTypes[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
  if (paper.bytes.length === 0 || name === '') throw new Refused('paper_empty')
  if (paper.bytes.length > largestPaper) throw new Refused('paper_too_large', { megabytes: 10 })
  if (mediaType === undefined) throw new Refused('paper_kind', { kinds: Object.keys(mediaTypes).join(', ') })
  const text = await readText(paper.bytes, name)
  if (findCprShapes(`${name}\n${text ?? ''}`).length > 0) throw new Refused('paper_holds_cpr')
  await writeAs(platform, actor, async (tx) => {
    const seen = { meetingId: paper.meetingId, version: null }
    const { meeting, loaded } = await enterMeeting(tx, { platform, actor }, seen, meetingsPolicy.proposeItem)
    if (loaded.group.isPersonFree) requireNobodyInPaper(name, text)
    if (meeting.minutesSentAt !== null) throw new Refused('minutes_sent')
    const item = await getItemForUpdate(tx, paper.itemId)
    if (item.meetingId !== paper.meetingId) throw new Refused('item_not_found')
    await insertPaper(tx, {
      itemId: item.itemId,
      name,
      mediaType,
      bytes: Buffer.from(paper.bytes),
      sha256: createHash('sha256').update(paper.bytes).digest('hex'),
      at: platform.clock.now(),
      by: actor.personId ?? 'system',
    })
    leaveTrace(tx, { verb: 'paper.attached', thing: 'meeting', ref: paper.meetingId })
  })
}

const requireNobodyInPaper = (name: string, text: string | null): void => {
  requireNobodyIn(name, findPersonsInFileName(name), false)
  if (text === null) throw new Refused('paper_unreadable')
  requireNobodyIn(text, findPersons(text, { knownNames: [] }), false)
}

/** What a paper says; null where it cannot be read, as a picture. */
const readText = async (bytes: Uint8Array, name: string): Promise<string | null> => {
  if (!/\.(?:pdf|docx|txt|md|csv)$/i.test(name)) return null
  try {
    const { lines } = await openSource(bytes, name)
    return lines.map(({ text }) => text).join('\n')
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** Takes a paper off. Throws Refused('paper_not_found'). */
export const removePaper = (platform: Platform, actor: Actor, meetingId: string, paperId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const seen = { meetingId, version: null }
    const { meeting } = await enterMeeting(tx, { platform, actor }, seen, meetingsPolicy.callMeeting)
    if (meeting.minutesSentAt !== null) throw new Refused('minutes_sent')
    if (!(await listPapers(tx, meetingId)).some((paper) => paper.paperId === paperId))
      throw new Refused('paper_not_found')
    await deletePaper(tx, paperId)
    leaveTrace(tx, { verb: 'paper.removed', thing: 'meeting', ref: meetingId })
  })
