const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)

/** Two bytes a letter, told by the mark at the beginning or by the zeros between. */
const wideName = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xff, 0xfe) || (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff) || (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0)) return 'utf-16be'
  return null
}

/** The text of a calendar file, in whichever of the usual ways its letters are written; zeros are left out. */
export const decodeCalendar = (bytes: Uint8Array): string => decode(bytes).replaceAll('\0', '')

const decode = (bytes: Uint8Array): string => {
  const wide = wideName(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Old Danish programs write one byte a letter. A file that is UTF-8 but for a few letters cut in two is still that.
    const text = new TextDecoder('utf-8').decode(bytes)
    const isMostlyUtf8 = /[À-ɏ]/.test(text) && (text.match(/�/g)?.length ?? 0) < 5
    return isMostlyUtf8 ? text : new TextDecoder('windows-1252').decode(bytes)
  }
}
