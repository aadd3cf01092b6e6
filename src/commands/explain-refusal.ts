import type { Language } from '../platform/language.ts'
import type { Refused } from '../platform/refused.ts'
import { accessTexts, privateTexts } from '../rooms/access/index.ts'
import { agreementTexts, readerTexts } from '../rooms/agreements/index.ts'
import { commitmentTexts, replayTexts } from '../rooms/commitments/index.ts'
import { partyTexts, registerRefusalTexts } from '../rooms/parties/index.ts'
import { refusalWords } from '../web/refusal-words.ts'

/** The language the person's terminal is set to; English where it says nothing of Danish. */
export const terminalLanguage = (environment: NodeJS.ProcessEnv): Language => {
  const { LC_ALL: all, LC_MESSAGES: messages, LANG: lang } = environment
  return (all || messages || lang || '').startsWith('da') ? 'da' : 'en'
}

/** A refusal's sentence for the command line. */
export const explainRefusal = (refused: Refused, environment: NodeJS.ProcessEnv): string =>
  refusalWords(
    [
      readerTexts,
      agreementTexts,
      commitmentTexts,
      replayTexts,
      partyTexts,
      registerRefusalTexts,
      accessTexts,
      privateTexts,
    ],
    refused,
    terminalLanguage(environment),
  )
