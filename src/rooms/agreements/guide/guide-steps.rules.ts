import type { AgreedActivity, AgreementDocument } from '../agreement-format.ts'
import type { FormQuestion, FormTemplate } from '../reader/form-template.ts'
import { questionsFor } from '../reader/raise-questions.ts'
import { askedParts, type GuideStep } from './guide-step.ts'
import { guideTexts } from './guide.texts.ts'
import { partText } from './part-text.rules.ts'

/** Everything the guide asks of a draft, in order: the whole, then each stretch of answers, with what it is about. */
export const stepsOf = (document: AgreementDocument, template: FormTemplate): GuideStep[] => [
  ...partSteps(template),
  ...(template.layout === 'activities' ? [activitiesStep(null)] : []),
  ...document.activities.flatMap((activity) => activitySteps(activity, template)),
]

const partSteps = (template: FormTemplate): GuideStep[] =>
  askedParts.flatMap((part): GuideStep[] => {
    const found = template.parts.find((one) => one.part === part)
    if (found === undefined || found.help === null) return []
    const [heading = ''] = found.wordings
    return [{ id: part, asks: 'part', part, heading, help: found.help, isUsual: part !== 'attachments' }]
  })

const activitiesStep = (activityId: string | null): GuideStep => ({
  id: activityId === null ? 'aktiviteter' : `${activityId}-activities`,
  asks: 'activities',
  activityId,
  heading: 'Aktiviteter',
  help: { da: guideTexts.da.activitiesHelp, en: guideTexts.en.activitiesHelp },
  isUsual: true,
})

const activitySteps = (activity: AgreedActivity, template: FormTemplate): GuideStep[] => {
  const questions = questionsFor(activity.role, template)
  const steps = questions
    .filter(({ kind }) => kind !== 'activities')
    .map((question) => questionStep(activity, question))
  return activity.role === 'sub_agreement' ? [...steps, activitiesStep(activity.id)] : steps
}

const questionStep = (activity: AgreedActivity, { kind, wordings, help, isUsual }: FormQuestion): GuideStep => ({
  id: `${activity.id}-${kind}`,
  asks: 'question',
  activityId: activity.id,
  kind,
  heading: activity.sections.find((section) => section.kind === kind)?.heading ?? wordings[0] ?? '',
  help,
  isUsual,
})

/** What stands in the draft as the answer of a step; '' where nothing does. */
export const answerOf = (document: AgreementDocument, step: GuideStep): string => {
  if (step.asks === 'part') return partText(document, step.part)
  if (step.asks === 'activities')
    return document.activities
      .filter(({ role, parentId }) => role === 'activity' && parentId === step.activityId)
      .map(({ title }) => title)
      .join('\n')
  const activity = document.activities.find(({ id }) => id === step.activityId)
  return activity?.sections.find(({ kind }) => kind === step.kind)?.text ?? ''
}

/** The step to go on with: the first without an answer; undefined where all have one. */
export const firstOpenStep = (document: AgreementDocument, steps: readonly GuideStep[]): GuideStep | undefined =>
  steps.find((step) => answerOf(document, step) === '')
