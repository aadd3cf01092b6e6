import type { TextBlock } from './blocks.ts'
import { withoutNumber } from './find-parts.ts'
import type { FormTemplate } from './form-template.ts'
import { bestLikeness, foldText } from './match-words.ts'

/** How a heading looks, so that those of one depth are known from others: its level, or how deep it is numbered; null for a plain line. */
export const headingShape = (block: TextBlock): string | null => {
  if (block.kind === 'heading') return `level ${block.level}`
  const number = /^\s*(\d{1,2}(?:\.\d{1,2})*)[.):]?\s/u.exec(block.text)?.[1]
  return number === undefined ? null : `number ${number.split('.').length}`
}

/** "Delaftale 2: Beskæftigelse", "Aktivitet 1.3 – Fritidsjob": the name behind the word and its number, or null. */
export const openingTitle = (text: string, words: readonly string[]): string | null => {
  const match =
    /^\s*([\p{L}-]+)\s*(?:nr\.?\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[a-zæøå])?\.?\s*(?:[:–—-]|\bom\b|\bfor\b)\s*(\S[^\n]{1,158})$/iu.exec(
      withoutNumber(text).replaceAll('\n', ' '),
    )
  const [, word = '', title = ''] = match ?? []
  const isOne = words.some((known) => foldText(known) === foldText(word))
  return isOne ? title.replace(/^["'’‘“”»«]|["'’‘“”»«.]$/gu, '').trim() : null
}

/** A heading above all sub-agreements ("5. Delaftaler"). */
export const chapterTitles = (template: FormTemplate, text: string): boolean =>
  text.length <= 80 && bestLikeness(template.subAgreement?.chapterWordings ?? [], withoutNumber(text)) >= 0.9
