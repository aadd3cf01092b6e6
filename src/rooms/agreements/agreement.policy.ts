import { anyone, type Permission, signedIn } from '../access/index.ts'

/** Who may do what with agreements. Row-level security says the same of the rows. */
export const agreementPolicy = {
  readPublished: anyone,
  readUnpublished: signedIn,
  readSource: signedIn,
  beginDraft: signedIn,
  correctDraft: signedIn,
  confirmDraft: signedIn,
  removeSample: signedIn,
} satisfies Record<string, Permission>
