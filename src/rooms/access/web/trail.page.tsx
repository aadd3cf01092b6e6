import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../platform/dates.ts'
import { homeZone } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { TrailPage as ReadPage } from '../audit/read-trail.ts'
import { type TrailFilter, type TrailPlace, trailQuery } from '../audit/trail-filter.ts'
import { tellEntry, type TrailNames } from '../audit/trail-words.ts'
import { protectionPaths } from './protection.paths.ts'
import { protectionTexts } from './protection.texts.ts'
import { TrailFilterForm } from './trail-filter-form.tsx'

interface TrailProps {
  page: PageContext
  filter: TrailFilter
  /** Where the page before ended; null = this is the first. */
  after: TrailPlace | null
  read: ReadPage
  names: TrailNames
}

/** The audit trail in plain words, the newest first, day by day. */
export const TrailPage: FC<TrailProps> = ({ page, filter, after, read, names }) => {
  const words = pick(protectionTexts, page.language)
  const days = [...Map.groupBy(read.entries, (entry) => wallOf(entry).toPlainDate().toString())]
  return (
    <Frame page={page} title={words.trail} under="protection" wide>
      <Crumbs page={page} trail={[{ href: protectionPaths.overview, text: words.title }]} here={words.trail} />
      <h1>{words.trail}</h1>
      <p class="lead">{words.trailIntro}</p>
      <TrailFilterForm page={page} filter={filter} names={names} />
      {filter.ref !== '' && <p class="owed-day">{words.onlyThing}</p>}
      {days.length === 0 && <p class="empty">{words.none}</p>}
      {days.map(([day, entries]) => (
        <section class="trail-day">
          <h2>{formatWeekday(Temporal.PlainDate.from(day), page.language)}</h2>
          <ol class="trail">
            {entries.map((entry) => (
              <Entry page={page} filter={filter} entry={entry} names={names} />
            ))}
          </ol>
        </section>
      ))}
      <p class="trail-on">
        {read.next !== null && <a href={`${protectionPaths.trail}${trailQuery(filter, read.next)}`}>{words.older}</a>}
        {after !== null && <a href={`${protectionPaths.trail}${trailQuery(filter)}`}>{words.newest}</a>}
      </p>
      <section class="owed-ways">
        <p>
          <a href={`${protectionPaths.trailSheet}${trailQuery(filter)}`} download>
            {words.asCsv}
          </a>
          {' · '}
          <a href={protectionPaths.trailLines} download>
            {words.asLines}
          </a>
          {' · '}
          <a href={protectionPaths.verify}>{words.verify}</a>
        </p>
      </section>
    </Frame>
  )
}

const wallOf = ({ micros }: AuditEntry) =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1_000n).toZonedDateTimeISO(homeZone)

const clockOf = (entry: AuditEntry, language: Language): string => {
  const { hour, minute } = wallOf(entry)
  const [hours, minutes] = [hour, minute].map((number) => String(number).padStart(2, '0'))
  return language === 'da' ? `kl. ${hours}.${minutes}` : `${hours}:${minutes}`
}

interface EntryProps {
  page: PageContext
  filter: TrailFilter
  entry: AuditEntry
  names: TrailNames
}

const Entry: FC<EntryProps> = ({ page, filter, entry, names }) => {
  const words = pick(protectionTexts, page.language)
  const { who, did, about, facts } = tellEntry(entry, names, page.language)
  const hrefOf = (change: Partial<TrailFilter>) => `${protectionPaths.trail}${trailQuery({ ...filter, ...change })}`
  return (
    <li>
      <time datetime={wallOf(entry).toInstant().toString()}>{clockOf(entry, page.language)}</time>
      <p>
        <b>{who}</b> {did}
        {about !== null && entry.about !== entry.actor && (
          <>
            {' · '}
            <a href={hrefOf({ about: entry.about })}>{words.aboutPerson(about)}</a>
          </>
        )}
      </p>
      <p class="trail-facts">
        {facts !== '' && <span>{facts}</span>}
        {entry.ref !== '' && entry.ref !== filter.ref && (
          <a href={hrefOf({ ref: entry.ref })} aria-label={`${words.sameThing} (${entry.thing} ${entry.ref})`}>
            {words.sameThing}
          </a>
        )}
        <span>{words.place(entry.lane, entry.number)}</span>
      </p>
    </li>
  )
}
