import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../../../platform/root.ts'
import type { Block, OpenedSource } from './blocks.ts'
import { openSource } from './open-source.ts'

const folder = join(projectRoot, '../shared/contracts')
const skip = existsSync(folder) ? false : 'the real contracts are not beside this project'

/** The contracts as text, in the order of their file names. */
const names =
  skip === false
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .toSorted()
    : []

const open = (name = ''): Promise<OpenedSource> => openSource(readFileSync(join(folder, name)), name)
const count = (blocks: Block[], is: (block: Block) => boolean): number => blocks.filter(is).length
const tables = (blocks: Block[]): number[] => {
  const rows = new Map<number, number>()
  for (const block of blocks) if (block.kind === 'row') rows.set(block.table, (rows.get(block.table) ?? 0) + 1)
  return [...rows.values()]
}
const isContinued = (block: Block): boolean =>
  block.kind === 'row' && block.cells[0]?.length === 0 && block.cells[1]?.length !== 0
const isTitle = (block: Block): boolean =>
  block.kind === 'row' && block.cells[0]?.length === 1 && block.cells.slice(1).every((cell) => cell.length === 0)
const isNote = (block: Block): boolean => block.kind === 'paragraph' && /^[¹²³]/.test(block.text)
const isEntry = (block: Block): boolean => block.kind !== 'row' && /\t\d+$/.test(block.text)
const texts = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'row' ? block.cells.flat() : [block])).map((block) => block.text)

describe('opening the real contracts', { skip }, () => {
  it('finds both of them', () => assert.equal(names.length, 2))

  it('finds the tables, titles, split rows and notes of the first', async () => {
    const { lines, blocks } = await open(names[0])
    assert.equal(lines.length, 220)
    assert.deepEqual(tables(blocks), [10, 10, 20, 10, 8, 2])
    assert.equal(count(blocks, isTitle), 9)
    assert.equal(count(blocks, isContinued), 9)
    assert.equal(count(blocks, isNote), 2)
    assert.equal(count(blocks, isEntry), 11)
  })

  it('finds the headings, tables and entries of the second', async () => {
    const { lines, blocks } = await open(names[1])
    assert.equal(lines.length, 135)
    assert.equal(
      count(blocks, (block) => block.kind === 'heading'),
      17,
    )
    assert.deepEqual(tables(blocks), [9, 7, 3])
    assert.equal(count(blocks, isContinued), 3)
    assert.equal(count(blocks, isEntry), 8)
  })

  it('leaves no markup in any text and no line with text without a block', async () => {
    for (const name of names) {
      const { lines, blocks } = await open(name)
      for (const text of texts(blocks)) assert.doesNotMatch(text, /<\/?\w|\*\*|&\w+;|^[•➤-] |^\s|\s$/)
      const covered = new Set(
        blocks.flatMap(({ place }) =>
          Array.from({ length: place.toLine - place.line + 1 }, (_, at) => place.line + at),
        ),
      )
      assert.deepEqual(
        lines.filter((line) => line.text.trim() !== '' && !covered.has(line.number)),
        [],
      )
    }
  })
})
