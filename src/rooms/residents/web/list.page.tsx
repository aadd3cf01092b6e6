import type { FC } from 'hono/jsx'
import { feedPath, isChosen, listPath, mostShown, mostWeeks, type ResidentFilter } from '../filter.ts'
import type { Happenings } from '../happenings.ts'
import { residentsTexts } from '../residents.texts.ts'
import { InstallHint, NoticeForm } from './app-parts.tsx'
import { FilterChips } from './filter-chips.tsx'
import { HappeningDays } from './happening-line.tsx'
import { ResidentFrame } from './resident-frame.tsx'
import type { ResidentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

interface ListProps {
  page: ResidentPage
  filter: ResidentFilter
  found: Happenings
}

/** `/`: what goes on near me. The same for everyone who asks the same in one language. */
export const ListPage: FC<ListProps> = ({ page, filter, found }) => {
  const words = residentsTexts[page.language]
  const { occurrences } = found
  return (
    <ResidentFrame page={page} title={words.question} under="list">
      <h1>{words.question}</h1>
      <FilterChips page={page} filter={filter} found={found} />
      <Search page={page} filter={filter} />
      {occurrences.length === 0 ? (
        <Nothing {...{ page, filter, found }} />
      ) : (
        <HappeningDays {...{ page, occurrences, left: found.left }} />
      )}
      {occurrences.length >= mostShown && <p class="res-note">{words.moreThanShown}</p>}
      <InstallHint page={page} />
      <Ways page={page} filter={filter} />
      <NoticeForm page={page} text={words.tellMe} wish={lastingOf(filter)} />
    </ResidentFrame>
  )
}

const lastingOf = (filter: ResidentFilter) => [...new URL(feedPath(filter), 'http://localhost').searchParams]

const Search: FC<Pick<ListProps, 'page' | 'filter'>> = ({ page, filter }) => {
  const words = residentsTexts[page.language]
  const kept = new URL(listPath({ ...filter, words: '' }), 'http://localhost').searchParams
  return (
    <form class="res-search" method="get" action={residentPaths.list}>
      {[...kept].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="visually-hidden" for="soeg">
        {words.search}
      </label>
      <input
        class="ds-input"
        id="soeg"
        name="q"
        type="search"
        maxlength={60}
        value={filter.words}
        placeholder={words.search}
      />
      <button class="ds-button" data-variant="secondary" type="submit">
        {words.find}
      </button>
    </form>
  )
}

const Nothing: FC<ListProps> = ({ page, found }) => {
  const words = residentsTexts[page.language]
  return (
    <section class="res-nothing">
      <p>{words.nothing}</p>
      {found.next === null ? (
        <p>{words.nothingAhead}</p>
      ) : (
        <>
          <p>{words.nearest}:</p>
          <HappeningDays page={page} occurrences={[found.next]} left={found.left} />
        </>
      )}
    </section>
  )
}

const Ways: FC<Pick<ListProps, 'page' | 'filter'>> = ({ page, filter }) => {
  const words = residentsTexts[page.language]
  const isMore = filter.when === 'days' && filter.weeks < mostWeeks
  const poster = filter.areaId === null ? residentPaths.poster : `${residentPaths.poster}?omraade=${filter.areaId}`
  return (
    <section class="res-ways">
      {isMore && (
        <a class="ds-button" data-variant="secondary" href={listPath({ ...filter, weeks: filter.weeks + 1 })}>
          {words.moreDays}
        </a>
      )}
      <a href={feedPath(filter)}>{words.subscribe}</a>
      <a href={poster}>{words.printWeek}</a>
      {isChosen(filter) && <a href={residentPaths.list}>{words.back}</a>}
    </section>
  )
}
