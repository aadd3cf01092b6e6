import type { Actor } from '../actor.ts'
import type { Consent, DataSubject } from './consent.ts'

/** The person as the reader may see them: the post that shares sees all, one that receives only the kinds its consents name. */
export const shownSubject = (
  { subject, consents }: { readonly subject: DataSubject; readonly consents: readonly Consent[] },
  { postId }: Pick<Actor, 'postId'>,
): DataSubject => {
  const isOwn = subject.registeredPostId === postId || consents.some((consent) => sharesAs(consent, postId))
  if (isOwn) return subject
  const kinds = new Set(consents.flatMap(({ dataKinds }) => dataKinds))
  return {
    ...subject,
    birthMonth: kinds.has('birth_month') ? subject.birthMonth : null,
    mail: kinds.has('contact') ? subject.mail : null,
    phone: kinds.has('contact') ? subject.phone : null,
  }
}

const sharesAs = ({ circle }: Consent, postId: string | null): boolean =>
  postId !== null && circle.some((member) => member.side === 'shares' && member.postId === postId)
