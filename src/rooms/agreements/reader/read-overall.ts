import type { Contact, EconomicFrame, SourcePlace, StatedGoal } from '../agreement-format.ts'
import type { TextBlock } from './blocks.ts'
import type { FormPart, FormTemplate } from './form-template.ts'
import type { PlacedBlock } from './find-parts.ts'
import { departmentShortNames, departmentWord, isUnitWord } from './contact-words.ts'
import { withoutMarks } from './find-footnotes.ts'
import { kindOfParty, readContacts } from './read-contacts.ts'
import { readSpan } from './read-days.ts'
import { findMoney, saysNoMoney } from './read-money.ts'
import { findPlans } from './read-plans.ts'
import { type AnswerLine, appendLines } from './read-sections.ts'

/** The texts of a part, without the heading that announced it. */
export const textsOf = (placed: PlacedBlock[], part: FormPart): TextBlock[] =>
  placed.flatMap(({ part: own, block, isPartHeading }) =>
    own === part && !isPartHeading && block.kind !== 'row' ? [block] : [],
  )

const instruction = /^\(?(?:max\.?|maks\.?|maksimalt|herunder)\b/iu

/** The goals of a part, one a bullet or paragraph; a sentence that only leads in to the bullets is none. */
export const readGoals = (placed: PlacedBlock[], part: 'goals' | 'policyGoals'): StatedGoal[] => {
  const blocks = textsOf(placed, part).filter((block) => !instruction.test(block.text))
  const hasItems = blocks.some((block) => block.kind === 'item')
  return blocks
    .flatMap((block) => goalsOf(block, hasItems))
    .map(({ text, source }) => ({ text: withoutMarks(text), source }))
}

const goalsOf = (block: TextBlock, hasItems: boolean): StatedGoal[] => {
  if (hasItems && block.kind !== 'item' && /:$/u.test(block.text.trim())) return []
  const lines = block.text.split('\n')
  const areGoals = lines.length > 1 && lines.every((line) => /^\p{Lu}|^\d/u.test(line.trim()))
  const texts = areGoals ? lines : [lines.join(' ')]
  return texts.map((text) => ({ text: text.replace(/^\s*\d{1,2}[.)]\s+/u, '').trim(), source: block.place }))
}

const sum = /^(?:i alt|samlet|total|sum|ialt)\b/iu
const labelled = /^(?:helhedsplan(?:en)?|plan|periode|beløb|ramme)$/iu

const oneYear = (text: string): EconomicFrame['during'] => {
  const year = /(?<![\d.,])((?:19|20)\d{2})(?![\d.]*\d|\s*kr)/u.exec(text)?.[1]
  return year === undefined ? null : { from: `${year}-01-01`, to: `${year}-12-31` }
}

const frameOf = (text: string, source: SourcePlace): EconomicFrame | null => {
  const [money] = findMoney(text)
  const hasNone = saysNoMoney(text)
  if (money === undefined && !hasNone) return null
  const named = findPlans(text)[0]?.name
  const before = text.split(/,|:|\(|\s[-–—]\s|\s(?=(?:19|20)\d{2}\s?[-–])|\s(?=kr\b)/u)[0] ?? ''
  const plan = named ?? before.replace(/["'’‘“”»«]/gu, '').trim()
  if (plan === '' || sum.test(plan) || labelled.test(plan)) return null
  return { plan, during: readSpan(text) ?? oneYear(text), amountOere: money?.amountOere ?? null, text, source }
}

/** The plans' money for the focus area; a line that says there is none gives an amount of null. */
export const readFrames = (placed: PlacedBlock[]): EconomicFrame[] => {
  const lines = linesOfPart(placed, 'frame')
  const frames: EconomicFrame[] = []
  lines.forEach((line, at) => {
    const text = withoutMarks(line.text)
    const frame = frameOf(text, line.place) ?? frameOf(`${lines[at - 1]?.text ?? ''}: ${text}`, line.place)
    if (frame !== null && !sum.test(text)) frames.push(frame)
  })
  return frames
}

export const linesOfPart = (placed: PlacedBlock[], part: FormPart): AnswerLine[] =>
  appendLines([], textsOf(placed, part), false)

const leadLabel = /^(?:tovholder(?:e|en)?|koordinator|kontaktperson|ansvarlig)\s*(?:er)?\s*[:–-]\s*/iu
const isLead = (text: string): boolean => leadLabel.test(text) || /^tovholder/iu.test(text)

const withLabelJoined = (lines: AnswerLine[]): AnswerLine[] =>
  lines.flatMap((line, at) => {
    const bare = /^(?:tovholder|koordinator|kontaktperson)\s*:?$/iu
    if (bare.test(line.text)) return []
    const before = lines[at - 1]
    return [before !== undefined && bare.test(before.text) ? { ...line, text: `Tovholder: ${line.text}` } : line]
  })

/** "Sekretariatsleder Lis Toft, Kulturforvaltningen" tells the party last. */
const withDepartmentAsParty = (contact: Contact): Contact => {
  const named = contact.unit?.split(/,\s+/u) ?? []
  const department = named.find((name) => departmentWord.test(name) || departmentShortNames.test(name))
  const party = department ?? named.find((name) => !name.split(/\s+/u).some(isUnitWord))
  if (contact.party !== '' || party === undefined) return contact
  const rest = named.filter((name) => name !== party)
  return { ...contact, party, kind: kindOfParty(party), unit: rest.length === 0 ? null : rest.join(', ') }
}

const readLead = (line: AnswerLine, template: FormTemplate): Contact | null => {
  const text = line.text.replace(leadLabel, '').replace(/^tovholder\s*/iu, '')
  const contact = readContacts([{ ...line, text, bullet: 1, lead: null }], template)[0] ?? null
  return contact === null ? null : withDepartmentAsParty(contact)
}

/** The forum's name, without what the sentence goes on to say of it. */
const forumName = (text: string): string => {
  const [name = text] = text.split(/\s+(?:mødes|holder|koordinerer|er|har|varetager|følger|står|indkalder|består)\s/u)
  return name.replace(/[.,:;]+$/u, '')
}

/** Who coordinates the focus area: the forum, and the contact that leads. */
export const readCoordination = (
  placed: PlacedBlock[],
  template: FormTemplate,
): { forum: string | null; lead: Contact | null } | null => {
  const lines = withLabelJoined(linesOfPart(placed, 'coordination'))
  if (lines.length === 0) return null
  const lead = lines.find((line) => isLead(line.text))
  const rest = lines.filter((line) => line !== lead)
  const forum = rest.find((line) => /forum|gruppe|udvalg|styring|netværk/iu.test(line.text)) ?? rest[0]
  return {
    forum: forum === undefined ? null : forumName(withoutMarks(forum.text)),
    lead: lead === undefined ? null : readLead(lead, template),
  }
}
