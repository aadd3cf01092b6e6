/** The addresses of journals: of one agreement, and of all. */
export const journalPaths = {
  all: '/journal',
  of: (slug: string) => `/aftaler/${slug}/journal`,
  mark: (slug: string, id: string) => `/aftaler/${slug}/journal/${id}`,
  references: (slug: string) => `/aftaler/${slug}/sagsnumre`,
  removeReference: (slug: string) => `/aftaler/${slug}/sagsnumre/fjern`,
}
