import type { FormQuestion, FormTemplate } from '../reader/form-template.ts'

type Words = FormTemplate['name']

/** The parts of the whole that the guide asks for; what a template calls them, and says beside them, is its own. */
export const askedParts = ['goals', 'parties', 'coordination', 'attachments'] as const

export type AskedPart = (typeof askedParts)[number]

/**
 * One thing the guide asks: a part of the whole, a question of one stretch of answers, or which activities there are (under a
 * sub-agreement, or at all). `id` stands in the address.
 */
export type GuideStep = {
  readonly id: string
  /** The heading the answer gets in the agreement. */
  readonly heading: string
  readonly help: Words
  readonly isUsual: boolean
} & (
  | { readonly asks: 'part'; readonly part: AskedPart }
  | { readonly asks: 'question'; readonly activityId: string; readonly kind: FormQuestion['kind'] }
  | { readonly asks: 'activities'; readonly activityId: string | null }
)
