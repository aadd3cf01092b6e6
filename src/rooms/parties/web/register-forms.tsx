import type { Child, FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { MergeKind } from '../merge.ts'
import type { PlacedPost } from '../register.ts'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

/** Something to choose: its id and its name. */
export interface Choice {
  readonly id: string
  readonly name: string
}

/** A part of the page with one form in it, closed until it is needed. */
export const FormPart: FC<{ title: string; hint?: string; children?: Child }> = ({ title, hint, children }) => (
  <details class="register-form">
    <summary>{title}</summary>
    {hint !== undefined && <p class="hint">{hint}</p>}
    {children}
  </details>
)

interface RenameProps {
  page: PageContext
  action: string
  name: string
  /** What it was called before a name that was given today; null where none was. */
  was: string | null
}

export const RenameForm: FC<RenameProps> = ({ page, action, name, was }) => {
  const words = pick(registerTexts, page.language)
  return (
    <FormPart title={words.renameTitle} hint={words.renameHint}>
      <form class="form" method="post" action={action}>
        <TextField name="navn" label={words.newName} value={name} maxlength={200} required />
        <TextField name="dag" type="date" label={words.fromDay} value={page.today.toString()} required />
        <p class="actions">
          <SecondaryButton>{words.rename}</SecondaryButton>
        </p>
      </form>
      {was !== null && (
        <form class="form" method="post" action={`${action}/tilbage`}>
          <p class="hint">{words.takeBackHint(was)}</p>
          <p class="actions">
            <button class="quiet" type="submit">
              {words.takeBack}
            </button>
          </p>
        </form>
      )}
    </FormPart>
  )
}

interface MergeProps {
  page: PageContext
  kind: MergeKind
  kept: string
  others: readonly Choice[]
}

export const MergeForm: FC<MergeProps> = ({ page, kind, kept, others }) => {
  const words = pick(registerTexts, page.language)
  if (others.length === 0) return null
  return (
    <FormPart title={words.mergeTitle} hint={words.mergeHint}>
      <form class="form" method="get" action={registerPaths.merge}>
        <input type="hidden" name="slags" value={kind} />
        <input type="hidden" name="behold" value={kept} />
        <ChoiceField
          name="opgiv"
          id={`opgiv-${kept}`}
          label={words.other}
          value=""
          choices={others.map(({ id, name }) => [id, name])}
        />
        <p class="actions">
          <SecondaryButton>{words.seeMerge}</SecondaryButton>
        </p>
      </form>
    </FormPart>
  )
}

interface MoveProps {
  page: PageContext
  action: string
  posts: readonly PlacedPost[]
  units: readonly Choice[]
}

/** Moves posts to another unit, or splits them off into a new one. */
export const MovePostsForm: FC<MoveProps> = ({ page, action, posts, units }) => {
  const words = pick(registerTexts, page.language)
  if (posts.length === 0) return null
  return (
    <FormPart title={words.movePostsTitle} hint={words.movePostsHint}>
      <form class="form" method="post" action={action}>
        <fieldset class="register-choose">
          <legend class="ds-label">{words.posts(posts.length)}</legend>
          {posts.map(({ postId, title, plan, holder }) => (
            <label class="choice">
              <input type="checkbox" name="funktion" value={postId} />{' '}
              <span>
                {[title, plan].filter((part) => part !== null).join(', ')}{' '}
                <span class="person-facts">{holder ?? words.vacant}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <ChoiceField
          name="enhed"
          label={words.toUnit}
          value=""
          choices={[['', words.aNewUnit], ...units.map(({ id, name }) => [id, name] as const)]}
        />
        <TextField name="navn" label={words.newUnitName} maxlength={200} />
        <TextField name="dag" type="date" label={words.fromDay} value={page.today.toString()} required />
        <p class="actions">
          <SecondaryButton>{words.movePosts}</SecondaryButton>
        </p>
      </form>
    </FormPart>
  )
}
