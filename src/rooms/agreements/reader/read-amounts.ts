import type { AgreedAmount } from '../agreement-format.ts'
import { withoutMarks } from './find-footnotes.ts'
import { bestLikeness } from './match-words.ts'
import { findMoney, findPercent, findShare, type FoundMoney } from './read-money.ts'
import { sentencesOf } from './read-sentences.ts'
import type { AnswerLine } from './read-sections.ts'

const units: [RegExp, string][] = [
  [/^år(?:et|s|sværk)?$|^årlig/iu, 'year'],
  [/^kvartal/iu, 'quarter'],
  [/^halvår/iu, 'half_year'],
  [/^måned|^md$|^mdr$/iu, 'month'],
  [/^uge/iu, 'week'],
  [/^dag(?:en)?$/iu, 'day'],
  [/^time(?:r|n)?$/iu, 'hour'],
  [/^sæson/iu, 'season'],
  [/^gang/iu, 'occurrence'],
  [/^periode/iu, 'period'],
]

const unitOf = (word: string): string => units.find(([pattern]) => pattern.test(word))?.[1] ?? word.toLowerCase()

const perBehind =
  /^[\s,]*(?:(?:(?:pr\.?|per|om|i|for\s+hvert?|til\s+hvert?)\s+|pr\.|\/\s*)(?<unit>\p{L}[\p{L}-]*)|(?<adverb>årligt?|månedligt?|kvartalsvist?|ugentligt?|halvårligt))/iu
const perBefore = /(?:pr\.|per)\s+(?<unit>\p{L}[\p{L}-]*)(?!.*(?:pr\.|per)\s)/iu
const rhythm =
  /(?<![\p{L}])(?<word>årlig\p{L}*|månedlig\p{L}*|kvartal(?:svis\p{L}*|s)|ugentlig\p{L}*|halvårlig\p{L}*)/iu
const wholePeriod = /i alt|samlet|perioden|(?:19|20)\d{2}\s?[-–]\s?(?:(?:19|20)\d{2}|\d{2})(?!\d)/iu
const isUnit = (word: string): boolean =>
  !/^(?:alt|gennemsnit|tilskud|støtte|løn|fast|forbindelse|form|øjeblikket|\d+)$/iu.test(word)

const perOf = (sentence: string, before: string, behind: string): string | null => {
  const told = perBehind.exec(behind)?.groups
  const near = told?.['adverb'] ?? told?.['unit']
  const isPlace =
    told?.['unit'] !== undefined &&
    /^[\s,]*i\s/iu.test(behind) &&
    !/^(?:året|måneden|ugen|kvartalet|timen)$/iu.test(told['unit'])
  if (near !== undefined && isUnit(near) && !isPlace) return unitOf(near)
  const ahead = perBefore.exec(before)?.groups?.['unit']
  if (ahead !== undefined) return unitOf(ahead)
  const beat = rhythm.exec(before)?.groups?.['word'] ?? rhythm.exec(behind)?.groups?.['word']
  if (beat !== undefined) return unitOf(beat.replace(/^kvartal.*/iu, 'kvartal').replace(/^ugentlig.*/iu, 'uge'))
  return wholePeriod.test(before) || wholePeriod.test(sentence) ? 'period' : null
}

const payVerb =
  '(?:betaler|finansierer|bidrager(?:\\s+\\p{Ll}+)?\\s+med|bidrager|afholder|dækker|yder|bevilger|afsætter|stiller|støtter|medfinansierer|tilbyder|giver)'
const payInfinitive = '(?:betale|finansiere|bidrage|afholde|dække|yde|bevilge|afsætte|støtte|medfinansiere|give)'
const clauseStart = '(?:^|[.;:,]\\s|\\bog\\s|\\bat\\s|\\bhvor\\s)'
const subjectFirst = new RegExp(`${clauseStart}(?<payer>[^.;:,]{2,90}?)\\s+${payVerb}(?![\\p{L}])`, 'iu')
const modalFirst = new RegExp(
  `(?:^|\\s)(?:kan|skal|vil|har|må)\\s+(?<payer>[^.;:,]{3,70}?)\\s+(?:\\p{Ll}+\\s+)?${payInfinitive}(?![\\p{L}])`,
  'iu',
)
const modalAfter = new RegExp(
  `(?:hvoraf\\s+|som\\s+|^|[.;:,]\\s)(?<payer>[^.;:,]{3,70}?)\\s+(?:kan|skal|vil|har forpligtet sig til at|forpligter sig til at)\\s+(?:\\p{Ll}+\\s+)?${payInfinitive}(?![\\p{L}])`,
  'iu',
)
const paidBy =
  /(?:betales|finansieres|afholdes|dækkes|bevilges)\s+(?:\p{Ll}+\s+)?af\s+(?<payer>[^.;,()]{2,80}?)(?=\s+(?:med|i|til|og|for|fra|kvartalsvis|årligt)\s|[.;,()]|$)/iu
const paidTo =
  /\btil\s+(?<payee>(?:den\s+|de\s+)?(?:\p{Lu}[\p{L}&-]*)(?:(?:\s+(?:og|&)\s+|\s+|-\s?)\p{Lu}[\p{L}&-]*)*)/u

const tidyParty = (text: string | undefined): string | null => {
  const bare = (text ?? '')
    .replace(/^(?:hvoraf|og|samt|desuden|derudover|endvidere|herudover|så|at)\s+/iu, '')
    .replace(/\s+(?:desuden|også|endvidere|hver|årligt|kan|skal|vil|samlet|i alt)$/iu, '')
    .trim()
  return bare === '' ||
    /^(?:der|det|dette|beløbet|prisen|som|man|udgiften|lønudgiften)$/iu.test(bare) ||
    /\d{3}/u.test(bare)
    ? null
    : bare
}

const payerOf = (sentence: string): string | null =>
  tidyParty(modalFirst.exec(sentence)?.groups?.['payer']) ??
  tidyParty(modalAfter.exec(sentence)?.groups?.['payer']) ??
  tidyParty(subjectFirst.exec(sentence)?.groups?.['payer']) ??
  tidyParty(paidBy.exec(sentence)?.groups?.['payer'])

const namedFirst = /^(?<payer>\p{Lu}[^,:;.]{1,70}?)\s*(?:,|:|\((?:19|20)\d{2})\s*(?=.{0,40}\d)/u

/** "Fyret, 2025-2028 i alt ca.: 90.000 kr." names who pays in front of the figures. */
const namedPayer = (line: string, known: string[]): string | null => {
  const name = namedFirst.exec(line)?.groups?.['payer']?.trim()
  return name !== undefined && bestLikeness(known, name) >= 0.6 ? name : null
}

/** Who pays whom in the whole answer, where a sentence without an amount of its own says so. */
const standingPayment = (sentences: string[]): { payer: string | null; payee: string | null } => {
  for (const sentence of sentences) {
    const match =
      /^(?<payer>[^.;:,]{2,80}?)\s+betaler\s+(?:til\s+)?(?<payee>\p{Lu}[\p{L}&-]*(?:(?:\s+og\s+|\s+)\p{Lu}[\p{L}&-]*)*)/u.exec(
        sentence,
      )
    if (match !== null && findMoney(sentence).length === 0) {
      return { payer: tidyParty(match.groups?.['payer']), payee: match.groups?.['payee'] ?? null }
    }
  }
  return { payer: null, payee: null }
}

interface Around {
  sentence: string
  /** The sentence up to where the next amount is told off from this one ("hvoraf …"). */
  said: string
  line: string
  /** Names of parties and plans, so that "Materialer: 500 kr." is not taken to tell who pays. */
  known: string[]
  before: string
  behind: string
}

const windowOf = (sentence: string, found: FoundMoney[], at: number): Pick<Around, 'said' | 'before' | 'behind'> => {
  const to = found[at]?.to ?? 0
  const behind = sentence.slice(to, found[at + 1]?.from ?? sentence.length)
  return {
    said: sentence.slice(0, to) + (behind.split(/,?\s+(?:hvoraf|heraf)\s/u)[0] ?? ''),
    before: sentence.slice(found[at - 1]?.to ?? 0, found[at]?.from ?? 0),
    behind,
  }
}

const isApproximate = (before: string): boolean =>
  /(?:(?<![\p{L}])ca\.?|cirka|omkring|omtrent|omtrentlig|anslået|skønnet|forventet)\s*:?\s*(?:kr\.?\s*)?$/iu.test(
    before,
  )

const amountOf = (money: FoundMoney, around: Around, line: AnswerLine, payee: string | null): AgreedAmount => ({
  amountOere: money.amountOere,
  per: perOf(around.sentence, around.before, around.behind),
  payer: payerOf(around.said) ?? namedPayer(around.line, around.known),
  payee: (paidTo.exec(around.behind) ?? paidTo.exec(around.sentence.slice(money.to)))?.groups?.['payee'] ?? payee,
  approximate: money.isRange || isApproximate(around.before),
  text: around.sentence,
  source: line.place,
})

/** The amounts an answer or footnote agrees on, in øre, with what each is per, and who pays whom where that is said. */
export const readAmounts = (lines: AnswerLine[], known: string[]): AgreedAmount[] => {
  const amounts = amountsIn(lines, known)
  return amounts.map((amount) => withPerOfWhole(amount, amounts))
}

/** A share ("35 pct., svarende til …") is for the same time as the amount it is a share of. */
const withPerOfWhole = (amount: AgreedAmount, all: AgreedAmount[]): AgreedAmount => {
  const share = findShare(amount.text) ?? findPercent(amount.text)
  if (amount.per !== null || share === null) return amount
  const whole = all.find((other) => Math.round((other.amountOere * share.percent) / 100) === amount.amountOere)
  return whole === undefined ? amount : { ...amount, per: whole.per }
}

const amountsIn = (lines: AnswerLine[], known: string[]): AgreedAmount[] => {
  const texts = lines.map((line) => withoutMarks(line.text))
  const standing = standingPayment(texts.flatMap(sentencesOf))
  return lines.flatMap((line, index) => {
    const text = texts[index] ?? ''
    return sentencesOf(text).flatMap((sentence) => {
      const found = findMoney(sentence)
      return found.map((money, at) => {
        const around = { sentence, line: text, known, ...windowOf(sentence, found, at) }
        const amount = amountOf(money, around, line, standing.payee)
        return amount.payer === null &&
          amount.payee !== null &&
          standing.payer !== null &&
          amount.payee === standing.payee
          ? { ...amount, payer: standing.payer }
          : amount
      })
    })
  })
}
