import type { VCard } from '../../../platform/vcard/write-vcards.ts'
import { phoneLink } from '../../parties/index.ts'
import type { Contact } from './contact.ts'

/**
 * Contacts as cards of an address book. A card is the post's: taken again after somebody else took over, it takes the place of the first.
 */
export const cardsOf = (contacts: readonly Contact[], baseUrl: string): VCard[] =>
  contacts.map(({ postId, title, organisation, plan, unit, holder }) => {
    const [name, email, phone] = [holder?.name ?? null, holder?.email ?? null, holder?.phone ?? null]
    return {
      uid: postId,
      kind: name === null ? 'org' : 'individual',
      name: name ?? title,
      organisation,
      units: unit === null ? [] : [unit],
      title,
      email,
      phone: phone === null ? null : phoneLink(phone),
      note: plan ?? '',
      url: `${baseUrl}/kontakter?q=${encodeURIComponent(title)}`,
    }
  })
