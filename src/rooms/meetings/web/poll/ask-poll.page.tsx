import type { FC } from 'hono/jsx'
import { toDay } from '../../../../platform/day-number.ts'
import { pick } from '../../../../platform/language.ts'
import { languageNames, residentLanguages } from '../../../../platform/resident-language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../../web/components.tsx'
import { formLine } from '../../../../web/form-text.ts'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { hoursOfDay } from '../../../calendar/index.ts'
import { groupTexts } from '../../group/group.texts.ts'
import type { LoadedGroup } from '../../group/load-group.ts'
import { pollTexts } from '../../poll/poll.texts.ts'
import type { ProposedDate } from '../../planning/propose-dates.rules.ts'
import { busyWords } from '../busy-words.ts'
import { KnownCount } from '../known/known-count.tsx'
import { titleOf } from '../list.page.tsx'
import { meetingPaths } from '../meetings.paths.ts'
import { type Askable, outsideRows, ownTimeRows } from './poll.form.ts'

interface AskProps {
  page: PageContext
  loaded: LoadedGroup
  dates: readonly ProposedDate[]
  /** Of how many members the calendar they keep elsewhere is known; null = that is not for the reader. */
  known: number | null
  askables: readonly Askable[]
  /** Who sits there and cannot be reached by mail. */
  unreachable: readonly string[]
  /** The last day to answer unless another is typed. */
  closesOn: string
  typed: FormData
  refusal: string | null
}

const languages = residentLanguages.map((language) => [language, languageNames[language]] as const)

/** `/moeder/gruppe/:id/afstemning`: which of some times suits is asked, by mail, with a link each. */
export const AskPollPage: FC<AskProps> = (props) => {
  const { page, loaded, typed, refusal, closesOn } = props
  const { group } = loaded
  const words = pick(pollTexts, page.language)
  return (
    <Frame page={page} title={words.askTitle} under="meetings">
      <Crumbs
        page={page}
        trail={[
          { href: meetingPaths.list, text: pick(groupTexts, page.language).title },
          { href: meetingPaths.group(group.groupId), text: group.name },
        ]}
        here={words.askTitle}
      />
      <h1>
        {words.askTitle}
        <span class="season-of"> {titleOf(group)}</span>
      </h1>
      <p class="lead">{words.askLead}</p>
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <form class="form" method="post" action={meetingPaths.askPoll(group.groupId)}>
        <Times {...props} />
        <Who {...props} />
        <Outside {...props} />
        <TextField name="navn" label={words.name} value={formLine(typed, 'navn') || titleOf(group)} maxlength={120} />
        <TextField name="besked" label={words.note} value={formLine(typed, 'besked')} rows={3} maxlength={1000} />
        <TextField name="senest" label={words.closesOn} type="date" value={formLine(typed, 'senest') || closesOn} />
        <p class="actions">
          <PrimaryButton>{words.send}</PrimaryButton>
        </p>
      </form>
    </Frame>
  )
}

/** Nothing is typed before the form has been sent once. */
const isFresh = (typed: FormData): boolean => !typed.has('navn')

const Times: FC<AskProps> = ({ page, loaded, dates, known, typed }) => {
  const words = pick(pollTexts, page.language)
  return (
    <fieldset class="field dates">
      <legend>{words.times}</legend>
      {dates.length > 0 && <p class="hint">{words.timesHint}</p>}
      {dates.map(({ day, startsMinute, lastsMinutes, ...date }) => (
        <div class="field tick">
          <input
            type="checkbox"
            id={`tid-${day}`}
            name={`tid-${day}`}
            value={`${toDay(day)} ${startsMinute} ${lastsMinutes}`}
            checked={isFresh(typed) || typed.has(`tid-${day}`)}
            aria-describedby={`tid-${day}-hint`}
          />
          <label for={`tid-${day}`}>
            {hoursOfDay(toDay(day), [startsMinute, startsMinute + lastsMinutes], page.language)}
          </label>
          <p class="hint" id={`tid-${day}-hint`}>
            {busyWords(date, loaded, { known, language: page.language }).join(' · ')}
          </p>
        </div>
      ))}
      <KnownCount page={page} known={known} members={loaded.members.length} />
      <details class="quiet-form" open={dates.length === 0 || formLine(typed, 'dag1') !== ''}>
        <summary>{words.ownTimes}</summary>
        {ownTimeRows.map((row) => (
          <fieldset class="plan-own" aria-label={`${words.ownTimes} ${row}`}>
            <TextField name={`dag${row}`} label={words.day} type="date" value={formLine(typed, `dag${row}`)} />
            <TextField name={`fra${row}`} label={words.from} value={formLine(typed, `fra${row}`)} maxlength={8} />
            <TextField name={`til${row}`} label={words.to} value={formLine(typed, `til${row}`)} maxlength={8} />
          </fieldset>
        ))}
      </details>
    </fieldset>
  )
}

const Who: FC<AskProps> = ({ page, askables, unreachable, typed }) => {
  const words = pick(pollTexts, page.language)
  return (
    <fieldset class="field poll-who">
      <legend>{words.who}</legend>
      {askables.map(({ memberId, name, mail, language }) => (
        <div class="poll-askable">
          <div class="field tick">
            <input
              type="checkbox"
              id={`med-${memberId}`}
              name={`med-${memberId}`}
              value="ja"
              checked={isFresh(typed) || typed.has(`med-${memberId}`)}
            />
            <label for={`med-${memberId}`}>
              {name} <span class="meeting-facts">{mail}</span>
            </label>
          </div>
          <select class="ds-input" name={`sprog-${memberId}`} aria-label={words.languageOf(name)}>
            {languages.map(([value, text]) => (
              <option value={value} selected={value === (formLine(typed, `sprog-${memberId}`) || language)}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
      {unreachable.length > 0 && <p class="hint">{words.noMail(unreachable.join(', '))}</p>}
    </fieldset>
  )
}

const Outside: FC<AskProps> = ({ page, typed }) => {
  const words = pick(pollTexts, page.language)
  return (
    <details class="quiet-form" open={outsideRows.some((row) => formLine(typed, `navn${row}`) !== '')}>
      <summary>{words.others}</summary>
      <p class="hint">{words.othersHint}</p>
      {outsideRows.map((row) => (
        <fieldset class="plan-own" aria-label={`${words.others} ${row}`}>
          <TextField
            name={`navn${row}`}
            label={words.personName}
            value={formLine(typed, `navn${row}`)}
            maxlength={100}
          />
          <TextField
            name={`mail${row}`}
            label={words.personMail}
            value={formLine(typed, `mail${row}`)}
            maxlength={254}
          />
          <ChoiceField
            name={`sprog${row}`}
            label={words.language}
            value={formLine(typed, `sprog${row}`) || 'da'}
            choices={languages}
          />
        </fieldset>
      ))}
    </details>
  )
}
