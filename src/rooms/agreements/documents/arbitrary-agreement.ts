// Test support: any agreement at all, also with words meant to break a writer.
import fc from 'fast-check'
import { agreementFormat } from '../agreement-format.ts'
import {
  activityRoles,
  type AgreementDocument,
  commitmentKinds,
  partyKinds,
  sectionKinds,
} from '../agreement-format.ts'

const awkward = [
  '#pagebreak() $x$ *b* _i_ `c` @ref <tag> \\',
  '"; #panic("no") //',
  ']]></w:t></agreement><script>alert(1)</script>&amp;&#x41;',
  '</script><!-- --> {{x}} ${y}',
  '= Overskrift\n• punkt\n  • underpunkt\n- ikke et punkt¹',
  'Ængstelig åben ø, "gåseøjne" ’og’ apostrof',
  'مرحبا بالجميع',
  '😀👩‍👩‍👧 og 🇩🇰',
  'null\u0000 klokke\u0007 \u001b[31m',
  '\ud800 halv',
  '\ufffe\uffff\u2028\u2029\u0085',
  '日本語 한국어 𓀀',
  '   ',
  '1.386.235 kr.',
]
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...awkward),
  fc.lorem({ maxCount: 12 }),
)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 })
const list = <T>(value: fc.Arbitrary<T>, maxLength = 3) => fc.array(value, { maxLength })
/** Plain objects, as JSON gives them. */
const record = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record<T>(model, { noNullPrototype: true })
const count = fc.nat({ max: 9999 })
const oere = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }).toString())
const span = record({ from: optional(day), to: optional(day) })
const source = record({ line: count, toLine: count, page: optional(count) })
const goal = record({ text, source })

const contact = record({
  party: text,
  kind: fc.constantFrom(...partyKinds),
  plan: optional(text),
  unit: optional(text),
  post: optional(text),
  holder: optional(text),
  provisional: fc.boolean(),
  source,
})

const section = record({
  kind: fc.constantFrom(...sectionKinds),
  heading: text,
  text: list(text, 4).map((lines) => lines.join('\n')),
  source,
})

const commitment = record({
  id: text,
  kind: fc.constantFrom(...commitmentKinds),
  text,
  owedBy: list(text),
  owedTo: list(text),
  notation: fc.oneof(
    text,
    fc.constantFrom('FREQ=YEARLY;COUNT_PER_PERIOD>=4', 'FREQ=WEEKLY;BYDAY=TU;TIME=09:00-15:00', 'DEADLINE=2020-13-45'),
  ),
  within: optional(record({ section: count, from: count, to: count })),
  source,
})

const activity = record({
  id: fc.constantFrom('a1', 'a2', 'a2.1', 'a3'),
  parentId: optional(fc.constantFrom('a1', 'a2', 'a2.1', 'a9')),
  role: fc.constantFrom(...activityRoles),
  title: text,
  focusAreas: list(text, 2),
  sections: list(section),
  contacts: list(contact, 2),
  ages: optional(record({ from: optional(count), to: optional(count) })),
  venues: list(record({ name: text, area: optional(text), source }), 2),
  amounts: list(
    record({
      amountOere: oere,
      per: optional(fc.oneof(text, fc.constantFrom('year', 'workshop'))),
      payer: optional(text),
      payee: optional(text),
      approximate: fc.boolean(),
      text,
      source,
    }),
    2,
  ),
  reservations: list(record({ text, until: optional(day), source }), 2),
  commitments: list(commitment, 2),
  source,
})

/** Any valid agreement. */
export const arbitraryAgreement: fc.Arbitrary<AgreementDocument> = record({
  format: fc.constant(agreementFormat),
  template: optional(fc.oneof(text, fc.constantFrom('seven-questions/1', 'strategic-agreement/1'))),
  source: record({ name: text, mediaType: text, sha256: text, lines: count }),
  title: optional(text),
  municipality: optional(text),
  district: optional(text),
  leadParty: optional(text),
  focusArea: optional(text),
  signedOn: optional(day),
  caseNumber: optional(text),
  documentNumber: optional(text),
  validDuring: optional(span),
  preamble: list(text),
  goals: list(goal),
  policyGoals: list(goal),
  contacts: list(contact),
  frames: list(record({ plan: text, during: optional(span), amountOere: optional(oere), text, source })),
  coordination: optional(record({ forum: optional(text), lead: optional(contact) })),
  activities: list(activity, 4),
  otherParties: list(record({ name: text, contact: optional(text), email: optional(text), source })),
  otherActivities: list(
    record({ id: text, title: text, text, validDuring: optional(span), commitments: list(commitment, 2), source }),
    2,
  ),
  attachments: list(record({ title: text, source }), 2),
  signatories: list(record({ party: text, name: optional(text), signedOn: optional(day), source }), 2),
  footnotes: list(record({ mark: fc.oneof(fc.constantFrom('1', '2'), text), text, source })),
  questions: list(record({ about: text, text, source: optional(source) })),
  trace: record({ lines: count, mapped: count, unmapped: list(count) }),
})
