import type { FC } from 'hono/jsx'
import { toDay } from '../../../platform/day-number.ts'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { Group } from '../group.ts'
import { groupTexts } from '../group.texts.ts'
import type { Meeting } from '../meeting.ts'
import type { FollowUp } from '../minutes.ts'
import { minutesTexts } from '../minutes.texts.ts'
import { FollowUps } from './follow-ups-part.tsx'
import { MeetingLine } from './meeting-line.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { minutesPaths } from './minutes.paths.ts'

/** A group as the list shows it. */
export interface ListedGroup {
  readonly group: Group
  readonly seats: number
  readonly sitsThere: boolean
  /** It is the reader's turn to call, and until when the promise wants the meeting; null = no rhythm is promised, or all is planned. */
  readonly isMyTurn: boolean
  readonly dueOn: number | null
  readonly next: Meeting | null
}

interface ListProps {
  page: PageContext
  groups: readonly ListedGroup[]
  former: readonly Group[]
  /** What the reader's post has agreed to do, in any group. */
  owed: readonly FollowUp[]
  coming: readonly { readonly meeting: Meeting; readonly title: string }[]
}

/** `/moeder`: whose turn it is, what comes, and every group. */
export const MeetingListPage: FC<ListProps> = ({ page, groups, former, coming, owed }) => {
  const words = pick(groupTexts, page.language)
  const mine = groups.filter(({ sitsThere }) => sitsThere)
  const others = groups.filter(({ sitsThere }) => !sitsThere)
  const turns = groups.filter(({ isMyTurn, dueOn }) => isMyTurn && dueOn !== null)
  return (
    <Frame page={page} title={words.title} under="meetings">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="no-print">
        <a href={minutesPaths.search}>{pick(minutesTexts, page.language).search}</a>
      </p>
      {turns.length > 0 && (
        <section class="my-turns" aria-labelledby="tur">
          <h2 id="tur">{words.myTurn}</h2>
          <ul>
            {turns.map(({ group, dueOn }) => (
              <li>
                <p>
                  <strong>{titleOf(group)}</strong>
                  {dueOn !== null && ` ${words.callBy(formatDay(toDay(dueOn), page.language))}`}
                </p>
                <a class="ds-button" href={meetingPaths.plan(group.groupId)}>
                  {words.callNow}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
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
      <Former page={page} former={former} />
    </Frame>
  )
}

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
        {groups.map(({ group, seats, isMyTurn }) => (
          <li>
            <a href={meetingPaths.group(group.groupId)}>{group.name}</a>
            <span class="group-about">{group.activity}</span>
            <span class="meeting-facts">
              {words.kinds[group.kind]} · {words.membersCount(seats)}
              {isMyTurn && <span class="turn-sign"> · {words.myTurn}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
