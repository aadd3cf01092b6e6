import { commitmentPolicy } from '../commitment.policy.ts'
import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { AgreedActivity } from '../../agreements/index.ts'
import { type AnchoringPlan, anchoringStates } from '../anchoring.ts'
import type { FormError } from '../promise.forms.ts'
import { anchoringDay, anchoringPath, anchoringState, isAnchoringOverdue } from './anchoring-row.tsx'
import { anchoringTexts } from './anchoring.texts.ts'

/** An agreement with the plan of each of its activities. */
export interface AnchoredAgreement {
  readonly slug: string
  readonly title: string
  readonly activities: readonly { readonly title: string; readonly plan: AnchoringPlan }[]
}

/** Every activity of the agreements in force, with who takes it over. */
export const AnchoringListPage: FC<{ page: PageContext; agreements: readonly AnchoredAgreement[] }> = ({
  page,
  agreements,
}) => {
  const words = pick(anchoringTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="agreements" wide>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {agreements.length === 0 && <p class="empty">{words.empty}</p>}
      {agreements.map((agreement) => (
        <section class="promise-part">
          <h2>
            <a href={atDay(page, `/aftaler/${agreement.slug}`)}>{agreement.title}</a>
          </h2>
          <ul class="anchoring">
            {agreement.activities.map(({ title, plan }) => (
              <li class={isAnchoringOverdue(plan, page) ? 'state-at_risk' : undefined}>
                <a href={atDay(page, anchoringPath(agreement.slug, plan.activityId))}>{title}</a>
                <PlanInLines page={page} plan={plan} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  )
}

const PlanInLines: FC<{ page: PageContext; plan: AnchoringPlan }> = ({ page, plan }) => {
  const words = pick(anchoringTexts, page.language)
  return (
    <dl class="promise-read">
      <div>
        <dt>{words.taker}</dt>
        <dd>{plan.takenOverBy || words.nobody}</dd>
      </div>
      <div>
        <dt>{words.by}</dt>
        <dd>
          {anchoringDay(plan, page.language)}
          {isAnchoringOverdue(plan, page) && ` (${words.overdue})`}
        </dd>
      </div>
      {plan.proof && (
        <div>
          <dt>{words.proof}</dt>
          <dd>{plan.proof}</dd>
        </div>
      )}
      <div>
        <dt>{words.state}</dt>
        <dd>{anchoringState(plan, page.language)}</dd>
      </div>
    </dl>
  )
}

export interface AnchoringView {
  readonly slug: string
  readonly agreement: string
  readonly activity: AgreedActivity
  readonly plan: AnchoringPlan
}

/** What was typed and could not be taken. */
export interface AnchoringTyped {
  readonly plan?: AnchoringPlan
  readonly errors?: ReadonlyMap<string, FormError>
  readonly refusal?: string
}

interface PlanProps {
  page: PageContext
  view: AnchoringView
  typed: AnchoringTyped
}

/** One activity's plan: what the agreement says of it, and the form for those signed in. */
export const AnchoringPlanPage: FC<PlanProps> = ({ page, view, typed }) => {
  const words = pick(anchoringTexts, page.language)
  const { activity, slug } = view
  const written = activity.sections.filter(({ kind, text }) => kind === 'anchoring' && text !== '')
  return (
    <Frame page={page} title={`${words.planOf}: ${activity.title}`} under="agreements">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, '/forankring'), text: words.title },
          { href: atDay(page, `/aftaler/${slug}#${activity.id}`), text: view.agreement },
        ]}
        here={activity.title}
      />
      {typed.refusal && <Message tone="refused">{typed.refusal}</Message>}
      <h1>{`${words.planOf}: ${activity.title}`}</h1>
      {written.length > 0 && (
        <section class="promise-part">
          <h2>{words.asWritten}</h2>
          {written.flatMap(({ text }) => text.split('\n').map((line) => <p>{line}</p>))}
        </section>
      )}
      {mayDoHere(page, commitmentPolicy.planAnchoring) ? (
        <PlanForm page={page} view={view} typed={typed} />
      ) : (
        <PlanInLines page={page} plan={view.plan} />
      )}
    </Frame>
  )
}

const PlanForm: FC<PlanProps> = ({ page, view, typed }) => {
  const words = pick(anchoringTexts, page.language)
  const plan = typed.plan ?? view.plan
  const errorOf = (name: string) => {
    const error = typed.errors?.get(name)
    return error === undefined ? {} : { error: error === 'needed' ? words.needed : words.not_a_day }
  }
  return (
    <form method="post" action={anchoringPath(view.slug, plan.activityId)} class="form">
      <input type="hidden" name="nummer" value={String(view.plan.number)} />
      <TextField name="hvem" label={words.taker} hint={words.takerHint} value={plan.takenOverBy} {...errorOf('hvem')} />
      <TextField name="inden" label={words.byLabel} type="date" value={plan.byOn ?? ''} {...errorOf('inden')} />
      <TextField name="bevis" label={words.proof} hint={words.proofHint} value={plan.proof} />
      <ChoiceField
        name="tilstand"
        label={words.state}
        value={plan.state}
        choices={anchoringStates.map((state) => [state, words.states[state]])}
      />
      <TextField
        name="overtaget"
        label={words.takenOverOn}
        hint={words.takenOverHint}
        type="date"
        value={plan.takenOverOn ?? ''}
        {...errorOf('overtaget')}
      />
      <PrimaryButton>{words.save}</PrimaryButton>
    </form>
  )
}
