import { Refused } from '../../platform/refused.ts'

/** What a text may tell of somebody, as the guard found it. */
export interface Found {
  readonly kind: string
  readonly at: number
  readonly length: number
}

/** Numbers and addresses that are somebody's, whatever the writer says. */
const always: ReadonlySet<string> = new Set(['cpr', 'phone', 'mail'])

/**
 * In a group whose papers tell of nobody, what may tell who a person is stops the text. The writer may say that what was found is nobody's
 * (`isVouchedFor`), but not of numbers and addresses. Throws Refused('names_persons') with the words found.
 */
export const requireNobodyIn = (text: string, findings: readonly Found[], isVouchedFor: boolean): void => {
  const stopping = isVouchedFor ? findings.filter(({ kind }) => always.has(kind)) : findings
  if (stopping.length === 0) return
  const words = [...new Set(stopping.map(({ at, length }) => `“${text.slice(at, at + length)}”`))]
  throw new Refused('names_persons', {
    words: words.slice(0, 6).join(', '),
    mayVouch: stopping.some(({ kind }) => always.has(kind)) ? 0 : 1,
  })
}
