import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { GroupToMake } from '../group/change-group.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { groupTexts } from '../group/group.texts.ts'
import { groupKinds } from '../group/group.ts'
import { meetingPaths } from './meetings.paths.ts'

/** `/moeder/ny`: a group no agreement names. */
export const MakeGroupPage: FC<{ page: PageContext; typed: GroupToMake | null; refusal: string | null }> = (props) => {
  const { page, typed, refusal } = props
  const words = pick(editGroupTexts, page.language)
  const { kinds, title } = pick(groupTexts, page.language)
  return (
    <Frame page={page} title={words.make} under="meetings">
      <Crumbs page={page} trail={[{ href: meetingPaths.list, text: title }]} here={words.make} />
      <h1>{words.make}</h1>
      <p class="lead">{words.makeLead}</p>
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <form class="form" method="post" action={meetingPaths.make}>
        <TextField name="navn" label={words.name} value={typed?.name ?? ''} maxlength={200} />
        <ChoiceField
          name="slags"
          label={words.kind}
          value={typed?.kind ?? 'other'}
          choices={groupKinds.map((kind) => [kind, kinds[kind]] as const)}
        />
        <div class="tick">
          <input type="checkbox" id="personfri" name="personfri" value="ja" checked={typed?.isPersonFree ?? false} />
          <label for="personfri">{words.personFree}</label>
        </div>
        <p class="actions">
          <PrimaryButton>{words.makeSave}</PrimaryButton>
        </p>
      </form>
    </Frame>
  )
}
