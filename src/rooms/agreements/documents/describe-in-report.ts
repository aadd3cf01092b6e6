import type { AgreementDocument } from '../agreement-format.ts'
import { describeAgreement } from './describe-agreement.ts'
import type { Part } from './description.ts'
import { documentTexts } from './document.texts.ts'
import type { DocumentLanguage } from './document.texts.ts'

/**
 * The agreement's text as a part of a larger document: its chapters one level down. The list of what is promised is left out, for a report
 * tells that with what came of it.
 */
export const describeInReport = (agreement: AgreementDocument, language: DocumentLanguage): Part[] =>
  describeAgreement(agreement, language)
    .chapters.filter(({ heading }) => heading !== documentTexts[language].commitments)
    .flatMap(({ heading, parts }): Part[] => [
      { kind: 'heading', level: 2, text: heading, inContents: false },
      ...parts.map((part): Part => (part.kind === 'heading' ? { ...part, level: 3, inContents: false } : part)),
    ])
