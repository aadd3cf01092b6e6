import { type FormTemplate, formTemplate } from './form-template.ts'
import sevenQuestionsFile from './templates/seven-questions.json' with { type: 'json' }
import strategicAgreementFile from './templates/strategic-agreement.json' with { type: 'json' }

/** Copenhagen's contract on housing-social cooperation: an overall part, then seven questions for every activity. */
export const sevenQuestions: FormTemplate = formTemplate.parse(sevenQuestionsFile)

/** The strategic cooperation agreement of the periods since 2015: one agreement, and a sub-agreement for each focus area. */
export const strategicAgreement: FormTemplate = formTemplate.parse(strategicAgreementFile)

/** Every template there is; where a document's headings fit several alike, the first is taken. */
export const formTemplates: readonly FormTemplate[] = [sevenQuestions, strategicAgreement]

/** The template of this id, in this version; undefined where it is not known here. */
export const findTemplate = (id: string | null): FormTemplate | undefined =>
  formTemplates.find((template) => template.id === id)
