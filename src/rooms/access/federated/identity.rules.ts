import { findCprShapes } from '../private-text/cpr.rules.ts'
import { type Assurance, assurances } from './identity-provider.ts'

/** The mail address in small letters where its domain is one of these; null otherwise, and for what is no plain address. */
export const believedMail = (mail: string | null, mailDomains: readonly string[]): string | null => {
  const plain =
    mail === null ? null : /^[\w.!#$%&'*+/=?^`{|}~-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(mail.toLowerCase())
  return plain?.[1] !== undefined && mailDomains.includes(plain[1]) ? plain[0] : null
}

/** Whether a provider's name for a person is a CPR number; one that happens to hold such digits among others is not. */
export const isCpr = (subject: string): boolean => {
  const written = subject.trim()
  return findCprShapes(written).some(({ at, length }) => at === 0 && length === written.length)
}

const byNumber: Readonly<Record<string, Assurance>> = { '2': 'Low', '3': 'Substantial', '4': 'High' }

/** Whether an assurance is enough. OIOSAML 2.0.9 says 3 and 4 where the national standard says Substantial and High. */
export const isAssured = (told: string | null, least: Assurance): boolean => {
  const name = told?.replace('https://data.gov.dk/concept/core/nsis/loa/', '') ?? ''
  const assurance = byNumber[name] ?? assurances.find((known) => known === name)
  return assurance !== undefined && assurances.indexOf(assurance) >= assurances.indexOf(least)
}
