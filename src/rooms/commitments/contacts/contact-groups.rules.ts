import type { Contact, Grouping } from './contact.ts'

/** Contacts under one heading; its words are null where what they are put together by is missing. */
export interface ContactGroup {
  readonly key: string
  readonly name: string | null
  /** The activity of an agreement, where they are put together by activity; null = the agreement as a whole. */
  readonly activity: string | null
  readonly contacts: readonly Contact[]
}

/** Puts contacts, which come in order, under their headings. */
export const groupContacts = (contacts: readonly Contact[], grouping: Grouping): ContactGroup[] =>
  [...Map.groupBy(contacts, (contact) => headingOf(contact, grouping).key)].flatMap(([key, own]) => {
    const [first] = own
    return first === undefined ? [] : [{ ...headingOf(first, grouping), key, contacts: own }]
  })

const headingOf = (contact: Contact, grouping: Grouping): Omit<ContactGroup, 'contacts'> => {
  const { organisationId, organisation, planId, plan, unitId, unit, title, place } = contact
  const heading = (key: string | null, name: string | null) => ({ key: key ?? '', name, activity: null })
  if (grouping === 'plan') return heading(planId, plan)
  if (grouping === 'unit') return heading(unitId, unit)
  if (grouping === 'post') return heading(title.toLowerCase(), title.charAt(0).toUpperCase() + title.slice(1))
  if (grouping === 'party') return heading(organisationId, organisation)
  if (place === null) return heading(null, null)
  return { key: `${place.slug}/${place.activity ?? ''}`, name: place.agreement, activity: place.activity }
}

/** Where a post stands, without what its heading says already: "Bølgen, Boligforeningen Fyret". */
export const placeWords = ({ unit, plan, organisation }: Contact, grouping: Grouping | null): string =>
  [grouping === 'unit' ? null : unit, grouping === 'plan' ? null : plan, grouping === 'party' ? null : organisation]
    .filter((part) => part !== null)
    .join(', ')
