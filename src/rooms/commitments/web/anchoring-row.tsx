import { commitmentPolicy } from '../commitment.policy.ts'
import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { AnchoringPlan } from '../anchoring.ts'
import { anchoringTexts } from './anchoring.texts.ts'
import { Question } from './marked-section.tsx'

export const anchoringPath = (slug: string, activityId: string): string => `/aftaler/${slug}/forankring/${activityId}`

/** How far a plan has come, in words: "overtaget 1. august 2027", "aftalt". */
export const anchoringState = (plan: AnchoringPlan, language: Language): string => {
  const words = pick(anchoringTexts, language)
  const { state, takenOverOn } = plan
  return state === 'taken_over' && takenOverOn !== null
    ? words.takenOver(formatDay(Temporal.PlainDate.from(takenOverOn), language))
    : words.states[state]
}

/** The day a plan is to be done by, in words. */
export const anchoringDay = ({ byOn }: AnchoringPlan, language: Language): string =>
  byOn === null ? pick(anchoringTexts, language).noDay : formatDay(Temporal.PlainDate.from(byOn), language)

/** Whether the day has passed and nobody has taken over. */
export const isAnchoringOverdue = ({ byOn, state }: AnchoringPlan, page: PageContext): boolean =>
  byOn !== null && state !== 'taken_over' && byOn < page.day.toString()

interface RowProps {
  page: PageContext
  slug: string
  plan: AnchoringPlan
  level: 3 | 4
}

/** The plan for an activity's anchoring, as a row of the form; visitors see it once there is one. */
export const AnchoringRow: FC<RowProps> = ({ page, slug, plan, level }) => {
  const words = pick(anchoringTexts, page.language)
  const mayPlan = mayDoHere(page, commitmentPolicy.planAnchoring)
  const isPlanned = plan.number > 0
  if (!isPlanned && !mayPlan) return <></>
  const told = [
    plan.takenOverBy || words.nobody,
    `${words.by.toLowerCase()} ${anchoringDay(plan, page.language)}`,
    anchoringState(plan, page.language),
    isAnchoringOverdue(plan, page) && words.overdue,
  ].filter(Boolean)
  return (
    <div class="contract-row">
      <Question level={level} text={words.planOf} />
      <div class="answer">
        <p class="reservation-standing">
          {isPlanned && `${told.join(' · ')}. `}
          {mayPlan ? (
            <a href={anchoringPath(slug, plan.activityId)}>{isPlanned ? words.change : words.make}</a>
          ) : (
            <a href={atDay(page, '/forankring')}>{words.see}</a>
          )}
        </p>
      </div>
    </div>
  )
}
