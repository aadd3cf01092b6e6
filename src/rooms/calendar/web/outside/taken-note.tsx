import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, Message, SecondaryButton } from '../../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../../web/page-context.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { outsideTexts } from '../../outside/outside.texts.ts'
import type { Series } from '../../series.ts'
import { outsidePaths } from './outside.paths.ts'

/** The calendar something is followed from, for those who take part. */
export interface ShownSource {
  readonly outsideCalendarId: string
  readonly name: string
}

interface TakenProps {
  page: PageContext
  series: Series
  source: ShownSource
  promises: readonly (readonly [lineageId: string, text: string])[]
}

/** Says where an activity is followed from, and the little that can be done to it here. */
export const TakenNote: FC<TakenProps> = (props) => {
  const { page, series, source } = props
  const words = pick(outsideTexts, page.language)
  return (
    <>
      <Message tone="note">
        {words.followedFrom(source.name)} <a href={outsidePaths.one(source.outsideCalendarId)}>{words.seeCalendar}</a>
      </Message>
      {series.isLeftOut && <p>{words.isLeftOut}</p>}
      {mayHere(page, calendarPolicy.changeSeries) && series.endedAt === null && <TakenDeeds {...props} />}
    </>
  )
}

const TakenDeeds: FC<TakenProps> = ({ page, series, promises }) => {
  const words = pick(outsideTexts, page.language)
  return (
    <>
      <form class="form" method="post" action={outsidePaths.leaveOut(series.seriesId)}>
        <input type="hidden" name="udgave" value={series.version} />
        <p class="actions">
          <SecondaryButton name="goer" value={series.isLeftOut ? 'vis' : 'skjul'}>
            {series.isLeftOut ? words.showAgain : words.leaveOut}
          </SecondaryButton>
        </p>
      </form>
      {promises.length > 0 && (
        <form class="form" method="post" action={outsidePaths.promise(series.seriesId)}>
          <input type="hidden" name="udgave" value={series.version} />
          <ChoiceField
            name="loefte"
            label={words.promiseLabel}
            value={series.lineageId ?? ''}
            choices={[['', words.noPromise], ...promises]}
          />
          <p class="actions">
            <SecondaryButton>{words.promiseSave}</SecondaryButton>
          </p>
        </form>
      )}
    </>
  )
}
