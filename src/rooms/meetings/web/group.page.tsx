import type { FC } from 'hono/jsx'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { reasonInWords, type Standing, stateAtFront, stateSigns } from '../../commitments/index.ts'
import type { Absence } from '../group/absence.rules.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import { inLanguage } from '../agenda/item-words.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import type { Poll } from '../poll/poll.ts'
import { pollTexts } from '../poll/poll.texts.ts'
import { titleOf } from './list.page.tsx'
import { MeetingLine } from './meeting-line.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { PollsPart } from './poll/polls-part.tsx'
import type { FollowUp } from '../minutes/minutes.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { FollowUps } from './follow-ups-part.tsx'
import { minutesPaths } from './minutes.paths.ts'
import { seatWords, sitterWords } from './seat-words.ts'
import { TurnPart } from './turn-part.tsx'

export interface GroupProps {
  page: PageContext
  loaded: LoadedGroup
  standings: ReadonlyMap<string, Standing>
  /** Null = the reader may not see what waits. */
  waiting: readonly AgendaItem[] | null
  /** Those the reader may see, and what the clock says. */
  polls: readonly Poll[]
  now: Temporal.Instant
  /** What is agreed and not done, and who has not been there lately; empty where the reader may not see it. */
  open: readonly FollowUp[]
  absences: readonly Absence[]
  told: string | null
  refusal: string | null
  /** What was typed of a point that could not be kept. */
  typed: { readonly title: string; readonly body: string } | null
}

/** `/moeder/gruppe/:id`: who sits there, whose turn it is, what is promised, the year, and the meetings. */
export const GroupPage: FC<GroupProps> = (props) => {
  const { page, loaded, told, refusal } = props
  const { group } = loaded
  const words = pick(groupTexts, page.language)
  return (
    <Frame page={page} title={titleOf(group)} under="meetings">
      <Crumbs page={page} trail={[{ href: meetingPaths.list, text: words.title }]} here={group.name} />
      <h1>
        {group.name}
        {group.activity !== '' && <span class="season-of"> {group.activity}</span>}
      </h1>
      {group.isPersonFree && <p class="person-free-sign">{words.personFree}</p>}
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {mayHere(page, meetingsPolicy.askPoll) && (
        <p class="actions">
          {mayHere(page, meetingsPolicy.callMeeting) && (
            <a class="ds-button" href={meetingPaths.plan(group.groupId)}>
              {words.plan}
            </a>
          )}
          <a class="ds-button" data-variant="secondary" href={meetingPaths.askPoll(group.groupId)}>
            {pick(pollTexts, page.language).ask}
          </a>
        </p>
      )}
      <PollsPart page={page} polls={props.polls} now={props.now} />
      <TurnPart page={page} loaded={loaded} />
      <Absences {...props} />
      <FollowUps
        page={page}
        title={pick(minutesTexts, page.language).openFollowUps}
        id="opfoelgninger"
        followUps={props.open}
        back={meetingPaths.group(group.groupId)}
      />
      <Year page={page} loaded={loaded} />
      <Meetings {...props} />
      <Promises {...props} />
      <Members page={page} loaded={loaded} />
      <Waiting {...props} />
      {mayHere(page, meetingsPolicy.changeGroup) && (
        <p class="actions no-print">
          <a href={meetingPaths.edit(group.groupId)}>{pick(editGroupTexts, page.language).edit}</a>
        </p>
      )}
    </Frame>
  )
}

const Year: FC<{ page: PageContext; loaded: LoadedGroup }> = ({ page, loaded }) => {
  const words = pick(groupTexts, page.language)
  if (loaded.year.length === 0) return null
  const today = dayNumberOf(page.today)
  const heldIn = (ids: readonly string[]) => loaded.meetings.filter(({ meetingId }) => ids.includes(meetingId))
  return (
    <section class="meetings-part" aria-labelledby="aaret">
      <h2 id="aaret">{words.year}</h2>
      <p class="hint">{words.yearLead}</p>
      <ol class="year-periods">
        {loaded.year.map((period) => (
          <li class={period.lacking > 0 && period.to >= today ? 'period-lacking' : undefined}>
            <span class="period-when">
              {formatDay(toDay(period.from), page.language)} – {formatDay(toDay(period.to), page.language)}
            </span>
            <span class="period-dots" aria-hidden="true">
              {heldIn(period.meetingIds).map(({ state }) => (state === 'held' ? '●' : '◐'))}
              {'○'.repeat(Math.min(period.lacking, 12))}
            </span>
            <span class="period-said">
              {period.lacking === 0
                ? words.enough
                : period.to < today
                  ? words.notHere(period.lacking)
                  : words.lacking(period.lacking)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const Absences: FC<GroupProps> = ({ page, absences }) => {
  const words = pick(minutesTexts, page.language)
  if (absences.length === 0) return null
  return (
    <section class="meetings-part" aria-labelledby="ikke-med">
      <h2 id="ikke-med">{words.absent}</h2>
      <ul class="plain-list">
        {absences.map(({ party, inARow }) => (
          <li class="minutes-warn">{words.absentAt(party, inARow)}</li>
        ))}
      </ul>
    </section>
  )
}

const Meetings: FC<GroupProps> = ({ page, loaded, waiting }) => {
  const words = pick(groupTexts, page.language)
  const numbered = pick(meetingTexts, page.language).numbered
  return (
    <section class="meetings-part" aria-labelledby="moeder">
      <h2 id="moeder">{words.meetings}</h2>
      {loaded.meetings.length === 0 && <p class="empty">{words.noMeetings}</p>}
      <ul class="meeting-lines">
        {loaded.meetings.toReversed().map((meeting) => (
          <MeetingLine page={page} meeting={meeting} title={numbered(meeting.number)} />
        ))}
      </ul>
      {waiting !== null && loaded.meetings.some(({ minutesSentAt }) => minutesSentAt !== null) && (
        <p>
          <a href={minutesPaths.collection(loaded.group.groupId)}>{pick(minutesTexts, page.language).collection}</a>
        </p>
      )}
    </section>
  )
}

const Promises: FC<GroupProps> = ({ page, loaded, standings }) => {
  const words = pick(groupTexts, page.language)
  const { promises, group } = loaded
  if (promises.length === 0 && group.handoverWords === '') return null
  return (
    <section class="meetings-part" aria-labelledby="loefter">
      <h2 id="loefter">{words.promises}</h2>
      <ul class="group-promises">
        {promises.map(({ promise }) => {
          const standing = standings.get(promise.commitmentId)
          return (
            <li>
              <a href={`/loefter/${promise.commitmentId}`}>{promise.text}</a>
              {standing !== undefined && (
                <span class={`state-${standing.state} promise-standing`}>
                  {stateSigns[standing.state]} {stateAtFront(standing.state, page.language)}
                  <span class="hint"> {reasonInWords(standing, page.language)}</span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {group.handoverWords !== '' && group.handoverCandidates.length > 0 && (
        <p class="handover-wanted">
          {words.wanted}: <q>{group.handoverWords}</q> {words.candidates(group.handoverCandidates.join(', '))}
        </p>
      )}
    </section>
  )
}

const Members: FC<{ page: PageContext; loaded: LoadedGroup }> = ({ page, loaded }) => {
  const words = pick(groupTexts, page.language)
  return (
    <section class="meetings-part" aria-labelledby="medlemmer">
      <h2 id="medlemmer">{words.members}</h2>
      <ul class="seats">
        {loaded.members.map((member) => (
          <li>
            <span class="seat-who">{sitterWords(member)}</span>
            <span class="meeting-facts">
              {member.postId === null ? words.notAPost : seatWords(member)}
              {member.postId !== null && member.holder === null && ` · ${words.vacant}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Waiting: FC<GroupProps> = ({ page, loaded, waiting, typed, refusal }) => {
  const words = pick(groupTexts, page.language)
  if (waiting === null) return null
  return (
    <section class="meetings-part" aria-labelledby="venter">
      <h2 id="venter">{words.waitingItems}</h2>
      <ul class="seats">
        {waiting
          .map((item) => inLanguage(item, page.language))
          .map((item) => (
            <li>
              <span class="seat-who">{item.title}</span>
              <span class="meeting-facts">{item.body}</span>
            </li>
          ))}
      </ul>
      {mayHere(page, meetingsPolicy.proposeItem) && (
        <details class="quiet-form" open={typed !== null && refusal !== null}>
          <summary>{words.proposeItem}</summary>
          <form class="form" method="post" action={meetingPaths.propose(loaded.group.groupId)}>
            <TextField name="titel" label={words.itemTitle} value={typed?.title ?? ''} required maxlength={200} />
            <TextField name="tekst" label={words.itemBody} value={typed?.body ?? ''} rows={4} />
            <p class="actions">
              <SecondaryButton>{words.proposeSave}</SecondaryButton>
            </p>
          </form>
        </details>
      )}
    </section>
  )
}
