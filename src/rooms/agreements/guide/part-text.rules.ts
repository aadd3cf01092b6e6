import type { AgreementDocument, Contact } from '../agreement-format.ts'
import type { AskedPart } from './guide-step.ts'

/** A part of the whole as a person would type it in the guide, one thing a line. */
export const partText = (document: AgreementDocument, part: AskedPart): string => {
  if (part === 'goals') return document.goals.map(({ text }) => text).join('\n')
  if (part === 'attachments') return document.attachments.map(({ title }) => title).join('\n')
  if (part === 'parties') return partiesText(document.contacts)
  const { forum = null, lead = null } = document.coordination ?? {}
  return [forum, lead && `Tovholder: ${[lead.party, contactText(lead)].filter(Boolean).join(', ')}`]
    .filter(Boolean)
    .join('\n')
}

const contactText = ({ plan, unit, post, holder }: Contact): string =>
  [plan && `Helhedsplanen '${plan}'`, unit, post, holder && `pt. ${holder}`].filter(Boolean).join(', ')

const partiesText = (contacts: readonly Contact[]): string => {
  const parties = new Map<string, string[]>()
  for (const contact of contacts)
    parties.set(contact.party, [...(parties.get(contact.party) ?? []), contactText(contact)])
  return [...parties].map(([party, lines]) => [party, ...lines].join('\n')).join('\n\n')
}
