import { commitmentKinds, partyKinds, sectionKinds } from './agreement-format.ts'

/** How one field of a draft is written in a form. A `list` is one entry a line; `kroner` shows kroner and keeps øre. */
export type FieldKind = 'line' | 'box' | 'day' | 'kroner' | 'whole' | 'yes_no' | 'list' | 'notation' | 'choice'

export interface DraftField {
  /** The field's own path inside the thing it belongs to (`ages.from`). */
  readonly name: string
  readonly kind: FieldKind
  readonly isNeeded?: boolean
  readonly choices?: readonly string[]
}

/** One kind of thing in a draft that a form can correct. `blank` is what a new one begins as; null where none can be added. */
export interface DraftShape {
  readonly name: ShapeName
  readonly path: RegExp
  readonly fields: readonly DraftField[]
  readonly blank: Readonly<Record<string, unknown>> | null
}

export type ShapeName =
  | 'header'
  | 'goal'
  | 'contact'
  | 'frame'
  | 'activity'
  | 'section'
  | 'venue'
  | 'amount'
  | 'reservation'
  | 'commitment'
  | 'other_party'
  | 'other_activity'
  | 'footnote'
  | 'attachment'
  | 'signatory'

/** A fact a person wrote in themselves has no line in the source: its place is line 0. */
const source = { line: 0, toLine: 0, page: null }
const place = String.raw`\d+`

export const draftShapes: readonly DraftShape[] = [
  {
    name: 'header',
    path: /^$/,
    fields: [
      { name: 'title', kind: 'line', isNeeded: true },
      { name: 'focusArea', kind: 'line' },
      { name: 'municipality', kind: 'line' },
      { name: 'district', kind: 'line' },
      { name: 'leadParty', kind: 'line' },
      { name: 'signedOn', kind: 'day' },
      { name: 'validDuring.from', kind: 'day', isNeeded: true },
      { name: 'validDuring.to', kind: 'day' },
      { name: 'caseNumber', kind: 'line' },
      { name: 'documentNumber', kind: 'line' },
    ],
    blank: null,
  },
  {
    name: 'goal',
    path: new RegExp(`^(goals|policyGoals)\\.${place}$`),
    fields: [{ name: 'text', kind: 'box', isNeeded: true }],
    blank: { text: '', source },
  },
  {
    name: 'contact',
    path: new RegExp(`^(contacts\\.${place}|activities\\.${place}\\.contacts\\.${place}|coordination\\.lead)$`),
    fields: [
      { name: 'party', kind: 'line', isNeeded: true },
      { name: 'kind', kind: 'choice', choices: partyKinds },
      { name: 'plan', kind: 'line' },
      { name: 'unit', kind: 'line' },
      { name: 'post', kind: 'line' },
      { name: 'holder', kind: 'line' },
      { name: 'provisional', kind: 'yes_no' },
    ],
    blank: { party: '', kind: 'other', plan: null, unit: null, post: null, holder: null, provisional: false, source },
  },
  {
    name: 'frame',
    path: new RegExp(`^frames\\.${place}$`),
    fields: [
      { name: 'plan', kind: 'line', isNeeded: true },
      { name: 'during.from', kind: 'day' },
      { name: 'during.to', kind: 'day' },
      { name: 'amountOere', kind: 'kroner' },
    ],
    blank: { plan: '', during: null, amountOere: null, text: '', source },
  },
  {
    name: 'activity',
    path: new RegExp(`^activities\\.${place}$`),
    fields: [
      { name: 'title', kind: 'line', isNeeded: true },
      { name: 'ages.from', kind: 'whole' },
      { name: 'ages.to', kind: 'whole' },
      { name: 'focusAreas', kind: 'list' },
    ],
    blank: null,
  },
  {
    name: 'section',
    path: new RegExp(`^activities\\.${place}\\.sections\\.${place}$`),
    fields: [
      { name: 'heading', kind: 'line', isNeeded: true },
      { name: 'kind', kind: 'choice', choices: sectionKinds },
      { name: 'text', kind: 'box', isNeeded: true },
    ],
    blank: { kind: 'other', heading: '', text: '', source },
  },
  {
    name: 'venue',
    path: new RegExp(`^activities\\.${place}\\.venues\\.${place}$`),
    fields: [
      { name: 'name', kind: 'line', isNeeded: true },
      { name: 'area', kind: 'line' },
    ],
    blank: { name: '', area: null, source },
  },
  {
    name: 'amount',
    path: new RegExp(`^activities\\.${place}\\.amounts\\.${place}$`),
    fields: [
      { name: 'amountOere', kind: 'kroner', isNeeded: true },
      { name: 'per', kind: 'line' },
      { name: 'payer', kind: 'line' },
      { name: 'payee', kind: 'line' },
      { name: 'approximate', kind: 'yes_no' },
    ],
    blank: { amountOere: 0, per: null, payer: null, payee: null, approximate: false, text: '', source },
  },
  {
    name: 'reservation',
    path: new RegExp(`^activities\\.${place}\\.reservations\\.${place}$`),
    fields: [
      { name: 'text', kind: 'box', isNeeded: true },
      { name: 'until', kind: 'day' },
    ],
    blank: { text: '', until: null, source },
  },
  {
    name: 'commitment',
    path: new RegExp(`^(activities|otherActivities)\\.${place}\\.commitments\\.${place}$`),
    fields: [
      { name: 'text', kind: 'box', isNeeded: true },
      { name: 'kind', kind: 'choice', choices: commitmentKinds },
      { name: 'owedBy', kind: 'list' },
      { name: 'owedTo', kind: 'list' },
      { name: 'notation', kind: 'notation' },
    ],
    blank: { id: '', kind: 'task', text: '', owedBy: [], owedTo: [], notation: '', within: null, source },
  },
  {
    name: 'other_party',
    path: new RegExp(`^otherParties\\.${place}$`),
    fields: [
      { name: 'name', kind: 'line', isNeeded: true },
      { name: 'contact', kind: 'line' },
      { name: 'email', kind: 'line' },
    ],
    blank: { name: '', contact: null, email: null, source },
  },
  {
    name: 'other_activity',
    path: new RegExp(`^otherActivities\\.${place}$`),
    fields: [
      { name: 'title', kind: 'line', isNeeded: true },
      { name: 'validDuring.from', kind: 'day' },
      { name: 'validDuring.to', kind: 'day' },
      { name: 'text', kind: 'box' },
    ],
    blank: null,
  },
  {
    name: 'footnote',
    path: new RegExp(`^footnotes\\.${place}$`),
    fields: [
      { name: 'mark', kind: 'line', isNeeded: true },
      { name: 'text', kind: 'box', isNeeded: true },
    ],
    blank: { mark: '', text: '', source },
  },
  {
    name: 'attachment',
    path: new RegExp(`^attachments\\.${place}$`),
    fields: [{ name: 'title', kind: 'line', isNeeded: true }],
    blank: { title: '', source },
  },
  {
    name: 'signatory',
    path: new RegExp(`^signatories\\.${place}$`),
    fields: [
      { name: 'party', kind: 'line', isNeeded: true },
      { name: 'name', kind: 'line' },
      { name: 'signedOn', kind: 'day' },
    ],
    blank: { party: '', name: null, signedOn: null, source },
  },
]

/** The shape of what stands at a resolved path, or undefined where no form corrects it. */
export const findShape = (path: string): DraftShape | undefined => draftShapes.find((shape) => shape.path.test(path))

/** The longest beginning of a path that a form corrects: `…contacts.0.post` → `…contacts.0`. The header where none does. */
export const correctablePath = (places: readonly (string | number)[]): string => {
  for (let length = places.length; length > 0; length--) {
    const path = places.slice(0, length).join('.')
    if (findShape(path)) return path
  }
  return ''
}
