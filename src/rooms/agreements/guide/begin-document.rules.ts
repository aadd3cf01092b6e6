import { createHash } from 'node:crypto'
import { agreementFormat, type AgreedActivity, type AgreementDocument, type DaySpan } from '../agreement-format.ts'
import type { SourceToKeep } from '../agreement.ts'
import type { FormQuestion, FormTemplate } from '../reader/form-template.ts'
import { emptyStretch } from './with-activities.rules.ts'

/** What is known of an agreement before its questions are asked. */
export interface Beginning {
  readonly title: string
  readonly district: string | null
  readonly municipality: string | null
  readonly validDuring: DaySpan
  readonly focusAreas: readonly string[]
}

const headingsOf = (questions: readonly FormQuestion[]): string[] =>
  questions.flatMap(({ wordings }) => wordings[0] ?? [])

/** The template's own empty document: its headings, a line each. It is the source of what is begun from it. */
export const emptyForm = (template: FormTemplate): SourceToKeep => {
  const text = [
    template.name.da,
    ...template.parts.filter(({ help }) => help !== null).flatMap(({ wordings }) => wordings[0] ?? []),
    ...headingsOf(template.whole),
    ...(template.subAgreement === null
      ? []
      : [template.subAgreement.titles[0] ?? '', ...headingsOf(template.subAgreement.questions)]),
    template.activityNameLabels[0] ?? '',
    ...headingsOf(template.questions),
  ]
  const bytes = new TextEncoder().encode(`${text.join('\n')}\n`)
  return {
    name: `${template.id.replace('/', '-')}.txt`,
    mediaType: 'text/plain',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    lines: text.map((line, at) => ({ number: at + 1, text: line, page: null })),
  }
}

/** The stretches a template begins with: the whole, and a sub-agreement for each focus area. */
const stretchesOf = (template: FormTemplate, focusAreas: readonly string[]): AgreedActivity[] => {
  if (template.layout === 'activities') return []
  const whole = emptyStretch({
    id: 'a1',
    parentId: null,
    role: 'whole',
    title: template.wholeTitle ?? '',
    focusAreas: [...focusAreas],
  })
  const areas = focusAreas.map((area, at) =>
    emptyStretch({ id: `a${at + 2}`, parentId: null, role: 'sub_agreement', title: area, focusAreas: [area] }),
  )
  return [whole, ...areas]
}

/** The agreement as the template begins it: what is known, and room for every answer. */
export const beginDocument = (template: FormTemplate, beginning: Beginning): AgreementDocument => {
  const { name, mediaType, sha256, lines } = emptyForm(template)
  const [only] = beginning.focusAreas
  return {
    format: agreementFormat,
    template: template.id,
    source: { name, mediaType, sha256, lines: lines.length },
    title: beginning.title,
    municipality: beginning.municipality,
    district: beginning.district,
    leadParty: null,
    focusArea: template.layout === 'activities' ? (only ?? null) : null,
    signedOn: null,
    caseNumber: null,
    documentNumber: null,
    validDuring: beginning.validDuring,
    preamble: [],
    goals: [],
    policyGoals: [],
    contacts: [],
    frames: [],
    coordination: null,
    activities: stretchesOf(template, beginning.focusAreas),
    otherParties: [],
    otherActivities: [],
    attachments: [],
    signatories: [],
    footnotes: [],
    questions: [],
    trace: { lines: lines.length, mapped: lines.length, unmapped: [] },
  }
}
