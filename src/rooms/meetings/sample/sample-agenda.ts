import { today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import { wordsOfStanding } from '../agenda/item-words.ts'
import type { Laying, OneMeeting, SampleItem } from './sample-plan.ts'

/** What always stands there, with the topics of the sample in turn before the last two points. */
export const writeAgenda = (laying: Laying, one: OneMeeting): void => {
  const { group, plan, standing, rows } = laying
  const { meetingId, number, planned, endsAt, wasHeld } = one
  const topic = plan.items[(number - 1) % plan.items.length]
  const always = standing.map((item, at) => ({
    ...item,
    kind: 'standing',
    words: wordsOfStanding(item),
    said: at === 1 ? plan.said : '',
    topic: null,
  }))
  const closing = Math.max(0, always.length - 2)
  const points = [
    ...always.slice(0, closing),
    ...(topic === undefined ? [] : [{ ...topic, minutes: 25, kind: 'proposed', words: null, topic }]),
    ...always.slice(closing),
  ]
  for (const [position, point] of points.entries()) {
    laying.numbered += 1
    const isSaid = wasHeld && point.said !== ''
    const agenda_item_id = newId<'agenda_item'>()
    rows.agenda_item.push({
      agenda_item_id,
      meeting_group_id: group.groupId,
      meeting_id: meetingId,
      number: laying.numbered,
      position,
      kind: point.kind,
      title: point.title,
      body: point.body,
      words: point.words === null ? null : JSON.stringify(point.words),
      minutes: point.minutes,
      proposed_by: point.topic === null ? 'Brobyg' : (one.convenor?.holder ?? 'Brobyg'),
      proposed_at: planned,
      said: isSaid ? point.said : '',
      said_at: isSaid ? endsAt : null,
      said_by: isSaid ? 'system' : null,
    })
    if (wasHeld && point.topic !== null) decide(laying, one, agenda_item_id, point.topic)
  }
}

const decide = (
  { group, members, platform, rows }: Laying,
  { meetingId, number, on, endsAt }: OneMeeting,
  agenda_item_id: string,
  { decided, task }: SampleItem,
): void => {
  const written = {
    meeting_id: meetingId,
    agenda_item_id,
    meeting_group_id: group.groupId,
    written_at: endsAt,
    written_by: 'system',
  }
  if (decided !== '')
    rows.group_decision.push({
      ...written,
      group_decision_id: newId<'group_decision'>(),
      number: rows.group_decision.length + 1,
      decided,
      decided_on: on.toString(),
    })
  const owners = members.filter(({ postId }) => postId !== null)
  const owner = owners[number % Math.max(owners.length, 1)]
  if (task === '' || owner === undefined) return
  const due = on.add({ days: 28 })
  const isDone = Temporal.PlainDate.compare(due, today(platform.clock)) < 0
  rows.follow_up.push({
    ...written,
    follow_up_id: newId<'follow_up'>(),
    number: rows.follow_up.length + 1,
    task,
    group_member_id: owner.memberId,
    post_id: owner.postId,
    due_on: due.toString(),
    done_on: isDone ? due.subtract({ days: 3 }).toString() : null,
    done_by: isDone ? 'system' : null,
  })
}
