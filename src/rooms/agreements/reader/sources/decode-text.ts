/** How the bytes of a text were written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const startsWith = (bytes: Uint8Array, head: number[]): boolean => head.every((byte, at) => bytes[at] === byte)

/** UTF-16 without a mark: nearly every character of a Western text has a zero byte, always on the same side. */
const wideEncoding = (bytes: Uint8Array): Encoding | null => {
  const sample = bytes.subarray(0, Math.min(bytes.length, 8192) & ~1)
  if (sample.length < 2) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at < sample.length; at += 2) {
    if (sample[at] === 0) evenZeros += 1
    if (sample[at + 1] === 0) oddZeros += 1
  }
  const pairs = sample.length / 2
  if (oddZeros > pairs * 0.6 && evenZeros < pairs * 0.1) return 'utf-16le'
  return evenZeros > pairs * 0.6 && oddZeros < pairs * 0.1 ? 'utf-16be' : null
}

const decodes = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const isUnwritable = (code: number): boolean =>
  code === 0xfffd ||
  code === 0xfffe ||
  code === 0xffff ||
  (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 11)

/** True where too many characters are ones no person writes: bytes of something else than text. */
const isNoise = (text: string): boolean => {
  const sample = Math.min(text.length, 200_000)
  let unwritable = 0
  let odd = 0
  for (let at = 0; at < sample; at++) {
    const code = text.charCodeAt(at)
    if (isUnwritable(code)) unwritable += 1
    else if ((code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xf900)) odd += 1
  }
  return unwritable * 100 > sample || (unwritable + odd) * 10 > sample
}

/** The share of bytes above ASCII: Western prose has few of them, noise has half. */
const highShare = (bytes: Uint8Array): number => {
  const sample = bytes.subarray(0, 200_000)
  let high = 0
  for (const byte of sample) if (byte >= 0x80) high += 1
  return high / Math.max(1, sample.length)
}

/** Finds out how the bytes were written and decodes them; null where they are no text at all. */
export const decodeText = (bytes: Uint8Array): { text: string; encoding: Encoding } | null => {
  const marked: Encoding | null = startsWith(bytes, [0xef, 0xbb, 0xbf])
    ? 'utf-8'
    : startsWith(bytes, [0xff, 0xfe])
      ? 'utf-16le'
      : startsWith(bytes, [0xfe, 0xff])
        ? 'utf-16be'
        : wideEncoding(bytes)
  if (marked !== null) {
    const text = new TextDecoder(marked).decode(bytes)
    return isNoise(text) ? null : { text, encoding: marked }
  }
  const text = decodes(bytes, 'utf-8')
  if (text !== null) return isNoise(text) ? null : { text, encoding: 'utf-8' }
  if (highShare(bytes) > 0.3) return null
  const western = new TextDecoder('windows-1252').decode(bytes)
  return isNoise(western) ? null : { text: western, encoding: 'windows-1252' }
}
