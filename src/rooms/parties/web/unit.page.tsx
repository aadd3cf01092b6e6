import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, SecondaryButton, TextField } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { partyPolicy } from '../party.policy.ts'
import type { OrganisationBranch, PlacedPost, PlacedUnit, UnitBranch } from '../register.ts'
import { type Choice, FormPart, MergeForm, MovePostsForm, RenameForm } from './register-forms.tsx'
import { NamesOf, PostList, UnitTree } from './register-tree.tsx'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

interface Shown {
  page: PageContext
  told?: string | undefined
  refusal?: string | undefined
  /** What it was called before a name that was given today; null where none was. */
  was: string | null
}

interface OrganisationProps extends Shown {
  organisation: OrganisationBranch
  posts: readonly PlacedPost[]
  units: readonly Choice[]
  others: readonly Choice[]
}

const Told: FC<Omit<Shown, 'was'>> = ({ page, told, refusal }) => {
  const message = told === undefined ? undefined : pick(registerTexts, page.language).told[told]
  return (
    <>
      {refusal && <Message tone="refused">{refusal}</Message>}
      {message && <Message tone="done">{message}</Message>}
    </>
  )
}

/** One organisation with what is under it, and what those who keep the register can do about it. */
export const OrganisationPage: FC<OrganisationProps> = (props) => {
  const { page, organisation, posts, units, others } = props
  const { organisationId, name } = organisation
  const words = pick(registerTexts, page.language)
  return (
    <Frame page={page} title={name} under="people">
      <Crumbs page={page} trail={[{ href: atDay(page, registerPaths.register), text: words.title }]} here={name} />
      <h1>{name}</h1>
      <p class="lead">{words.posts(posts.length)}</p>
      <Told {...props} />
      <NamesOf page={page} of={organisation} />
      <div class="register">
        <PostList page={page} posts={organisation.posts} />
        <UnitTree page={page} units={organisation.units} />
      </div>
      {mayDoHere(page, partyPolicy.keepRegister) && (
        <div class="people-part">
          <RenameForm
            page={page}
            action={`${registerPaths.organisation(organisationId)}/navn`}
            name={name}
            was={props.was}
          />
          <MovePostsForm
            page={page}
            action={`${registerPaths.organisation(organisationId)}/flyt`}
            posts={posts}
            units={units}
          />
          <MergeForm page={page} kind="organisation" kept={organisationId} others={others} />
        </div>
      )}
    </Frame>
  )
}

interface UnitProps extends Shown {
  unit: PlacedUnit
  branch: UnitBranch | undefined
  organisation: Choice
  /** The other units of its organisation. */
  others: readonly Choice[]
}

/** One unit, and what those who keep the register can do about it. */
export const UnitPage: FC<UnitProps> = (props) => {
  const { page, unit, branch, organisation, others } = props
  const words = pick(registerTexts, page.language)
  const base = registerPaths.unit(unit.unitId)
  const last = unit.during.to
  return (
    <Frame page={page} title={unit.name} under="people">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, registerPaths.register), text: words.title },
          { href: atDay(page, registerPaths.organisation(organisation.id)), text: organisation.name },
        ]}
        here={unit.name}
      />
      <h1>{unit.name}</h1>
      <p class="lead">{organisation.name}</p>
      <Told {...props} />
      <NamesOf page={page} of={unit} />
      {last !== null && <p>{words.closed(formatDay(last, page.language))}</p>}
      {branch !== undefined && (
        <div class="register">
          <PostList page={page} posts={branch.posts} />
          <UnitTree page={page} units={branch.units} />
        </div>
      )}
      {mayDoHere(page, partyPolicy.keepRegister) && (
        <div class="people-part">
          <RenameForm page={page} action={`${base}/navn`} name={unit.name} was={props.was} />
          <MovePostsForm
            page={page}
            action={`${registerPaths.organisation(organisation.id)}/flyt`}
            posts={branch?.posts ?? []}
            units={others}
          />
          <MergeForm page={page} kind="unit" kept={unit.unitId} others={others} />
          <PlaceForms page={page} unit={unit} others={others} />
        </div>
      )}
    </Frame>
  )
}

const PlaceForms: FC<{ page: PageContext; unit: PlacedUnit; others: readonly Choice[] }> = ({ page, unit, others }) => {
  const words = pick(registerTexts, page.language)
  const base = registerPaths.unit(unit.unitId)
  return (
    <>
      <FormPart title={words.underTitle}>
        <form class="form" method="post" action={`${base}/under`}>
          <ChoiceField
            name="under"
            label={words.under}
            value={unit.parentUnitId ?? ''}
            choices={[['', words.directly], ...others.map(({ id, name }) => [id, name] as const)]}
          />
          <p class="actions">
            <SecondaryButton>{words.move}</SecondaryButton>
          </p>
        </form>
      </FormPart>
      {unit.during.to === null ? (
        <FormPart title={words.closeTitle} hint={words.closeHint}>
          <form class="form" method="post" action={`${base}/nedlaeg`}>
            <TextField name="dag" type="date" label={words.fromDay} value={page.today.toString()} required />
            <p class="actions">
              <SecondaryButton>{words.close}</SecondaryButton>
            </p>
          </form>
        </FormPart>
      ) : (
        <form class="form" method="post" action={`${base}/aabn`}>
          <p class="actions">
            <SecondaryButton>{words.reopen}</SecondaryButton>
          </p>
        </form>
      )}
    </>
  )
}
