import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { presenceAnswered } from '../minutes/document-of-minutes.ts'
import type { LoadedMinutes } from '../minutes/load-minutes.ts'
import { type Presence, presences } from '../meeting.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { minutesPaths } from './minutes.paths.ts'
import { seatWords, sitterWords } from './seat-words.ts'

interface PresenceProps {
  page: PageContext
  minutes: LoadedMinutes
}

interface Row {
  readonly of: string
  readonly name: string
  readonly seat: string
  readonly presence: Presence
  readonly substitute: string
  /** What is written down already; null = nothing. */
  readonly noted: Presence | null
}

/** Who came: one tap each, filled in from the answers. */
export const PresencePart: FC<PresenceProps> = ({ page, minutes }) => {
  const words = pick(minutesTexts, page.language)
  return (
    <section class="meetings-part" aria-labelledby="kom">
      <h2 id="kom">{words.whoCame}</h2>
      <p class="hint">{words.whoCameHint}</p>
      <form method="post" action={minutesPaths.presence(minutes.shown.meeting.meetingId)}>
        <ul class="seats">
          {rowsOf(minutes).map((row) => (
            <li class="presence-row">
              <PresenceRow page={page} row={row} />
            </li>
          ))}
        </ul>
        <p class="actions">
          <SecondaryButton>{words.savePresence}</SecondaryButton>
        </p>
      </form>
    </section>
  )
}

const rowsOf = ({ shown: { papers, loaded } }: LoadedMinutes): Row[] => {
  const invitees = papers?.invitees ?? []
  const asked = new Set(invitees.map(({ memberId }) => memberId))
  return [
    ...invitees.map(({ inviteeId, memberId, name, presence, answer, substitute }) => {
      const member = loaded.everyone.find((one) => one.memberId === memberId)
      const seat = member === undefined ? '' : seatWords(member)
      return { of: inviteeId, name, seat, presence: presence ?? presenceAnswered(answer), substitute, noted: presence }
    }),
    ...loaded.members
      .filter(({ memberId }) => !asked.has(memberId))
      .map((member) => ({
        of: member.memberId,
        name: sitterWords(member),
        seat: seatWords(member),
        presence: 'missing' as const,
        substitute: '',
        noted: null,
      })),
  ]
}

const PresenceRow: FC<{ page: PageContext; row: Row }> = ({ page, row }) => {
  const words = pick(minutesTexts, page.language)
  const { presences: said } = pick(meetingTexts, page.language)
  const { of, name, seat, presence, substitute, noted } = row
  return (
    <>
      <fieldset class="presence">
        <legend>
          <span class="seat-who">{name}</span> {seat !== name && <span class="meeting-facts">{seat}</span>}
        </legend>
        <div class="presence-choices">
          {presences.map((choice) => (
            <label class="presence-choice">
              <input type="radio" name={`kom-${of}`} value={choice} checked={choice === presence} />
              <span>{said[choice]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <input type="hidden" name={`var-${of}`} value={noted === null ? '' : `${noted} ${substitute}`.trim()} />
      <details class="quiet-form" open={substitute !== ''}>
        <summary>
          {words.substitute} <span class="visually-hidden">{words.substituteFor(name)}</span>
        </summary>
        <TextField
          name={`for-${of}`}
          id={`for-${of}`}
          label={words.substituteFor(name)}
          value={substitute}
          maxlength={120}
        />
      </details>
    </>
  )
}
