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
  const text = asUtf8(bytes) ?? asUtf8(withoutFolds(bytes))
  // Old Danish programs write one byte a letter.
  return text ?? new TextDecoder('windows-1252').decode(bytes)
}

const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The bytes with long lines put together again, for some programs fold in the middle of a letter. */
const withoutFolds = (bytes: Uint8Array): Uint8Array => {
  const kept = new Uint8Array(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const end = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 1 : at
    const isFold = bytes[end] === 10 && (bytes[end + 1] === 32 || bytes[end + 1] === 9)
    if (isFold) at = end + 1
    else kept[size++] = bytes[at] ?? 0
  }
  return kept.subarray(0, size)
}
