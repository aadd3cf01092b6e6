import type { Answer } from './scheduling.ts'
import type { SchedulingSender, Settled, StandingMeeting } from './settled.ts'

/** Where what somebody else wrote begins: lines that mail programs write before they quote. */
const quoteBegins =
  /^(?:>|-{2,}\s*(?:original|oprindelig|videresend|forwarded)|_{10,}|(?:fra|from|sendt|sent)\s*:\s*\S|(?:den|on|d\.)\s.{4,120}(?:skrev|wrote)\b.*:?\s*$|-- ?$|(?:sendt fra min|sent from my|få outlook til|get outlook for)\b)/i

const mostLetters = 1000

/** What somebody wrote themselves in an answer: without what it quotes, and its signature. */
export const ownWords = (text: string): string => {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex((line) => quoteBegins.test(line.trim()))
  return (end === -1 ? lines : lines.slice(0, end)).join('\n').trim().slice(0, mostLetters)
}

const looks: readonly [RegExp, Answer][] = [
  [
    /^(?:nej\b|desværre\b|afbud\b|jeg (?:må melde afbud|kan (?:desværre )?ikke|kommer ikke|deltager ikke)|no\b|sorry|i can(?:'|’)?(?:no)?t)/i,
    'no',
  ],
  [/^(?:måske|jeg kommer måske|maybe|perhaps|tentative)/i, 'perhaps'],
  [/^(?:ja\b|jo\b|jeg (?:kommer|deltager)|det passer|yes\b|i(?:'|’)?ll be there|accept)/i, 'yes'],
]

/** What an answer in words looks like; `unanswered` where it may be anything. A guess, shown to the convenor, who says what it is. */
export const guessAnswer = (words: string): Answer => {
  const first = words.replace(/^(?:(?:hej|kære|hi|dear|hello)\b[^\n,.!]{0,40}[,.!\n]\s*)/i, '').trimStart()
  return looks.find(([look]) => look.test(first))?.[1] ?? 'unanswered'
}

/** What an answer without a calendar message means: the convenor is shown it. What programs send by themselves is nothing. */
export const settleWords = (
  standing: StandingMeeting | null,
  mail: { readonly text: string; readonly name: string; readonly isAutomatic: boolean },
  sender: SchedulingSender,
): Settled => {
  if (standing === null) return { do: 'ignore', why: 'unknown_uid' }
  const token = standing.invited.find(({ address }) => address === sender.tokenOf)
  if (token === undefined) return { do: 'ignore', why: 'no_token' }
  if (mail.isAutomatic) return { do: 'ignore', why: 'automatic' }
  if (standing.isCancelled) return { do: 'ignore', why: 'cancelled' }
  const words = ownWords(mail.text)
  if (words === '') return { do: 'ignore', why: 'no_answer' }
  return {
    do: 'ask',
    address: sender.address,
    name: mail.name,
    byInvitationOf: token.address,
    answer: guessAnswer(words),
    comment: words,
    why: 'only_words',
  }
}
