import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { languages, pick } from '../../src/platform/language.ts'
import { verbTexts } from '../../src/rooms/access/audit/verb.texts.ts'
import { modulePathsUnder, projectRoot } from './modules.ts'

describe('the words of the audit trail', () => {
  const tracing = modulePathsUnder(projectRoot, 'src')
    .filter((path) => !path.includes('.test.') && !path.includes('test-'))
    .map((path) => readFileSync(join(projectRoot, path), 'utf8'))
    .filter((text) => text.includes('leaveTrace(tx'))
  const verbs = tracing
    .flatMap((text) => [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].flatMap(([, verb]) => verb ?? []))
    .filter((verb) => !verb.endsWith('.json'))

  it('tell every verb that leaves a trace, and its group, in both languages', () => {
    assert.ok(new Set(verbs).size > 20)
    for (const language of languages) {
      const words = pick(verbTexts, language)
      assert.deepEqual(
        verbs.filter((verb) => words.verbs[verb] === undefined || words.groups[verb.split('.')[0] ?? ''] === undefined),
        [],
      )
    }
  })
  it('name every fact of a trace in both languages', () => {
    const facts = new Set(
      tracing
        .flatMap((text) => [
          ...text.matchAll(/\b(?:const facts = \{|const told = \{ \.\.\.facts,|facts: \{)([^{}]*)\}/g),
        ])
        .flatMap(([, inside = '']) => inside.replaceAll(/\([^()]*\)/g, '').split(','))
        .map((fact) => fact.split(':')[0]?.trim() ?? '')
        .filter((name) => /^[a-z_]+$/i.test(name)),
    )
    assert.ok(facts.size > 25, [...facts].join(', '))
    for (const language of languages) {
      const words = pick(verbTexts, language).facts
      assert.deepEqual(
        [...facts].filter((name) => words[name] === undefined),
        [],
      )
    }
  })
})
