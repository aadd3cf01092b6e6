import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, SecondaryButton, TextField } from '../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { candidatesFirst, isCandidate } from '../turns/candidates.rules.ts'
import { handoverDueOf, handoverWords } from '../turns/handover-due.ts'
import { handoverTexts } from '../turns/handover.texts.ts'
import { meetingPaths } from './meetings.paths.ts'
import { seatWords, sitterWords } from './seat-words.ts'

interface TurnProps {
  page: PageContext
  loaded: LoadedGroup
}

/** Who calls the meetings, and how that changes. */
export const TurnPart: FC<TurnProps> = ({ page, loaded }) => {
  const words = pick(groupTexts, page.language)
  return (
    <section class="meetings-part" aria-labelledby="indkalder">
      <h2 id="indkalder">{words.turnTitle}</h2>
      <HandoverDue page={page} loaded={loaded} />
      {loaded.group.convening === 'rotation' ? (
        <Rotation page={page} loaded={loaded} />
      ) : (
        <Fixed page={page} loaded={loaded} />
      )}
    </section>
  )
}

/** Says when somebody else is to call, or nobody does any more. */
const HandoverDue: FC<TurnProps> = ({ page, loaded }) => {
  const due = handoverDueOf(loaded, page.today)
  // That nobody was ever told to is for those to know who may choose.
  if (due === null || (due.why === 'unsaid' && !mayHere(page, meetingsPolicy.changeGroup))) return null
  return <p class="handover-due">{handoverWords(due, page.language)}</p>
}

const Rotation: FC<TurnProps> = ({ page, loaded }) => {
  const words = pick(groupTexts, page.language)
  const { turn, members } = loaded
  const { queue = [], turns = new Map<string, number>() } = turn.rotation ?? {}
  const waiting = queue.flatMap((memberId) => members.filter((member) => member.memberId === memberId))
  const had = members.filter(({ takesTurns, memberId }) => takesTurns && !queue.includes(memberId))
  return (
    <>
      <p class="hint">{words.rotation}</p>
      <ol class="turns">
        {[...waiting, ...had].map((member, at) => (
          <li class={at === 0 ? 'turn-now' : at >= waiting.length ? 'turn-had' : undefined}>
            <span class="seat-who">{sitterWords(member)}</span>
            <span class="meeting-facts">
              {seatWords(member)} · {words.turnsCount(turns.get(member.memberId) ?? 0)} ·{' '}
              {at === 0 ? words.turnNow : at < waiting.length ? words.turnNext : words.hadTurn}
            </span>
          </li>
        ))}
      </ol>
      {mayHere(page, meetingsPolicy.takeTurn) && turn.memberId !== null && waiting.length > 1 && (
        <details class="quiet-form">
          <summary>{words.swap}</summary>
          <form class="form" method="post" action={meetingPaths.turn(loaded.group.groupId)}>
            <input type="hidden" name="hvem" value={turn.memberId} />
            <ChoiceField
              name="med"
              label={words.swapWith}
              value=""
              choices={waiting
                .slice(1)
                .map((member) => [member.memberId, `${sitterWords(member)}, ${seatWords(member)}`] as const)}
            />
            <TextField name="hvorfor" label={words.skipWhy} maxlength={200} />
            <p class="hint">{words.swapHint}</p>
            <p class="actions">
              <SecondaryButton name="goer" value="byt">
                {words.swap}
              </SecondaryButton>
              <SecondaryButton name="goer" value="spring">
                {words.skip}
              </SecondaryButton>
            </p>
            <p class="hint">{words.skipHint}</p>
          </form>
        </details>
      )}
    </>
  )
}

/** Those whom the agreement names come first. */
const handoverChoices = ({ group, members, turn }: LoadedGroup, page: PageContext) =>
  candidatesFirst(
    // Whoever can sign in and call comes before a seat nobody holds.
    members
      .filter(({ memberId }) => memberId !== turn.memberId)
      .toSorted((a, b) => Number(a.holder === null) - Number(b.holder === null)),
    group.handoverCandidates,
  ).map((member) => {
    const words = pick(handoverTexts, page.language)
    const named = isCandidate(member, group.handoverCandidates) ? ` (${words.named})` : ''
    const who = [member.holder ?? member.contactName, seatWords(member)].filter((part) => part !== '').join(', ')
    return [member.memberId, `${who}${named}${member.holder === null ? ` (${words.nobody})` : ''}`] as const
  })

/** The day by which somebody else is to call. */
const WantHandover: FC<TurnProps> = ({ page, loaded }) => {
  const words = pick(handoverTexts, page.language)
  const { group } = loaded
  return (
    <details class="quiet-form">
      <summary>{words.set}</summary>
      <form class="form" method="post" action={meetingPaths.wantHandover(group.groupId)}>
        <TextField
          name="senest"
          label={words.wantedOn}
          hint={words.wantedHint}
          type="date"
          value={group.handoverOn?.toString() ?? ''}
        />
        <p class="actions">
          <SecondaryButton>{words.save}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}

const Fixed: FC<TurnProps> = ({ page, loaded }) => {
  const words = pick(groupTexts, page.language)
  const { turn, members, group } = loaded
  const convenor = members.find(({ memberId }) => memberId === turn.memberId)
  const said =
    convenor === undefined
      ? turn.isUnclaimed
        ? words.unclaimed
        : words.unsaid
      : turn.until === null
        ? words.fixed(`${sitterWords(convenor)}, ${seatWords(convenor)},`)
        : words.fixedUntil(`${sitterWords(convenor)}, ${seatWords(convenor)},`, formatDay(turn.until, page.language))
  return (
    <>
      <p>{said}</p>
      {group.handoverOn !== null && handoverDueOf(loaded, page.today)?.why !== 'wanted' && (
        <p class="hint">{pick(handoverTexts, page.language).isSet(formatDay(group.handoverOn, page.language))}</p>
      )}
      {mayHere(page, meetingsPolicy.changeGroup) && <Choose page={page} loaded={loaded} />}
      {mayHere(page, meetingsPolicy.changeGroup) && handoverDueOf(loaded, page.today)?.why !== 'unsaid' && (
        <WantHandover page={page} loaded={loaded} />
      )}
    </>
  )
}

/** Who calls the meetings from a day on: somebody else, or the first where nobody was ever told to. */
const Choose: FC<TurnProps> = ({ page, loaded }) => {
  const words = pick(groupTexts, page.language)
  const { groupId } = loaded.group
  const due = handoverDueOf(loaded, page.today)
  const choices = handoverChoices(loaded, page)
  const isFirst = due?.why === 'unsaid'
  if (choices.length === 0) return null
  return (
    <details class="quiet-form" open={due !== null}>
      <summary>{isFirst ? words.chooseConvenor : words.handOver}</summary>
      <form class="form" method="post" action={meetingPaths.handOver(groupId)}>
        <ChoiceField name="hvem" label={isFirst ? words.chooseWho : words.handOverTo} value="" choices={choices} />
        <TextField name="fra" label={words.handOverFrom} type="date" value={page.today.toString()} />
        <TextField name="hvorfor" label={words.handOverWhy} maxlength={300} />
        <p class="actions">
          <SecondaryButton>{isFirst ? words.chooseSave : words.handOverSave}</SecondaryButton>
        </p>
        {isFirst && (
          <p class="hint">
            {words.orTurns} <a href={meetingPaths.edit(groupId)}>{pick(editGroupTexts, page.language).edit}</a>.
          </p>
        )}
      </form>
    </details>
  )
}
