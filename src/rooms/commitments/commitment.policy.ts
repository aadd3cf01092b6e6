import { anyone, type Permission, signedIn } from '../access/index.ts'

/** Who may do what with promises. Row-level security says the same of the rows. */
export const commitmentPolicy = {
  readStates: anyone,
  readNotes: signedIn,
  recordEvidence: signedIn,
  correctCommitment: signedIn,
  subscribe: signedIn,
  chooseMails: signedIn,
} satisfies Record<string, Permission>
