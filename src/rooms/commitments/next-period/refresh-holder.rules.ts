import type { Contact } from '../../agreements/index.ts'
import type { HeldPost } from '../../parties/index.ts'
import type { RefreshedHolder } from './next-period.ts'

type Held = Pick<HeldPost, 'name' | 'title' | 'organisation' | 'plan' | 'unit'>
type Known = Pick<HeldPost, 'title' | 'organisation' | 'plan'>

const same = (one: string | null, other: string | null): boolean =>
  (one ?? '').toLowerCase() === (other ?? '').toLowerCase()

const isPost = (contact: Contact, post: Known): boolean =>
  same(contact.post, post.title) && same(contact.party, post.organisation) && same(contact.plan, post.plan)

/**
 * Names today's holder where the register knows the post. Of several, the one the agreement named stays; who left is not named
 * again. A post the register does not know keeps what the agreement says.
 */
export const refresher =
  (held: readonly Held[], known: readonly Known[]) =>
  (contact: Contact): Contact => {
    if (contact.post === null || !known.some((post) => isPost(contact, post))) return contact
    const ofPost = held.filter((post) => isPost(contact, post))
    const inUnit = ofPost.filter(({ unit }) => same(unit, contact.unit))
    const names = [...new Set((inUnit.length > 0 ? inUnit : ofPost).map(({ name }) => name))]
    if (names.some((name) => same(name, contact.holder))) return contact
    const [only] = names
    return { ...contact, holder: names.length === 1 && only !== undefined ? only : null }
  }

/** The holders that change, each once. */
export const refreshedHolders = (
  contacts: readonly Contact[],
  refresh: (contact: Contact) => Contact,
): RefreshedHolder[] => {
  const changed = new Map<string, RefreshedHolder>()
  for (const contact of contacts) {
    const { holder } = refresh(contact)
    if (same(holder, contact.holder)) continue
    const told = { post: contact.post ?? '', party: contact.plan ?? contact.party, was: contact.holder, now: holder }
    changed.set(`${told.post}|${told.party}|${told.was}`.toLowerCase(), told)
  }
  return [...changed.values()]
}
