import type { Permission } from '../access/index.ts'

/** Who may do what with people and the posts they hold. Row-level security says the same of the rows. */
export const partyPolicy = {
  readPeople: ['holder', 'program'],
  invite: ['lead', 'administrator', 'program'],
  /** Somebody who said yes, and has lost every way in. */
  inviteAgain: ['program'],
  endPost: ['lead', 'administrator', 'program'],
  /** A post given to somebody else from a day. */
  swapHolder: ['lead', 'administrator', 'program'],
  /** What is handed over where a post changes hands. */
  handOver: ['post_holder', 'lead', 'administrator', 'program'],
  /** Who to call: posts, and the names published agreements say. */
  readContacts: ['anyone'],
  /** Everyone's name, mail and phone, and how fresh the entry is. */
  readContactDetails: ['holder', 'program'],
  /** Of somebody an agreement of theirs names. */
  askToConfirm: ['party', 'lead', 'administrator', 'program'],
  confirmEntry: ['self'],
  settleAnswers: ['lead', 'administrator', 'program'],
  giveDuty: ['administrator', 'program'],
  readRegister: ['holder', 'program'],
  /** Merges, renames, moves and closes what is registered, and says which names are of one. */
  keepRegister: ['lead', 'administrator', 'program'],
} satisfies Record<string, Permission>
