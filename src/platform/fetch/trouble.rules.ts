const codes: readonly (readonly [RegExp, string])[] = [
  [/^(?:ENOTFOUND|EAI_|ENODATA)/, 'host_unknown'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/, 'certificate_wrong'],
  [/^(?:Z_|ERR_ZLIB)/, 'packed_wrongly'],
  [/^(?:ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|EADDR|EACCES|HPE_|ERR_STREAM|ERR_HTTP|UND_|ABORT_ERR)/, 'no_answer'],
]

/** What a failure of the net is called in a refusal; null where it is not one. */
export const codeOfTrouble = (error: unknown): string | null => {
  // Tried at several addresses at once, the failures come as one.
  const [one] = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [error]
  if (!(one instanceof Error) || !('code' in one)) return null
  const code = String(one.code)
  return codes.find(([shape]) => shape.test(code))?.[1] ?? null
}
