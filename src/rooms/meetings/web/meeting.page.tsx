import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { homeZone } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayHere } from '../../../web/page-context.ts'
import { clockWords, wallOf } from '../../calendar/index.ts'
import { clashTexts } from '../planning/clash.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import { dayOfMeeting } from '../group/load-group.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { Agenda } from './agenda-part.tsx'
import { Answers } from './answers-part.tsx'
import { FollowUps } from './follow-ups-part.tsx'
import type { MeetingProps } from './meeting-props.ts'
import { whenWords, whereWords } from './meeting-line.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { MinutesWay } from './minutes-way.tsx'
import { seatWords, sitterWords } from './seat-words.ts'

/** `/moeder/:id`: when, where and who; the agenda; and what its convenor does next. */
export const MeetingPage: FC<MeetingProps> = (props) => {
  const { page, shown, told, refusal } = props
  const { meeting, loaded, papers } = shown
  const { group, everyone } = loaded
  const words = pick(meetingTexts, page.language)
  const convenor = everyone.find(({ memberId }) => memberId === meeting.convenorId)
  const title = `${group.name}, ${words.numbered(meeting.number)}`
  const where = whereWords(meeting)
  return (
    <Frame page={page} title={title} under="meetings">
      <Crumbs
        page={page}
        trail={[
          { href: meetingPaths.list, text: pick(groupTexts, page.language).title },
          { href: meetingPaths.group(group.groupId), text: group.name },
        ]}
        here={words.numbered(meeting.number)}
      />
      <h1>
        {title}
        {group.activity !== '' && <span class="season-of"> {group.activity}</span>}
      </h1>
      <p class="meeting-head">
        <strong>{whenWords(meeting, page.language)}</strong>
        {where !== '' && <span>{where}</span>}
        {meeting.remoteUrl !== '' && (
          <a href={meeting.remoteUrl} rel="noreferrer">
            {meeting.remoteUrl}
          </a>
        )}
        {convenor !== undefined && <span>{words.convenor(`${sitterWords(convenor)}, ${seatWords(convenor)}`)}</span>}
        <span class={`meeting-state meeting-${meeting.state}`}>{words.states[meeting.state]}</span>
      </p>
      {group.isPersonFree && <p class="person-free-sign">{pick(groupTexts, page.language).personFree}</p>}
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {mayHere(page, meetingsPolicy.callMeeting) && <NextStep {...props} />}
      {papers !== null && <MinutesWay page={page} meeting={meeting} />}
      {papers !== null && <Answers page={page} shown={shown} invitees={papers.invitees} />}
      {papers !== null && <Agenda {...props} items={papers.items} attached={papers.attached} />}
      {papers !== null && isOpen(meeting.state) && (
        <FollowUps
          page={page}
          title={pick(minutesTexts, page.language).sinceLast}
          id="siden-sidst"
          followUps={papers.open}
          back={meetingPaths.meeting(meeting.meetingId)}
        />
      )}
      {mayHere(page, meetingsPolicy.callMeeting) && isOpen(meeting.state) && <Change {...props} />}
    </Frame>
  )
}

const isOpen = (state: string): boolean => state === 'planned' || state === 'called'

/** What its convenor does next: calls it, then sends the agenda. */
const NextStep: FC<MeetingProps> = ({ page, shown }) => {
  const words = pick(meetingTexts, page.language)
  const { meeting, loaded } = shown
  const { group, members } = loaded
  const day = dayOfMeeting(meeting)
  if (meeting.state === 'planned') {
    const left = page.today.until(day, { largestUnit: 'days' }).days
    const isLate = group.noticeDays !== null && left < group.noticeDays
    return (
      <form class="next-step" method="post" action={meetingPaths.call(meeting.meetingId)}>
        <input type="hidden" name="udgave" value={meeting.version} />
        {isLate && <p class="hint">{words.noticeLate(group.noticeDays ?? 0)}</p>}
        <p class="actions">
          <PrimaryButton>{words.call}</PrimaryButton>
        </p>
        <p class="hint">{words.callHint(members.length)}</p>
      </form>
    )
  }
  if (meeting.state !== 'called') return null
  if (meeting.agendaSentAt !== null)
    return (
      <p class="hint">
        {words.agendaSentOn(formatDay(meeting.agendaSentAt.toZonedDateTimeISO(homeZone).toPlainDate(), page.language))}
      </p>
    )
  const due = group.agendaDays === null ? null : day.subtract({ days: group.agendaDays })
  const isLate = due !== null && Temporal.PlainDate.compare(page.today, due) > 0
  return (
    <form class="next-step" method="post" action={meetingPaths.sendAgenda(meeting.meetingId)}>
      <input type="hidden" name="udgave" value={meeting.version} />
      <p class="actions">
        <PrimaryButton>{words.sendAgenda}</PrimaryButton>
      </p>
      {due !== null && (
        <p class="hint">
          {isLate ? words.agendaLate(formatDay(due, page.language)) : words.agendaBy(formatDay(due, page.language))}
        </p>
      )}
    </form>
  )
}

const Change: FC<MeetingProps> = ({ page, shown, move }) => {
  const words = pick(meetingTexts, page.language)
  const { meeting } = shown
  const [from, to] = [wallOf(meeting.startsAt), wallOf(meeting.endsAt)]
  return (
    <section class="meetings-part no-print" aria-label={words.move}>
      <details class="quiet-form" open={move !== null}>
        <summary>{words.move}</summary>
        <form class="form" method="post" action={meetingPaths.move(meeting.meetingId)}>
          <input type="hidden" name="udgave" value={meeting.version} />
          <div class="plan-own">
            <TextField name="dag" label={words.day} type="date" value={move?.dag ?? from.day.toString()} />
            <TextField
              name="fra"
              label={words.from}
              value={move?.fra ?? clockWords(from.minute, page.language)}
              maxlength={8}
            />
            <TextField
              name="til"
              label={words.to}
              value={move?.til ?? clockWords(to.minute, page.language)}
              maxlength={8}
            />
          </div>
          <TextField
            name="hvorfor"
            id="flyt-hvorfor"
            label={words.reason}
            value={move?.hvorfor ?? ''}
            maxlength={300}
          />
          <p class="actions">
            <SecondaryButton>{words.moveSave}</SecondaryButton>
            {move?.mayAnyway === true && (
              <SecondaryButton name="goer" value="alligevel">
                {pick(clashTexts, page.language).moveAnyway}
              </SecondaryButton>
            )}
          </p>
        </form>
      </details>
      <details class="quiet-form">
        <summary>{words.cancel}</summary>
        <form class="form" method="post" action={meetingPaths.cancel(meeting.meetingId)}>
          <input type="hidden" name="udgave" value={meeting.version} />
          <TextField name="hvorfor" id="aflys-hvorfor" label={words.reason} maxlength={300} />
          <p class="actions">
            <SecondaryButton>{words.cancelSave}</SecondaryButton>
          </p>
        </form>
      </details>
    </section>
  )
}
