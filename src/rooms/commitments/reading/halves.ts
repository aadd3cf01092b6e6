/** A piece of a clause with its offsets in the clause's text. */
export interface Half {
  text: string
  from: number
  to: number
}

const joints = /(?:;|,? (?:og|samt|mens|ligesom)) (?=\p{L})/gu

const mostJoints = 6

/**
 * The ways to cut a clause in two at "og", "samt", "mens" or a semicolon, outside brackets; at most six are tried.
 * Whether a cut stands is for the reader to judge: each half must promise for itself.
 */
export const halvesOf = (text: string): [Half, Half][] => {
  const found: [Half, Half][] = []
  for (const joint of text.matchAll(joints)) {
    const end = joint.index
    const start = joint.index + joint[0].length
    if (end < 12 || text.length - start < 12 || isInBrackets(text, end)) continue
    found.push([
      { text: text.slice(0, end), from: 0, to: end },
      { text: text.slice(start), from: start, to: text.length },
    ])
    if (found.length === mostJoints) break
  }
  return found
}

const isInBrackets = (text: string, at: number): boolean => text.lastIndexOf('(', at) > text.lastIndexOf(')', at)
