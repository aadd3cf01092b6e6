import type { Block, TextBlock } from '../blocks.ts'

const contentsHeading = /^(?:indhold|indholdsfortegnelse|contents|table of contents)\b[\s.:…]*\d*$/i
const leader = /(?:\.{4,}|(?: \.){4,}|…{2,}|_{4,})[\s.…]*$/

/** An entry of a table of contents as it ends: dots and a page number, or merely a page number. */
const entryOf = (text: string): { title: string; page: string; hasLeader: boolean } | null => {
  const tail = text.slice(-12)
  const page = /(?:^|[\s.…])(\d{1,3})$/.exec(tail)?.[1]
  if (page === undefined) return null
  const rest = text.slice(0, -page.length).trimEnd()
  let end = rest.length
  while (end > 0 && ' .…\t'.includes(rest.charAt(end - 1))) end -= 1
  const title = rest.slice(0, end)
  return title === '' ? null : { title, page, hasLeader: leader.test(rest.slice(-40)) }
}

export const isContentsHeading = (text: string): boolean => contentsHeading.test(text.slice(0, 80).trim())

/** Writes an entry of a table of contents as `title<TAB>page`; no other text holds a tab. */
export const contentsEntry = (text: string, inContents: boolean): string | null => {
  const entry = entryOf(text)
  if (entry === null || !(entry.hasLeader || inContents)) return null
  return `${entry.title}\t${entry.page}`
}

const markEntry = (block: TextBlock, inContents: boolean): TextBlock | null => {
  const text = contentsEntry(block.text, inContents)
  if (text === null) return null
  return block.kind === 'item' ? { ...block, text } : { ...block, kind: 'paragraph', level: 0, text }
}

/** Finds the entries of a table of contents among the blocks: those with a row of dots, and those below its heading. */
export const markContents = (blocks: Block[]): Block[] => {
  let inContents = false
  return blocks.map((block) => {
    if (block.kind === 'row') {
      inContents = false
      return block
    }
    const entry = markEntry(block, inContents)
    if (entry !== null) {
      inContents = true
      return entry
    }
    inContents = isContentsHeading(block.text)
    return block
  })
}
