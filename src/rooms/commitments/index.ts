export type { Commitment } from './commitment.ts'
export { confirmAgreement, promisesOf, putInForce } from './confirm-agreement.ts'
export { countCommitments, listCommitments } from './commitment.queries.ts'
export { commitmentTexts } from './commitment.texts.ts'
