/** A municipality's name in settings as people write it: `havneby` → "Havneby", `gammel_havn` → "Gammel Havn". */
export const partnershipName = (municipality: string): string =>
  municipality
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
