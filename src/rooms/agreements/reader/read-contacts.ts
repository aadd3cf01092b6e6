import type { Contact, PartyKind, SourcePlace } from '../agreement-format.ts'
import { departmentShortNames, departmentWord, isPostModifier, isPostWord, isUnitWord } from './contact-words.ts'
import { withoutMarks } from './find-footnotes.ts'
import type { FormTemplate } from './form-template.ts'
import { bestLikeness, foldText } from './match-words.ts'
import { findPlans } from './read-plans.ts'
import type { AnswerLine } from './read-sections.ts'
import { cutContacts, type RawContact } from './cut-contacts.ts'
import { findMarkers } from './read-holders.ts'

interface Standing {
  district: string | null
  kind: PartyKind | null
  party: string | null
  plan: string | null
  unit: string | null
  /** True once a bullet held a party and its contacts in one: then every bullet does. */
  isGlued: boolean
}

/** The kind of party a heading announces ("Boligorganisationer", "Forvaltninger"), or null. */
export const partyHeading = (text: string, template: FormTemplate): PartyKind | null => {
  if (text.length > 60 || /\d/u.test(text)) return null
  const bare = text.replace(/[\s:]+$/u, '')
  const scored = template.partyHeadings
    .map(({ kind, wordings }) => ({ kind, score: bestLikeness(wordings, bare) }))
    .toSorted((a, b) => b.score - a.score)[0]
  return scored !== undefined && scored.score >= 0.95 ? scored.kind : null
}

/**
 * Where line breaks were lost, "Forvaltninger:" may stand first in a line or last in the one before: cuts it off. Only the
 * plural is a heading there: "Fjord Boligselskab" and "Fjord Kommune" are names.
 */
const cutAtPartyHeadings = (line: AnswerLine, template: FormTemplate): AnswerLine[] => {
  const first = /^(\p{Lu}\p{Ll}+):\s+(?=\S)/u.exec(line.text)
  const last = /\s(\p{Lu}\p{Ll}{4,}er):?$/u.exec(line.text)
  const part = (text: string, bullet: number): AnswerLine => ({ ...line, text, bullet, lead: null })
  if (first !== null && partyHeading(first[1] ?? '', template) !== null) {
    return [
      part(first[1] ?? '', 0),
      ...cutAtPartyHeadings(part(line.text.slice(first[0].length), line.bullet), template),
    ]
  }
  if (last === null || partyHeading(last[1] ?? '', template) === null) return [line]
  return [{ ...line, text: line.text.slice(0, last.index) }, part(last[1] ?? '', 0)]
}

/** What kind of party a name tells of, where no heading does. */
export const kindOfParty = (name: string): PartyKind => {
  if (departmentWord.test(name) || departmentShortNames.test(name)) return 'department'
  if (/bolig|almen|andels/iu.test(name)) return 'housing_organisation'
  if (/klub/iu.test(name)) return 'club'
  if (/foren|forbund|hjælp|kors/iu.test(name)) return 'association'
  return 'other'
}

const firstPost = (text: string): number => {
  const words = [...text.matchAll(/\S+/gu)]
  const at = words.findIndex((word) => isPostWord(word[0]))
  if (at < 0) return text.length
  let first = at
  while (first > 0 && isPostModifier(words[first - 1]?.[0] ?? '')) first -= 1
  return words[first]?.index ?? text.length
}

/** "Socialforvaltningen (SOF):" is the department alone. */
const withoutShortName = (text: string): string => text.replace(/^\s*\(\p{Lu}[\p{Lu}&.]{1,5}\)/u, '')

const trimmedParty = (text: string): string => text.replace(/[\s,.;:–-]+$/u, '').trim()

interface PartyLine {
  party: string
  unit: string | null
  rest: string
}

/** "Forvaltningen for Miljø og Klima": a bare "Forvaltningen" goes on to what it is for. */
const endOfDepartment = (text: string, end: number): number => {
  const isBare = /(?:^|\s)Forvaltningen$/u.test(text.slice(0, end))
  const field = isBare ? /^ for \p{Lu}[\p{L}-]+(?:(?:, | og )\p{Lu}[\p{L}-]+)*/u.exec(text.slice(end)) : null
  return end + (field?.[0].length ?? 0)
}

/**
 * Cuts the name of a party off the beginning of a line where everything stands glued together: a department ends with
 * its "…forvaltningen", others end where a plan, a post or a "pt." begins.
 */
const cutParty = (line: AnswerLine): PartyLine => {
  const { text, lead } = line
  const department = departmentWord.exec(text)
  const plan = findPlans(text)[0]?.from ?? text.length
  const post = Math.min(firstPost(text), findMarkers(text)[0]?.from ?? text.length)
  if (
    department !== null &&
    department.index + department[0].length <= Math.min(plan, post + 60) &&
    department.index < post
  ) {
    const end = endOfDepartment(text, department.index + department[0].replace(/[,.:;]+$/u, '').length)
    const led = lead !== null && lead.length < text.length && text.startsWith(lead) ? Math.max(end, lead.length) : end
    const unit = trimmedParty(withoutShortName(text.slice(end, led)).replace(/^[\s,.:;]+/u, ''))
    return {
      party: trimmedParty(text.slice(0, end)),
      unit: unit === '' ? null : unit,
      rest: withoutShortName(text.slice(led)).replace(/^[\s,.:;]+/u, ''),
    }
  }
  if (lead !== null && lead.length < text.length && text.startsWith(lead) && lead.length <= Math.min(plan, post)) {
    return { party: trimmedParty(lead), unit: null, rest: text.slice(lead.length).replace(/^[\s,.:;]+/u, '') }
  }
  const end = Math.min(plan, post)
  return { party: trimmedParty(text.slice(0, end)), unit: null, rest: text.slice(end) }
}

const startsWithPost = (text: string): boolean => {
  const at = firstPost(text)
  if (at >= text.length) return false
  return text.slice(0, at).trim() === '' || text.slice(0, at).trim().split(/\s+/u).every(isPostModifier)
}

const tellsOfPosts = (text: string): boolean => firstPost(text) < text.length || findMarkers(text).length > 0

/** True where a line names a party: a bullet or a bold line that does not open with a post, a plan or a unit of the party above. */
const opensParty = (line: AnswerLine, standing: Standing): boolean => {
  const opensWithPlan = findPlans(line.text)[0]?.from === 0
  if (startsWithPost(line.text) || opensWithPlan) return false
  const department = departmentWord.exec(line.text)
  const opensWithDepartment = department !== null && !tellsOfPosts(line.text.slice(0, department.index))
  if (line.bullet === 1 && !tellsOfPosts(line.text)) return true
  if (line.bullet > 0 && (line.lead !== null || opensWithDepartment)) return true
  if (line.bullet === 1) {
    const holdsAll = standing.kind === 'housing_organisation' || standing.isGlued
    return standing.party === null || holdsAll || findPlans(line.text).length > 0 || !isOwnUnit(line.text)
  }
  if (line.lead !== null && line.lead.length > 1 && !tellsOfPosts(line.lead)) return true
  if (standing.party === null) return true
  if (department !== null && isOtherDepartment(line.text.slice(0, department.index + department[0].length), standing))
    return true
  return !tellsOfPosts(line.text) && opensWithDepartment && line.text.length < 80
}

/** A line that opens with the whole name of another department begins that department's contacts. */
const isOtherDepartment = (opening: string, standing: Standing): boolean => {
  const words = opening.replace(/[,.:;]+$/u, '').split(/\s+/u)
  const isName = words.length <= 5 && !tellsOfPosts(opening) && /^\p{Lu}/u.test(opening) && !/[,:]\s/u.test(opening)
  return isName && foldText(words.join(' ')) !== foldText(standing.party ?? '')
}

const isOwnUnit = (text: string): boolean => {
  const before = text.slice(0, firstPost(text))
  return before.split(/[\s,]+/u).some(isUnitWord)
}

const withoutReach = (text: string): string =>
  text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '')
    .replace(/(?:tlf|telefon|mobil|mob|tel|e-?mail|mail)\.?\s*:?\s*(?:\+45\s*)?(?:\d{2}\s?){4}/giu, '')
    .replace(/(?<![\d.-])(?:\+45\s*)?\d{2}\s\d{2}\s\d{2}\s\d{2}(?![\d.-])/gu, '')
    .replace(/(?:^|[\s,(])(?:tlf|telefon|mobil|e-?mail|mail)\.?\s*:?\s*(?=[,;)]|$)/giu, ' ')
    .replace(/\s*\((?:kontaktperson|kontakt|tovholder|primær kontakt|ansvarlig)\)/giu, '')
    .replace(/\(\s*[,;\s]*\)|[–-]\s*$/gu, '')
    .replace(/\s*,(?:\s*,)+/gu, ',')
    .trim()

const contactOf = (raw: RawContact, standing: Standing, source: SourcePlace): Contact => {
  const party = standing.party ?? ''
  const own = withDistrictInPost(raw, standing.district)
  return {
    party,
    kind: /politi/iu.test(party) ? 'other' : (standing.kind ?? kindOfParty(party)),
    plan: raw.plan ?? standing.plan,
    unit: withoutParty(own.unit, party) ?? standing.unit,
    post: own.post,
    holder: raw.holder,
    provisional: raw.provisional,
    source,
  }
}

const withDistrictInPost = (
  { unit, post, link }: RawContact,
  district: string | null,
): Pick<RawContact, 'unit' | 'post'> =>
  unit !== null && post !== null && link !== null && district !== null && foldText(unit) === foldText(district)
    ? { unit: null, post: `${post} ${link} ${unit}` }
    : { unit, post }

/** "fsb, 'Bakken'" is the plan Bakken of fsb. */
const withPlanInQuotes = (name: string): { party: string; plan: string | null } => {
  const match = /^(.*\S?),?\s+["'’‘“”»«]([^"'’‘“”»«]{2,40})["'’‘“”»«]$/u.exec(name)
  return match === null ? { party: name, plan: null } : { party: trimmedParty(match[1] ?? ''), plan: match[2] ?? null }
}

/** "Socialforvaltningen Ungecenter" under Socialforvaltningen is the unit Ungecenter. */
const withoutParty = (unit: string | null, party: string): string | null => {
  if (unit === null || party === '' || !unit.toLowerCase().startsWith(party.toLowerCase())) return unit
  const rest = unit.slice(party.length).replace(/^[\s,]+/u, '')
  return rest.split(/\s+/u).some(isUnitWord) ? rest : unit
}

const readLine = (text: string, standing: Standing, source: SourcePlace): Contact[] => {
  const contacts: Contact[] = []
  for (const raw of cutContacts(text)) {
    if (raw.plan !== null) standing.plan = raw.plan
    if (raw.post === null && raw.holder === null && !raw.provisional) {
      if (raw.unit !== null) standing.unit = withoutParty(raw.unit, standing.party ?? '')
      continue
    }
    contacts.push(contactOf(raw, standing, source))
  }
  return contacts
}

/**
 * Reads who takes part: parties with their plans, units, posts and holders. A party, plan or unit on a line of its own
 * goes for the lines below it. Lines come as the form shows them, also where several contacts ran together.
 * The district is no unit: "Områdeleder i Havneby" is a post.
 */
export const readContacts = (
  lines: AnswerLine[],
  template: FormTemplate,
  district: string | null = null,
): Contact[] => {
  const standing: Standing = { district, kind: null, party: null, plan: null, unit: null, isGlued: false }
  const contacts: Contact[] = []
  for (const line of lines.flatMap((one) => cutAtPartyHeadings(one, template))) {
    const text = withoutReach(withoutMarks(line.text))
    if (text === '') continue
    const kind = partyHeading(text, template)
    if (kind !== null) {
      Object.assign(standing, { kind, party: null, plan: null, unit: null, isGlued: false })
      continue
    }
    const tidy = { ...line, text }
    if (!opensParty(tidy, standing)) {
      contacts.push(...readLine(text, standing, line.place))
      continue
    }
    const { party, unit, rest } = cutParty(tidy)
    if (party !== '') Object.assign(standing, { ...withPlanInQuotes(party), unit })
    const found = readLine(rest, standing, line.place)
    if (line.bullet === 1 && party !== '' && found.length > 0) standing.isGlued = true
    contacts.push(...found)
  }
  return contacts
}
