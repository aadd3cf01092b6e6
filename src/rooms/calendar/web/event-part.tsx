import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import type { ShownAnswer } from '../events/answer-event.ts'
import type { EventAnswer, EventGuest, LargeEvent } from '../events/event.ts'
import { eventTexts } from '../events/event.texts.ts'
import { whenAndWhere } from '../events/tell-of-events.ts'
import { calendarPaths } from './calendar.paths.ts'

/** A larger event as its activity shows it: who comes, and to some what they answered and whether they themselves come. */
export interface ShownEvent {
  readonly event: LargeEvent
  readonly guests: readonly EventGuest[]
  /** Every answer, for those who arrange it. */
  readonly answers: readonly ShownAnswer[]
  /** What the reader's post answered; null = nothing yet. */
  readonly own: EventAnswer | null
  /** Whether the reader's post is asked: it takes part here, and arranges something else. */
  readonly isAsked: boolean
}

export const EventPart: FC<{ page: PageContext; large: ShownEvent }> = ({ page, large }) => {
  const { event, guests, answers, own, isAsked } = large
  const words = pick(eventTexts, page.language)
  const isArranger = mayHere(page, calendarPolicy.changeSeries)
  if (guests.length === 0 && !isAsked && (answers.length === 0 || !isArranger)) return null
  return (
    <section class="season-part" aria-labelledby="med">
      <h2 id="med">{words.guests}</h2>
      <ul class="times">
        {guests.map(({ name, brings }) => (
          <li>{words.guest(name, brings)}</li>
        ))}
      </ul>
      {isArranger && answers.length > 0 && <Answers page={page} answers={answers} />}
      {isAsked && (
        <details class="quiet-form" open={own === null}>
          <summary>
            {words.ask} {whenAndWhere(event, page.language)}
          </summary>
          {own !== null && <p>{words.answered(own.isComing)}</p>}
          <AnswerForm page={page} action={calendarPaths.answer(event.seriesId)} event={event} answer={own} />
        </details>
      )}
    </section>
  )
}

const Answers: FC<{ page: PageContext; answers: readonly ShownAnswer[] }> = ({ page, answers }) => {
  const words = pick(eventTexts, page.language)
  return (
    <>
      <h3>{words.answers}</h3>
      <ul class="times">
        {answers.map(({ post, isComing, brings, contact }) => (
          <li>
            {[`${post} ${isComing ? words.isComing : words.isNotComing}`, brings, contact]
              .filter((part) => part !== '')
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The form by which a post says yes or no; also what a link in a mail opens. */
export const AnswerForm: FC<{ page: PageContext; action: string; event: LargeEvent; answer: EventAnswer | null }> = ({
  page,
  action,
  event,
  answer,
}) => {
  const words = pick(eventTexts, page.language)
  return (
    <form class="form" method="post" action={action}>
      <input type="hidden" name="gang" value={event.occurrenceId} />
      <TextField
        name="medbringer"
        label={words.brings}
        hint={words.bringsHint}
        maxlength={120}
        value={answer?.brings ?? ''}
      />
      <TextField
        name="kontakt"
        label={words.contact}
        hint={words.contactHint}
        maxlength={120}
        value={answer?.contact ?? ''}
      />
      <p class="actions">
        <PrimaryButton name="svar" value="ja">
          {words.yes}
        </PrimaryButton>
        <SecondaryButton name="svar" value="nej">
          {words.no}
        </SecondaryButton>
      </p>
    </form>
  )
}
