/** What is read of a person from OIOSAML 3.0, from OIOSAML 2.0.9, and from Microsoft's services. Whatever else they send is not looked at. */
const attributeNames = {
  mail: [
    'https://data.gov.dk/model/core/eid/email',
    'urn:oid:0.9.2342.19200300.100.1.3',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
  ],
  cvr: ['https://data.gov.dk/model/core/eid/professional/cvr', 'dk:gov:saml:attribute:CvrNumberIdentifier'],
  assurance: ['https://data.gov.dk/concept/core/nsis/loa', 'dk:gov:saml:attribute:AssuranceLevel'],
} as const

/** What a provider says of a person besides who they are; null where it does not say it once. */
export interface ToldAttributes {
  readonly mail: string | null
  readonly cvr: string | null
  readonly assurance: string | null
}

/** Reads the attributes Brobyg uses. All others, CPR numbers and names among them, stay behind here. */
export const readAttributes = (sent: Readonly<Record<string, unknown>>): ToldAttributes => {
  const first = (names: readonly string[]): string | null => {
    const value = names.map((name) => sent[name]).find((found) => found !== undefined)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return {
    mail: first(attributeNames.mail),
    cvr: first(attributeNames.cvr),
    assurance: first(attributeNames.assurance),
  }
}
