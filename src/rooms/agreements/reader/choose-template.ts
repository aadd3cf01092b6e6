import type { Block } from './blocks.ts'
import { cellText, withoutNumber } from './find-parts.ts'
import type { FormTemplate } from './form-template.ts'
import { bestLikeness, foldedWords } from './match-words.ts'

const longestHeading = 120
const sure = 0.85

/** What may be a heading of the form: short texts, and the left cells of tables. */
const headingsIn = (blocks: readonly Block[]): string[] => {
  const texts = blocks.flatMap((block) =>
    block.kind === 'row' ? [cellText(block.cells[0])] : block.kind === 'item' ? [] : block.text.split('\n'),
  )
  return [...new Set(texts.map((text) => withoutNumber(text.trim())))].filter(
    (text) => text !== '' && text.length <= longestHeading,
  )
}

const opensSubAgreement = (text: string, template: FormTemplate): boolean => {
  const [first = '', second] = foldedWords(text)
  return second !== undefined && (template.subAgreement?.titles ?? []).some((word) => foldedWords(word)[0] === first)
}

/** Every heading the template knows, by what it announces. */
const headingsOf = (template: FormTemplate): [string, readonly string[]][] => [
  ['title', template.documentTitles],
  ...template.parts.map(({ part, wordings }): [string, string[]] => [part, wordings]),
  ...template.whole.map(({ kind, wordings }): [string, string[]] => [`whole.${kind}`, wordings]),
  ...(template.subAgreement?.questions ?? []).map(({ kind, wordings }): [string, string[]] => [
    `sub.${kind}`,
    wordings,
  ]),
  ...template.questions.map(({ kind, wordings }): [string, string[]] => [kind, wordings]),
]

const bestOf = (text: string, template: FormTemplate): { name: string; score: number } => {
  if (opensSubAgreement(text, template)) return { name: 'sub_agreement', score: 1 }
  let best = { name: '', score: 0 }
  for (const [name, wordings] of headingsOf(template)) {
    const score = bestLikeness([...wordings], text)
    if (score > best.score) best = { name, score }
  }
  return best
}

/**
 * The template a document follows: the one that knows most headings better than any other does, each heading's kind counted
 * once. Where none stands out it is the first.
 */
export const chooseTemplate = (blocks: readonly Block[], templates: readonly FormTemplate[]): FormTemplate => {
  const known = new Map(templates.map((template) => [template, new Set<string>()]))
  for (const text of headingsIn(blocks)) {
    const scored = templates.map((template) => ({ template, ...bestOf(text, template) }))
    const highest = Math.max(...scored.map(({ score }) => score))
    const best = scored.filter(({ score }) => score === highest)
    const [only] = best
    if (highest >= sure && best.length === 1 && only !== undefined) known.get(only.template)?.add(only.name)
  }
  const ranked = templates.toSorted((a, b) => (known.get(b)?.size ?? 0) - (known.get(a)?.size ?? 0))
  const [first] = ranked
  if (first === undefined) throw new Error('no template to read by')
  return first
}
