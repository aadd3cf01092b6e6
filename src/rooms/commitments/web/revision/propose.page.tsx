import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import {
  type AgreementDocument,
  findPlace,
  type Place,
  type ProposalWords,
  splitClauses,
  wordsAt,
  writePlace,
} from '../../../agreements/index.ts'
import type { Changing } from './load-changing.ts'
import type { TypedForm } from './proposal.forms.ts'
import { proposalTexts } from './proposal.texts.ts'

interface ChooseProps {
  page: PageContext
  changing: Changing
}

/** What was typed and could not be taken. */
export interface ProposeTyped {
  readonly text?: (name: string) => string
  readonly errors?: TypedForm<unknown>['errors']
  readonly refusal?: string
}

/** Which place to change: the agreement's activities with their sections. */
export const ChoosePlacePage: FC<ChooseProps & { typed: ProposeTyped }> = ({ page, changing, typed }) => {
  const words = pick(proposalTexts, page.language)
  const { document, pathTo } = changing
  return (
    <Frame page={page} title={words.propose} under="agreements">
      <Crumbs page={page} trail={changing.trail} here={words.propose} />
      {typed.refusal !== undefined && <Message tone="refused">{typed.refusal}</Message>}
      <h1>{changing.stands === null ? words.propose : words.changeMore}</h1>
      <p class="lead">{words.chooseIntro}</p>
      <ul class="places">
        {document.activities.map((activity) => (
          <li>
            <h2>{activity.title}</h2>
            <ul>
              {activity.sections.map(({ heading }, section) => (
                <li>
                  <a href={pathTo(writePlace({ kind: 'section', activityId: activity.id, section }))}>{heading}</a>
                </li>
              ))}
              <li>
                <a href={pathTo(writePlace({ kind: 'new_section', activityId: activity.id }))}>
                  <span aria-hidden="true">+ </span>
                  {words.newSection}
                  <span class="visually-hidden">: {activity.title}</span>
                </a>
              </li>
            </ul>
          </li>
        ))}
        {document.otherActivities.map(({ id, title }) => (
          <li>
            <h2>
              <a href={pathTo(writePlace({ kind: 'section', activityId: id, section: 0 }))}>{title}</a>
            </h2>
          </li>
        ))}
      </ul>
      <ul class="places places-whole">
        <li>
          <a href={pathTo('ny')}>{words.newActivity}</a>
        </li>
        <li>
          <a href={pathTo('periode')}>{words.period}</a>
        </li>
      </ul>
      {changing.stands !== null && <Rename page={page} changing={changing} typed={typed} />}
    </Frame>
  )
}

/** What the proposal is about, to be said otherwise. */
const Rename: FC<ChooseProps & { typed: ProposeTyped }> = ({ page, changing, typed }) => {
  const words = pick(proposalTexts, page.language)
  return (
    <details class="opens" open={typed.text !== undefined}>
      <summary>{words.rename}</summary>
      <form method="post" class="form" action={`${changing.back}/ret`}>
        <Seen changing={changing} />
        <About page={page} typed={typed} stands={changing.stands} />
        <PrimaryButton>{words.saveChange}</PrimaryButton>
      </form>
    </details>
  )
}

const Seen: FC<{ changing: Changing }> = ({ changing }) => (
  <>
    {Object.entries(changing.seen).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

interface ProposeProps extends ChooseProps {
  place: Place
  typed: ProposeTyped
}

/** New words for one place. */
export const ProposePage: FC<ProposeProps> = ({ page, changing, place, typed }) => {
  const words = pick(proposalTexts, page.language)
  const title = titleOf(page, changing.document, place)
  return (
    <Frame page={page} title={title} under="agreements">
      <Crumbs page={page} trail={changing.trail} here={words.propose} />
      {typed.refusal !== undefined && <Message tone="refused">{typed.refusal}</Message>}
      <h1>{title}</h1>
      <OtherPlaces page={page} changing={changing} place={place} />
      <form method="post" class="form propose" action={changing.pathTo(writePlace(place))}>
        <Seen changing={changing} />
        <WordsField page={page} changing={changing} place={place} typed={typed} />
        {changing.stands === null && <About page={page} typed={typed} stands={null} />}
        <div class="actions">
          <PrimaryButton>{changing.stands === null ? words.save : words.saveChange}</PrimaryButton>
          <a href={changing.back}>{words.cancel}</a>
        </div>
      </form>
    </Frame>
  )
}

const titleOf = (page: PageContext, document: AgreementDocument, place: Place): string => {
  const words = pick(proposalTexts, page.language)
  if (place.kind === 'period') return words.period
  if (place.kind === 'new_activity') return words.newActivity
  const activity = [...document.activities, ...document.otherActivities].find(({ id }) => id === place.activityId)
  if (place.kind === 'new_section') return `${words.newSection}: ${activity?.title ?? ''}`
  return words.changeSection(activity?.title ?? '')
}

const WordsField: FC<ProposeProps> = ({ page, changing, place, typed }) => {
  const words = pick(proposalTexts, page.language)
  const stands = typed.text?.('ord') ?? wordsAt(changing.document, place)
  if (place.kind === 'period') return <TextField name="ord" label={words.lastDay} type="date" value={stands} />
  const asksHeading = place.kind === 'new_section' || place.kind === 'new_activity'
  const heading = place.kind === 'new_activity' ? words.activityTitle : words.heading
  const label = sectionHeading(changing.document, place) ?? words.words
  return (
    <>
      {asksHeading && <TextField name="overskrift" label={heading} value={typed.text?.('overskrift') ?? ''} required />}
      <TextField
        name="ord"
        label={label}
        hint={place.kind === 'clause' ? words.clauseHint : words.wordsHint}
        rows={Math.min(24, Math.max(4, Math.ceil(stands.length / 70)))}
        value={stands}
      />
    </>
  )
}

const sectionHeading = (document: AgreementDocument, place: Place): string | null =>
  place.kind === 'section' || place.kind === 'clause' || place.kind === 'new_clause'
    ? (document.activities.find(({ id }) => id === place.activityId)?.sections[place.section]?.heading ?? null)
    : null

interface AboutProps {
  page: PageContext
  typed: ProposeTyped
  stands: ProposalWords | null
}

const About: FC<AboutProps> = ({ page, typed, stands }) => {
  const words = pick(proposalTexts, page.language)
  const field = (name: string, said: string | null | undefined) => {
    const error = typed.errors?.get(name)
    return { name, value: typed.text?.(name) ?? said ?? '', ...(error === undefined ? {} : { error: words[error] }) }
  }
  return (
    <>
      <TextField label={words.title} {...field('titel', stands?.title)} required maxlength={200} />
      <TextField label={words.reason} {...field('hvorfor', stands?.reason)} rows={3} />
      <TextField label={words.wantedFrom} {...field('fra', stands?.wantedFromOn)} type="date" />
    </>
  )
}

/** From a whole section to one clause of it, and back. */
const OtherPlaces: FC<ChooseProps & { place: Place }> = ({ page, changing, place }) => {
  const words = pick(proposalTexts, page.language)
  if (place.kind !== 'section' && place.kind !== 'clause' && place.kind !== 'new_clause') return <></>
  const { activityId, section } = place
  if (place.kind !== 'section')
    return (
      <p>
        <a href={changing.pathTo(writePlace({ kind: 'section', activityId, section }))}>{words.wholeSection}</a>
      </p>
    )
  if (findPlace(changing.document, `${writePlace(place)}/ny`) === undefined) return <></>
  const clauses = splitClauses(wordsAt(changing.document, place))
  return (
    <details class="opens">
      <summary>{words.onlyOne}</summary>
      <ol class="clause-choices">
        {clauses.map(({ text }, position) => (
          <li>
            <a href={changing.pathTo(writePlace({ kind: 'clause', activityId, section, position }))}>{text}</a>
          </li>
        ))}
      </ol>
      <p>
        <a href={changing.pathTo(writePlace({ kind: 'new_clause', activityId, section }))}>{words.newClause}</a>
      </p>
    </details>
  )
}
