import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { type Day, homeZone } from '../../../../platform/day.ts'
import { dayWords } from '../../../../platform/resident-dates.ts'
import {
  directionOf,
  languageNames,
  type ResidentLanguage,
  residentLanguages,
} from '../../../../platform/resident-language.ts'
import { assetHref } from '../../../../web/assets.ts'
import { Message, PrimaryButton, TextField } from '../../../../web/components.tsx'
import type { OpenedPoll } from '../../poll/answer-poll.ts'
import { type PollAnswer, pollAnswers, type PollTime } from '../../poll/poll.ts'
import { pollWords } from '../../poll/poll-words.ts'
import { pollTimeWords } from '../../poll/time-words.ts'
import { meetingPaths } from '../meetings.paths.ts'

export interface LinkContext {
  language: ResidentLanguage
  today: Day
  partnership: string
  token: string
}

interface LinkProps {
  link: LinkContext
  opened: OpenedPoll
  /** What was chosen in a form that could not be kept; null = what was answered before. */
  chosen: ReadonlyMap<string, PollAnswer> | null
  isThanked: boolean
  refusal: string | null
}

/** `/moeder/afstemning/:token`: who is asked answers, without an account, in the language they read. */
export const PollLinkPage: FC<LinkProps> = (props) => {
  const { link, opened, isThanked, refusal } = props
  const words = pollWords[link.language]
  const { poll, isOpen, invitee } = opened
  const closing = dayWords(dayOf(poll.closesAt.subtract({ seconds: 1 })), link.today, link.language)
  return (
    <PollFrame link={link} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">
        <bdi>{poll.title}</bdi>
      </p>
      {poll.note !== '' && (
        <p class="agenda-body">
          <bdi>{poll.note}</bdi>
        </p>
      )}
      {isThanked && <Message tone="done">{words.thanks}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {!isOpen && <Message tone="note">{words.closed}</Message>}
      {isOpen ? (
        <form class="form" method="post" action={`${meetingPaths.pollLink(link.token)}?sprog=${link.language}`}>
          <p class="hint">
            {words.lead} {words.closes(closing)}
          </p>
          {opened.times.map((time) => (
            <TimeChoice {...props} time={time} />
          ))}
          <TextField name="besked" label={words.note} value={invitee.note} maxlength={500} />
          <p class="hint">{words.privacy}</p>
          <p class="actions">
            <PrimaryButton>{invitee.answeredAt === null ? words.save : words.change}</PrimaryButton>
          </p>
        </form>
      ) : (
        <Answered {...props} />
      )}
    </PollFrame>
  )
}

const dayOf = (moment: Temporal.Instant): Day => moment.toZonedDateTimeISO(homeZone).toPlainDate()

const TimeChoice: FC<LinkProps & { time: PollTime }> = ({ link, opened, chosen, refusal, time }) => {
  const words = pollWords[link.language]
  const answers = chosen ?? opened.invitee.answers
  const isMissing = refusal !== null && !answers.has(time.timeId)
  return (
    <fieldset class={isMissing ? 'poll-choice poll-missing' : 'poll-choice'}>
      <legend>{pollTimeWords(time, link.today, link.language)}</legend>
      <div class="poll-options">
        {pollAnswers.map((answer) => (
          <label class={`poll-option poll-option-${answer}`}>
            <input
              type="radio"
              name={`svar-${time.timeId}`}
              value={answer}
              required
              checked={answers.get(time.timeId) === answer}
            />
            <span>{words.answers[answer]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const Answered: FC<LinkProps> = ({ link, opened }) => {
  const words = pollWords[link.language]
  if (opened.invitee.answeredAt === null) return null
  return (
    <section class="meetings-part" aria-labelledby="svaret">
      <h2 id="svaret">{words.yours}</h2>
      <ul class="seats">
        {opened.times.map((time) => {
          const answer = opened.invitee.answers.get(time.timeId)
          return (
            <li>
              <span class="seat-who">{pollTimeWords(time, link.today, link.language)}</span>
              <span class={`poll-answer answer-${answer ?? 'none'}`}>
                {answer === undefined ? '' : words.answers[answer]}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What stands where no poll is. */
export const NoPollPage: FC<{ link: LinkContext }> = ({ link }) => {
  const words = pollWords[link.language]
  return (
    <PollFrame link={link} title={words.title}>
      <h1>{words.title}</h1>
      <Message tone="refused">{words.gone}</Message>
    </PollFrame>
  )
}

/** A page for one reader with one thing to do: no menu, and the six languages below. */
const PollFrame: FC<{ link: LinkContext; title: string; children?: Child }> = ({ link, title, children }) => {
  const words = pollWords[link.language]
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={link.language} dir={directionOf(link.language)} data-color-scheme="auto">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex, nofollow" />
          <title>{`${title} · ${link.partnership}`}</title>
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href={assetHref('brobyg.css')} />
        </head>
        <body>
          <a class="ds-skip-link skip" href="#indhold">
            {words.skip}
          </a>
          <header class="masthead">
            <span class="brand">
              Brobyg
              <span class="brand-place">
                {' '}
                · <bdi lang="da">{link.partnership}</bdi>
              </span>
            </span>
          </header>
          <main id="indhold" class="page">
            {children}
          </main>
          <footer class="footer">
            <nav class="poll-languages" aria-label={words.language}>
              <ul>
                {residentLanguages.map((language) => (
                  <li>
                    <a
                      href={`${meetingPaths.pollLink(link.token)}?sprog=${language}`}
                      lang={language}
                      hreflang={language}
                      dir={directionOf(language)}
                      aria-current={language === link.language ? 'true' : undefined}
                    >
                      {languageNames[language]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </footer>
        </body>
      </html>
    </>
  )
}
