/** What a form about one person in one post does. */
export type HolderAct = 'slut' | 'fortryd' | 'igen' | 'traek-tilbage' | 'tag-tilbage' | 'hverv'

/** Addresses of the pages about who takes part, as values. */
export const personPaths = {
  people: '/personer',
  told: (told: string) => `/personer?besked=${told}`,
  invite: '/personer/inviter',
  inviteHolder: (holderId: string) => `/personer/inviter?person=${holderId}`,
  holder: (holderId: string, told?: string) => `/personer/${holderId}${told === undefined ? '' : `?besked=${told}`}`,
  act: (holderId: string, act: HolderAct) => `/personer/${holderId}/${act}`,
}
