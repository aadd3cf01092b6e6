/** The services that browsers' makers run; a server writes to no other, so that nobody can have it call an address of their choice. */
const knownServices: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  '.push.apple.com',
  '.notify.windows.com',
]

/** Whether an address is one of a push service; `own` are origins a municipality trusts besides. */
export const isPushService = (endpoint: string, own: readonly string[]): boolean => {
  const url = URL.parse(endpoint)
  if (url === null || endpoint.length > 1000 || url.username !== '' || url.password !== '') return false
  if (own.includes(url.origin)) return true
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    knownServices.some((known) => (known.startsWith('.') ? url.hostname.endsWith(known) : url.hostname === known))
  )
}
