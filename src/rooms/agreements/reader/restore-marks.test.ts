import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block, TextBlock } from './blocks.ts'
import { restoreMarks } from './restore-marks.ts'

const paragraph = (text: string, page: number | null = 1): TextBlock => ({
  kind: 'paragraph',
  level: 0,
  text,
  emphasis: null,
  place: { line: 1, toLine: 1, page },
})
const row = (...cell: TextBlock[]): Block => ({
  kind: 'row',
  table: 1,
  cells: [[paragraph('Økonomi')], cell],
  place: { line: 1, toLine: 1, page: 1 },
})
const shown = (blocks: Block[]): string[] =>
  restoreMarks(blocks).map((block) =>
    block.kind === 'row' ? (block.cells[1] ?? []).map((one) => one.text).join(' / ') : block.text,
  )

describe('putting torn footnote marks back', () => {
  it('glues a mark to its text and opens the note with it', () => {
    const cell = row(
      paragraph('Fyret betaler kr.'),
      paragraph('1'),
      paragraph('900 om året.'),
      paragraph('Resten aftales.'),
    )
    assert.deepEqual(shown([cell, paragraph('7'), paragraph('1'), paragraph('Uden moms.')]), [
      'Fyret betaler kr.¹ 900 om året. / Resten aftales.',
      '7',
      '¹ Uden moms.',
    ])
  })

  it('glues a mark that came before its text', () => {
    assert.deepEqual(
      shown([row(paragraph('2'), paragraph('Båden sejler.')), paragraph('2'), paragraph('Kun om dagen.')]),
      ['Båden sejler.²', '² Kun om dagen.'],
    )
  })

  it('leaves page numbers, and answers that are a number', () => {
    const blocks = [row(paragraph('2')), paragraph('2'), paragraph('Næste side.')]
    assert.deepEqual(shown(blocks), ['2', '2', 'Næste side.'])
    assert.deepEqual(shown([row(paragraph('To', null), paragraph('2', null)), paragraph('2', null)]), ['To / 2', '2'])
  })
})
