export { listOrganisationNames } from './organisation.queries.ts'
export { personClock } from './person-clock.ts'
export type { Duty, HeldPost, OrganisationKind, PostToRegister } from './party.ts'
export { distinctPostWords, postWords } from './party.ts'
export { invitationUrl } from './invitation-link.ts'
export { invitePerson } from './invite-person.ts'
export { findTypedDay } from './typed-day.rules.ts'
export { partyTexts } from './party.texts.ts'
export type { RegisteredPost } from './register-posts.ts'
export { registerPosts } from './register-posts.ts'
export {
  ensureArea,
  ensureOrganisation,
  findPersonMail,
  giveDuty,
  listHeldPosts,
  listHoldersOfDuty,
  listPersonNames,
  listPostNames,
  listPeopleByMail,
  listPostsOf,
  setPersonMail,
} from './party.queries.ts'
export { deleteSampleParties } from './sample.queries.ts'
