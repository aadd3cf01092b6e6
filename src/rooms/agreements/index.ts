export type {
  AgreedActivity,
  AgreementDocument,
  AgreementSection,
  CommitmentKind,
  Contact,
  Footnote,
  OtherActivity,
  ReadCommitment,
  ReaderQuestion,
  SectionKind,
  SourcePlace,
} from './agreement-format.ts'
export type { AgreementVersion, Draft, ListedAgreement, SourceToKeep } from './agreement.ts'
export { commitmentKinds } from './agreement-format.ts'
export { agreementPolicy } from './agreement.policy.ts'
export { insertParties } from './party.queries.ts'
export type { NamedParties, NamedPostIn } from './party.queries.ts'
export type { Acting } from './act-as.ts'
export { actAs } from './act-as.ts'
export { draftClock } from './draft-clock.ts'
export { knownOn } from './known-version.rules.ts'
export type { NamedPlace } from './named-place.queries.ts'
export { listPlacesNaming, listPostsBeside } from './named-place.queries.ts'
export type { BegunDraft, BegunProposal } from './open-work.queries.ts'
export { listDraftsBegunBy, listProposalsBegunBy } from './open-work.queries.ts'
export { listRelationsTo } from './relation.queries.ts'
export {
  countSampleAgreements,
  deleteSampleAgreements,
  getVersionOn,
  isVersionPublished,
  listAgreements,
  getLastVersion,
  getLastVersionOn,
  getVersion,
} from './agreement.queries.ts'
export { agreementTexts } from './agreement.texts.ts'
export { bringNextIntoForce } from './revision/bring-next-into-force.ts'
export { carryClauses } from './revision/carry-clauses.rules.ts'
export type { StandingClause } from './revision/carry-clauses.rules.ts'
export { clausesIn, sectionText, spanOfClause } from './revision/clauses-in.rules.ts'
export { listChangedClauses, listLifeOfClause, listVersions } from './revision/clause.queries.ts'
export type { ClauseInVersion, VersionInTurn } from './revision/clause.queries.ts'
export { compareDocuments } from './revision/compare-documents.rules.ts'
export type { ChangedSection, DocumentChanges } from './revision/compare-documents.rules.ts'
export {
  carryProposal,
  changeProposal,
  putProposal,
  renameProposal,
  withdrawProposal,
} from './revision/change-proposal.ts'
export { commentOnProposal } from './revision/comment-on-proposal.ts'
export { mergeDocuments } from './revision/merge-documents.rules.ts'
export type { MergeConflict } from './revision/merge-documents.rules.ts'
export type { MergedPiece } from './revision/merge-texts.rules.ts'
export { findPlace, wordsAt, writePlace } from './revision/place.rules.ts'
export type { Place } from './revision/place.rules.ts'
export type { ListedProposal, Proposal, ProposalComment, ProposalDecision, ProposalState } from './revision/proposal.ts'
export { commentStances, decisionOutcomes } from './revision/proposal.ts'
export {
  getProposal,
  getProposalForUpdate,
  getProposalOn,
  insertDecision,
  listCarryings,
  listComments,
  listProposals,
  listRelationsToProposal,
} from './revision/proposal.queries.ts'
export { requirePut, stateOfProposal } from './revision/proposal.rules.ts'
export { proposeChange } from './revision/propose-change.ts'
export type { ProposalWords } from './revision/propose-change.ts'
export { clausesOf, ensureClauses, recordMissingClauses } from './revision/record-clauses.ts'
export { rereadChanged } from './revision/reread-changed.rules.ts'
export { revisionPolicy } from './revision/revision.policy.ts'
export { diffWords } from './revision/word-diff.rules.ts'
export type { Stretch } from './revision/word-diff.rules.ts'
export { splitClauses } from './clauses.ts'
export type { Clause } from './clauses.ts'
export { commitmentKindTexts } from './commitment-kind.texts.ts'
export { beginDraft } from './begin-draft.ts'
export { bringIntoForce } from './bring-into-force.ts'
export { describeExport, exportAgreement } from './documents/export-agreement.ts'
export type { ExportFormat } from './documents/export-agreement.ts'
export type { DocumentDescription, Part as DocumentPart } from './documents/description.ts'
export { describeInReport } from './documents/describe-in-report.ts'
export { setPdfs, writePdfs } from './documents/set-pdfs.ts'
export type { PdfToSet } from './documents/set-pdfs.ts'
export { linesOf } from './documents/lines.ts'
export { writeSheet } from './documents/write-sheet.ts'
export { writeJson } from './documents/write-json.ts'
export { displayTitle } from './display-title.rules.ts'
export { requireConfirmable } from './draft.rules.ts'
export {
  closeDraft,
  getDraft,
  getDraftForUpdate,
  getSourceBytes,
  getSourceText,
  insertSource,
} from './draft.queries.ts'
export { dayInWords, moneyInWords, printable, spanInWords } from './documents/document-words.ts'
export { termInWords } from './term-words/term-in-words.ts'
export { findAnchorWords } from './term-words/anchor-words.ts'
export { findDanishUnit } from './term-words/unit-words.ts'
export type { SourceLine } from './reader/blocks.ts'
export { isDay, readEmbedded } from './agreement-format.schema.ts'
export { openSource } from './reader/open-source.ts'
export { readForm } from './reader/read-form.ts'
export { chooseTemplate } from './reader/choose-template.ts'
export { formTemplates } from './reader/templates.ts'
export { readerTexts } from './reader/reader.texts.ts'
export type { AroundVersion } from './see-around.ts'
export { seeAround } from './see-around.ts'
export { journalTexts } from './journal/journal.texts.ts'
export { writeJournal, writeJournalOnce } from './journal/write-journal.ts'
export { documentHash } from './sign-off/canonical-json.rules.ts'
export { seeConfirmed } from './sign-off/see-signatures.ts'
export { readCarriedHash } from './sign-off/read-carried.ts'
export { signatureTexts } from './sign-off/signature.texts.ts'
