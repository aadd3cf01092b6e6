/** Words that only bind others together. */
const small = new Set(
  'og i på kl klokken den det de en et af om ved med hver hvert alle fra til samt eller dog men så vi er der afholdes holdes mødes'.split(
    ' ',
  ),
)

/** The words of a phrase that nothing was read from, neighbours together; without those that only bind. */
export const unreadWords = (
  phrase: string,
  read: readonly { readonly from: number; readonly to: number }[],
): string[] => {
  const isRead = (from: number, to: number): boolean => read.some((span) => from < span.to && to > span.from)
  const found: { text: string; to: number }[] = []
  for (const match of phrase.matchAll(/[\p{L}\d]+/gu)) {
    const [word] = match
    const to = match.index + word.length
    if (isRead(match.index, to) || small.has(word.toLowerCase())) continue
    const last = found.at(-1)
    if (last !== undefined && /^\s+$/.test(phrase.slice(last.to, match.index))) {
      last.text += ` ${word}`
      last.to = to
    } else found.push({ text: word, to })
  }
  return found.map(({ text }) => text)
}
