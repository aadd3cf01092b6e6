import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { insertItem, listItems, updateItem } from '../agenda/agenda.queries.ts'
import { type Acting, enterMeeting } from '../enter.ts'
import { inEvery } from '../agenda/item-words.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { listSuggestions } from './list-suggestions.ts'
import { newSuggestions, placeOf, withLines } from './place-suggestions.rules.ts'
import { suggestionTexts } from './suggestion.texts.ts'
import { listOpenFollowUps } from './suggestion.queries.ts'

/** The standing point that what is still to be done stands under. */
const sinceLast = 'Siden sidst'

/** Puts on an agenda what there is to talk about and is not there yet; its convenor takes off what they will. Answers with how many points came. */
export const laySuggestions = async (
  tx: WriteTx,
  { platform }: Acting,
  loaded: LoadedGroup,
  meetingId: string,
): Promise<number> => {
  await tellOfFollowUps(tx, loaded, meetingId)
  const wanted = newSuggestions(await listItems(tx, meetingId), await listSuggestions(tx, platform, loaded))
  for (const suggestion of wanted) {
    const items = await listItems(tx, meetingId)
    const at = placeOf(items, suggestion.kind)
    const by = { proposedBy: 'Brobyg', proposedAt: platform.clock.now() }
    const { groupId } = loaded.group
    const point = { ...suggestion, ...suggestion.words.da, groupId, meetingId, minutes: null }
    const itemId = await insertItem(tx, { ...point, ...by })
    const withIt = await listItems(tx, meetingId)
    const laid = withIt.filter((item) => item.itemId === itemId)
    const order = withIt.filter((item) => item.itemId !== itemId).toSpliced(at, 0, ...laid)
    for (const [position, item] of order.entries())
      if (item.position !== position) await updateItem(tx, item, { position })
  }
  return wanted.length
}

const tellOfFollowUps = async (tx: WriteTx, { group }: LoadedGroup, meetingId: string): Promise<void> => {
  const point = (await listItems(tx, meetingId)).find(({ kind, title }) => kind === 'standing' && title === sinceLast)
  const open = await listOpenFollowUps(tx, group.groupId)
  if (point === undefined || open.length === 0) return
  const lines = inEvery((language) =>
    open.map(({ task, dueOn }) =>
      dueOn === null ? `• ${task}` : `• ${task} (${pick(suggestionTexts, language).by(formatDay(dueOn, language))})`,
    ),
  )
  const body = withLines(point.body, lines.da)
  if (body === point.body) return
  const { words } = point
  const isOwn = words !== null && words.da.body === point.body
  const withThem = isOwn
    ? inEvery((language) => ({ ...words[language], body: withLines(words[language].body, lines[language]) }))
    : words
  await updateItem(tx, point, { body, words: withThem })
}

/** Fetches what has come since the agenda was laid. Throws Refused('meeting_cancelled') or Refused('minutes_sent'). */
export const fetchSuggestions = (platform: Platform, actor: Actor, meetingId: string): Promise<number> =>
  writeAs(platform, actor, async (tx) => {
    const acting = { platform, actor }
    const seen = { meetingId, version: null }
    const { meeting, loaded } = await enterMeeting(tx, acting, seen, meetingsPolicy.callMeeting)
    if (meeting.state === 'cancelled') throw new Refused('meeting_cancelled')
    if (meeting.minutesSentAt !== null) throw new Refused('minutes_sent')
    const count = await laySuggestions(tx, acting, loaded, meetingId)
    leaveTrace(tx, { verb: 'agenda.fetched', thing: 'meeting', ref: meetingId })
    return count
  })
