import type { AgreementDocument, Contact } from '../agreements/index.ts'
import type { PostToRegister } from '../parties/index.ts'

/** A post an agreement names, the activities it is named in ('' = the agreement as a whole), and whether it leads the forum. */
export interface NamedPost {
  readonly post: PostToRegister
  readonly activities: readonly string[]
  readonly isLead: boolean
}

/** The posts the document names, each once; a contact without a post is left for a person to settle. */
export const namedPosts = (document: AgreementDocument): NamedPost[] => {
  const lead = leadOf(document)
  const contacts = [
    ...document.contacts.map((contact) => ({ contact, activityId: '' })),
    ...document.activities.flatMap(({ id, contacts: own }) => own.map((contact) => ({ contact, activityId: id }))),
    ...(lead === null ? [] : [{ contact: lead, activityId: '' }]),
  ]
  const leadKey = lead === null ? null : keyOf(lead)
  const named = new Map<string, NamedPost>()
  for (const { contact, activityId } of contacts) {
    const post = postOf(contact)
    if (post === null) continue
    const key = keyOf(contact)
    const known = named.get(key)
    const activities = [...new Set([...(known?.activities ?? []), activityId])]
    named.set(key, {
      post: { ...post, holder: known?.post.holder ?? post.holder },
      activities,
      isLead: key === leadKey,
    })
  }
  return [...named.values()]
}

/** The organisations among the other parties, each once, without what stands in brackets behind their names. */
export const otherPartyNames = (document: AgreementDocument): string[] => [
  ...new Set(document.otherParties.map(({ name }) => name.replace(/\s*\([^)]*\)$/u, '').trim()).filter(Boolean)),
]

/** The lead with a post: where the text names only who leads, the post is that of the same person or unit elsewhere in it. */
const leadOf = (document: AgreementDocument): Contact | null => {
  const lead = document.coordination?.lead ?? null
  if (lead === null || lead.post !== null) return lead
  const known = [...document.contacts, ...document.activities.flatMap((activity) => activity.contacts)].filter(
    ({ party, post }) => post !== null && isSame(party, lead.party),
  )
  const byHolder = known.find(({ holder }) => holder !== null && lead.holder !== null && isSame(holder, lead.holder))
  const byUnit = known.filter(({ unit }) => unit !== null && lead.unit !== null && isSame(unit, lead.unit))
  if (byHolder !== undefined) return byHolder
  return (byUnit.length === 1 ? byUnit[0] : undefined) ?? { ...lead, post: 'tovholder' }
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const keyOf = ({ party, plan, unit, post }: Contact): string => [party, plan, unit, post].join('|').toLowerCase()

const postOf = (contact: Contact): PostToRegister | null =>
  contact.post === null || contact.party === ''
    ? null
    : {
        organisation: contact.party,
        kind: contact.kind,
        plan: contact.plan,
        unit: contact.unit,
        title: contact.post,
        holder: contact.holder === null ? null : { name: contact.holder, email: null, introduction: null },
        provisional: contact.provisional,
      }
