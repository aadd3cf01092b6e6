/** The addresses somebody's own answers are told by: those that are known here, and one that stands in the calendar's own address. */
export const ownMails = (known: readonly (string | null)[], address: URL): string[] => {
  const inAddress = address.pathname.split('/').map(decoded).filter(isMail)
  return [...new Set([...known, ...inAddress].flatMap((mail) => (mail === null ? [] : [mail.trim().toLowerCase()])))]
}

const isMail = (piece: string): boolean => /^[^@\s/]+@[^@\s/]+\.[a-z]+$/i.test(piece)

const decoded = (piece: string): string => {
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece
  }
}
