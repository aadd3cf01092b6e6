/** A source line as people read it: markup taken away, cells and bullets told apart, leaders of dots short. Never shown as markup. */
export const plainLine = (text: string): string =>
  text
    .replaceAll(/<\/(?:p|li|ul|ol|div|td|tr|h[1-6])>|<br ?\/?>/gi, ' ')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll('\t', ' │ ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/\*\*|__/g, '')
    .replaceAll(/ ?\.{4,} ?/g, ' … ')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .trim()
