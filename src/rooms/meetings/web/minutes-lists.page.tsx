import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { homeZone } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { groupTexts } from '../group/group.texts.ts'
import type { Group } from '../group/group.ts'
import { meetingTexts } from '../meeting.texts.ts'
import type { MinutesDocument, MinutesEdition } from '../minutes/minutes.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import type { FoundMinutes } from '../minutes/search-minutes.ts'
import type { SoughtText } from '../minutes/search-minutes.queries.ts'
import { titleOf } from './list.page.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { minutesPaths } from './minutes.paths.ts'
import { documentWhen } from '../minutes/describe-minutes.ts'
import { MinutesView } from './minutes-view.tsx'

/** Minutes open to all, of a meeting. */
export interface PublishedMinutes {
  readonly meetingId: string
  readonly document: MinutesDocument
}

const headingOf = ({ group, activity, number }: MinutesDocument, page: PageContext): string =>
  `${titleOf({ name: group, activity })}, ${pick(meetingTexts, page.language).numbered(number)}`

/** `/moeder/referater`: the minutes anyone may read. */
export const PublishedListPage: FC<{ page: PageContext; published: readonly PublishedMinutes[] }> = (props) => {
  const { page, published } = props
  const words = pick(minutesTexts, page.language)
  return (
    <Frame page={page} title={words.publicTitle}>
      <h1>{words.publicTitle}</h1>
      <p class="lead">{words.publicLead}</p>
      {published.length === 0 && <p class="empty">{words.publicNone}</p>}
      <ul class="meeting-lines">
        {published.map(({ meetingId, document }) => (
          <li class="meeting-line">
            <a href={minutesPaths.publishedOf(meetingId)}>{headingOf(document, page)}</a>
            <span class="meeting-when">{documentWhen(document, page.language)}</span>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

/** `/moeder/referater/:id`: minutes anyone may read. People are shown by their seats. */
export const PublishedPage: FC<{ page: PageContext; published: PublishedMinutes }> = ({ page, published }) => {
  const words = pick(minutesTexts, page.language)
  const { document } = published
  const title = words.minutesOf(headingOf(document, page))
  return (
    <Frame page={page} title={title}>
      <Crumbs
        page={page}
        trail={[{ href: minutesPaths.published, text: words.publicTitle }]}
        here={headingOf(document, page)}
      />
      <h1>{title}</h1>
      <Head page={page} document={document} />
      <MinutesView page={page} document={document} />
    </Frame>
  )
}

const Head: FC<{ page: PageContext; document: MinutesDocument }> = ({ page, document }) => (
  <p class="meeting-head">
    <strong>{documentWhen(document, page.language)}</strong>
    {document.place !== '' && <span>{document.place}</span>}
    {document.convenor !== '' && <span>{pick(meetingTexts, page.language).convenor(document.convenor)}</span>}
  </p>
)

interface CollectionProps {
  page: PageContext
  group: Group
  editions: readonly MinutesEdition[]
}

/** `/moeder/gruppe/:id/samling`: all minutes of a group in order, to be read or printed. */
export const CollectionPage: FC<CollectionProps> = ({ page, group, editions }) => {
  const words = pick(minutesTexts, page.language)
  const title = words.collectionOf(titleOf(group))
  return (
    <Frame page={page} title={title} under="meetings">
      <Crumbs
        page={page}
        trail={[
          { href: meetingPaths.list, text: pick(groupTexts, page.language).title },
          { href: meetingPaths.group(group.groupId), text: group.name },
        ]}
        here={words.collection}
      />
      <h1>{title}</h1>
      <p class="lead no-print">{editions.length === 0 ? words.collectionNone : words.print}</p>
      {editions.map((edition) => (
        <section class="collected" aria-labelledby={`m-${edition.document.number}`}>
          <h2 id={`m-${edition.document.number}`}>
            {pick(meetingTexts, page.language).numbered(edition.document.number)}
            {edition.number > 1 && <span class="season-of"> {words.edition(edition.number)}</span>}
          </h2>
          <Head page={page} document={edition.document} />
          <MinutesView page={page} document={edition.document} />
        </section>
      ))}
    </Frame>
  )
}

/** `/moeder/soeg`: what was said and decided, in every group and year. */
export const SearchPage: FC<{ page: PageContext; asked: string; result: FoundMinutes }> = (props) => {
  const { page, asked, result } = props
  const words = pick(minutesTexts, page.language)
  const told = result.found.length === 0 ? words.foundNone : words.found(result.found.length)
  return (
    <Frame page={page} title={words.search} under="meetings">
      <Crumbs
        page={page}
        trail={[{ href: meetingPaths.list, text: pick(groupTexts, page.language).title }]}
        here={words.search}
      />
      <h1>{words.search}</h1>
      <p class="lead">{words.searchLead}</p>
      <search>
        <form class="form" method="get" action={minutesPaths.search}>
          <TextField name="q" label={words.searchWords} value={asked} maxlength={200} />
          <p class="actions">
            <PrimaryButton>{words.searchGo}</PrimaryButton>
          </p>
        </form>
      </search>
      {asked !== '' && (
        <output class="hint">{result.isExact || result.found.length === 0 ? told : words.foundLike}</output>
      )}
      <ul class="stacked">
        {result.found.map((found) => (
          <Found page={page} found={found} asked={asked} />
        ))}
      </ul>
    </Frame>
  )
}

const Found: FC<{ page: PageContext; found: SoughtText; asked: string }> = ({ page, found, asked }) => {
  const day = Temporal.Instant.from(found.startsAt).toZonedDateTimeISO(homeZone).toPlainDate()
  return (
    <li>
      <a href={found.isOpen ? minutesPaths.publishedOf(found.meetingId) : minutesPaths.minutes(found.meetingId)}>
        {found.title}
      </a>
      <span class="meeting-facts">
        {found.group}, {formatDay(day, page.language)}
      </span>
      <span class="agenda-body">{excerptOf(found.text, asked)}</span>
    </li>
  )
}

const longestExcerpt = 240

/** The words around the first that was asked for. */
const excerptOf = (text: string, asked: string): string => {
  if (text.length <= longestExcerpt) return text
  const first = asked.trim().split(/\s+/)[0]?.toLowerCase() ?? ''
  const from = Math.max(0, text.toLowerCase().indexOf(first) - 80)
  return `${from > 0 ? '… ' : ''}${text.slice(from, from + longestExcerpt).trim()} …`
}
