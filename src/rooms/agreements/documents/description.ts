import type { DocumentLanguage } from './document.texts.ts'

/** The place where a footnote is referred to, with what the footnote says. */
export interface Note {
  kind: 'note'
  mark: string
  text: string
}

/** A stretch of a line. */
export type Inline = { kind: 'text'; text: string } | Note

/** A paragraph, or a bullet whose `level` is 1 outermost (paragraphs have level 0). */
export interface Line {
  kind: 'paragraph' | 'item'
  level: number
  inlines: Inline[]
}

/** One row of the form: the question stands left, what was agreed stands right. */
export interface FormRow {
  question: string
  answer: Line[]
}

export interface Column {
  heading: string
  align: 'left' | 'right'
  /** Share of the table's width; the shares of a table's columns add up to 12. */
  width: number
}

export type Part =
  /** `inContents` tells whether the table of contents lists it. */
  | { kind: 'heading'; level: 2 | 3; text: string; inContents: boolean }
  | { kind: 'remark'; text: string }
  | { kind: 'lines'; lines: Line[] }
  | { kind: 'form'; rows: FormRow[] }
  | { kind: 'table'; columns: Column[]; rows: string[][] }

export interface Chapter {
  heading: string
  /** Begins on a new page, and what follows it does too. */
  isPageOfItsOwn?: boolean
  parts: Part[]
}

/**
 * What an agreement's document says, in reading order, before it is a PDF, a Word file or a page.
 * Every text is safe to show: no control characters, no half surrogates, no line breaks.
 */
export interface DocumentDescription {
  language: DocumentLanguage
  /** A few pages: the title stands above what is said, without a page of its own and without a table of contents. */
  isShort?: boolean
  title: string
  subtitle: string | null
  runningTitle: string
  author: string
  footer: string
  facts: { label: string; value: string }[]
  chapters: Chapter[]
}
