const isAgreementPart = (name: string): boolean => /brobyg[-/]agreement\.json$/i.test(name)

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}

/** The agreement that a file written here carries inside, as parsed JSON and otherwise unchecked; null where there is none. */
export const findEmbedded = (parts: ReadonlyMap<string, Uint8Array>): unknown => {
  for (const [name, part] of parts) {
    if (!isAgreementPart(name)) continue
    const value = parsed(new TextDecoder().decode(part))
    if (value !== null) return value
  }
  return null
}

/** The agreement a text is, where it is one in JSON; null for any other text. */
export const agreementInJson = (text: string): unknown => {
  if (!text.slice(0, 200).trimStart().startsWith('{')) return null
  const value = parsed(text)
  const isAgreement =
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    String(value.format).startsWith('brobyg-agreement/')
  return isAgreement ? value : null
}
