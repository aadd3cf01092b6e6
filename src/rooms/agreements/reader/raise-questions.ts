import type { AgreedActivity, AgreementDocument, Contact, ReaderQuestion, SourcePlace } from '../agreement-format.ts'
import { findMisspelt, findVariants, type NamedAt } from './find-variants.ts'
import type { FormTemplate } from './form-template.ts'
import { foldText } from './match-words.ts'
import { findMoney, findShare } from './read-money.ts'
import { readAges } from './read-ages.ts'
import { readReservations } from './read-reservations.ts'
import { type QuestionName, questionTexts } from './questions.texts.ts'
import { sentencesOf } from './read-sentences.ts'
import { lineRanges } from './trace-lines.ts'

type Asked = Omit<AgreementDocument, 'questions'>

interface ContactAt {
  contact: Contact
  about: string
}

/** Words a question in Danish, the language of the forms. */
export const ask = (
  name: QuestionName,
  facts: Record<string, string | number>,
  at: { about: string; source: SourcePlace | null },
): ReaderQuestion => ({ about: at.about, text: questionTexts.da[name](facts), source: at.source })

/** Whole øre as Danes write kroner: 81081081 becomes "810.810,81". */
export const kroner = (oere: number): string => {
  const whole = Math.trunc(oere / 100)
  const rest = Math.abs(oere % 100)
  const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/gu, '.')
  return rest === 0 ? grouped : `${grouped},${String(rest).padStart(2, '0')}`
}

const enumerated = (names: string[]): string => new Intl.ListFormat('da', { type: 'conjunction' }).format(names)

const listed = (names: string[]): string => enumerated(names.map((name) => `“${name}”`))

const contactsOf = (agreement: Asked): ContactAt[] => [
  ...agreement.contacts.map((contact, at) => ({ contact, about: `contacts.${at}` })),
  ...[agreement.coordination?.lead ?? null].flatMap((contact) =>
    contact === null ? [] : [{ contact, about: 'coordination.lead' }],
  ),
  ...agreement.activities.flatMap((activity) =>
    activity.contacts.map((contact, at) => ({ contact, about: `activities.${activity.id}.contacts.${at}` })),
  ),
]

const askAboutContacts = (contacts: ContactAt[]): ReaderQuestion[] =>
  contacts.flatMap(({ contact, about }) => {
    const { holder, post, party, source } = contact
    const asked: ReaderQuestion[] = []
    if (post === null)
      asked.push(
        ask('contact_without_post', { holder: holder ?? contact.unit ?? party }, { about: `${about}.post`, source }),
      )
    if (party === '')
      asked.push(ask('contact_without_party', { who: holder ?? post ?? '' }, { about: `${about}.party`, source }))
    if (holder === null && contact.provisional && post !== null)
      asked.push(
        ask(
          'holder_missing',
          { post: contact.unit === null ? post : `${post}, ${contact.unit}` },
          { about: `${about}.holder`, source },
        ),
      )
    return asked
  })

const sameName = (name: string): string => foldText(name).replace(/[^\p{L}\d]/gu, '')

const askAboutPeople = (contacts: ContactAt[]): ReaderQuestion[] => {
  const people = Map.groupBy(
    contacts.filter(({ contact }) => contact.holder !== null && contact.post !== null),
    ({ contact }) => sameName(contact.holder ?? ''),
  )
  return [...people.values()].flatMap((held) => {
    const posts = [...new Map(held.map(({ contact }) => [sameName(contact.post ?? ''), contact.post ?? ''])).values()]
    const last = held.find(({ contact }) => contact.post === posts[1])
    if (posts.length < 2 || last === undefined) return []
    const facts = { holder: last.contact.holder ?? '', posts: listed(posts) }
    return [ask('person_with_two_posts', facts, { about: `${last.about}.post`, source: last.contact.source })]
  })
}

const askAboutNames = (contacts: ContactAt[], agreement: Asked): ReaderQuestion[] => {
  const named = (field: 'party' | 'unit' | 'plan'): NamedAt[] =>
    contacts.flatMap(({ contact, about }) => {
      const name = contact[field]
      return name === null || name === '' ? [] : [{ name, about: `${about}.${field}` }]
    })
  const plans = [
    ...named('plan'),
    ...agreement.frames.map((frame, at) => ({ name: frame.plan, about: `frames.${at}.plan` })),
  ]
  const groups = [named('party'), named('unit'), plans].flatMap(findVariants)
  return groups.map((group) => {
    const about = group[1]?.about ?? ''
    const source = contacts.find((one) => about.startsWith(`${one.about}.`))?.contact.source ?? null
    return ask('written_several_ways', { names: listed(group.map((one) => one.name)) }, { about, source })
  })
}

const askAboutSpelling = (agreement: Asked): ReaderQuestion[] => {
  const sections = agreement.activities.flatMap((activity) =>
    activity.sections.map((section, at) => ({ section, about: `activities.${activity.id}.sections.${at}.text` })),
  )
  const titles = agreement.activities.map((activity) => activity.title)
  const texts = [
    ...titles,
    ...sections.map(({ section }) => section.text),
    ...agreement.otherActivities.map((one) => one.text),
  ]
  return findMisspelt(texts).map(({ odd, usual }) => {
    const at = sections.find(({ section }) => section.text.includes(odd))
    return ask(
      'place_spelt_two_ways',
      { odd, usual },
      { about: at?.about ?? 'activities', source: at?.section.source ?? null },
    )
  })
}

const decimals = (value: number): string => value.toFixed(2).replace('.', ',')

const askAboutShares = (activity: AgreedActivity): ReaderQuestion[] =>
  activity.amounts.flatMap((amount, at) => {
    const share = findShare(amount.text)
    if (share === null || share.whole === 0) return []
    const told = [...findMoney(amount.text), ...activity.amounts]
    const whole = told.find((money) => Math.round((money.amountOere * share.percent) / 100) === amount.amountOere)
    const exact = (share.part / share.whole) * 100
    if (whole === undefined || Math.abs(exact - share.percent) < 0.005) return []
    const byFraction = Math.round((whole.amountOere * share.part) / share.whole)
    const facts = {
      written: share.written,
      fraction: `${share.part}/${share.whole}`,
      exact: decimals(exact),
      agreed: kroner(amount.amountOere),
      byFraction: kroner(byFraction),
      difference: kroner(Math.abs(byFraction - amount.amountOere)),
    }
    return [
      ask('share_differs', facts, {
        about: `activities.${activity.id}.amounts.${at}.amountOere`,
        source: amount.source,
      }),
    ]
  })

const oddly = /\d\s?[.]\s\d{3}|\d\s[.]\d{3}/u

const askAboutAmounts = (activity: AgreedActivity): ReaderQuestion[] => [
  ...askAboutShares(activity),
  ...activity.amounts.flatMap((amount, at) =>
    findMoney(amount.text)
      .filter((money) => money.amountOere === amount.amountOere)
      .map((money) => amount.text.slice(money.from, money.to))
      .filter((written) => oddly.test(written) || /\d\.\s*mio/iu.test(written))
      .map((written) =>
        ask(
          'amount_typed_oddly',
          { written, amount: kroner(amount.amountOere) },
          { about: `activities.${activity.id}.amounts.${at}.amountOere`, source: amount.source },
        ),
      ),
  ),
]

const askAboutFrames = (agreement: Asked): ReaderQuestion[] =>
  agreement.frames.flatMap((frame, at) =>
    frame.amountOere !== null && oddly.test(frame.text)
      ? [
          ask(
            'amount_typed_oddly',
            { written: frame.text, amount: kroner(frame.amountOere) },
            { about: `frames.${at}.amountOere`, source: frame.source },
          ),
        ]
      : [],
  )

const askAboutReservations = (activity: AgreedActivity): ReaderQuestion[] =>
  activity.reservations.flatMap(({ text, until, source }, at) => {
    const about = `activities.${activity.id}.reservations.${at}.until`
    if (until === null) return [ask('reservation_without_day', {}, { about, source })]
    const [again] = readReservations([{ text, bullet: 0, lead: null, place: source }])
    return again?.isYearOnly === true
      ? [ask('until_a_year', { year: until.slice(0, 4), end: until }, { about, source })]
      : []
  })

const askAboutAnswers = (activity: AgreedActivity, agreement: Asked, template: FormTemplate): ReaderQuestion[] => {
  const unknown = activity.sections.flatMap((section, at) =>
    section.kind === 'other'
      ? [
          ask(
            'heading_unknown',
            { heading: section.heading },
            { about: `activities.${activity.id}.sections.${at}.kind`, source: section.source },
          ),
        ]
      : [],
  )
  if (activity.title === '')
    unknown.push(
      ask('activity_without_title', {}, { about: `activities.${activity.id}.title`, source: activity.source }),
    )
  if (agreement.activities.some((other) => other.parentId === activity.id)) return unknown
  const missing = template.questions.filter(
    ({ kind, isUsual }) =>
      isUsual && !activity.sections.some((section) => section.kind === kind && section.text !== ''),
  )
  if (missing.length === 0) return unknown
  const facts = { activity: activity.title, questions: enumerated(missing.map(({ name }) => name)) }
  const about = `activities.${activity.id}.sections`
  return [...unknown, ask('answer_missing', facts, { about, source: activity.source })]
}

const agesWritten = (ages: { from: number | null; to: number | null }): string =>
  `${ages.from ?? ''}–${ages.to ?? ''} år`

const askAboutAges = (activity: AgreedActivity): ReaderQuestion[] => {
  const { ages } = activity
  if (ages === null) return []
  const told = activity.sections
    .filter((section) => section.kind === 'purpose')
    .flatMap((section) => sentencesOf(section.text))
  const other = told
    .map(readAges)
    .find(
      (one) => one !== null && one.from !== null && one.to !== null && (one.from !== ages.from || one.to !== ages.to),
    )
  if (other === undefined || other === null) return []
  const facts = { one: agesWritten(ages), other: agesWritten(other) }
  return [ask('ages_differ', facts, { about: `activities.${activity.id}.ages`, source: activity.source })]
}

const askAboutWhole = (agreement: Asked): ReaderQuestion[] => {
  const asked: ReaderQuestion[] = []
  const nowhere = (about: string) => ({ about, source: null })
  if (agreement.title === null) asked.push(ask('title_missing', {}, nowhere('title')))
  if (agreement.district === null) asked.push(ask('district_missing', {}, nowhere('district')))
  if (agreement.signedOn === null) asked.push(ask('signing_missing', {}, nowhere('signedOn')))
  if (agreement.validDuring === null) asked.push(ask('period_missing', {}, nowhere('validDuring')))
  return asked
}

const askAboutLines = (agreement: Asked): ReaderQuestion[] => {
  const { unmapped } = agreement.trace
  const first = unmapped[0]
  const last = unmapped.at(-1)
  if (first === undefined || last === undefined) return []
  const lines = `Linje ${lineRanges(unmapped)}`
  return [
    ask('lines_unplaced', { lines }, { about: 'trace.unmapped', source: { line: first, toLine: last, page: null } }),
  ]
}

/** Everything in a read agreement that a person must settle, the agreement as a whole first. */
export const raiseQuestions = (agreement: Asked, template: FormTemplate): ReaderQuestion[] => {
  const contacts = contactsOf(agreement)
  return [
    ...askAboutWhole(agreement),
    ...askAboutFrames(agreement),
    ...askAboutContacts(contacts),
    ...askAboutPeople(contacts),
    ...askAboutNames(contacts, agreement),
    ...askAboutSpelling(agreement),
    ...agreement.activities.flatMap((activity) => [
      ...askAboutAnswers(activity, agreement, template),
      ...askAboutAges(activity),
      ...askAboutAmounts(activity),
      ...askAboutReservations(activity),
    ]),
    ...askAboutLines(agreement),
  ]
}
