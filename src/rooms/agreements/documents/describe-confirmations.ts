import { formatMoment } from '../../../platform/dates.ts'
import { hashInGroups } from '../sign-off/canonical-json.rules.ts'
import type { ConfirmedVersion } from '../sign-off/signature.ts'
import { signatureTexts } from '../sign-off/signature.texts.ts'
import type { Chapter } from './description.ts'
import type { DocumentLanguage } from './document.texts.ts'
import { dayInWords, printable } from './document-words.ts'
import { paragraphOf } from './lines.ts'

/** The page that tells who has confirmed the version, and the hash of what they confirmed; null where nobody has. */
export const describeConfirmations = (
  { number, inForceFrom, documentHash, signatures }: ConfirmedVersion,
  checkUrl: string,
  language: DocumentLanguage,
): Chapter | null => {
  if (signatures.length === 0) return null
  const texts = signatureTexts[language]
  const column = (heading: string, width: number) => ({ heading, align: 'left' as const, width })
  const rows = signatures.map(({ organisation, name, post, signedAt }) =>
    [organisation, name, post, formatMoment(signedAt, language)].map(printable),
  )
  const from = inForceFrom && dayInWords(inForceFrom.toString(), language)
  return {
    heading: texts.chapter,
    isPageOfItsOwn: true,
    parts: [
      { kind: 'lines', lines: [paragraphOf(texts.chapterIntro(number, from))] },
      {
        kind: 'table',
        columns: [
          column(texts.chapterParty, 4),
          column(texts.chapterWho, 3),
          column(texts.chapterPost, 3),
          column(texts.chapterWhen, 2),
        ],
        rows,
      },
      {
        kind: 'lines',
        lines: [paragraphOf(texts.chapterHash(hashInGroups(documentHash))), paragraphOf(texts.chapterCheck(checkUrl))],
      },
    ],
  }
}
