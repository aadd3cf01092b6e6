import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, SecondaryButton } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { partyPolicy } from '../party.policy.ts'
import type { DatedPlan, PlacedArea } from '../register.ts'
import { MergeForm } from './register-forms.tsx'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

interface PlansProps {
  page: PageContext
  plans: readonly DatedPlan[]
  areas: readonly PlacedArea[]
  told?: string | undefined
  refusal?: string | undefined
}

/** When each plan runs, and which district each area is in. */
export const PlansPage: FC<PlansProps> = ({ page, plans, areas, told, refusal }) => {
  const words = pick(registerTexts, page.language)
  const message = told === undefined ? undefined : words.told[told]
  return (
    <Frame page={page} title={words.plansTitle} under="people">
      <Crumbs
        page={page}
        trail={[{ href: atDay(page, registerPaths.register), text: words.title }]}
        here={words.plansTitle}
      />
      <h1>{words.plansTitle}</h1>
      <p class="lead">{words.plansLead}</p>
      {refusal && <Message tone="refused">{refusal}</Message>}
      {message && <Message tone="done">{message}</Message>}
      <section class="people-part">
        <h2>{words.plans}</h2>
        {plans.length === 0 && <p>{words.nothing}</p>}
        {plans.map((plan) => (
          <Plan page={page} plan={plan} others={plans.filter((one) => one !== plan)} />
        ))}
      </section>
      <section class="people-part">
        <h2>{words.areas}</h2>
        {areas.length === 0 && <p>{words.nothing}</p>}
        {areas.map((area) => (
          <Area page={page} area={area} />
        ))}
      </section>
    </Frame>
  )
}

interface PlanProps {
  page: PageContext
  plan: DatedPlan
  others: readonly DatedPlan[]
}

const Plan: FC<PlanProps> = ({ page, plan: { planId, name, during }, others }) => {
  const words = pick(registerTexts, page.language)
  const [from, to] = [during?.from?.toString() ?? '', during?.to?.toString() ?? '']
  return (
    <div class="register-row">
      <h3>{name}</h3>
      {mayDoHere(page, partyPolicy.keepRegister) ? (
        <form class="register-line" method="post" action={registerPaths.plan(planId)}>
          <Line id={planId} name="fra" label={words.from} value={from} type="date" />
          <Line id={planId} name="til" label={words.to} value={to} type="date" />
          <SecondaryButton>{words.save}</SecondaryButton>
        </form>
      ) : (
        <p>{during === null ? words.notKnown : [from, to].join(' – ')}</p>
      )}
      {mayDoHere(page, partyPolicy.keepRegister) && (
        <MergeForm
          page={page}
          kind="plan"
          kept={planId}
          others={others.map((one) => ({ id: one.planId, name: one.name }))}
        />
      )}
    </div>
  )
}

const Area: FC<{ page: PageContext; area: PlacedArea }> = ({ page, area: { areaId, name, district } }) => {
  const words = pick(registerTexts, page.language)
  return (
    <div class="register-row">
      <h3>{name}</h3>
      {mayDoHere(page, partyPolicy.keepRegister) ? (
        <form class="register-line" method="post" action={registerPaths.area(areaId)}>
          <Line id={areaId} name="bydel" label={words.district} value={district ?? ''} type="text" />
          <SecondaryButton>{words.save}</SecondaryButton>
        </form>
      ) : (
        <p>{district ?? words.notKnown}</p>
      )}
    </div>
  )
}

/** A field with an id of its own among many forms of one kind. */
const Line: FC<{ id: string; name: string; label: string; value: string; type: 'date' | 'text' }> = (line) => (
  <div class="field">
    <label class="ds-label" for={`${line.name}-${line.id}`}>
      {line.label}
    </label>
    <input class="ds-input" id={`${line.name}-${line.id}`} name={line.name} type={line.type} value={line.value} />
  </div>
)
