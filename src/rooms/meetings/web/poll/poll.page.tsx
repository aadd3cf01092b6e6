import type { FC } from 'hono/jsx'
import { formatDay } from '../../../../platform/dates.ts'
import { homeZone } from '../../../../platform/day.ts'
import { type Language, pick } from '../../../../platform/language.ts'
import { Message, SecondaryButton } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../../web/page-context.ts'
import { groupTexts } from '../../group/group.texts.ts'
import { meetingsPolicy } from '../../meetings.policy.ts'
import { type Poll, type PollAnswer, pollAnswers, type PollTime } from '../../poll/poll.ts'
import { pollTexts } from '../../poll/poll.texts.ts'
import { type CountedTime, rankTimes } from '../../poll/rank-times.rules.ts'
import type { LoadedPoll } from '../../poll/settle-poll.ts'
import { whenWords } from '../meeting-line.tsx'
import { meetingPaths } from '../meetings.paths.ts'

interface PollProps {
  page: PageContext
  shown: LoadedPoll
  told: string | null
  refusal: string | null
}

/** `/moeder/afstemninger/:id`: how the times suit, the best first, and what is done about it. */
export const PollPage: FC<PollProps> = ({ page, shown, told, refusal }) => {
  const words = pick(pollTexts, page.language)
  const { poll, group, times, invitees } = shown
  const ranked = rankTimes(
    times.map(({ timeId }) => timeId),
    invitees,
  )
  return (
    <Frame page={page} title={poll.title} under="meetings">
      <Crumbs
        page={page}
        trail={[
          { href: meetingPaths.list, text: pick(groupTexts, page.language).title },
          { href: meetingPaths.group(group.groupId), text: group.name },
        ]}
        here={words.polls}
      />
      <h1>{poll.title}</h1>
      <p class="meeting-facts">
        {words.answered(invitees.filter(({ answeredAt }) => answeredAt !== null).length, invitees.length)} ·{' '}
        {shown.isOpen ? words.isOpen(lastDayOf(poll, page.language)) : words.isClosed}
      </p>
      {poll.note !== '' && <p class="agenda-body">{poll.note}</p>}
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {poll.meetingId !== null && (
        <p class="actions">
          <a class="ds-button" href={meetingPaths.meeting(poll.meetingId)}>
            {words.led}
          </a>
        </p>
      )}
      <section class="meetings-part" aria-labelledby="tiderne">
        <h2 id="tiderne">{words.result}</h2>
        <ol class="poll-times">
          {ranked.map((counted, at) => (
            <Time page={page} shown={shown} counted={counted} isFirst={at === 0} ranked={ranked} />
          ))}
        </ol>
      </section>
      <Messages page={page} shown={shown} />
      {shown.isOpen && <Ways page={page} shown={shown} />}
    </Frame>
  )
}

/** The last day a poll is open, in words. */
export const lastDayOf = ({ closesAt }: Poll, language: Language): string =>
  formatDay(closesAt.subtract({ seconds: 1 }).toZonedDateTimeISO(homeZone).toPlainDate(), language)

interface TimeProps {
  page: PageContext
  shown: LoadedPoll
  counted: CountedTime
  isFirst: boolean
  ranked: readonly CountedTime[]
}

const Time: FC<TimeProps> = ({ page, shown, counted, isFirst, ranked }) => {
  const words = pick(pollTexts, page.language)
  const time = shown.times.find(({ timeId }) => timeId === counted.timeId)
  if (time === undefined) return null
  const when = whenWords(time, page.language)
  const bestCount = ranked.filter(({ place }) => place === 1).length
  const isAnswered = shown.invitees.some(({ answeredAt }) => answeredAt !== null)
  const placed = counted.place > 1 ? words.place(counted.place) : bestCount > 1 ? words.shared : words.best
  const sign = isAnswered ? placed : ''
  const mayPlan = mayHere(page, meetingsPolicy.callMeeting) && shown.poll.meetingId === null
  const isOver = Temporal.PlainDate.compare(time.startsAt.toZonedDateTimeISO(homeZone).toPlainDate(), page.today) < 0
  const sayers = ([...pollAnswers, undefined] as const).flatMap((answer) => {
    const names = shown.invitees.filter(({ answers }) => answers.get(time.timeId) === answer).map(({ name }) => name)
    return names.length === 0 ? [] : [{ answer, names }]
  })
  return (
    <li class={isAnswered && counted.place === 1 ? 'poll-time poll-best' : 'poll-time'}>
      <p class="poll-when">
        <strong>{when}</strong> <span class="meeting-facts">{isOver ? words.isOver : sign}</span>
      </p>
      <dl class="poll-said">
        {sayers.map(({ answer, names }) => (
          <div>
            <dt class={`poll-answer answer-${answer ?? 'none'}`}>
              {wordOf(answer, page.language)} {names.length}
            </dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
      {mayPlan && !isOver && (
        <p class="actions no-print">
          <a
            class="ds-button"
            data-variant={isFirst ? undefined : 'secondary'}
            href={planHref(shown, time)}
            aria-label={words.planOf(when)}
          >
            {words.plan}
          </a>
        </p>
      )}
    </li>
  )
}

const wordOf = (answer: PollAnswer | undefined, language: Language): string => {
  const words = pick(pollTexts, language)
  return answer === undefined ? words.silent : words[answer]
}

/** The page a meeting is planned on, with this time filled in. */
const planHref = ({ poll, group }: LoadedPoll, { startsAt, endsAt }: PollTime): string => {
  const [from, to] = [startsAt, endsAt].map((moment) => moment.toZonedDateTimeISO(homeZone))
  const clock = (wall: Temporal.ZonedDateTime | undefined) => wall?.toPlainTime().toString().slice(0, 5) ?? ''
  const typed = new URLSearchParams({
    dag: from?.toPlainDate().toString() ?? '',
    fra: clock(from),
    til: clock(to),
    afstemning: poll.pollId,
  })
  return `${meetingPaths.plan(group.groupId)}?${typed}`
}

const Messages: FC<{ page: PageContext; shown: LoadedPoll }> = ({ page, shown }) => {
  const said = shown.invitees.filter(({ note }) => note !== '')
  if (said.length === 0) return null
  return (
    <section class="meetings-part" aria-labelledby="beskeder">
      <h2 id="beskeder">{pick(pollTexts, page.language).messages}</h2>
      <ul class="seats">
        {said.map(({ name, note, language }) => (
          <li>
            <span class="seat-who">{name}</span>
            <span lang={language}>
              <bdi>{note}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Ways: FC<{ page: PageContext; shown: LoadedPoll }> = ({ page, shown }) => {
  const words = pick(pollTexts, page.language)
  const silent = shown.invitees.filter(({ answeredAt }) => answeredAt === null).length
  return (
    <form class="meetings-part no-print" method="post" action={meetingPaths.poll(shown.poll.pollId)}>
      <p class="actions">
        {silent > 0 && (
          <SecondaryButton name="goer" value="mind">
            {words.remind(silent)}
          </SecondaryButton>
        )}
        <SecondaryButton name="goer" value="luk">
          {words.close}
        </SecondaryButton>
      </p>
    </form>
  )
}
