import type { DaySpan } from '../agreement-format.ts'
import type { Block, TextBlock } from './blocks.ts'
import { departmentWord } from './contact-words.ts'
import { type PlacedBlock, textOfBlock } from './find-parts.ts'
import type { FormTemplate } from './form-template.ts'
import { bestLikeness, foldText } from './match-words.ts'
import { readDay, readSpan } from './read-days.ts'
import { sentencesOf } from './read-sentences.ts'

/** What the cover and the preamble tell about the whole agreement, and which of the cover's blocks told it. */
export interface CoverFacts {
  title: string | null
  municipality: string | null
  district: string | null
  leadParty: string | null
  focusArea: string | null
  signedOn: string | null
  caseNumber: string | null
  documentNumber: string | null
  validDuring: DaySpan | null
  used: Set<Block>
}

interface CoverLine {
  text: string
  block: TextBlock
}

const coverLines = (placed: PlacedBlock[]): CoverLine[] =>
  placed.flatMap(({ part, block }) =>
    part === 'cover' && block.kind !== 'row'
      ? block.text.split('\n').map((text) => ({ text: text.trim(), block }))
      : [],
  )

/** All text of the document, for finding how a word is written where it is not in capitals. */
const wholeText = (placed: PlacedBlock[]): string => placed.map(({ block }) => textOfBlock(block)).join('\n')

const isShouted = (text: string): boolean => text === text.toUpperCase() && /\p{L}{3}/u.test(text)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

/** Writes a text in capitals the way the rest of the document writes it, or with capital first letters. */
const spokenForm = (text: string, whole: string): string => {
  if (!isShouted(text)) return text
  const found = [...whole.matchAll(new RegExp(`(?<![\\p{L}])${escaped(text)}(?![\\p{L}])`, 'giu'))]
    .map((match) => match[0])
    .find((form) => !isShouted(form) && /^\p{Lu}/u.test(form))
  if (found !== undefined) return found
  return text.toLowerCase().replace(/(?<![\p{L}'’])(?!og\b|i\b|på\b|ved\b)\p{L}/gu, (letter) => letter.toUpperCase())
}

const findTitle = (lines: CoverLine[], template: FormTemplate): CoverLine | null => {
  const scored = lines
    .map((line, at) => ({ line, at, score: bestLikeness(template.documentTitles, line.text) }))
    .filter(({ line, score }) => score >= 0.7 && line.text.length <= 160)
    .toSorted((a, b) => b.score - a.score)[0]
  if (scored === undefined) return null
  const next = lines[scored.at + 1]
  const goesOn = /(?:\s(?:i|på|om|for|samarbejde))$/iu.test(scored.line.text) && next !== undefined
  return goesOn ? { text: `${scored.line.text} ${next.text}`, block: scored.line.block } : scored.line
}

const districtIn = (text: string): string | null =>
  /(?:samarbejde(?:t)?|forum|helhedsplaner(?:ne)?|indsats(?:en)?)\s+(?:(?:i|på|ved|for)\s+)(\p{Lu}[^,:;.()\n]*?)(?=\s+(?:inden\s?for|om|for|under|løber|der|\d|[-–])|[,:;.()\n]|$)/iu
    .exec(text)?.[1]
    ?.trim() ?? null

const findDistrict = (title: string | null, forum: string | null, whole: string): string | null => {
  const fromTitle = title === null ? null : districtIn(title)
  const isPlace = (text: string | null): text is string =>
    text !== null && text.split(/\s+/u).length <= 5 && !/(?:området|kommune|bydelen)$/iu.test(text)
  if (isPlace(fromTitle)) return spokenForm(fromTitle, whole)
  const bare = /^boligsocialt forum\s+(?:(?:i|på|for)\s+)?(\p{Lu}.*)$/iu.exec(forum ?? '')?.[1] ?? null
  if (isPlace(bare)) return bare
  const inText = /samarbejdet i (\p{Lu}[\p{L}\d.'’-]*(?:\s(?:og\s)?\p{Lu}[\p{L}\d.'’-]*)*)/u.exec(whole)?.[1] ?? null
  return isPlace(inText) ? inText : null
}

const findMunicipality = (lines: CoverLine[], whole: string): string | null => {
  const spoken = /(?<![\p{L}])(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s[Kk]ommune)(?![\p{L}])/u.exec(
    whole.replace(/(?<![\p{L}])\p{Lu}{2,}(?![\p{L}])/gu, ''),
  )?.[1]
  const shouted = lines
    .map((line) => /(\p{L}+(?:-\p{L}+)?s?)\s+kommune(?![\p{L}])/iu.exec(line.text)?.[0])
    .find((text) => text !== undefined)
  if (shouted !== undefined) return spokenForm(shouted, whole).replace(/kommune$/u, 'Kommune')
  return spoken?.replace(/kommune$/u, 'Kommune') ?? null
}

const areaWord = 'indsatsomr(?:å|aa|a)de(?:t|ts)?'
const quotedArea = new RegExp(
  `denne\\s+\\p{L}+\\s[^.]{0,400}?${areaWord}\\s+["'’‘“”«»]([^"'’‘“”«»]{3,80})["'’‘“”«»]`,
  'iu',
)
const areaAtEnd = new RegExp(`${areaWord}\\s*(?:[-–—:]|["'’‘“”«»])\\s*(.+?)["'’‘“”«»]?$`, 'iu')

const areaBehind = (text: string): string[] => {
  const end = areaAtEnd.exec(text.replaceAll('\n', ' '))?.[1]?.trim()
  return end === undefined ? [] : [end]
}

/** The line below the title, where the cover names its focus area without calling it so. */
const belowTitle = (lines: CoverLine[], title: string | null, whole: string): string | null => {
  const at = lines.findIndex((line) => title !== null && title.startsWith(line.text))
  const next = at < 0 ? undefined : lines.slice(at + 1).find((line) => !(title ?? '').endsWith(line.text))
  if (next === undefined || /\d/u.test(next.text) || next.text.split(/\s+/u).length > 8) return null
  const isOther = departmentWord.test(next.text) || /kommune|helhedsplan|almene boliger/iu.test(next.text)
  return isOther ? null : spokenForm(next.text, whole)
}

/** The name of the focus area as the headings, the preamble or the cover give it. */
const findFocusArea = (
  placed: PlacedBlock[],
  cover: { lines: CoverLine[]; title: string | null },
  whole: string,
): string | null => {
  const headings = placed.flatMap(({ block, isPartHeading }) =>
    isPartHeading && block.kind !== 'row' ? areaBehind(block.text) : [],
  )
  const onCover = cover.lines.flatMap((line) => areaBehind(line.text))
  const quoted = quotedArea.exec(whole)?.[1]
  const told = [...headings, ...onCover]
  return told.find((area) => !isShouted(area)) ?? quoted ?? told[0] ?? belowTitle(cover.lines, cover.title, whole)
}

const caseNumber =
  /(?:sags?\s?(?:nr|nummer)|sag\s?nr|journal\s?(?:nr|nummer)|j\.?\s?nr|sagsid)\.?\s*:?\s*([\w./-]*\d[\w./-]*)/iu
const documentNumber = /(?:dok(?:ument)?\.?\s?(?:nr|nummer|id))\.?\s*:?\s*([\w./-]*\d[\w./-]*)/iu

const numberIn = (texts: string[], pattern: RegExp): string | null => {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1]?.replace(/[.,;/-]+$/u, '')
    if (found !== undefined) return found
  }
  return null
}

const signing = /underskrevet|underskrift|dato|indgået\s+den|godkendt|vedtaget|København,?\s+den/iu
const period = /period|løber|gælder|gældende|gyldig|varighed|løbetid/iu

const findSigned = (lines: CoverLine[], sentences: string[]): string | null => {
  for (const { text } of lines) {
    if (period.test(text) || readSpan(text) !== null) continue
    const day = readDay(text)
    if (day !== null && text.length <= 90) return day
  }
  return (
    sentences
      .filter((sentence) => signing.test(sentence))
      .map(readDay)
      .find((day) => day !== null) ?? null
  )
}

const isWhole = (span: DaySpan | null): boolean => span !== null && span.from !== null && span.to !== null

const findPeriod = (lines: CoverLine[], sentences: string[]): DaySpan | null => {
  const told = sentences.filter((sentence) => period.test(sentence)).map(readSpan)
  const whole = told.find(isWhole)
  const onCover = lines.map((line) => readSpan(line.text)).find(isWhole)
  return whole ?? onCover ?? told.find((span) => span !== null) ?? null
}

const sameWords = (one: string, other: string | null): boolean =>
  other !== null && foldText(one).replace(/[^\p{L}\d]/gu, '') === foldText(other).replace(/[^\p{L}\d]/gu, '')

/** Reads the facts of the whole agreement: from the cover, the preamble, and what headings repeat. */
export const readCover = (placed: PlacedBlock[], template: FormTemplate, forum: string | null): CoverFacts => {
  const lines = coverLines(placed)
  const whole = wholeText(placed)
  const headings = placed.flatMap(({ block }) => (block.kind === 'heading' ? [{ text: block.text, block }] : []))
  const title = findTitle(lines, template) ?? findTitle(headings.slice(0, 4), template)
  const opening = placed.flatMap(({ part, block }) =>
    (part === 'preamble' || part === 'cover' || part === 'overall') && block.kind !== 'row'
      ? sentencesOf(block.text.replaceAll('\n', ' '))
      : [],
  )
  const texts = lines.map((line) => line.text)
  const everywhere = [
    ...texts,
    ...placed.flatMap(({ part, block }) => (part === 'furniture' && block.kind !== 'row' ? [block.text] : [])),
    ...opening,
  ]
  const department = lines.find((line) => departmentWord.test(line.text) && line.text.length <= 100)
  const facts = {
    title: title?.text.replace(/\s+/gu, ' ') ?? null,
    municipality: findMunicipality(lines, whole),
    district: findDistrict(title?.text ?? null, forum, whole),
    leadParty: department === undefined ? null : spokenForm(department.text.replace(/^.*\bkommune,?\s+/iu, ''), whole),
    focusArea: findFocusArea(placed, { lines, title: title?.text ?? null }, whole),
    signedOn: findSigned(lines, opening),
    caseNumber: numberIn(everywhere, caseNumber),
    documentNumber: numberIn(everywhere, documentNumber),
    validDuring: findPeriod(lines, opening),
  }
  return { ...facts, used: usedBlocks(lines, facts, [title?.block, department?.block]) }
}

const usedBlocks = (lines: CoverLine[], facts: Omit<CoverFacts, 'used'>, known: (Block | undefined)[]): Set<Block> => {
  const used = new Set<Block>(known.filter((block) => block !== undefined))
  for (const { text, block } of lines) {
    const tells =
      sameWords(text, facts.district) ||
      sameWords(text, facts.focusArea) ||
      areaBehind(text).some((area) => sameWords(area, facts.focusArea)) ||
      sameWords(text, facts.municipality) ||
      caseNumber.test(text) ||
      documentNumber.test(text) ||
      (facts.signedOn !== null && readDay(text) === facts.signedOn)
    if (tells) used.add(block)
  }
  return used
}
