import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { residentLanguages } from '../../platform/resident-language.ts'
import { residentsTexts } from './residents.texts.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Every key with whether it is words or a function; words that are empty are told apart. */
const shapeOf = (value: unknown, at = ''): string[] => {
  if (typeof value === 'function') return [`${at}()`]
  if (!isRecord(value)) return [`${at}${value === '' ? ' is empty' : ''}`]
  return Object.keys(value)
    .toSorted()
    .flatMap((key) => shapeOf(value[key], `${at}.${key}`))
}

/** What is said in a language, by key; functions as they tell a number. */
const saidIn = (value: unknown, at = ''): [string, string][] => {
  if (typeof value === 'function') return [[at, String(value('4', '4'))]]
  if (!isRecord(value)) return [[at, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => saidIn(inner, `${at}.${key}`))
}

describe('what residents are told', () => {
  for (const language of residentLanguages)
    it(`has the same keys in ${language} as in Danish, and no empty words`, () => {
      const shape = shapeOf(residentsTexts[language])
      assert.ok(shape.length > 100)
      assert.deepEqual(shape, shapeOf(residentsTexts.da))
      assert.deepEqual(
        shape.filter((line) => line.endsWith(' is empty')),
        [],
      )
    })

  // Short words may be the same in two languages; sentences are not.
  for (const language of residentLanguages.filter((one) => one !== 'da' && one !== 'en'))
    it(`is translated into ${language}: no sentence is left in Danish or English`, () => {
      const others = new Set([...saidIn(residentsTexts.da), ...saidIn(residentsTexts.en)].map(([, said]) => said))
      const left = saidIn(residentsTexts[language]).filter(([, said]) => said.includes(' ') && others.has(said))
      assert.deepEqual(left, [])
    })

  for (const language of ['ar', 'ur'] as const)
    it(`is written in its own letters in ${language}`, () => {
      const latin = saidIn(residentsTexts[language]).filter(([, said]) => /[a-zæøå]{3}/i.test(said))
      assert.deepEqual(latin, [])
    })
})
