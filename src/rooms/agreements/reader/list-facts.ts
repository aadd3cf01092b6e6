import type { AgreedActivity, AgreementDocument, Contact } from '../agreement-format.ts'

/** One fact of an agreement as a line of text, for counting how many of a list of known facts a reading holds. */
export interface ListedFact {
  kind: string
  fact: string
}

const plain = (value: string | number | boolean | null | undefined): string =>
  String(value ?? '')
    .toLowerCase()
    .replace(/["'’‘“”«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[.,:;\s]+$/u, '')
    .trim()

const line = (kind: string, ...parts: (string | number | boolean | null | undefined)[]): ListedFact => ({
  kind,
  fact: parts.map(plain).join('|'),
})

const contactFacts = (scope: string, contact: Contact): ListedFact[] => {
  const who = contact.holder ?? '-'
  const fields = ['party', 'kind', 'plan', 'unit', 'provisional'] as const
  return [
    line('contact', scope, who, contact.post),
    line('contact.place', scope, who, contact.source.line),
    ...fields.flatMap((field) =>
      contact[field] === null ? [] : [line(`contact.${field}`, scope, who, contact[field])],
    ),
  ]
}

const activityFacts = (activity: AgreedActivity): ListedFact[] => {
  const { id, ages } = activity
  return [
    line('activity', id, activity.parentId, activity.title),
    ...activity.sections.map((section) => line('section', id, section.kind)),
    ...activity.contacts.flatMap((contact) => contactFacts(id, contact)),
    ...(ages === null ? [] : [line('ages', id, ages.from, ages.to)]),
    ...activity.venues.flatMap((venue) => [
      line('venue', id, venue.name),
      ...(venue.area === null ? [] : [line('venue.area', id, venue.name, venue.area)]),
    ]),
    ...activity.amounts.flatMap((amount) => [
      line('amount', id, amount.amountOere, amount.per, amount.approximate),
      line('amount.parties', id, amount.amountOere, amount.payer, amount.payee),
    ]),
    ...activity.reservations.map((reservation) => line('reservation', id, reservation.until)),
  ]
}

const wholeFacts = (agreement: AgreementDocument): ListedFact[] => {
  const named = [
    'title',
    'municipality',
    'district',
    'leadParty',
    'focusArea',
    'signedOn',
    'caseNumber',
    'documentNumber',
  ] as const
  return [
    ...named.map((name) => line('whole', name, agreement[name])),
    line('whole', 'validDuring', agreement.validDuring?.from, agreement.validDuring?.to),
    line('whole', 'preamble', agreement.preamble.length),
    line('whole', 'forum', agreement.coordination?.forum),
    ...agreement.goals.map((goal, at) => line('goal', at, goal.text.slice(0, 12))),
    ...agreement.policyGoals.map((goal, at) => line('policyGoal', at, goal.text.slice(0, 12))),
    ...agreement.frames.map((frame) =>
      line('frame', frame.plan, frame.during?.from, frame.during?.to, frame.amountOere),
    ),
  ]
}

/** Lists the facts of an agreement, one a line, without case, quotes or closing punctuation. */
export const listFacts = (agreement: AgreementDocument): ListedFact[] => {
  const lead = agreement.coordination?.lead ?? null
  return [
    ...wholeFacts(agreement),
    ...agreement.contacts.flatMap((contact) => contactFacts('whole', contact)),
    ...(lead === null ? [] : contactFacts('lead', lead)),
    ...agreement.activities.flatMap(activityFacts),
    ...agreement.otherParties.map((party) => line('otherParty', party.name, party.contact, party.email)),
    ...agreement.otherActivities.map((other) =>
      line('otherActivity', other.id, other.title, other.validDuring?.from, other.validDuring?.to),
    ),
    ...agreement.footnotes.map((note) => line('footnote', note.mark, note.text.slice(0, 12), note.text.slice(-10))),
  ]
}
