import type { SourcePlace } from '../agreement-format.ts'

/** A non-blank or blank line of the source as a person would number it, from 1. PDF lines carry their page. */
export interface SourceLine {
  number: number
  text: string
  page: number | null
}

/**
 * A heading, paragraph or bullet. `level` is the heading's depth (1–6) or the bullet's (1 = outermost), 0 for a paragraph.
 * `text` is plain, without bullet sign, markup or footnote glue; a soft line break inside it is `\n`.
 */
export interface TextBlock {
  kind: 'heading' | 'paragraph' | 'item'
  level: number
  text: string
  emphasis: 'strong' | 'underlined' | null
  /** The strong or underlined words the text begins with, where they are not all of it. */
  lead?: string
  place: SourcePlace
}

/**
 * A row of a table, cell by cell. Rows that a page break split come as they stand in the source (an empty left cell continues
 * the row above; the form's reader joins them). `table` numbers the tables of the document from 1.
 */
export interface RowBlock {
  kind: 'row'
  table: number
  cells: TextBlock[][]
  place: SourcePlace
}

export type Block = TextBlock | RowBlock

/** A source opened: its lines as numbered for people, and its blocks in reading order. */
export interface OpenedSource {
  name: string
  mediaType: string
  sha256: string
  lines: SourceLine[]
  blocks: Block[]
  /** The agreement's JSON as carried inside a file that Brobyg wrote itself, unchecked. */
  embedded: unknown
}
