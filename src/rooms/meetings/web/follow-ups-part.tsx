import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { FollowUp } from '../minutes/minutes.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { minutesPaths } from './minutes.paths.ts'

interface LineProps {
  page: PageContext
  followUp: FollowUp
}

/** A follow-up: what, who, and by when; late ones are marked. */
export const FollowUpLine: FC<LineProps> = ({ page, followUp }) => {
  const { number, task, owner, dueOn, doneOn, note } = followUp
  const words = pick(minutesTexts, page.language)
  const isLate = doneOn === null && dueOn !== null && Temporal.PlainDate.compare(dueOn, page.today) < 0
  const due = dueOn === null ? '' : formatDay(dueOn, page.language)
  return (
    <>
      <span class={doneOn === null ? undefined : 'follow-up-done'}>
        <strong>O{number}</strong> {task}
      </span>{' '}
      <span class={isLate ? 'minutes-warn' : 'meeting-facts'}>
        {[
          owner,
          ...(due === '' ? [] : [isLate ? words.late(due) : words.by(due)]),
          ...(doneOn === null ? [] : [words.doneOn(formatDay(doneOn, page.language))]),
          ...(note === '' ? [] : [`“${note}”`]),
        ].join(' · ')}
      </span>
    </>
  )
}

interface ListProps {
  page: PageContext
  title: string
  id: string
  followUps: readonly FollowUp[]
  /** The page to come back to. */
  back: string
}

/** Follow-ups that are not done, each with a way to say that it is. Nothing where there are none. */
export const FollowUps: FC<ListProps> = ({ page, title, id, followUps, back }) => {
  const words = pick(minutesTexts, page.language)
  if (followUps.length === 0) return null
  return (
    <section class="meetings-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="stacked">
        {followUps.map((followUp) => (
          <li>
            <FollowUpLine page={page} followUp={followUp} />
            <details class="quiet-form no-print">
              <summary>{words.markDone(followUp.number)}</summary>
              <form class="form" method="post" action={minutesPaths.followUp(followUp.followUpId)}>
                <input type="hidden" name="udgave" value={followUp.version} />
                <input type="hidden" name="tilbage" value={back} />
                <TextField name="note" id={`note-${followUp.followUpId}`} label={words.doneNote} maxlength={500} />
                <p class="actions">
                  <SecondaryButton name="goer" value="gjort">
                    {words.done}
                  </SecondaryButton>
                </p>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
