import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { isPermitted } from '../../access/index.ts'
import { type Holder, holdingOn, partyPolicy, type PostContact, wholePostWords } from '../../parties/index.ts'
import { agendaOf, type OwedPromise } from '../owed-promises.rules.ts'
import type { PostWork } from '../post-work.ts'
import { ContactWays } from './contact-ways.tsx'
import { postTexts } from './post.texts.ts'
import { PromiseRow } from './promise-list-row.tsx'

interface PostProps {
  page: PageContext
  day: Day
  post: PostContact
  holdings: readonly Holder[]
  work: PostWork
}

const horizonDays = 90

const path = (postId: string): string => `/funktioner/${postId}`

/** One post on a day: who holds it, what it owes and is owed, where it is named, and who has held it. */
export const PostPage: FC<PostProps> = (seen) => {
  const { page, day, post, work } = seen
  const props = { ...seen, holdings: knownBy(seen) }
  const words = pick(postTexts, page.language)
  const [ours, toUs] = (['ours', 'to_us'] as const).map((share) => work.promises.filter((one) => one.share === share))
  return (
    <Frame page={page} title={post.title} under="people" wide>
      <Crumbs page={page} trail={[{ href: atDay(page, '/personer'), text: words.people }]} here={post.title} />
      <h1>{post.title}</h1>
      <p class="lead">{wholePostWords({ ...post, title: '' }).replace(/^, /u, '')}</p>
      <HolderPart {...props} />
      <PromisesPart page={page} day={day} title={words.owes} promises={ours ?? []} empty={words.owesNothing} />
      {toUs !== undefined && toUs.length > 0 && (
        <details class="owed-rest">
          <summary>{`${words.owedTo} (${toUs.length})`}</summary>
          <Rows page={page} day={day} promises={toUs} />
        </details>
      )}
      <NamedPart {...props} />
      <HistoryPart {...props} />
    </Frame>
  )
}

/** As it was on a day gone by: who came later is not told, nor when somebody was to leave. */
const knownBy = ({ page, day, holdings }: PostProps): readonly Holder[] => {
  if (Temporal.PlainDate.compare(day, page.today) >= 0) return holdings
  const isOver = (until: Day | null) => until !== null && Temporal.PlainDate.compare(until, day) <= 0
  return holdings
    .filter(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
    .map((holding) => (isOver(holding.until) ? holding : { ...holding, until: null }))
}

const HolderPart: FC<PostProps> = ({ page, day, post, holdings }) => {
  const words = pick(postTexts, page.language)
  const present = holdingOn(holdings, day)
  const facts = present && [words.since(formatDay(present.from, page.language)), ...marksOf(present, page)]
  const isToday = day.equals(page.today)
  const maySwap = isToday && isPermitted(page.actor, partyPolicy.swapHolder)
  const isTheirs = new Set(page.actor.postId === post.postId ? (['post_holder'] as const) : [])
  const mayHandOver = isToday && holdings.length > 0 && isPermitted(page.actor, partyPolicy.handOver, isTheirs)
  return (
    <section class="post-holder" aria-labelledby="indehaver">
      <h2 id="indehaver">{words.holder}</h2>
      {present === undefined ? (
        <>
          <p class="post-name post-unheld">{words.unheld}</p>
          <p class="person-facts">{words.unheldMore}</p>
        </>
      ) : (
        <>
          <p class="post-name">{present.name}</p>
          <p class="person-facts">{facts?.join(' · ')}</p>
          {isToday && <ContactWays page={page} contact={post} />}
        </>
      )}
      <Coming page={page} day={day} holdings={holdings} />
      {(maySwap || mayHandOver) && (
        <p class="actions">
          {maySwap && (
            <a class="ds-button" href={`${path(post.postId)}/skift`}>
              {present === undefined ? words.fill : words.swap}
            </a>
          )}
          {mayHandOver && (
            <a class="ds-button" data-variant="secondary" href={`${path(post.postId)}/overdragelse`}>
              {words.handover}
            </a>
          )}
        </p>
      )}
    </section>
  )
}

const marksOf = (holding: Holder, { language }: PageContext): string[] => {
  const words = pick(postTexts, language)
  return [
    ...(holding.until === null ? [] : [words.last(formatDay(holding.until.subtract({ days: 1 }), language))]),
    ...(holding.provisional ? [words.provisional] : []),
    ...(holding.isAwaited ? [words.awaited] : []),
  ]
}

const Coming: FC<Pick<PostProps, 'page' | 'day' | 'holdings'>> = ({ page, day, holdings }) => {
  const words = pick(postTexts, page.language)
  const coming = holdings.filter(({ from }) => Temporal.PlainDate.compare(from, day) > 0)
  const ends = holdingOn(holdings, day)?.until ?? null
  const isGap = ends !== null && !coming.some(({ from }) => from.equals(ends))
  return (
    <>
      {isGap && <p>{words.comingNone(formatDay(ends, page.language))}</p>}
      {coming.map(({ name, from }) => (
        <p>{words.coming(name, formatDay(from, page.language))}</p>
      ))}
    </>
  )
}

interface PromisesProps {
  page: PageContext
  day: Day
  title: string
  promises: readonly OwedPromise[]
  empty: string
}

const PromisesPart: FC<PromisesProps> = ({ page, day, title, promises, empty }) => {
  const words = pick(postTexts, page.language)
  const { urgent, upcoming, rest } = agendaOf(promises, day, horizonDays)
  return (
    <section class="owed-part" aria-labelledby="loefter">
      <h2 id="loefter">{title}</h2>
      {promises.length === 0 && <p class="empty">{empty}</p>}
      {urgent.length > 0 && (
        <>
          <h3>{words.urgent}</h3>
          <Rows page={page} day={day} promises={urgent} />
        </>
      )}
      {upcoming.length > 0 && (
        <>
          <h3>{words.upcoming}</h3>
          <Rows page={page} day={day} promises={upcoming} />
        </>
      )}
      {rest.length > 0 && (
        <details class="owed-rest">
          <summary>{words.rest(rest.length)}</summary>
          <Rows page={page} day={day} promises={rest} />
        </details>
      )}
    </section>
  )
}

const Rows: FC<Pick<PromisesProps, 'page' | 'day' | 'promises'>> = ({ page, day, promises }) => (
  <ul class="owed-list">
    {promises.map((promise) => (
      <PromiseRow page={page} day={day} promise={promise} />
    ))}
  </ul>
)

const NamedPart: FC<PostProps> = ({ page, day, work }) => {
  const words = pick(postTexts, page.language)
  const asOf = day.equals(page.today) ? '' : `?dag=${day.toString()}`
  return (
    <section class="people-part" aria-labelledby="naevnt">
      <h2 id="naevnt">{words.named}</h2>
      {work.places.length === 0 && <p class="empty">{words.namedNowhere}</p>}
      <ul class="post-places">
        {[...Map.groupBy(work.places, ({ slug }) => slug)].map(([slug, places]) => (
          <li>
            <a href={`/aftaler/${slug}${asOf}`}>{places[0]?.agreement}</a>
            {places.some(({ isLead }) => isLead) && <span class="person-mark">{words.leads}</span>}
            <span class="person-facts"> {places.map(({ activity }) => activity ?? words.whole).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const HistoryPart: FC<PostProps> = ({ page, post, holdings }) => {
  const words = pick(postTexts, page.language)
  const mayHandOver = !page.isOfAnotherDay && isPermitted(page.actor, partyPolicy.handOver)
  return (
    <section class="people-part" aria-labelledby="historie">
      <h2 id="historie">{words.history}</h2>
      {holdings.length === 0 && <p class="empty">{words.neverHeld}</p>}
      <ol class="post-history" reversed>
        {holdings.toReversed().map((holding) => (
          <li>
            <b>{holding.name}</b>{' '}
            <span class="person-facts">
              {[words.since(formatDay(holding.from, page.language)), ...marksOf(holding, page)].join(' · ')}
            </span>
            {mayHandOver && holding.until !== null && (
              <>
                {' '}
                <a href={`${path(post.postId)}/overdragelse?fra=${holding.holderId}`}>
                  {words.handoverTo(holding.name)}
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
