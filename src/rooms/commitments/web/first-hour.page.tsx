import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { wholePostWords } from '../../parties/index.ts'
import type { FirstHour } from '../load-first-hour.ts'
import { agendaOf, type OwedPromise } from '../owed-promises.rules.ts'
import { ContactWays } from './contact-ways.tsx'
import { FirstSteps } from './first-hour-steps.tsx'
import { TakenOverPart } from './first-hour-handover.tsx'
import { firstHourTexts } from './first-hour.texts.ts'
import { PromiseRow } from './promise-list-row.tsx'

interface FirstHourProps {
  page: PageContext
  seen: FirstHour
  isConfirmed: boolean
}

const horizonDays = 90
const mostPromises = 12

/** What somebody new in a post needs first: five things to do, their promises, whom to greet, and what was passed on. */
export const FirstHourPage: FC<FirstHourProps> = (props) => {
  const { page, seen, isConfirmed } = props
  const words = pick(firstHourTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="firstHour" wide>
      <h1>{words.hello(page.actor.name ?? '')}</h1>
      <p class="lead">{page.isNewcomer ? words.intro : words.notNew}</p>
      {isConfirmed && <Message tone="done">{words.confirmed}</Message>}
      {seen.holdings.length === 0 ? (
        <p class="empty">{words.noPost}</p>
      ) : (
        <>
          <FirstSteps {...props} />
          <PostsPart {...props} />
          <PromisesPart {...props} />
          {seen.takenOver.length > 0 && <TakenOverPart page={page} takenOver={seen.takenOver} />}
          <MeetingsPart {...props} />
          <GreetPart {...props} />
        </>
      )}
    </Frame>
  )
}

const PostsPart: FC<FirstHourProps> = ({ page, seen }) => {
  const words = pick(firstHourTexts, page.language)
  return (
    <section class="people-part" aria-labelledby="funktioner">
      <h2 id="funktioner">{words.posts}</h2>
      <ul class="post-places">
        {seen.holdings.map((holding) => (
          <li>
            <a href={`/funktioner/${holding.postId}`}>{wholePostWords(holding)}</a>{' '}
            <span class="person-facts">{words.since(formatDay(holding.from, page.language))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Rows: FC<{ page: PageContext; promises: readonly OwedPromise[] }> = ({ page, promises }) => (
  <ul class="owed-list">
    {promises.map((promise) => (
      <PromiseRow page={page} day={page.today} promise={promise} />
    ))}
  </ul>
)

const PromisesPart: FC<FirstHourProps> = ({ page, seen }) => {
  const words = pick(firstHourTexts, page.language)
  const ours = seen.promises.filter(({ share }) => share === 'ours')
  const { urgent, upcoming } = agendaOf(ours, page.today, horizonDays)
  return (
    <section class="owed-part" aria-labelledby="loefter">
      <h2 id="loefter">{words.promises}</h2>
      {ours.length === 0 && <p class="empty">{words.promisesNone}</p>}
      {ours.length > 0 && urgent.length + upcoming.length === 0 && <p>{words.quiet}</p>}
      {urgent.length > 0 && (
        <>
          <h3>{words.urgent}</h3>
          <Rows page={page} promises={urgent.slice(0, mostPromises)} />
        </>
      )}
      {upcoming.length > 0 && (
        <>
          <h3>{words.upcoming}</h3>
          <Rows page={page} promises={upcoming.slice(0, mostPromises)} />
        </>
      )}
      {ours.length > 0 && (
        <p class="owed-more">
          <a href="/loefter">{words.allPromises}</a>
        </p>
      )}
    </section>
  )
}

const MeetingsPart: FC<FirstHourProps> = ({ page, seen }) => {
  const words = pick(firstHourTexts, page.language)
  const meetings = seen.promises
    .filter(({ commitment, standing }) => commitment.kind === 'meeting' && standing.nextOn !== null)
    .toSorted((a, b) => (a.standing.nextOn ?? 0) - (b.standing.nextOn ?? 0))
    .slice(0, mostPromises)
  return (
    <section class="owed-part" aria-labelledby="moeder">
      <h2 id="moeder">{words.meetings}</h2>
      <p>{words.meetingsSoon}</p>
      {meetings.length === 0 ? <p class="empty">{words.meetingsNone}</p> : <Rows page={page} promises={meetings} />}
      <h3>{words.minutes}</h3>
      <p class="empty">{words.minutesNone}</p>
    </section>
  )
}

const GreetPart: FC<FirstHourProps> = ({ page, seen }) => {
  const words = pick(firstHourTexts, page.language)
  return (
    <section class="people-part" aria-labelledby="hils">
      <h2 id="hils">{words.greet}</h2>
      <p>{seen.greet.length === 0 ? words.greetNone : words.greetIntro}</p>
      <ul class="greet">
        {seen.greet.map((contact) => (
          <li class="person">
            <p class="person-name">{contact.name ?? words.unheld}</p>
            <p class="person-post">
              <a href={`/funktioner/${contact.postId}`}>{wholePostWords(contact)}</a>
            </p>
            {contact.name !== null && <ContactWays page={page} contact={contact} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
