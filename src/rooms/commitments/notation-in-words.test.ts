import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { languages } from '../../platform/language.ts'
import { findAnchorWords, findDanishUnit, termInWords } from '../agreements/index.ts'
import { anchorNames, edgedAnchors } from './grammar/anchors.ts'
import { grammar } from './grammar/grammar.ts'
import { unitNames } from './grammar/nouns.ts'
import { perNames } from './grammar/recipients.ts'
import { readLabelledPhrases } from './grammar/score.ts'
import type { TermKey } from './notation.ts'
import { readSource } from './reading/read-source.ts'

const sign = /\b[A-Z_]{2,}(?:[<>=]|$)|[=;]\S|unit=|per=/

/** Every part of it is told in words: no sign of the notation is left over. */
const assertInWords = (notation: string): void => {
  for (const language of languages) {
    const words = termInWords(notation, language)
    assert.ok(words !== null && words !== '', notation)
    assert.doesNotMatch(words.replace('; ', ', '), sign, notation)
  }
}

const oneOfEach: Record<TermKey, string> = {
  SHARE: 'SHARE=65%',
  AT: 'AT=SEASON_END',
  THRESHOLD: 'THRESHOLD>10%',
  RATIO: 'RATIO=1/2',
  QUORUM: 'QUORUM>=1/2',
  CANCEL_IF: 'CANCEL_IF=participants<8',
  DATE: 'DATE=2013-11-29',
  AMOUNT: 'AMOUNT=500 DKK',
  PAYMENT: 'PAYMENT=QUARTERLY',
  TIMING: 'TIMING=IN_ARREARS',
  AVAILABLE: 'AVAILABLE=ANYTIME',
  FREQ: 'FREQ=WEEKLY',
  INTERVAL: 'FREQ=WEEKLY;INTERVAL=2',
  COUNT_PER_PERIOD: 'COUNT_PER_PERIOD=2',
  TOTAL: 'TOTAL=4/YEAR',
  POSITION: 'POSITION=FIRST_MEETING',
  BYDAY: 'BYDAY=MO',
  BYMONTH: 'BYMONTH=2',
  BYQUARTER: 'BYQUARTER=1',
  WEEKPARITY: 'WEEKPARITY=ODD',
  SEASON: 'SEASON=SPRING',
  DAYPART: 'DAYPART=EVENING',
  TIME: 'TIME=09:00-15:00',
  START: 'START=18:00',
  ON: 'ON=10-01',
  EXCEPT_BYMONTH: 'EXCEPT_BYMONTH=7',
  EXCLUDE_TIME: 'EXCLUDE_TIME=12:00-12:30',
  DURATION: 'DURATION=P6M',
  SESSION: 'SESSION=PT2H',
  QUANTITY: 'QUANTITY=12 unit=families',
  DEADLINE_REL: 'DEADLINE_REL=meeting-P8D',
  DEADLINE: 'DEADLINE=12-15',
  BOUND: 'DEADLINE=12-15;BOUND=BEFORE',
  VALID: 'VALID=2013/2016',
  PERIOD: 'PERIOD=NEXT_YEAR',
  HORIZON: 'HORIZON=P1Y',
  NOTICE: 'NOTICE=P1M',
  NOTICE_TO: 'NOTICE_TO=MONTH_END',
  FORM: 'FORM=WRITTEN',
  ROTATION: 'ROTATION=convenor',
  TRIGGER: 'TRIGGER=chair',
  SCOPE: 'SCOPE=extraordinary',
  APPROX: 'APPROX=true',
  TYPICAL: 'TYPICAL=true',
  DEFAULT: 'DEFAULT=true',
  EXPECTED: 'EXPECTED=true',
  EXAMPLE: 'EXAMPLE=true',
}

const learned = new URL('../../../../shared/phrases/learn.tsv', import.meta.url)
const contracts = new URL('../../../../shared/contracts/', import.meta.url)

const notationsIn = async (folder: URL): Promise<string[]> => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  const read = await Promise.all(names.map((name) => readSource(readFileSync(new URL(name, folder)), name)))
  return read
    .flatMap(({ document }) => [...document.activities, ...document.otherActivities])
    .flatMap((activity) => activity.commitments.map((promise) => promise.notation))
    .filter((notation) => notation !== '')
}

describe('what the notation says in words', () => {
  it('is told for each of its keys', () => {
    for (const notation of Object.values(oneOfEach)) assertInWords(notation)
  })

  it('has a Danish word for every unit the grammar counts in', () => {
    const unsaid = [...unitNames, ...perNames].filter((unit) => findDanishUnit(unit) === undefined)
    assert.deepEqual(unsaid, [])
  })

  it('has words for everything the grammar hangs a deadline on', () => {
    const names = [...anchorNames, ...edgedAnchors.flatMap((name) => [`${name}_start`, `${name}_end`])]
    const unsaid = names.filter((name) => languages.some((language) => findAnchorWords(name, language) === null))
    assert.deepEqual(unsaid, [])
  })

  it('is told for every example of the grammar', () => {
    const examples = grammar.flatMap((rule) => rule.examples.map(([, notation]) => notation))
    assert.ok(examples.length > 100)
    for (const notation of examples.filter(Boolean)) assertInWords(notation)
  })

  it('is told for each of our own phrases', () => {
    for (const { notation } of readLabelledPhrases(new URL('grammar/phrases.tsv', import.meta.url))) {
      if (notation !== '') assertInWords(notation)
    }
  })

  it('is told for every promise of the sample partnership', async () => {
    const notations = await notationsIn(new URL('../../../samples/havneby/', import.meta.url))
    assert.ok(notations.length > 50)
    for (const notation of notations) assertInWords(notation)
  })

  const noPhrases = existsSync(learned) ? false : 'the learned phrases are not here'
  it('is told for every phrase the grammar was learned from', { skip: noPhrases }, () => {
    for (const { notation } of readLabelledPhrases(learned)) assertInWords(notation)
  })

  const noContracts = existsSync(contracts) ? false : 'the contracts are not here'
  it('is told for every promise of two real contracts', { skip: noContracts }, async () => {
    const notations = await notationsIn(contracts)
    assert.ok(notations.length > 20)
    for (const notation of notations) assertInWords(notation)
  })
})
