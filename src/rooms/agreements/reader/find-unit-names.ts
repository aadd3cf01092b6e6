import type { SourcePlace } from '../agreement-format.ts'
import type { NamedAt } from './find-variants.ts'
import { editDistance, foldText } from './match-words.ts'

/** A stretch of text, with the path of the field it stands in. */
export interface TextAt {
  text: string
  about: string
  source: SourcePlace | null
}

const shortestStem = 11

/** The first word of a unit's name without its ending: "Kystrådgivningens" and "Kystrådgivning" are one. */
const stemOf = (name: string): string => {
  const [first = ''] = name.split(/\s/u)
  const word = foldText(first).replace(/[^\p{L}]/gu, '')
  return word.replace(/cent(?:eret|ret|er|re)s?$/u, 'center').replace(/(?:ens|ets|en|et|s)$/u, '')
}

/** "Boligsocial Enhed" and "Boligsocialt Forum" share a word that tells neither of them. */
const isAdjective = (name: string): boolean => /^\p{L}+(?:social|isk|lig|ende|al)t?\s/u.test(name)

const restOf = (name: string): string =>
  foldText(name.slice(name.split(/\s/u)[0]?.length ?? 0).replace(/\(\p{Lu}{2,6}\)/gu, '')).replace(/[^\p{L}\d]/gu, '')

const isSameStem = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= shortestStem && editDistance(one, other, 1) <= 1)

const mention = /(?<![\p{L}])\p{Lu}\p{L}{9,}(?:\s(?:\p{Lu}[\p{L}/&]*|\(\p{Lu}{2,6}\)))*/gu

const mentionsIn = ({ text, about, source }: TextAt): NamedAt[] =>
  [...text.matchAll(mention)].map((match) => ({ name: match[0].replace(/[.,/]+$/u, ''), about, source }))

const department = /\p{Lu}\p{L}+-?\sog\s\p{L}+forvaltningen(?![\p{L}])/gu

/** The departments that texts name in full ("Kultur- og Fritidsforvaltningen"). */
export const findDepartments = (texts: TextAt[]): NamedAt[] =>
  texts.flatMap(({ text, about, source }) =>
    [...text.matchAll(department)].map((match) => ({ name: match[0], about, source })),
  )

interface UnitNames {
  stem: string
  names: NamedAt[]
}

const addName = (unit: UnitNames, named: NamedAt): void => {
  const stem = stemOf(named.name)
  const rest = restOf(named.name)
  const isMereReference = rest === '' && unit.names.length > 0 && unit.names.some((one) => stemOf(one.name) === stem)
  const isKnown = unit.names.some(
    (one) => stemOf(one.name) === stem && (restOf(one.name) === rest || `${restOf(one.name)}s` === rest),
  )
  if (!isKnown && !isMereReference) unit.names.push(named)
}

/**
 * Units with a telling name of their own ("Kystrådgivningscenter …") that the agreement's contacts and texts call by several
 * names. A mere reference without anything behind it ("centeret") is no other name.
 */
export const findUnitNames = (units: NamedAt[], texts: TextAt[]): NamedAt[][] => {
  const found: UnitNames[] = []
  const unitOf = (stem: string): UnitNames | undefined => found.find((one) => isSameStem(one.stem, stem))
  for (const named of units) {
    const stem = stemOf(named.name)
    if (stem.length < shortestStem || isAdjective(named.name)) continue
    const unit = unitOf(stem)
    if (unit === undefined) found.push({ stem, names: [named] })
    else addName(unit, named)
  }
  for (const named of texts.flatMap(mentionsIn)) {
    const unit = unitOf(stemOf(named.name))
    if (unit !== undefined) addName(unit, named)
  }
  return found.map((unit) => unit.names).filter((names) => names.length > 1)
}
