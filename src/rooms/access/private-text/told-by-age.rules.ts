import { each, eitherCase, type Finding, found } from './finding.ts'

const small =
  'et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve'
const age = String.raw`(?:[1-9]\d?|${small})`
const start = String.raw`(?<![\p{L}-])`
const end = String.raw`(?![\p{L}\p{Nd}-])`
// What anybody of an age may, shall or always does is told of nobody.
const notAnybody = String.raw`(?! (?:kan|skal|må|bør|har ret|vil|eller|og (?:derover|derunder|opefter|yngre|ældre)))`

const one =
  'dreng|drengen|pige|pigen|knægt|knægten|fyr|fyren|mand|manden|kvinde|kvinden|søn|sønnen|datter|datteren|bror|broren|lillebror|storebror|søster|søsteren|lillesøster|storesøster|elev|eleven|teenager|barnebarn|kæreste|mor|far|lejer|lejeren|beboeren|pårørende|vidne|vidnet|gerningsmand|gerningsmanden|forurettede|sigtede'
/** "dreng, 15 år", "pigen (13)", "en kvinde på 40 år". */
const beside = String.raw`${start}${eitherCase(one)}(?:,? (?:er |på |ca\.? )?| \()${age} ?år${end}${notAnybody}`

const many =
  /(?<!\p{L})(?:de|alle|unge|børn|drenge|piger|mange|fleste|flere|nogle|begge|dem|vi|elever|deltagere|medlemmer|brugere|brugerne|deltagerne|drengene|pigerne|eleverne|børnene|hvis|når|enhver|hver|man|aftalen|planen|projektet|bygningen|huset|perioden|aldersgrænsen|grænsen|lovens)(?!\p{L})[^.!?\n]*$/iu
/** "… er 17 år, går på …": somebody's age, where nothing before says that it is many, or a thing. */
const isOfAge = String.raw`${start}(?:er|fylder|blev|bliver) (?:nu |lige |kun |vist )?${age} år(?=,? (?:og|går|bor|men)${end}|, \p{Ll})(?! og (?:derover|derunder|opefter|yngre|ældre))`

/** "den lille på fire år", "den yngste på 6". */
const theSmall = String.raw`${start}${eitherCase('den|deres|hendes|hans')} (?:lille|mindste|yngste|ældste|store|mellemste) på ${age}(?: år)?${end}`

/** "med blå mærker", "havde blåt øje": what is seen of somebody's body. */
const hurt = String.raw`${start}(?:med|har|havde|fik|haft|fået|set) (?:\p{Ll}{2,10} )?(?:blå mærker|blåt øje|brandsår|rifter i ansigtet|ar på (?:armen|armene|halsen))${end}`

const patterns = [beside, theSmall, hurt].map((pattern) => new RegExp(pattern, 'gu'))
const ofAge = new RegExp(isOfAge, 'gu')

/** Somebody told by their age, or by what is seen of their body, with no name and no place. */
export const findToldByAge = (text: string): Finding[] => [
  ...patterns.flatMap((pattern) => each(pattern, text, (match) => found('description', match, 'nogen'))),
  ...each(ofAge, text, (match) =>
    many.test(text.slice(Math.max(0, match.index - 120), match.index)) ? null : found('description', match, 'nogen'),
  ),
]
