import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Language } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import { findMailChoice } from '../../commitments/index.ts'
import { listPostContacts } from '../../parties/index.ts'
import type { Member } from '../group/group.ts'

/** A post and who holds it. */
export type Sitter = Pick<Member, 'postId' | 'personId'>

/** A member who can be written to, and wants to be. */
export interface Reachable {
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly language: Language
}

/** Those of some members who hold a post, have an address and have not said no to being warned. */
export const listReachable = async (tx: ReadTx, members: readonly Sitter[], day: Day): Promise<Reachable[]> => {
  const posts = members.flatMap(({ postId }) => (postId === null ? [] : [postId]))
  const contacts = new Map((await listPostContacts(tx, posts, day)).map((contact) => [contact.postId, contact]))
  const reachable: Reachable[] = []
  for (const { postId, personId } of members) {
    const contact = contacts.get(postId ?? '')
    if (personId === null || !contact?.email || reachable.some((one) => one.personId === personId)) continue
    const choice = await findMailChoice(tx, personId)
    if (choice !== undefined && !choice.wantsWarnings) continue
    const language = choice?.language ?? 'da'
    reachable.push({ personId, name: contact.name ?? '', address: contact.email, language })
  }
  return reachable
}

/** Writes to a member once for each key, in the caller's transaction. */
export const mailMember = async (
  tx: WriteTx,
  { clock }: Platform,
  { personId, address }: Reachable,
  mail: { readonly subject: string; readonly words: MailWords; readonly onceKey: string },
): Promise<void> => {
  await queueMail(tx, clock, {
    personId,
    address,
    subject: mail.subject,
    plain: plainMail(mail.words),
    html: await htmlMail(mail.words),
    stopUrl: null,
    onceKey: mail.onceKey,
  })
}
