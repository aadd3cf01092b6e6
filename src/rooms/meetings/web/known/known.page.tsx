import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { groupTexts } from '../../group/group.texts.ts'
import { countsUntil, stillCounts } from '../../known/known-age.rules.ts'
import type { KnownCalendar } from '../../known/known-calendar.ts'
import { knownTexts } from '../../known/known.texts.ts'
import { meetingPaths } from '../meetings.paths.ts'
import { knownPath } from './known.paths.ts'

interface KnownProps {
  page: PageContext
  known: KnownCalendar | undefined
  /** Why it cannot be fetched, in a sentence; empty where it can. */
  faultWords: string
  now: Temporal.Instant
  told: string | null
  refusal: string | null
  /** What was typed and refused. */
  typed: string
}

/** `/moeder/min-kalender`: the calendar one keeps elsewhere, how it stands, and what is kept of it. */
export const KnownPage: FC<KnownProps> = (props) => {
  const { page, known, told, refusal } = props
  const words = pick(knownTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="meetings">
      <Crumbs
        page={page}
        trail={[{ href: meetingPaths.list, text: pick(groupTexts, page.language).title }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {known === undefined ? <AddressForm {...props} /> : <Status {...props} known={known} />}
      <section class="known-keeps" aria-labelledby="gemmer">
        <h2 id="gemmer">{words.keepsTitle}</h2>
        <ul>
          {words.keeps.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </section>
    </Frame>
  )
}

const AddressForm: FC<KnownProps> = ({ page, known, typed }) => {
  const words = pick(knownTexts, page.language)
  return (
    <form class="form known-form" method="post" action={knownPath}>
      <TextField
        name="adresse"
        label={words.address}
        hint={words.addressHint}
        value={typed}
        maxlength={2000}
        autocomplete="off"
        required
      />
      <details class="quiet-form">
        <summary>{words.whereTitle}</summary>
        <dl class="known-where">
          {words.where.map(([program, way]) => (
            <>
              <dt>{program}</dt>
              <dd>{way}</dd>
            </>
          ))}
        </dl>
      </details>
      <p class="actions">
        {known === undefined ? (
          <PrimaryButton name="goer" value="brug">
            {words.follow}
          </PrimaryButton>
        ) : (
          <SecondaryButton name="goer" value="brug">
            {words.follow}
          </SecondaryButton>
        )}
      </p>
    </form>
  )
}

type StatusProps = KnownProps & { known: KnownCalendar }

const Status: FC<StatusProps> = (props) => {
  const { page, known, refusal } = props
  const words = pick(knownTexts, page.language)
  return (
    <>
      <Trouble {...props} />
      <Facts page={page} known={known} />
      {known.unread > 0 && <p class="hint">{words.unread(known.unread)}</p>}
      <form class="form" method="post" action={knownPath}>
        <p class="actions">
          <PrimaryButton name="goer" value="hent">
            {words.fetchNow}
          </PrimaryButton>
          <SecondaryButton name="goer" value="fjern">
            {words.remove}
          </SecondaryButton>
        </p>
        <p class="hint">{words.removeHint}</p>
      </form>
      <details class="quiet-form" open={refusal !== null}>
        <summary>{words.other}</summary>
        <AddressForm {...props} />
      </details>
    </>
  )
}

/** What stands in the way, until when what is known counts, and what to do. */
const Trouble: FC<StatusProps> = ({ page, known, faultWords, now }) => {
  const words = pick(knownTexts, page.language)
  if (known.fault === null) return null
  const until = countsUntil(known.answeredAt)
  return (
    <Message tone="refused">
      {[
        words.failing(formatMoment(known.fault.since, page.language)),
        faultWords,
        stillCounts(known.answeredAt, now) ? words.countsUntil(formatMoment(until, page.language)) : words.countsNoMore,
        ...(known.nextAt === null ? [words.givenUp] : []),
      ].join(' ')}
    </Message>
  )
}

const Facts: FC<{ page: PageContext; known: KnownCalendar }> = ({ page, known }) => {
  const words = pick(knownTexts, page.language)
  const facts = [
    [words.host, known.host],
    [words.fetchedAt, formatMoment(known.answeredAt, page.language)],
    [words.count, words.busy(known.busy)],
    ...(known.nextAt === null ? [] : [[words.nextAt, formatMoment(known.nextAt, page.language)]]),
  ]
  return (
    <dl class="facts known-facts">
      {facts.map(([what, value]) => (
        <div>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
