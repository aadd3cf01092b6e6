import type { FC } from 'hono/jsx'
import { toDay } from '../../../platform/day-number.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { hoursOfDay } from '../../calendar/index.ts'
import { clashTexts } from '../planning/clash.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { meetingTexts } from '../meeting.texts.ts'
import type { ProposedDate } from '../planning/propose-dates.rules.ts'
import { titleOf } from './list.page.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { busyWords } from './busy-words.ts'
import { KnownCount } from './known/known-count.tsx'

export interface PlanTyped {
  readonly dato: string
  readonly dag: string
  readonly fra: string
  readonly til: string
  readonly sted: string
  readonly hvor: string
  readonly online: string
  readonly ekstra: boolean
  /** The poll the time was found by; empty = none. */
  readonly afstemning: string
}

interface PlanProps {
  page: PageContext
  loaded: LoadedGroup
  dates: readonly ProposedDate[]
  /** Of how many members the calendar they keep elsewhere is known; null = that is not for the reader. */
  known: number | null
  venues: readonly (readonly [value: string, text: string])[]
  typed: PlanTyped
  refusal: string | null
  /** What it falls together with has been told, and it may be put there all the same. */
  mayAnyway: boolean
}

/** `/moeder/gruppe/:id/indkald`: a day is chosen among those that suit, or written. */
export const PlanMeetingPage: FC<PlanProps> = (props) => {
  const { page, loaded, dates, known, venues, typed, refusal, mayAnyway } = props
  const words = pick(meetingTexts, page.language)
  const { group } = loaded
  return (
    <Frame page={page} title={words.planTitle} under="meetings">
      <Crumbs
        page={page}
        trail={[
          { href: meetingPaths.list, text: pick(groupTexts, page.language).title },
          { href: meetingPaths.group(group.groupId), text: group.name },
        ]}
        here={words.planTitle}
      />
      <h1>
        {words.planTitle}
        <span class="season-of"> {titleOf(group)}</span>
      </h1>
      <p class="lead">{words.planLead}</p>
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <form class="form" method="post" action={meetingPaths.plan(group.groupId)}>
        {typed.afstemning !== '' && <input type="hidden" name="afstemning" value={typed.afstemning} />}
        <fieldset class="field dates">
          <legend>{words.proposedDates}</legend>
          {dates.length === 0 && <p class="hint">{words.noDates}</p>}
          {dates.map((date, at) => (
            <DateChoice {...props} date={date} isChosen={chosen(typed, date, at)} />
          ))}
          <div class="field tick">
            <input type="radio" id="dato-egen" name="dato" value="" checked={dates.length === 0 || typed.dag !== ''} />
            <label for="dato-egen">{words.otherDay}</label>
          </div>
          <KnownCount page={page} known={known} members={loaded.members.length} />
        </fieldset>
        <div class="plan-own">
          <TextField name="dag" label={words.day} type="date" value={typed.dag} />
          <TextField name="fra" label={words.from} value={typed.fra} maxlength={8} />
          <TextField name="til" label={words.to} value={typed.til} maxlength={8} />
        </div>
        <ChoiceField name="sted" label={words.venue} value={typed.sted} choices={[['', words.noVenue], ...venues]} />
        <TextField name="hvor" label={words.place} hint={words.placeHint} value={typed.hvor} maxlength={200} />
        <TextField name="online" label={words.remote} value={typed.online} maxlength={500} />
        <div class="field tick">
          <input type="checkbox" id="ekstra" name="ekstra" value="ja" checked={typed.ekstra} />
          <label for="ekstra">{words.extraordinary}</label>
        </div>
        <p class="actions">
          <PrimaryButton>{words.planSave}</PrimaryButton>
          {mayAnyway && (
            <SecondaryButton name="goer" value="alligevel">
              {pick(clashTexts, page.language).planAnyway}
            </SecondaryButton>
          )}
        </p>
      </form>
    </Frame>
  )
}

const spanOf = ({ day, startsMinute, lastsMinutes }: ProposedDate): string =>
  `${toDay(day)} ${startsMinute} ${lastsMinutes}`

const chosen = ({ dato, dag }: PlanTyped, date: ProposedDate, at: number): boolean =>
  dag === '' && (dato === '' ? at === 0 : dato.startsWith(spanOf(date)))

type DateProps = Pick<PlanProps, 'page' | 'loaded' | 'known'> & { date: ProposedDate; isChosen: boolean }

const DateChoice: FC<DateProps> = ({ page, loaded, known, date, isChosen }) => {
  const words = pick(meetingTexts, page.language)
  const { language } = page
  const id = `dato-${date.day}`
  const told = [
    ...busyWords(date, loaded, { known, language }),
    ...(date.isUsualWeekday ? [words.usualWeekday] : []),
    ...(date.isLate ? [words.late] : []),
    ...(date.isInHoliday ? [words.inHoliday] : []),
  ]
  return (
    <div class="field tick">
      <input
        type="radio"
        id={id}
        name="dato"
        value={`${spanOf(date)} ${date.elsewhere}`}
        checked={isChosen}
        aria-describedby={`${id}-hint`}
      />
      <label for={id}>
        {hoursOfDay(toDay(date.day), [date.startsMinute, date.startsMinute + date.lastsMinutes], language)}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {told.join(' · ')}
      </p>
    </div>
  )
}
