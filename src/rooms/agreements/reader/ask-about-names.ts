import type { ReaderQuestion } from '../agreement-format.ts'
import { ask, type Asked, type ContactAt, listed } from './ask.ts'
import { findDepartments, findUnitNames, type TextAt } from './find-unit-names.ts'
import { findMisspelt, findVariants, type NamedAt } from './find-variants.ts'
import { foldText } from './match-words.ts'

/** Asks about contacts without a post, a party or a holder. */
export const askAboutContacts = (contacts: ContactAt[]): ReaderQuestion[] =>
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

/** Asks about a person who stands under two titles. */
export const askAboutPeople = (contacts: ContactAt[]): ReaderQuestion[] => {
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

const textsOf = (agreement: Asked): TextAt[] =>
  agreement.activities.flatMap((activity) =>
    activity.sections
      .map(({ kind, text, source }, at) => ({
        kind,
        text,
        source,
        about: `activities.${activity.id}.sections.${at}.text`,
      }))
      .filter(({ kind }) => kind !== 'posts'),
  )

/** Asks whether parties, units and plans written in several ways are the same. */
export const askAboutNames = (contacts: ContactAt[], agreement: Asked): ReaderQuestion[] => {
  const named = (field: 'party' | 'unit' | 'plan'): NamedAt[] =>
    contacts.flatMap(({ contact, about }) => {
      const name = contact[field]
      return name === null || name === '' ? [] : [{ name, about: `${about}.${field}`, source: contact.source }]
    })
  const plans = [
    ...named('plan'),
    ...agreement.frames.map((frame, at) => ({ name: frame.plan, about: `frames.${at}.plan`, source: frame.source })),
  ]
  const texts = textsOf(agreement)
  const units = findUnitNames(named('unit'), texts)
  const isInUnits = (group: NamedAt[]): boolean =>
    group.some((one) => units.some((unit) => unit.some((other) => other.name === one.name)))
  const groups = [[...named('party'), ...findDepartments(texts)], named('unit'), plans]
    .flatMap(findVariants)
    .filter((group) => !isInUnits(group))
  return [...groups, ...units].map((group) => {
    const about = group[1]?.about ?? ''
    const source = group[1]?.source ?? null
    return ask('written_several_ways', { names: listed(group.map((one) => one.name)) }, { about, source })
  })
}

/** Asks about names that seem misspelt. */
export const askAboutSpelling = (agreement: Asked): ReaderQuestion[] => {
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
