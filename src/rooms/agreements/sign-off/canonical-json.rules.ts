import { createHash } from 'node:crypto'

/**
 * Writes a JSON value so that the same value is the same text for everyone: no space, the keys of each object in the order of their UTF-16
 * units, numbers and strings as `JSON.stringify` writes them. Source: RFC 8785 (JSON Canonicalization Scheme).
 * Throws for what JSON cannot say: `undefined`, functions, numbers that are not finite.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return `{${canonicalPairs(value).join(',')}}`
  const isSayable = value === null || typeof value !== 'number' || Number.isFinite(value)
  const text = isSayable ? JSON.stringify(value) : undefined
  if (text === undefined) throw new Error(`JSON cannot say ${String(value)}`)
  return text
}

// The order of sort() without a comparison is that of UTF-16 units, as the source asks.
const canonicalPairs = (value: object): string[] => {
  const fields = new Map<string, unknown>(Object.entries(value))
  return [...fields.keys()].toSorted().map((key) => `${JSON.stringify(key)}:${canonicalJson(fields.get(key))}`)
}

/** The SHA-256 of a document's canonical JSON in UTF-8, as 64 hexadecimal digits: what the parties confirm. */
export const documentHash = (document: unknown): string =>
  createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex')

/** A hash in groups of eight, as people compare them. */
export const hashInGroups = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? ''
