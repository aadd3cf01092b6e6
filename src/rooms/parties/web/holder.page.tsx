import type { Child, FC } from 'hono/jsx'
import { formatDay, formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { Holder } from '../holder.ts'
import { isNew, isOver } from '../holder.rules.ts'
import type { Invitation } from '../invitation.ts'
import { stateOf } from '../invitation.rules.ts'
import { wholePostWords } from '../party.ts'
import { partyPolicy } from '../party.policy.ts'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'
import { postPaths } from './post.paths.ts'

interface HolderProps {
  page: PageContext
  holder: Holder
  invitation: Invitation | undefined
  now: Temporal.Instant
  told?: string | undefined
  /** The link to hand on where it cannot be mailed; shown once. */
  link?: string | undefined
  refusal?: string | undefined
  typedDay?: string | undefined
}

/** One person in one post, and what those who may can do about it. */
export const HolderPage: FC<HolderProps> = (props) => {
  const { page, holder, told, link, refusal } = props
  const words = pick(personTexts, page.language)
  const message = told === undefined ? undefined : words.told[told]
  const span =
    Temporal.PlainDate.compare(holder.from, page.day) <= 0
      ? words.since(formatDay(holder.from, page.language))
      : words.from(formatDay(holder.from, page.language))
  return (
    <Frame page={page} title={holder.name} under="people">
      <Crumbs page={page} trail={[{ href: atDay(page, personPaths.people), text: words.people }]} here={holder.name} />
      <h1>{holder.name}</h1>
      <p class="lead">
        <a href={atDay(page, postPaths.post(holder.postId))}>{wholePostWords(holder)}</a>
      </p>
      {refusal && <Message tone="refused">{refusal}</Message>}
      {message && link === undefined && <Message tone="done">{message}</Message>}
      {link !== undefined && <LinkToHandOn page={page} name={holder.name} link={link} />}
      <dl class="summary">
        <dt>{words.hasPost}</dt>
        <dd>{holder.provisional ? `${span}, ${words.provisional}` : span}</dd>
        <dt>{words.mail}</dt>
        <dd>{holder.email ?? words.noMail}</dd>
      </dl>
      {!page.isOfAnotherDay && (
        <>
          <InvitationPart {...props} />
          <EndPart {...props} />
        </>
      )}
      {mayDoHere(page, partyPolicy.giveDuty) && <DutyPart page={page} holder={holder} />}
    </Frame>
  )
}

const LinkToHandOn: FC<{ page: PageContext; name: string; link: string }> = ({ page, name, link }) => {
  const words = pick(personTexts, page.language)
  return (
    <Message tone="done">
      <p>
        <b>{words.handOn(name)}</b>
      </p>
      <p class="person-link">
        <a href={link}>{link}</a>
      </p>
      <p>{words.handOnHint}</p>
    </Message>
  )
}

const Part: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <section class="people-part">
    <h2>{title}</h2>
    {children}
  </section>
)

const InvitationPart: FC<HolderProps> = ({ page, holder, invitation, now }) => {
  const words = pick(personTexts, page.language)
  const isHeld = !isOver(holder, page.today)
  if (invitation === undefined)
    return isHeld ? (
      <Part title={words.invitation}>
        <p>{words.neverInvited(holder.name)}</p>
        <p>
          <a class="ds-button" data-variant="secondary" href={personPaths.inviteHolder(holder.holderId)}>
            {words.inviteThem(holder.name)}
          </a>
        </p>
      </Part>
    ) : null
  const state = stateOf({ ...invitation, from: holder.from, until: holder.until }, now, page.today)
  const at = invitation.acceptedAt ?? invitation.withdrawnAt ?? invitation.endsAt
  const waits = invitation.acceptedAt === null && invitation.withdrawnAt === null && isHeld
  return (
    <Part title={words.invitation}>
      <p>{words.states[state](invitation.email, formatMoment(at, page.language))}</p>
      {waits && (
        <div class="actions">
          <form method="post" action={personPaths.act(holder.holderId, 'igen')}>
            <SecondaryButton>{words.sendAgain}</SecondaryButton>
          </form>
          <form method="post" action={personPaths.act(holder.holderId, 'traek-tilbage')}>
            <button class="quiet" type="submit">
              {words.withdraw}
            </button>
          </form>
        </div>
      )}
      {state === 'withdrawn' && isHeld && (
        <p>
          <a href={personPaths.inviteHolder(holder.holderId)}>{words.inviteThem(holder.name)}</a>
        </p>
      )}
    </Part>
  )
}

const EndPart: FC<HolderProps> = ({ page, holder, invitation, typedDay }) => {
  const words = pick(personTexts, page.language)
  const { holderId, until } = holder
  const soonest = isNew(holder, page.today) ? holder.from.add({ days: 1 }) : page.today
  const waits = invitation?.acceptedAt === null && invitation.withdrawnAt === null
  const last = until === null ? '' : formatDay(until.subtract({ days: 1 }), page.language)
  return (
    <Part title={words.end}>
      {until !== null && (
        <form class="form" method="post" action={personPaths.act(holderId, 'fortryd')}>
          <p>{isOver(holder, page.today) ? words.hasEnded(last) : words.ended(last)}</p>
          <p class="actions">
            <SecondaryButton>{words.undo}</SecondaryButton>
          </p>
        </form>
      )}
      {!isOver(holder, page.today) && (
        <form class="form" method="post" action={personPaths.act(holderId, 'slut')}>
          <TextField
            name="dag"
            label={words.endDay}
            hint={words.endHint}
            type="date"
            value={typedDay ?? soonest.toString()}
            required
          />
          <p class="actions">
            <SecondaryButton>{words.endNow}</SecondaryButton>
          </p>
        </form>
      )}
      {isNew(holder, page.today) && !waits && (
        <form class="form people-more" method="post" action={personPaths.act(holderId, 'tag-tilbage')}>
          <p class="hint">{words.takeBackHint}</p>
          <p class="actions">
            <button class="quiet" type="submit">
              {words.takeBack}
            </button>
          </p>
        </form>
      )}
    </Part>
  )
}

const DutyPart: FC<{ page: PageContext; holder: Holder }> = ({ page, holder }) => {
  const words = pick(personTexts, page.language)
  const duties = [
    ['administrator', words.dutyAdministrator],
    ['data_protection', words.dutyDataProtection],
  ] as const
  return (
    <Part title={words.dutiesTitle}>
      <form class="form" method="post" action={personPaths.act(holder.holderId, 'hverv')}>
        <p class="hint">{words.dutiesHint}</p>
        {duties.map(([duty, label]) => (
          <div class="field tick">
            <input type="checkbox" id={`felt-${duty}`} name={duty} value="ja" checked={holder.duties.includes(duty)} />
            <label for={`felt-${duty}`}>{label}</label>
          </div>
        ))}
        <p class="actions">
          <PrimaryButton>{words.save}</PrimaryButton>
        </p>
      </form>
    </Part>
  )
}
