import type { ActivityRole, AgreedActivity, ReaderQuestion } from '../agreement-format.ts'
import { ask, type Asked, contactsOf, enumerated, kroner } from './ask.ts'
import { askAboutContacts, askAboutNames, askAboutPeople, askAboutSpelling } from './ask-about-names.ts'
import type { FormQuestion, FormTemplate } from './form-template.ts'
import { readAges } from './read-ages.ts'
import { findMoney, findShare } from './read-money.ts'
import { readReservations } from './read-reservations.ts'
import { sentencesOf } from './read-sentences.ts'
import { lineRanges } from './trace-lines.ts'

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

/** What the template asks of such a stretch of answers. */
export const questionsFor = (role: ActivityRole, template: FormTemplate): FormQuestion[] => {
  if (role === 'whole') return template.whole
  return role === 'sub_agreement' ? (template.subAgreement?.questions ?? []) : template.questions
}

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
  if (activity.role === 'activity' && agreement.activities.some((other) => other.parentId === activity.id))
    return unknown
  const missing = questionsFor(activity.role, template).filter(
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
