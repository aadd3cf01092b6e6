import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { PersonFreeFindings } from '../../../web/person-free.tsx'
import { findPersons } from '../../access/index.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { inLanguage } from '../agenda/item-words.ts'
import type { LoadedMinutes } from '../minutes/load-minutes.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { writtenMeanwhile } from '../minutes/merge-said.rules.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { FollowUpLine } from './follow-ups-part.tsx'
import { minutesPaths } from './minutes.paths.ts'
import { seatWords, sitterWords } from './seat-words.ts'

/** What was typed under a point and could not be kept. */
export interface TypedMinutes {
  readonly itemId: string
  readonly what: 'sagt' | 'besluttet' | 'opgave'
  readonly text: string
  readonly before: string
  readonly version: number
  readonly isCarried: boolean
  readonly mayVouch: boolean
  readonly refusal: string
}

export interface WriteProps {
  page: PageContext
  minutes: LoadedMinutes
  typed: TypedMinutes | null
  /** What was done to which point. */
  told: { readonly number: string; readonly words: string } | null
}

const itemsOf = ({ page, minutes }: WriteProps): readonly AgendaItem[] =>
  (minutes.shown.papers?.items ?? []).map((item) => inLanguage(item, page.language))

/** Every point with a box for what was said; each is saved by itself. */
export const WriteItems: FC<WriteProps> = (props) => (
  <ol class="agenda minutes-items">
    {itemsOf(props).map((item, at) => (
      <li id={`punkt-${item.number}`}>
        <h3 class="agenda-title">{item.title}</h3>
        {item.body !== '' && <p class="agenda-body hint">{item.body}</p>}
        {props.told?.number === String(item.number) && <Message tone="done">{props.told.words}</Message>}
        <Said {...props} item={item} place={at + 1} />
        <Outcome {...props} item={item} />
      </li>
    ))}
  </ol>
)

type ItemProps = WriteProps & { item: AgendaItem }

const typedIn = ({ typed, item }: ItemProps, what: TypedMinutes['what']): TypedMinutes | null =>
  typed?.itemId === item.itemId && typed.what === what ? typed : null

const Refusal: FC<{ page: PageContext; typed: TypedMinutes | null; isPersonFree: boolean }> = (props) => {
  const { page, typed, isPersonFree } = props
  if (typed === null) return null
  const findings = isPersonFree ? findPersons(typed.text, { knownNames: [] }) : []
  return (
    <>
      <Message tone="refused">{typed.refusal}</Message>
      <PersonFreeFindings page={page} text={typed.text} findings={findings} />
    </>
  )
}

const Vouch: FC<{ page: PageContext; typed: TypedMinutes | null; id: string }> = ({ page, typed, id }) =>
  typed?.mayVouch === true ? (
    <div class="tick">
      <input type="checkbox" id={`ingen-${id}`} name="ingen" value="ja" />
      <label for={`ingen-${id}`}>{pick(meetingTexts, page.language).vouch}</label>
    </div>
  ) : null

const Said: FC<ItemProps & { place: number }> = (props) => {
  const { page, minutes, item, place } = props
  const words = pick(minutesTexts, page.language)
  const { meeting, loaded } = minutes.shown
  const typed = typedIn(props, 'sagt')
  return (
    <form class="form" method="post" action={minutesPaths.item(meeting.meetingId, item.itemId)}>
      <input type="hidden" name="udgave" value={typed?.version ?? item.saidVersion} />
      <input type="hidden" name="foer" value={typed?.before ?? item.said} />
      <Refusal page={page} typed={typed} isPersonFree={loaded.group.isPersonFree} />
      {typed === null && item.said.includes(writtenMeanwhile) && <p class="minutes-warn">{words.hasBoth}</p>}
      <TextField
        name="sagt"
        id={`sagt-${item.number}`}
        label={words.saidUnder(place)}
        value={typed?.text ?? item.said}
        rows={Math.min(16, 4 + (typed?.text ?? item.said).split('\n').length)}
      />
      <div class="tick">
        <input
          type="checkbox"
          id={`naeste-${item.number}`}
          name="naeste"
          value="ja"
          checked={typed?.isCarried ?? item.isCarried}
        />
        <label for={`naeste-${item.number}`}>{words.carried}</label>
      </div>
      <Vouch page={page} typed={typed} id={`sagt-${item.number}`} />
      <p class="actions">
        <SecondaryButton>{words.save}</SecondaryButton>
      </p>
    </form>
  )
}

const Outcome: FC<ItemProps> = (props) => {
  const { page, minutes, item } = props
  const words = pick(minutesTexts, page.language)
  const decisions = minutes.decisions.filter(({ itemId }) => itemId === item.itemId)
  const followUps = minutes.followUps.filter(({ itemId }) => itemId === item.itemId)
  return (
    <div class="outcome-edit">
      {decisions.length + followUps.length > 0 && (
        <ul class="outcome">
          {decisions.map((decision) => (
            <li>
              <strong>B{decision.number}</strong> {decision.decided}
              <details class="quiet-form">
                <summary>{words.changeDecision(decision.number)}</summary>
                <form
                  class="form"
                  method="post"
                  action={minutesPaths.decision(minutes.shown.meeting.meetingId, decision.decisionId)}
                >
                  <DecisionFields {...props} id={`b${decision.number}`} value={decision.decided} path={decision.path} />
                </form>
              </details>
            </li>
          ))}
          {followUps.map((followUp) => (
            <li>
              <FollowUpLine page={page} followUp={followUp} />
            </li>
          ))}
        </ul>
      )}
      <NewDecision {...props} />
      <NewFollowUp {...props} />
    </div>
  )
}

const NewDecision: FC<ItemProps> = (props) => {
  const { page, minutes, item } = props
  const typed = typedIn(props, 'besluttet')
  return (
    <details class="quiet-form" open={typed !== null}>
      <summary>{pick(minutesTexts, page.language).addDecision}</summary>
      <form class="form" method="post" action={minutesPaths.decide(minutes.shown.meeting.meetingId, item.itemId)}>
        <Refusal page={page} typed={typed} isPersonFree={minutes.shown.loaded.group.isPersonFree} />
        <DecisionFields {...props} id={`ny-${item.number}`} value={typed?.text ?? ''} path="" />
      </form>
    </details>
  )
}

const DecisionFields: FC<ItemProps & { id: string; value: string; path: string }> = (props) => {
  const { page, minutes, id, value, path } = props
  const words = pick(minutesTexts, page.language)
  return (
    <>
      <TextField name="besluttet" id={`besluttet-${id}`} label={words.decision} value={value} rows={3} />
      {minutes.proposals.length > 0 && (
        <ChoiceField
          name="forslag"
          id={`forslag-${id}`}
          label={words.touchesPromise}
          value={path}
          choices={[['', words.noProposal], ...minutes.proposals]}
        />
      )}
      <p class="hint">{words.promiseHint}</p>
      <Vouch page={page} typed={typedIn(props, 'besluttet')} id={`b-${id}`} />
      <p class="actions">
        <SecondaryButton>{words.saveDecision}</SecondaryButton>
      </p>
    </>
  )
}

const NewFollowUp: FC<ItemProps> = (props) => {
  const { page, minutes, item } = props
  const words = pick(minutesTexts, page.language)
  const typed = typedIn(props, 'opgave')
  const { loaded, meeting } = minutes.shown
  return (
    <details class="quiet-form" open={typed !== null}>
      <summary>{words.addFollowUp}</summary>
      <form class="form" method="post" action={minutesPaths.agree(meeting.meetingId, item.itemId)}>
        <Refusal page={page} typed={typed} isPersonFree={loaded.group.isPersonFree} />
        <TextField
          name="opgave"
          id={`opgave-${item.number}`}
          label={words.task}
          value={typed?.text ?? ''}
          maxlength={500}
        />
        <ChoiceField
          name="hvem"
          id={`hvem-${item.number}`}
          label={words.owner}
          value=""
          choices={loaded.members.map(
            (member) => [member.memberId, `${sitterWords(member)}, ${seatWords(member)}`] as const,
          )}
        />
        <TextField name="senest" id={`senest-${item.number}`} label={words.dueOn} type="date" />
        <Vouch page={page} typed={typed} id={`o-${item.number}`} />
        <p class="actions">
          <SecondaryButton>{words.saveFollowUp}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}
