import type { FC } from 'hono/jsx'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import type { Group } from '../group/group.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import { knownTexts } from '../known/known.texts.ts'
import { dayOfMeeting } from '../group/load-group.ts'
import type { Meeting } from '../meeting.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import type { FollowUp } from '../minutes/minutes.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { FollowUps } from './follow-ups-part.tsx'
import { knownPath } from './known/known.paths.ts'
import { MeetingLine } from './meeting-line.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { minutesPaths } from './minutes.paths.ts'

/** A turn stands on top of the list when its meeting is best held within so many days. */
const soon = 120

/** A group as the list shows it. */
export interface ListedGroup {
  readonly group: Group
  readonly seats: number
  readonly sitsThere: boolean
  /** It is the reader's turn to call, and until when the promise wants the meeting; null = no rhythm is promised, or all is planned. */
  readonly isMyTurn: boolean
  readonly dueOn: number | null
  readonly next: Meeting | null
  /** Nobody is set to call, and the reader may choose who does. */
  readonly isForMeToChoose: boolean
  /** Who calls, by name; empty where nobody is told to. */
  readonly convenor: string
}

interface ListProps {
  page: PageContext
  groups: readonly ListedGroup[]
  former: readonly Group[]
  /** What the reader's post has agreed to do, in any group. */
  owed: readonly FollowUp[]
  /** The reader's own calendar elsewhere does not answer. */
  isKnownBroken: boolean
  coming: readonly { readonly meeting: Meeting; readonly title: string }[]
}

/** `/moeder`: whose turn it is, what comes, and every group. */
export const MeetingListPage: FC<ListProps> = ({ page, groups, former, coming, owed, isKnownBroken }) => {
  const words = pick(groupTexts, page.language)
  const mine = groups.filter(({ sitsThere }) => sitsThere)
  const others = groups.filter(({ sitsThere }) => !sitsThere)
  const due = groups.filter(({ dueOn }) => dueOn !== null && dueOn - dayNumberOf(page.today) <= soon)
  const turns = due.filter(({ isMyTurn }) => isMyTurn)
  const uncalled = due.filter(({ isForMeToChoose }) => isForMeToChoose)
  return (
    <Frame page={page} title={words.title} under="meetings">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Ways page={page} isKnownBroken={isKnownBroken} />
      <Due page={page} title={words.myTurn} id="tur" groups={turns} todo={[words.callNow, meetingPaths.plan]} />
      <Due
        page={page}
        title={words.nobodyCalls}
        id="uden-indkalder"
        groups={uncalled}
        todo={[words.chooseConvenor, meetingPaths.convenor]}
      />
      <FollowUps
        page={page}
        title={pick(minutesTexts, page.language).yourFollowUps}
        id="dine"
        followUps={owed}
        back={meetingPaths.list}
      />
      <section class="meetings-part" aria-labelledby="kommende">
        <h2 id="kommende">{words.comingMeetings}</h2>
        {coming.length === 0 && <p class="empty">{words.noComing}</p>}
        <ul class="meeting-lines">
          {coming.map(({ meeting, title }) => (
            <MeetingLine page={page} meeting={meeting} title={title} />
          ))}
        </ul>
      </section>
      {groups.length === 0 && <p class="empty">{words.nothing}</p>}
      {mine.length > 0 && <Groups page={page} title={words.myGroups} id="mine" groups={mine} />}
      {others.length > 0 && (
        <Groups page={page} title={mine.length > 0 ? words.otherGroups : words.allGroups} id="andre" groups={others} />
      )}
      <MakeGroup page={page} />
      <Former page={page} former={former} />
    </Frame>
  )
}

/** Groups whose meeting is due, each with what the reader does about it. */
const Due: FC<{
  page: PageContext
  title: string
  id: string
  groups: readonly ListedGroup[]
  todo: readonly [words: string, path: (groupId: string) => string]
}> = ({ page, title, id, groups, todo: [todo, path] }) => {
  const { callBy } = pick(groupTexts, page.language)
  const by = (dueOn: number) => callBy(formatDay(toDay(dueOn), page.language), dueOn < dayNumberOf(page.today))
  return groups.length === 0 ? null : (
    <section class="my-turns" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {groups.map(({ group, dueOn }) => (
          <li>
            <p>
              <strong>{titleOf(group)}</strong>
              {dueOn !== null && ` ${by(dueOn)}`}
            </p>
            <a class="ds-button" href={path(group.groupId)}>
              {todo}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** To the search, and to the calendar one keeps oneself. */
const Ways: FC<Pick<ListProps, 'page' | 'isKnownBroken'>> = ({ page, isKnownBroken }) => {
  const own = pick(knownTexts, page.language)
  return (
    <p class="meetings-ways no-print">
      <a href={minutesPaths.search}>{pick(minutesTexts, page.language).search}</a>
      <a href={knownPath}>{isKnownBroken ? own.toMineBroken : own.toMine}</a>
    </p>
  )
}

const MakeGroup: FC<{ page: PageContext }> = ({ page }) =>
  mayHere(page, meetingsPolicy.makeGroup) ? (
    <p class="actions no-print">
      <a href={meetingPaths.make}>{pick(editGroupTexts, page.language).make}</a>
    </p>
  ) : null

const Former: FC<Pick<ListProps, 'page' | 'former'>> = ({ page, former }) =>
  former.length === 0 ? null : (
    <details class="quiet-form">
      <summary>{pick(groupTexts, page.language).formerGroups}</summary>
      <ul class="group-list">
        {former.map((group) => (
          <li>
            <a href={meetingPaths.group(group.groupId)}>{titleOf(group)}</a>
          </li>
        ))}
      </ul>
    </details>
  )

/** A group by its name and what it is about. */
export const titleOf = ({ name, activity }: Pick<Group, 'name' | 'activity'>): string =>
  activity === '' ? name : `${name} · ${activity}`

const Groups: FC<{ page: PageContext; title: string; id: string; groups: readonly ListedGroup[] }> = (props) => {
  const { page, title, id, groups } = props
  const words = pick(groupTexts, page.language)
  return (
    <section class="meetings-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="group-list">
        {groups.map(({ group, seats, isMyTurn, convenor, next }) => (
          <li>
            <a href={meetingPaths.group(group.groupId)}>{group.name}</a>
            <span class="group-about">{group.activity === '' ? words.kinds[group.kind] : group.activity}</span>
            <span class="meeting-facts">
              {[
                words.membersCount(seats),
                ...(convenor === '' || isMyTurn ? [] : [words.callsNow(convenor)]),
                ...(next === null ? [] : [words.next(formatDay(dayOfMeeting(next), page.language))]),
              ].join(' · ')}
              {isMyTurn && <span class="turn-sign"> · {words.myTurn}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
