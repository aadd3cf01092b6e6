import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import type { LoadedMinutes } from '../minutes/load-minutes.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { minutesMoves } from '../minutes/minutes.rules.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { minutesPaths } from './minutes.paths.ts'

export interface ActionsProps {
  page: PageContext
  minutes: LoadedMinutes
  /** The minutes tell of somebody, perhaps: publishing them asks whether they do. */
  mayVouch: boolean
}

/** The one thing to do next with minutes, on top of the page. */
export const NextMove: FC<ActionsProps> = ({ page, minutes }) => {
  const words = pick(minutesTexts, page.language)
  const moves = minutesMoves[minutes.stage]
  const { meeting, loaded, papers } = minutes.shown
  const action = minutesPaths.act(meeting.meetingId)
  if (moves.includes('send') && mayHere(page, meetingsPolicy.writeMinutes)) {
    const asked = Math.max(papers?.invitees.length ?? 0, loaded.members.length)
    return (
      <form class="next-step" method="post" action={action}>
        <p class="actions">
          <PrimaryButton name="goer" value="send">
            {minutes.stage === 'correcting' ? words.sendAgain : words.send}
          </PrimaryButton>
        </p>
        <p class="hint">
          {words.sendHint(asked, loaded.group.objectionDays)} {words.countsFor}
        </p>
      </form>
    )
  }
  if (!moves.includes('approve') || !mayHere(page, meetingsPolicy.approveMinutes)) return null
  return (
    <form class="next-step" method="post" action={action}>
      <p class="actions">
        <PrimaryButton name="goer" value="godkend">
          {words.approve}
        </PrimaryButton>
      </p>
      <p class="hint">
        {words.approveHint} {minutes.lastDay !== null && words.objectUntil(formatDay(minutes.lastDay, page.language))}
      </p>
    </form>
  )
}

/** What else may be done with minutes: object, correct, publish, or say that the meeting was not held. */
export const OtherMoves: FC<ActionsProps> = (props) => {
  const { page, minutes } = props
  const words = pick(minutesTexts, page.language)
  const moves = minutesMoves[minutes.stage]
  const { meetingId } = minutes.shown.meeting
  const mayWrite = mayHere(page, meetingsPolicy.writeMinutes)
  const mayApprove = mayHere(page, meetingsPolicy.approveMinutes)
  const reason = { page, meetingId }
  return (
    <section class="meetings-part no-print" aria-label={words.minutes}>
      {moves.includes('object') && mayWrite && (
        <WithReason {...reason} goes="indvend" title={words.object} label={words.objection} save={words.objectSave} />
      )}
      {moves.includes('correct') && mayWrite && (
        <WithReason
          {...reason}
          goes="ret"
          title={words.correct}
          label={words.correctWhy}
          save={words.correctSave}
          hint={words.correctHint}
        />
      )}
      {moves.includes('publish') && mayApprove && <Publish {...props} />}
      {moves.includes('not_held') && mayApprove && (
        <WithReason
          {...reason}
          goes="ikkeholdt"
          title={words.notHeld}
          label={words.why}
          save={words.notHeldSave}
          hint={words.notHeldHint}
        />
      )}
    </section>
  )
}

interface ReasonProps {
  page: PageContext
  meetingId: string
  goes: string
  title: string
  label: string
  save: string
  hint?: string
}

const WithReason: FC<ReasonProps> = ({ meetingId, goes, title, label, save, hint = '' }) => (
  <details class="quiet-form">
    <summary>{title}</summary>
    <form class="form" method="post" action={minutesPaths.act(meetingId)}>
      <TextField name="hvorfor" id={`${goes}-hvorfor`} label={label} hint={hint} rows={3} maxlength={1000} />
      <p class="actions">
        <SecondaryButton name="goer" value={goes}>
          {save}
        </SecondaryButton>
      </p>
    </form>
  </details>
)

const Publish: FC<ActionsProps> = ({ page, minutes, mayVouch }) => {
  const words = pick(minutesTexts, page.language)
  const { meeting } = minutes.shown
  return (
    <details class="quiet-form" open={mayVouch}>
      <summary>{meeting.isPublished ? words.unpublish : words.publish}</summary>
      <form class="form" method="post" action={minutesPaths.act(meeting.meetingId)}>
        {!meeting.isPublished && <p class="hint">{words.publishHint}</p>}
        {mayVouch && (
          <div class="tick">
            <input type="checkbox" id="ingen-frem" name="ingen" value="ja" />
            <label for="ingen-frem">{pick(meetingTexts, page.language).vouch}</label>
          </div>
        )}
        <p class="actions">
          <SecondaryButton name="goer" value={meeting.isPublished ? 'inde' : 'frem'}>
            {meeting.isPublished ? words.unpublish : words.publish}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}
