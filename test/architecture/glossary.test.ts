import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertNone } from './exceptions.ts'
import { projectTexts } from './project-files.ts'

const texts = projectTexts()
const rows = (texts.get('GLOSSARY.md') ?? '').split('\n').filter((line) => line.startsWith('| '))
const termsIn = (text: string): string[] => [...text.matchAll(/`([\w ]+)`/g)].flatMap((match) => match[1] ?? [])
const terms = new Set(rows.flatMap((row) => termsIn(row)))

const code = [...texts].filter(([path]) => /^(?:src|db)\//.test(path) && !path.endsWith('.md'))
const squeezed = code.map(([, text]) => text.replaceAll('_', '').toLowerCase()).join('\n')
const isInCode = (term: string): boolean => squeezed.includes(term.replaceAll('_', '').toLowerCase())

describe('the glossary', () => {
  it('has every noun that the database keeps a table of', () => {
    const tables = code.flatMap(([path, text]) =>
      path.endsWith('.sql') ? [...text.matchAll(/^create table (\w+)/gim)].flatMap((match) => match[1] ?? []) : [],
    )
    assert.ok(tables.length > 5, 'too few tables seen')
    const isKnown = (table: string): boolean =>
      table.split('_').every((word) => [...terms].some((term) => term.split('_').includes(word)))
    assertNone(
      'tables in the glossary',
      tables.filter((table) => !isKnown(table)),
    )
  })

  it('has no term that the code does not use, save those it marks as soon', () => {
    const used = rows
      .filter((row) => !row.includes('*soon*'))
      .flatMap((row) => termsIn(row.split('|').slice(1, 3).join('|')))
    assert.ok(used.length > 60, 'too few terms seen')
    assertNone(
      'terms in use',
      used.filter((term) => !isInCode(term)),
    )
  })
})
