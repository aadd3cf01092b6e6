import type { MergeKind } from '../merge.ts'

/** Addresses of the pages about units and names, as values. */
export const registerPaths = {
  register: '/enheder',
  told: (told: string) => `/enheder?besked=${told}`,
  plans: '/enheder/planer',
  plan: (planId: string) => `/enheder/planer/${planId}`,
  area: (areaId: string) => `/enheder/omraader/${areaId}`,
  organisation: (id: string, told?: string) =>
    `/enheder/organisation/${id}${told === undefined ? '' : `?besked=${told}`}`,
  unit: (id: string, told?: string) => `/enheder/enhed/${id}${told === undefined ? '' : `?besked=${told}`}`,
  merge: '/enheder/sammenlaeg',
  mergeOf: (kind: MergeKind, kept: string, lost: string) =>
    `/enheder/sammenlaeg?slags=${kind}&behold=${kept}&opgiv=${lost}`,
  undo: (mergeId: string) => `/enheder/sammenlaegning/${mergeId}/fortryd`,
  another: (samenessId: string) => `/enheder/spoergsmaal/${samenessId}/anden`,
}
