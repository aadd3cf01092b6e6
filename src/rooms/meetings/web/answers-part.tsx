import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { clockWords, wallOf } from '../../calendar/index.ts'
import type { LoadedMeeting } from '../load-meeting.ts'
import type { Answer, Invitee } from '../meeting.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { whenWords } from './meeting-line.tsx'
import { meetingPaths } from './meetings.paths.ts'

interface AnswersProps {
  page: PageContext
  shown: LoadedMeeting
  invitees: readonly Invitee[]
}

/** Who is asked and what they answered; one's own answer on top. */
export const Answers: FC<AnswersProps> = ({ page, shown, invitees }) => {
  const words = pick(meetingTexts, page.language)
  if (invitees.length === 0) return null
  const count = (answer: Answer) => invitees.filter((one) => one.answer === answer).length
  const own = invitees.find(({ personId }) => personId !== null && personId === page.actor.personId)
  const isOpen = shown.meeting.state === 'called' || shown.meeting.state === 'planned'
  return (
    <section class="meetings-part" aria-labelledby="kommer">
      <h2 id="kommer">{isOpen ? words.whoComes : words.whoAnswered}</h2>
      <p class="meeting-facts">{words.counted(count('yes'), count('no'), count('none') + count('perhaps'))}</p>
      {own !== undefined && isOpen && (
        <details class="quiet-form" open={own.answer === 'none'}>
          <summary>
            {words.yourAnswer}: {words.answers[own.answer]}
          </summary>
          <AnswerForm page={page} action={meetingPaths.answer(shown.meeting.meetingId)} invitee={own} />
        </details>
      )}
      <ul class="seats seats-answered">
        {invitees.map((invitee) => (
          <li>
            <span class="seat-who">{invitee.name}</span>
            <span class={`seat-answer seat-answer-${invitee.answer}`}>{words.answers[invitee.answer]}</span>
            <span class="meeting-facts">
              {toldOf(invitee, page)}
              {shown.undelivered.has(invitee.mail.toLowerCase()) && ` · ${words.undelivered}`}
            </span>
            {invitee.proposed !== null && isOpen && mayHere(page, meetingsPolicy.callMeeting) && (
              <form
                class="agenda-moves"
                method="post"
                action={meetingPaths.proposal(shown.meeting.meetingId, invitee.inviteeId)}
              >
                <input type="hidden" name="udgave" value={shown.meeting.version} />
                <ProposedTime page={page} proposed={invitee.proposed} />
                <SecondaryButton name="goer" value="flyt">
                  {words.takeTime}
                </SecondaryButton>
                <SecondaryButton name="goer" value="behold">
                  {words.keepTime}
                </SecondaryButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The time comes along, so that it stands in the form that moves the meeting where it falls together with something. */
const ProposedTime: FC<{ page: PageContext; proposed: NonNullable<Invitee['proposed']> }> = ({ page, proposed }) => {
  const [from, to] = [wallOf(proposed.startsAt), wallOf(proposed.endsAt)]
  return (
    <>
      <input type="hidden" name="dag" value={from.day.toString()} />
      <input type="hidden" name="fra" value={clockWords(from.minute, page.language)} />
      <input type="hidden" name="til" value={clockWords(to.minute, page.language)} />
    </>
  )
}

const toldOf = ({ note, substitute, proposed, mail, answer }: Invitee, page: PageContext): string => {
  const words = pick(meetingTexts, page.language)
  return [
    ...(substitute === '' ? [] : [words.substituteIs(substitute)]),
    ...(proposed === null ? [] : [words.proposes(whenWords(proposed, page.language))]),
    ...(note === '' ? [] : [`“${note}”`]),
    ...(mail === '' && answer === 'none' ? [words.noMail] : []),
  ].join(' · ')
}

/** The form of an answer, on the page and by link alike. */
export const AnswerForm: FC<{ page: PageContext; action: string; invitee: Invitee; isPrimary?: boolean }> = (props) => {
  const { page, action, invitee, isPrimary = false } = props
  const words = pick(meetingTexts, page.language)
  const Button = isPrimary ? PrimaryButton : SecondaryButton
  return (
    <form class="form" method="post" action={action}>
      <ChoiceField
        name="svar"
        label={words.yourAnswer}
        value={invitee.answer === 'none' ? 'yes' : invitee.answer}
        choices={(['yes', 'no', 'perhaps'] as const).map((answer) => [answer, words.answers[answer]] as const)}
      />
      <TextField name="stedfortraeder" label={words.substitute} value={invitee.substitute} maxlength={120} />
      <TextField name="besked" label={words.note} value={invitee.note} maxlength={500} />
      <details class="quiet-form" open={invitee.proposed !== null}>
        <summary>{words.proposeOther}</summary>
        <div class="plan-own">
          <TextField name="dag" label={words.day} type="date" />
          <TextField name="fra" label={words.from} maxlength={8} />
          <TextField name="til" label={words.to} maxlength={8} />
        </div>
      </details>
      <p class="actions">
        <Button>{words.answerSave}</Button>
      </p>
    </form>
  )
}
