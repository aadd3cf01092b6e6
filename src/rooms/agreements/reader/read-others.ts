import type { OtherActivity, OtherParty } from '../agreement-format.ts'
import { withoutMarks } from './find-footnotes.ts'
import { placeAround, type PlacedBlock } from './find-parts.ts'
import type { FormTemplate } from './form-template.ts'
import { bestLikeness } from './match-words.ts'
import { readSpan } from './read-days.ts'
import { bareName, isFullName } from './read-holders.ts'
import { linesOfPart } from './read-overall.ts'
import { sentencesOf } from './read-sentences.ts'
import type { AnswerLine } from './read-sections.ts'

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u
const contactLabel = /(?:kontaktperson(?:er)?|kontakt|ved|v\/)\s*:?\s+/iu
const phone = /(?:tlf|telefon|mobil|mob)\.?\s*:?\s*(?:\+45\s*)?(?:\d{2}\s?){4}|(?<!\d)(?:\d{2}\s){3}\d{2}(?!\d)/giu

const isInstruction = (text: string, template: FormTemplate): boolean =>
  bestLikeness([...template.instructions, ...template.activityNameLabels], text.replace(/[\s:]+$/u, '')) >= 0.85

const tidy = (text: string): string =>
  text
    .replace(address, '')
    .replace(phone, '')
    .replace(/(?:e-?mail|mail|tlf|telefon|mobil)\.?\s*:?\s*$/giu, '')
    .replace(/\(\s*\)/gu, '')
    .replace(/^[\s,.:;–-]+|[\s,:;–(-]+$/gu, '')
    .replace(/^([^(]*)\)$/u, '$1')
    .trim()

interface PartyDraft {
  name: string
  contact: string | null
  email: string | null
  lines: AnswerLine[]
}

const personIn = (text: string): string | null => {
  const bare = tidy(text.replace(/\bpt\.?\s+/giu, ''))
  if (bare === '') return null
  const name = bare.split(/,\s*/u).find((part) => isFullName(bareName(part)))
  return bareName(name ?? bare.split(/,\s*/u)[0] ?? bare)
}

const addPerson = (draft: PartyDraft, text: string): void => {
  draft.email ??= address.exec(text)?.[0]?.replace(/\.$/u, '') ?? null
  const person = personIn(text)
  if (person !== null) draft.contact = draft.contact === null ? person : `${draft.contact}, ${person}`
}

const openParty = (line: AnswerLine): PartyDraft => {
  const text = withoutMarks(line.text)
  const label = contactLabel.exec(text)
  const isContact = label !== null && (label.index === 0 || /[\s,(.;–-]$/u.test(text.slice(0, label.index)))
  const name = tidy(isContact ? text.slice(0, label.index) : text)
  const draft: PartyDraft = {
    name,
    contact: null,
    email: address.exec(text)?.[0]?.replace(/\.$/u, '') ?? null,
    lines: [line],
  }
  if (isContact) {
    addPerson(draft, text.slice(label.index + label[0].length))
    return draft
  }
  const [first = '', ...rest] = name.split(/,\s+|\s[–-]\s/u)
  const person = rest.find((part) => isFullName(bareName(part)))
  if (person === undefined) return draft
  return { ...draft, name: first, contact: bareName(person) }
}

const isAboutPerson = (line: AnswerLine): boolean =>
  /^(?:kontaktperson(?:er)?|kontakt|v\/|ved\s|e-?mail|mail|tlf|telefon|mobil)/iu.test(line.text) ||
  address.test(line.text)

/** The other parties of the focus area, each with the person to call and the mail address, where they are told. */
export const readOtherParties = (placed: PlacedBlock[], template: FormTemplate): OtherParty[] => {
  const drafts: PartyDraft[] = []
  for (const line of linesOfPart(placed, 'otherParties')) {
    if (isInstruction(line.text, template) || /^(?:ingen|navn|kontaktperson|organisation|part)\.?$/iu.test(line.text))
      continue
    const last = drafts.at(-1)
    const isMore = last !== undefined && (isAboutPerson(line) || (line.bullet === 0 && isFullName(bareName(line.text))))
    if (!isMore) {
      drafts.push(openParty(line))
      continue
    }
    addPerson(last, line.text.replace(new RegExp(`^(?:${contactLabel.source})`, 'iu'), ''))
    last.lines.push(line)
  }
  return drafts
    .filter((draft) => draft.name !== '')
    .map(({ name, contact, email, lines }) => ({
      name,
      contact,
      email,
      source: placeAround(lines.map((line) => line.place)),
    }))
}

interface ActivityDraft {
  title: string
  texts: string[]
  lines: AnswerLine[]
}

const smallWord = /^(?:i|på|med|for|til|om|fra|af|og|under|hos|ved|den|det|de|mellem)$/iu

const sentenceStart =
  /^(?:I|Der|Det|Den|De|Et|En|På|Her|Vi|Alle|Hver|Både|Projektet|Indsatsen|Aktiviteten|Tilbuddet|Gruppen|Formålet|Folk|Unge|Børn|Beboere\p{L}*|Frivillige|Helhedsplanen\p{L}*)$/u
const finiteVerb =
  /^(?:har|er|kan|skal|vil|holder|arbejder|tilbyder|driver|får|mødes|giver|arrangerer|laver|står|drives|afholdes|arrangeres)$/iu

/** True where a sentence seems to begin at a word: one that often begins sentences, or a capital with a verb close behind. */
const beginsSentence = (words: string[], at: number): boolean => {
  const word = words[at] ?? ''
  if (sentenceStart.test(word)) return true
  if (!/^\p{Lu}/u.test(word) || smallWord.test(words[at - 1] ?? '')) return false
  return words.slice(at + 1, at + 4).some((next) => finiteVerb.test(next))
}

/** Where the line break behind a title was lost: before the word that seems to begin its first sentence. */
const cutGluedTitle = (text: string): { title: string; rest: string } => {
  const found = [...text.matchAll(/\S+/gu)]
  const words = found.map((match) => match[0])
  for (const [at, match] of found.slice(0, 14).entries()) {
    if (at > 0 && beginsSentence(words, at))
      return { title: text.slice(0, match.index).trim(), rest: text.slice(match.index) }
    if (/[.:]$/u.test(match[0])) {
      const end = match.index + match[0].length
      return { title: text.slice(0, end).replace(/[.:]$/u, ''), rest: text.slice(end).trim() }
    }
  }
  return { title: text, rest: '' }
}

const openOther = (line: AnswerLine): ActivityDraft => {
  const { lead, text } = line
  if (lead !== null && text.startsWith(lead)) {
    const rest = text.slice(lead.length).replace(/^[\s:.–-]+/u, '')
    return { title: lead.replace(/[\s:.–-]+$/u, ''), texts: rest === '' ? [] : [rest], lines: [line] }
  }
  const glued = text.length > 80 ? cutGluedTitle(text) : { title: text.replace(/[:.]$/u, ''), rest: '' }
  return { title: glued.title, texts: glued.rest === '' ? [] : [glued.rest], lines: [line] }
}

const opensOther = (line: AnswerLine, last: ActivityDraft | undefined, hasItems: boolean): boolean => {
  if (last === undefined) return true
  if (line.bullet === 1)
    return !last.lines.some((own) => own.bullet === 0 && own.lead === own.text) || line.lead !== null
  if (line.bullet > 1) return false
  if (line.lead !== null && line.lead.length <= 120 && !/[.!?]$/u.test(line.lead)) return true
  return !hasItems && line.text.length <= 80 && !/[.:;,]$/u.test(line.text) && last.texts.length > 0
}

/** Above a list, a line without a text of its own only announces the list. */
const isMereHeading = (draft: ActivityDraft): boolean =>
  draft.texts.length === 0 && draft.lines.every((line) => line.bullet === 0)

const spanIn = (texts: string[]): OtherActivity['validDuring'] => {
  const sentences = texts.flatMap(sentencesOf)
  const telling = sentences.filter((sentence) =>
    /aftal|period|løber|gælder|forløber|fra\s|\bi\s(?:19|20)\d{2}/iu.test(sentence),
  )
  return telling.map(readSpan).find((span) => span !== null && span.from !== null && span.to !== null) ?? null
}

/** The activities the municipality takes no part in: title, text, and the days they run where that is told. */
export const readOtherActivities = (placed: PlacedBlock[], template: FormTemplate): OtherActivity[] => {
  const lines = linesOfPart(placed, 'otherActivities')
  const hasItems = lines.some((line) => line.bullet > 0)
  const drafts: ActivityDraft[] = []
  let wasLabel = false
  for (const line of lines) {
    if (isInstruction(line.text, template)) {
      wasLabel = true
      continue
    }
    const last = drafts.at(-1)
    const opens = wasLabel || last === undefined || opensOther(line, last, hasItems)
    wasLabel = false
    if (opens || last === undefined) {
      drafts.push(openOther(line))
      continue
    }
    last.texts.push(line.bullet > 0 ? `• ${line.text}` : line.text)
    last.lines.push(line)
  }
  return drafts
    .filter((draft) => !/^ingen\.?$/iu.test(draft.title) && !(hasItems && isMereHeading(draft)))
    .map((draft, at) => ({
      id: `o${at + 1}`,
      title: withoutMarks(draft.title),
      text: draft.texts.join('\n'),
      validDuring: spanIn(draft.texts),
      commitments: [],
      source: placeAround(draft.lines.map((line) => line.place)),
    }))
}
