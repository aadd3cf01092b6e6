/** The name of the partnership as the municipality's schema gives it: `Havneby`. */
export const partnershipName = (municipality: string): string =>
  municipality
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
