export type { HeldPost, OrganisationKind, PostToRegister } from './party.ts'
export { distinctPostWords, postWords } from './party.ts'
export { registerPosts } from './register-posts.ts'
export { deleteSampleParties, ensureArea, listHeldPosts, findPersonMail, setPersonMail } from './party.queries.ts'
