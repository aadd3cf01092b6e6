/** A helhedsplan named in a text: its bare name and where the whole phrase stands. */
export interface PlanMention {
  name: string
  from: number
  to: number
}

const opened = `["'’‘“”„»«´\`]`
const phrase = String.raw`(?:(?:i|fra|ved|for|under)\s+)?(?:den\s+|de\s+|det\s+)?(?:boligsocial(?:e)?\s+)?(?:boligsociale\s+)?helhedsplan(?:en|erne|er)?`
const quoted = new RegExp(`${phrase}\\s*:?\\s*${opened}([^"'’‘“”„»«\`]{2,60}?)${opened}`, 'giu')
const bareName = new RegExp(
  `(?:${phrase})\\s*:?\\s+(?:i\\s+)?(\\p{Lu}[\\p{L}\\d]*(?:[- ]\\p{Lu}[\\p{L}\\d]*|-\\p{Ll}+)*(?:\\s+for\\s+\\p{Ll}+)?)`,
  'gu',
)

const mentionsOf = (text: string, pattern: RegExp): PlanMention[] =>
  [...text.matchAll(pattern)].map((match) => ({
    name: (match[1] ?? '').trim(),
    from: match.index,
    to: match.index + match[0].length,
  }))

/** The plans a text names ("den boligsociale helhedsplan 'X'"), with or without quotes, in their order. */
export const findPlans = (text: string): PlanMention[] => {
  const inQuotes = mentionsOf(text, quoted)
  const lowered = text.replace(/\b(?:Den|De|Det|Boligsocial|Boligsociale|Helhedsplan|Helhedsplanen)\b/gu, (word) =>
    word.toLowerCase(),
  )
  const bare = mentionsOf(lowered, bareName).filter(
    (one) => !inQuotes.some((other) => one.from < other.to && other.from < one.to),
  )
  return [...inQuotes, ...bare].toSorted((a, b) => a.from - b.from)
}
