/** Signs that open a bullet wherever they stand in a cell or list; the last ones are Word's own symbol fonts. */
const signs = '•●▪■‣⁃◦➤➢►\uf0a7\uf0b7\uf0d8\uf0fc\uf076'

const signAnywhere = new RegExp(`[${signs}]`, 'g')
const signOrDashAtStart = new RegExp(`(?:^|\\u2028) ?(?:[${signs}]|[-–—*·](?= ))`, 'g')
const lineBullet = new RegExp(`^([ \\t]*)([${signs}]|[-–—*+·](?=[ \\t]))[ \\t]*(?=\\S)`)

/** Where bullets open in a tidied text (its line breaks as U+2028): offset, length and sign. */
export const findBullets = (text: string, anywhere: boolean): { at: number; length: number; sign: string }[] => {
  const found = [...text.matchAll(signOrDashAtStart)]
  if (anywhere || found[0]?.index === 0) found.push(...text.matchAll(signAnywhere))
  const bullets = new Map<number, { at: number; length: number; sign: string }>()
  for (const match of found) {
    const end = match.index + match[0].length
    if (!bullets.has(end)) bullets.set(end, { at: match.index, length: match[0].length, sign: match[0].slice(-1) })
  }
  return [...bullets.values()].toSorted((one, other) => one.at - other.at)
}

/** The bullet that opens a line of plain text, if one does. */
export const bulletOfLine = (line: string): { indent: number; sign: string; length: number } | null => {
  const match = lineBullet.exec(line.slice(0, 80))
  if (match === null) return null
  return { indent: (match[1] ?? '').replaceAll('\t', '    ').length, sign: match[2] ?? '', length: match[0].length }
}

/** Tells the level of each bullet of one list by its indent and sign: a new sign at the same indent stands one deeper. */
export const bulletLevels = (): ((bullet: { indent: number; sign: string }) => number) => {
  const open: { indent: number; sign: string }[] = []
  return (bullet) => {
    while ((open.at(-1)?.indent ?? 0) > bullet.indent) open.pop()
    const known = open.findIndex((other) => other.indent === bullet.indent && other.sign === bullet.sign)
    if (known >= 0) open.length = known + 1
    else open.push({ indent: bullet.indent, sign: bullet.sign })
    return open.length
  }
}
