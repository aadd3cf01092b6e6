import { isMailAddress } from '../../../platform/mail/mail-address.ts'

/**
 * A mail address of what stands for a person in a calendar: `MAILTO:`, bare, in angle brackets or with signs written as `%40`. Null where
 * it is none that mail reaches: `urn:uuid:…`, `invalid:nomail`, a path within Exchange.
 */
export const readCalendarAddress = (value: string): string | null => {
  const bare = value
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^(?:mailto|smtp):/i, '')
    .replace(/\?.*$/, '')
  const address = decoded(bare)
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase()
  return isMailAddress(address) && !address.includes('/') && !address.startsWith('urn:') ? address : null
}

const decoded = (value: string): string => {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
