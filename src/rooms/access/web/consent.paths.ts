export const consentsPath = '/samtykker'
export const newConsentPath = '/samtykker/nyt'
export const consentPath = (consentId: string): string => `/samtykker/${consentId}`
export const paperPath = (consentId: string): string => `/samtykker/${consentId}/papir`
export const ownRecordPath = '/mine-oplysninger'
export const openRecordPath = (token: string): string => `/mine-oplysninger/aabn/${token}`
export const answerPath = (token: string): string => `/samtykke/${token}`
export const requestsPath = '/databeskyttelse/anmodninger'
export const deletionPath = '/databeskyttelse/sletning'
