/** The address a link that asks for confirmation opens. */
export const confirmationUrl = (baseUrl: string, token: string): string => `${baseUrl}/kontakter/bekraeft/${token}`
