export { listOrganisationNames } from './organisation.queries.ts'
export { listAreas } from './register.queries.ts'
export { organisationNameOn } from './name-on.queries.ts'
export { personClock } from './person-clock.ts'
export type { Duty, HeldPost, OrganisationKind, PostChoice, PostToRegister } from './party.ts'
export { distinctPostWords, postWords, wholePostWords } from './party.ts'
export { partyPolicy } from './party.policy.ts'
export type { Holder } from './holder.ts'
export { listHoldersOfPost, listHoldingsOf, listHolders } from './holder.queries.ts'
export { holdingOn } from './swap.rules.ts'
export type { PostContact } from './post.queries.ts'
export { getPost, listInvitationsBy, listPostContacts } from './post.queries.ts'
export type { Handover, HandoverNote, HandoverThing } from './handover.ts'
export { handoverThings } from './handover.ts'
export { listConfirmations, listHandoverNotes, listRelationsToHandover } from './handover.queries.ts'
export { handoverOf, nearestHandover } from './handover.rules.ts'
export { noteHandover } from './note-handover.ts'
export { confirmationTexts } from './confirmation.texts.ts'
export { listAskablePosts } from './ask-to-confirm.ts'
export { deleteConfirmationLinksEndedBy } from './contact-entry.queries.ts'
export { foldName, soughtWords, wordsMeant } from './fold-name.rules.ts'
export type { UnknownWords } from './unknown-word.queries.ts'
export { listUnknownIn } from './unknown-word.queries.ts'
export { freshnessOf } from './freshness.rules.ts'
export { phoneLink } from './phone.rules.ts'
export { countToLookAt } from './settle-answer.ts'
export { invitationUrl } from './invitation-link.ts'
export { invitePerson } from './invite-person.ts'
export { findTypedDay } from './typed-day.rules.ts'
export { partyTexts } from './party.texts.ts'
export type { RegisteredPost } from './register-posts.ts'
export { registerPosts } from './register-posts.ts'
export { listKnownNames, lockRegister } from './known-name.queries.ts'
export { asProposed, proposeMatches } from './propose-matches.rules.ts'
export type { NamedInAgreement, SamenessAnswer, SamenessAnswers, SamenessQuestion } from './sameness.ts'
export { candidateValue, mayWait, readAnswers, samenessField } from './sameness.form.ts'
export { registerRefusalTexts } from './register-refusals.texts.ts'
export { samenessTexts } from './sameness.texts.ts'
export { findNamedPost, settleMatches } from './settle-matches.ts'
export {
  ensureArea,
  ensureOrganisation,
  ensurePlan,
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
