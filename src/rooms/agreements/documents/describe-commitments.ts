import type { AgreementDocument, ReadCommitment } from '../agreement-format.ts'
import { commitmentKindTexts } from '../commitment-kind.texts.ts'
import { termInWords } from '../term-words/term-in-words.ts'
import { perInWords, sumInWords, titleOf } from './describe-activities.ts'
import type { Chapter, Part } from './description.ts'
import { documentTexts } from './document.texts.ts'
import type { DocumentLanguage } from './document.texts.ts'
import { printable } from './document-words.ts'

/** The list of promises, activity by activity: what, who and when. Null where nothing is promised. */
export const describeCommitments = (agreement: AgreementDocument, language: DocumentLanguage): Chapter | null => {
  const promising = [...agreement.activities, ...agreement.otherActivities].filter(
    (activity) => activity.commitments.length > 0,
  )
  if (promising.length === 0) return null
  const texts = documentTexts[language]
  let promisesBefore = 0
  const parts = promising.flatMap((activity): Part[] => {
    const rows = activity.commitments.map((one, index) => commitmentRow(one, promisesBefore + index + 1, language))
    promisesBefore += rows.length
    return [
      { kind: 'heading', level: 2, text: titleOf(activity, language), inContents: false },
      {
        kind: 'table',
        columns: [
          { heading: texts.number, align: 'right', width: 1 },
          { heading: texts.commitment, align: 'left', width: 5 },
          { heading: texts.who, align: 'left', width: 3 },
          { heading: texts.when, align: 'left', width: 3 },
        ],
        rows,
      },
    ]
  })
  return { heading: texts.commitments, parts: [{ kind: 'remark', text: texts.commitmentsRemark }, ...parts] }
}

const commitmentRow = (commitment: ReadCommitment, number: number, language: DocumentLanguage): string[] => {
  const texts = documentTexts[language]
  const to = commitment.owedTo.length === 0 ? '' : texts.owedTo(commitment.owedTo.join(', '))
  const who = [commitment.owedBy.join(', '), to].filter(Boolean).join(' ')
  const when = [commitmentKindTexts[language][commitment.kind][0], termInWords(commitment.notation, language)]
  return [String(number), printable(commitment.text), printable(who), printable(when.filter(Boolean).join(': '))]
}

/** The agreed amounts of all activities in one table. Null where there are none. */
export const describeAmounts = (agreement: AgreementDocument, language: DocumentLanguage): Chapter | null => {
  const texts = documentTexts[language]
  const rows = agreement.activities.flatMap((activity) =>
    activity.amounts.map((amount) => {
      const { payer, payee } = amount
      const who = payer !== null && payee !== null ? texts.paysTo(payer, payee) : (payer ?? payee ?? '')
      const per = perInWords(amount.per, texts)
      return [titleOf(activity, language), printable(who), printable(per), sumInWords(amount, language)]
    }),
  )
  if (rows.length === 0) return null
  const columns = [
    { heading: texts.activity, align: 'left' as const, width: 4 },
    { heading: texts.payment, align: 'left' as const, width: 4 },
    { heading: texts.per, align: 'left' as const, width: 2 },
    { heading: texts.amount, align: 'right' as const, width: 2 },
  ]
  return { heading: texts.amounts, parts: [{ kind: 'table', columns, rows }] }
}
