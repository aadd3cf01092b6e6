import type { Language } from '../../../platform/language.ts'
import { conditionsInWords } from './condition-words.ts'
import { datesInWords, deadlinesInWords, noticeInWords, spansInWords } from './deadline-words.ts'
import { measuresInWords } from './measure-words.ts'
import { listed } from './number-words.ts'
import type { Speech } from './number-words.ts'
import { besidesRhythm, paymentInWords, rhythmInWords, timesOfYear } from './rhythm-words.ts'
import type { Loosen } from './rhythm-words.ts'
import { availabilityInWords, rolesInWords } from './role-words.ts'
import { termTexts } from './term-words.texts.ts'
import { readNotation, UnsaidTerms } from './written-terms.ts'
import type { WrittenTerm } from './written-terms.ts'

interface Said {
  words: string
  isUnderstood: boolean
}

/**
 * What a promise's notation means, in short plain words: `FREQ=MONTHLY;INTERVAL=3;COUNT_PER_PERIOD>=1` is
 * "mindst én gang hver tredje måned". Every term leaves its words; one that has none stands as it is written.
 * Null where nothing of it is understood.
 */
export const termInWords = (notation: string, language: Language): string | null => {
  const speech = { language, texts: termTexts[language] }
  const rules = readNotation(notation).map((alternatives) => alternativesInWords(alternatives, speech))
  if (!rules.some(({ isUnderstood }) => isUnderstood)) return null
  const words = rules.map((rule) => rule.words).filter(Boolean)
  const isSimple =
    words.length === 2 && words.every((one) => !/[,;]/.test(one) && !one.includes(` ${speech.texts.or} `))
  return words.join(isSimple ? ` ${speech.texts.and} ` : '; ')
}

const alternativesInWords = (alternatives: readonly WrittenTerm[][], speech: Speech): Said => {
  const said = alternatives.map((terms) => ruleInWords(terms, speech)).filter(({ words }) => words !== '')
  const words = said.map((one) => one.words)
  const isSimple = words.every((one) => !one.includes(','))
  return {
    words: isSimple ? listed(words, speech.texts.or) : words.join(` ${speech.texts.or} `),
    isUnderstood: said.some((one) => one.isUnderstood),
  }
}

const looseKeys = ['QUANTITY', 'AMOUNT', 'SHARE', 'COUNT_PER_PERIOD', 'SESSION', 'DURATION', 'NOTICE']

/** "About" is said of the first number it can belong to, once; where there is none, of the whole rule. */
const loosening = (terms: UnsaidTerms, { texts }: Speech): { loosen: Loosen; isLoose: () => boolean } => {
  let isLoose = terms.find('APPROX')?.value === 'true'
  if (isLoose) terms.take('APPROX')
  const target = looseKeys.find((key) => terms.has(key))
  const loosen = (key: string, words: string): string => {
    if (!isLoose || key !== target) return words
    isLoose = false
    return `${texts.about} ${words}`
  }
  return { loosen, isLoose: () => isLoose }
}

const takeHedges = (terms: UnsaidTerms, { texts }: Speech): string[] =>
  Object.entries(texts.hedges).flatMap(([key, words]) =>
    terms.find(key)?.value === 'true' && terms.take(key) !== undefined ? [words] : [],
  )

/** A span is said of the part before it: "12 timer om ugen fra 1. januar 2013". */
const glued = (parts: readonly string[], span: string): string[] => [
  ...parts.slice(0, -1),
  [parts.at(-1), span].filter(Boolean).join(' '),
]

const ruleInWords = (written: readonly WrittenTerm[], speech: Speech): Said => {
  const terms = new UnsaidTerms(written)
  const hedges = takeHedges(terms, speech)
  const { loosen, isLoose } = loosening(terms, speech)
  const isYearly = terms.find('FREQ')?.value === 'YEARLY'
  const isAboutNotice = terms.has('NOTICE')
  const rhythm = [...availabilityInWords(terms, speech), ...rhythmInWords(terms, speech, loosen)]
  const besides = besidesRhythm(terms, speech, loosen)
  const isMoney = rhythm.length === 0 && terms.has('AMOUNT')
  const measures = measuresInWords(terms, speech, loosen)
  const isDated = ['DATE', 'DEADLINE', 'DEADLINE_REL'].some((key) => terms.has(key))
  const span = [
    ...(terms.has('PAYMENT') ? [] : timesOfYear(terms, speech)),
    ...spansInWords(terms, isMoney, speech, loosen),
  ].join(' ')
  const held = [...rhythm, ...besides, ...measures]
  const isHeld = !isDated && (besides.length === 0 || measures.length > 0)
  const parts = [
    ...(isHeld ? glued(held, span) : held),
    ...paymentInWords(terms, speech, loosen),
    ...deadlinesInWords(terms, isYearly, speech),
    ...noticeInWords(terms, speech, loosen),
    ...conditionsInWords(terms, speech),
    ...rolesInWords(terms, isAboutNotice, speech),
    ...datesInWords(terms, speech),
    isHeld ? '' : span,
  ].filter(Boolean)
  const unsaid = terms.rest()
  const lead = [...hedges, ...(isLoose() ? [speech.texts.about] : [])]
  return {
    words: [...lead, [...parts, ...unsaid].join(', ')].filter(Boolean).join(' '),
    isUnderstood: parts.length > 0 || lead.length > 0,
  }
}
