/** Where proposals and clauses stand. */
export const revisionPaths = {
  list: (slug: string): string => `/aftaler/${slug}/forslag`,
  choose: (slug: string): string => `/aftaler/${slug}/forslag/nyt`,
  propose: (slug: string, place: string): string => `/aftaler/${slug}/forslag/nyt?afsnit=${encodeURIComponent(place)}`,
  proposal: (proposalId: string): string => `/forslag/${proposalId}`,
  chooseMore: (proposalId: string): string => `/forslag/${proposalId}/ret`,
  change: (proposalId: string, place: string): string =>
    `/forslag/${proposalId}/ret?afsnit=${encodeURIComponent(place)}`,
  clause: (slug: string, clauseId: string): string => `/aftaler/${slug}/bestemmelser/${clauseId}`,
}
