/** The addresses of seasons. */
export const seasonPaths = {
  list: '/kalender/saeson',
  season: (seasonId: string): string => `/kalender/saeson/${seasonId}`,
  terms: (seasonId: string): string => `/kalender/saeson/${seasonId}/vilkaar`,
  wishes: (seasonId: string): string => `/kalender/saeson/${seasonId}/oensker`,
  wish: (seasonId: string, wishId: string): string => `/kalender/saeson/${seasonId}/oensker/${wishId}`,
}
