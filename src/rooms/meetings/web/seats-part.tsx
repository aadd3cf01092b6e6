import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, SecondaryButton, TextField } from '../../../web/components.tsx'
import { wholePostWords } from '../../parties/index.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import type { Member } from '../group/group.ts'
import type { EditGroupProps } from './edit-group-props.ts'
import { meetingPaths } from './meetings.paths.ts'
import { seatWords, sitterWords } from './seat-words.ts'

type SeatsProps = Pick<EditGroupProps, 'page' | 'loaded' | 'posts'>

/** The seats of a group, each with what can be done to it, and new ones. */
export const SeatsPart: FC<SeatsProps> = (props) => {
  const { page, loaded } = props
  const words = pick(editGroupTexts, page.language)
  return (
    <section class="meetings-part" aria-labelledby="pladser">
      <h2 id="pladser">{words.seats}</h2>
      <p class="hint">{words.seatsLead}</p>
      <ul class="seats seats-edit">
        {loaded.members.map((member) => (
          <li>
            <Seat {...props} member={member} />
          </li>
        ))}
      </ul>
      <NewPost {...props} />
      <NewGuest {...props} />
    </section>
  )
}

const factsOf = (member: Member, page: SeatsProps['page']): string => {
  const words = pick(editGroupTexts, page.language)
  const seat = seatWords(member)
  return [
    ...(sitterWords(member) === seat ? [] : [seat]),
    ...(member.isGuest ? [words.guest] : []),
    ...(member.takesTurns ? [words.takesTurns] : []),
    ...(member.sits.to === null ? [] : [words.until(formatDay(member.sits.to, page.language))]),
  ].join(' · ')
}

const Seat: FC<SeatsProps & { member: Member }> = (props) => {
  const { page, loaded, posts, member } = props
  const words = pick(editGroupTexts, page.language)
  const { memberId, postId } = member
  const isInTurn = loaded.group.convening === 'rotation' && !member.isGuest
  return (
    <details class="quiet-form">
      <summary>
        {sitterWords(member)} <span class="meeting-facts">{factsOf(member, page)}</span>
      </summary>
      {(postId === null || isInTurn) && (
        <form class="form" method="post" action={meetingPaths.seat(loaded.group.groupId)}>
          <Hidden {...props} />
          {postId === null && (
            <>
              <ChoiceField
                name="post"
                id={`post-${memberId}`}
                label={words.seatPost}
                value=""
                choices={[['', words.noPost], ...choicesOf(posts)]}
              />
              <TextField
                name="plads"
                id={`plads-${memberId}`}
                label={words.seatName}
                value={member.name}
                maxlength={200}
              />
              <Contact page={page} id={memberId} member={member} />
            </>
          )}
          {isInTurn && <InTurn page={page} id={memberId} isChecked={member.takesTurns} />}
          <p class="actions">
            <SecondaryButton name="goer" value="gem">
              {words.save}
            </SecondaryButton>
          </p>
        </form>
      )}
      <form class="form" method="post" action={meetingPaths.seat(loaded.group.groupId)}>
        <Hidden {...props} />
        <TextField
          name="sidste"
          id={`sidste-${memberId}`}
          label={words.endsOn}
          type="date"
          hint={words.endHint}
          value={member.sits.to?.toString() ?? page.today.toString()}
        />
        <p class="actions">
          <SecondaryButton name="goer" value="slut">
            {words.endSave}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}

const Hidden: FC<SeatsProps & { member?: Member }> = ({ loaded, member }) => (
  <>
    <input type="hidden" name="udgave" value={loaded.group.version} />
    {member !== undefined && <input type="hidden" name="hvem" value={member.memberId} />}
  </>
)

const Contact: FC<{ page: SeatsProps['page']; id: string; member: Member | null }> = ({ page, id, member }) => {
  const words = pick(editGroupTexts, page.language)
  return (
    <div class="plan-own">
      <TextField
        name="kontakt"
        id={`kontakt-${id}`}
        label={words.contactName}
        value={member?.contactName ?? ''}
        maxlength={120}
      />
      <TextField
        name="mail"
        id={`mail-${id}`}
        label={words.contactMail}
        type="email"
        value={member?.contactMail ?? ''}
        maxlength={200}
      />
    </div>
  )
}

const InTurn: FC<{ page: SeatsProps['page']; id: string; isChecked: boolean }> = ({ page, id, isChecked }) => {
  const words = pick(editGroupTexts, page.language)
  return (
    <div class="tick">
      <input
        type="checkbox"
        id={`tur-${id}`}
        name="tur"
        value="ja"
        checked={isChecked}
        aria-describedby={`tur-${id}-hint`}
      />
      <label for={`tur-${id}`}>{words.takesTurns}</label>
      <p class="hint" id={`tur-${id}-hint`}>
        {words.takesTurnsHint}
      </p>
    </div>
  )
}

const choicesOf = (posts: SeatsProps['posts']) => posts.map((post) => [post.postId, wholePostWords(post)] as const)

const NewPost: FC<SeatsProps> = (props) => {
  const { page, loaded, posts } = props
  const words = pick(editGroupTexts, page.language)
  return (
    <details class="quiet-form">
      <summary>{words.addPost}</summary>
      <form class="form" method="post" action={meetingPaths.seat(loaded.group.groupId)}>
        <Hidden {...props} />
        <ChoiceField name="post" id="post-ny" label={words.choosePost} value="" choices={choicesOf(posts)} />
        <TextField name="fra" id="fra-ny" label={words.from} type="date" value={page.today.toString()} />
        {loaded.group.convening === 'rotation' && <InTurn page={page} id="ny" isChecked={false} />}
        <p class="actions">
          <SecondaryButton name="goer" value="post">
            {words.addSave}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}

const NewGuest: FC<SeatsProps> = (props) => {
  const { page, loaded } = props
  const words = pick(editGroupTexts, page.language)
  return (
    <details class="quiet-form">
      <summary>{words.addGuest}</summary>
      <form class="form" method="post" action={meetingPaths.seat(loaded.group.groupId)}>
        <Hidden {...props} />
        <TextField
          name="plads"
          id="plads-gaest"
          label={words.seatName}
          hint={words.guestHint}
          required
          maxlength={200}
        />
        <Contact page={page} id="gaest" member={null} />
        <TextField name="fra" id="fra-gaest" label={words.from} type="date" value={page.today.toString()} />
        <p class="actions">
          <SecondaryButton name="goer" value="gaest">
            {words.addSave}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}
