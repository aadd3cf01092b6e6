/** A content line of a text, not folded yet. */
export const text = (property: string, value: string): string => `${property}:${escapeText(value)}`

/** RFC 5545 §3.3.11; characters that no calendar may hold are left out. */
const escapeText = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

const octetsALine = 75

/** Cuts a content line so that no piece is longer than 75 octets and no character is cut; RFC 5545 §3.1. */
export const foldLine = (line: string): string => {
  if (Buffer.byteLength(line) <= octetsALine) return line
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const sign of line) {
    const length = Buffer.byteLength(sign)
    if (octets + length > octetsALine) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += sign
    octets += length
  }
  return [...pieces, piece].join('\r\n')
}
