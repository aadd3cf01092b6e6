import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayHere } from '../../../web/page-context.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import type { EditGroupProps } from './edit-group-props.ts'
import { titleOf } from './list.page.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { SeatsPart } from './seats-part.tsx'
import { StandingPart } from './standing-part.tsx'

/** `/moeder/gruppe/:id/ret`: what the group has agreed for itself, its seats, and what stands on every agenda. */
export const EditGroupPage: FC<EditGroupProps> = (props) => {
  const { page, loaded, told, refusal } = props
  const { group } = loaded
  const words = pick(editGroupTexts, page.language)
  const trail = [
    { href: meetingPaths.list, text: pick(groupTexts, page.language).title },
    { href: meetingPaths.group(group.groupId), text: group.name },
  ]
  return (
    <Frame page={page} title={`${words.edit}: ${titleOf(group)}`} under="meetings">
      <Crumbs page={page} trail={trail} here={words.edit} />
      <h1>
        {words.edit}
        <span class="season-of"> {titleOf(group)}</span>
      </h1>
      <p class="lead">{words.editLead}</p>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <SeatsPart {...props} />
      <StandingPart {...props} />
      <Terms {...props} />
    </Frame>
  )
}

const Terms: FC<EditGroupProps> = (props) => {
  const { page, loaded } = props
  const words = pick(editGroupTexts, page.language)
  const { group } = loaded
  return (
    <section class="meetings-part" aria-labelledby="aftalt">
      <h2 id="aftalt">{words.terms}</h2>
      <form class="form" method="post" action={meetingPaths.edit(group.groupId)}>
        <input type="hidden" name="udgave" value={group.version} />
        <TextField name="navn" label={words.name} value={group.name} maxlength={200} />
        <ChoiceField
          name="indkalder"
          label={words.convening}
          value={group.convening}
          choices={[
            ['rotation', words.rotation],
            ['fixed', words.fixed],
            ['unsaid', words.unsaid],
          ]}
        />
        <TextField name="givesvidere" label={words.handoverOn} type="date" value={group.handoverOn?.toString() ?? ''} />
        <Numbers {...props} />
        <PersonFree {...props} />
        <p class="actions">
          <PrimaryButton>{words.save}</PrimaryButton>
        </p>
      </form>
    </section>
  )
}

const number = (value: number | null): string => value?.toString() ?? ''

const Numbers: FC<EditGroupProps> = ({ page, loaded }) => {
  const words = pick(editGroupTexts, page.language)
  const { group } = loaded
  return (
    <>
      <div class="plan-own">
        <TextField name="varsel" label={words.noticeDays} type="number" value={number(group.noticeDays)} />
        <TextField name="dagsorden" label={words.agendaDays} type="number" value={number(group.agendaDays)} />
        <TextField name="mindst" label={words.quorum} type="number" value={number(group.quorum)} />
      </div>
      <p class="hint">{words.emptyIsNone}</p>
      <div class="plan-own">
        <TextField name="varer" label={words.usualMinutes} type="number" value={number(group.usualMinutes)} />
        <TextField name="indsigelse" label={words.objectionDays} type="number" value={number(group.objectionDays)} />
      </div>
      <p class="hint">{words.objectionHint}</p>
    </>
  )
}

const PersonFree: FC<EditGroupProps> = ({ page, loaded }) => {
  const words = pick(editGroupTexts, page.language)
  const { group } = loaded
  if (group.isPersonFree && !mayHere(page, meetingsPolicy.liftPersonFree))
    return (
      <>
        <input type="hidden" name="personfri" value="ja" />
        <p class="hint">{words.person_free_stays}</p>
      </>
    )
  return (
    <div class="tick">
      <input
        type="checkbox"
        id="personfri"
        name="personfri"
        value="ja"
        checked={group.isPersonFree}
        aria-describedby="personfri-hint"
      />
      <label for="personfri">{words.personFree}</label>
      <p class="hint" id="personfri-hint">
        {words.personFreeHint}
      </p>
    </div>
  )
}
