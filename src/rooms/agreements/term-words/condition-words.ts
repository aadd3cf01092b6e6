import { anchorInWords } from './anchor-words.ts'
import { durationInWords } from './duration-words.ts'
import { bounded, figures, fractionInWords, listed, lookUp, percentInWords } from './number-words.ts'
import type { Speech } from './number-words.ts'
import { unitInWords } from './unit-words.ts'
import type { UnsaidTerms, WrittenTerm } from './written-terms.ts'

/** A part, a percentage, a length of time or a number with its unit: what limits are told in. */
const limitInWords = (term: WrittenTerm, speech: Speech): string | null => {
  const [number = ''] = term.value.split('/')
  const many = figures(number, speech)
  const counted =
    many === null ? null : [many, term.unit === null ? '' : unitInWords(term.unit, speech)].filter(Boolean).join(' ')
  const limit =
    percentInWords(term.value, speech) ??
    fractionInWords(term.value, speech) ??
    durationInWords(term.value, speech) ??
    counted
  return limit === null ? null : bounded(term.operator, limit, speech)
}

const asker = (who: string, speech: Speech): string | null => {
  const { texts } = speech
  if (who === 'chair') return texts.chair
  const [, operator = '', value = ''] = /^members(>=|>|=)([\d/]+)$/.exec(who) ?? []
  const part = fractionInWords(value, speech)
  if (part !== null) return bounded(operator, texts.ofMembers(part), speech)
  const many = figures(value, speech)
  return many === null ? null : bounded(operator, texts.members(many), speech)
}

const otherTrigger = (value: string, speech: Speech): string | null => {
  const known = lookUp(speech.texts.triggers, value)
  if (known !== null) return known
  return /^[\p{L}_ -]+$/u.test(value) ? speech.texts.sometimeAfter(anchorInWords(value, speech)) : null
}

/** `når formanden eller mindst en tredjedel af medlemmerne ønsker det`, `på anmodning`, `efter henvendelsen`. */
const triggersInWords = (value: string, speech: Speech): string | null => {
  const triggers = value.split('|').map((one) => ({ asker: asker(one, speech), one }))
  const askers = triggers.flatMap((trigger) => trigger.asker ?? [])
  const others = triggers.flatMap((trigger) => (trigger.asker === null ? [otherTrigger(trigger.one, speech)] : []))
  if (!others.every((other) => other !== null)) return null
  const wanted = askers.length === 0 ? [] : [speech.texts.whenWanted(askers.join(` ${speech.texts.or} `))]
  return [...wanted, ...others].join(` ${speech.texts.or} `)
}

const cancelling = (value: string, speech: Speech): string => {
  const { texts } = speech
  const [, unit = '', operator = '', number = ''] = /^(.+?)(>=|<=|=|>|<)(.+)$/.exec(value) ?? []
  const many = figures(number, speech)
  return many === null
    ? (lookUp(texts.calledOffWhen, value) ?? texts.calledOff(value.replaceAll('_', ' ')))
    : texts.calledOff(bounded(operator, `${many} ${unitInWords(unit, speech)}`, speech))
}

/** Under which conditions: quorum, thresholds, what sets something going, what calls it off. */
export const conditionsInWords = (terms: UnsaidTerms, speech: Speech): string[] => {
  const { texts } = speech
  const trigger = terms.say('TRIGGER', ({ value }) => triggersInWords(value, speech))
  const limits = terms.sayAll('THRESHOLD', (term) => limitInWords(term, speech))
  const threshold = limits.length === 0 ? null : texts.threshold(listed(limits, texts.and))
  return [
    ...terms.sayAll('QUORUM', (term) => {
      const many = limitInWords(term, speech)
      return many === null ? null : texts.present(many)
    }),
    [trigger, threshold].filter((word) => word !== null).join(' '),
    ...terms.sayAll('CANCEL_IF', ({ value }) => cancelling(value, speech)),
  ].filter(Boolean)
}
