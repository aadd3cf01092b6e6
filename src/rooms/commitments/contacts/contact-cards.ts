import type { VCard } from '../../../platform/vcard/write-vcards.ts'
import { phoneLink } from '../../parties/index.ts'
import type { Contact } from './contact.ts'

/**
 * Contacts as cards of an address book. A card is the post's: taken again after somebody else took over, it takes the place of the first.
 */
export const cardsOf = (contacts: readonly Contact[], baseUrl: string): VCard[] =>
  contacts.map(({ postId, title, organisation, plan, unit, holder }) => ({
    uid: postId,
    kind: holder?.name == null ? ('org' as const) : ('individual' as const),
    name: holder?.name ?? title,
    organisation,
    units: unit === null ? [] : [unit],
    title,
    email: holder?.email ?? null,
    phone: holder?.phone == null ? null : phoneLink(holder.phone),
    note: plan ?? '',
    url: `${baseUrl}/kontakter?q=${encodeURIComponent(title)}`,
  }))
