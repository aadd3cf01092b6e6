import { figures, lookUp } from './number-words.ts'
import type { Speech } from './number-words.ts'
import { unitInWords } from './unit-words.ts'
import type { UnsaidTerms } from './written-terms.ts'

/** `8 caretakers` → `8 gårdmænd`; a list of names stays as it is. */
const among = (list: string, speech: Speech): string => {
  const [, number = '', unit = ''] = /^([\d.]+) (.+)$/.exec(list) ?? []
  const many = figures(number, speech)
  return many === null ? list : `${many} ${unitInWords(unit, speech)}`
}

const rotation = (value: string, speech: Speech): string => {
  const { texts } = speech
  const [, what = value, list] = /^([^()]+)(?:\((.*)\))?$/.exec(value) ?? []
  const turn = lookUp(texts.rotations, what) ?? texts.rotates(what)
  return list === undefined ? turn : texts.rotatesAmong(turn, among(list, speech))
}

/** Who takes turns, and what it is about. */
export const rolesInWords = (terms: UnsaidTerms, isAboutNotice: boolean, speech: Speech): string[] => {
  const { texts } = speech
  return [
    ...terms.sayAll('SCOPE', ({ value }) => {
      if (value === 'extraordinary') return isAboutNotice ? texts.atExtraordinary : texts.extraordinary
      return value === 'participants' ? texts.withParticipants : texts.scope(value)
    }),
    ...terms.sayAll('ROTATION', ({ value }) => rotation(value, speech)),
  ]
}

/** `til enhver tid`. */
export const availabilityInWords = (terms: UnsaidTerms, { texts }: Speech): string[] => {
  const anytime = terms.say('AVAILABLE', ({ value }) => (value === 'ANYTIME' ? texts.anytime : null))
  return anytime === null ? [] : [anytime]
}
