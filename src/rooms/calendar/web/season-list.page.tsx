import type { FC } from 'hono/jsx'
import { formatDaySpan } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { PlacedCommitment } from '../../commitments/index.ts'
import { calendarTexts } from '../calendar.texts.ts'
import type { LoadedSeason } from '../season/load-season.ts'
import { comingSeasons } from '../season/season.rules.ts'
import { seasonTexts } from '../season/season.texts.ts'
import { calendarPaths } from './calendar.paths.ts'
import { seasonPaths } from './season.paths.ts'
import { QuotaList } from './season-quotas.tsx'

interface ListProps {
  page: PageContext
  seasons: readonly LoadedSeason[]
  /** The promises the reader may open seasons for. */
  promises: readonly PlacedCommitment[]
  areas: readonly { readonly areaId: string; readonly name: string }[]
  refusal: string | null
}

/** `/kalender/saeson`: what is planned by the season, and how much of it is left. */
export const SeasonListPage: FC<ListProps> = (props) => {
  const { page, seasons, promises, refusal } = props
  const words = pick(seasonTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="calendar">
      <Crumbs
        page={page}
        trail={[{ href: calendarPaths.week, text: pick(calendarTexts, page.language).title }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {seasons.length === 0 && <p class="empty">{words.nothing}</p>}
      <ul class="season-list">
        {seasons.map(({ season, terms, quotas, areas }) => (
          <li>
            <h2>
              <a href={seasonPaths.season(season.seasonId)}>{season.title}</a>
            </h2>
            <p class="season-what">
              {[terms.promised?.promise.activity ?? words.noPromise, formatDaySpan(season, page.language)]
                .filter((part) => part !== season.title)
                .join(' · ')}
            </p>
            <QuotaList page={page} quotas={quotas} areas={areas} />
          </li>
        ))}
      </ul>
      {promises.length > 0 ? <OpenForm {...props} /> : <p class="hint">{words.nobodyOpens}</p>}
    </Frame>
  )
}

const shorten = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 89).trimEnd()}…`)

const OpenForm: FC<ListProps> = ({ page, promises, areas, refusal }) => {
  const words = pick(seasonTexts, page.language)
  const halves = comingSeasons(page.today).map(({ half, from }) => [from.toString(), words[half](from.year)] as const)
  return (
    <details class="quiet-form" open={refusal !== null}>
      <summary>{words.open}</summary>
      <form class="form" method="post" action={seasonPaths.list}>
        <ChoiceField
          name="loefte"
          label={words.promise}
          value=""
          choices={promises.map(({ lineageId, text }) => [lineageId, shorten(text)] as const)}
        />
        <ChoiceField name="saeson" label={words.period} value="" choices={[...halves, ['', words.ownPeriod]]} />
        <TextField name="fra" label={words.from} hint={words.fromHint} type="date" />
        <TextField name="til" label={words.to} type="date" />
        <fieldset class="field area-ticks">
          <legend>{words.areas}</legend>
          <p class="hint">{words.areasHint}</p>
          {areas.map(({ areaId, name }) => (
            <div class="tick">
              <input type="checkbox" id={`omraade-${areaId}`} name="omraade" value={areaId} />
              <label for={`omraade-${areaId}`}>{name}</label>
            </div>
          ))}
        </fieldset>
        <p class="actions">
          <PrimaryButton>{words.openSave}</PrimaryButton>
        </p>
      </form>
    </details>
  )
}
