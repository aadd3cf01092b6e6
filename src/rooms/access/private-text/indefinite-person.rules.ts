import { hasHappened, isVerb, lowerAt, noteAnybody, type Reading, verbAfter } from './sentence-reading.ts'
import { isOne, modals, notCertain, privateMatters } from './single-person-words.ts'
import type { TextWord } from './text-words.ts'
import type { NameSpan } from './name-span.ts'

/** "en dreng", "den unge mand", "den 15-årige", "klubbens yngste medlem", and notes with no article: "Mor indlagt". */
export const findOne = (reading: Reading, i: number, isMeant: IsMeant): NameSpan | null => {
  const word = lowerAt(reading, i)
  if (isMany.test(word)) return findFew(reading, i)
  const isOwner =
    /..(?:[^e]|re|ne|te)s$/.test(word) && /^(?!skole|alle)\p{Ll}{2,}e$/u.test(reading.words[i + 1]?.text ?? '')
  if (!articles.test(word) && !isOwner) return isOne.test(word) && isBareOne(reading, i) ? { first: i, last: i } : null
  const last = nounAfter(reading, i)
  if (last === -1) return isOneByTrait(reading, i) ? { first: i, last: i + 1 } : null
  const between = wordsBetween(reading, i, last)
  const isOfMany = lowerAt(reading, i + 1) === 'af'
  if ((!isOfMany && between.some((lower) => notCertain.has(lower))) || (isOwner && last === i + 1))
    return noteAnybody(reading)
  return isOneMeant(reading, { first: i, last }, isMeant) ? { first: i, last } : null
}

type IsMeant = (reading: Reading, span: NameSpan, isCertain: boolean) => boolean

const articles = /^(?:en|et|den|det|denne|vores|samme|bestemt|navngiven|min)$/
const isMany = /^(?:to|tre|begge|fire)$/
const wordsBetween = ({ words }: Reading, first: number, last: number): string[] =>
  words.slice(first, last + 1).map(({ lower }) => lower)

const traits =
  /^(?:ældste|yngste|mindste|ene|største|lille|store|nye|sigtede|anholdte|dømte|mistænkte|pågældende|omtalte|skyldige|afdøde|forurettede|nyansatte|ansatte|besøgende|studerende|tilrejsende|hjemløse|arbejdsløse|fremmede|handicappede|døve|blinde|gravide|tiltalte|indsatte|ukendte|nyankomne|tilkaldte)$/
/** "den ældste er …", "den sigtede har …". */
const isOneByTrait = (reading: Reading, i: number): boolean => {
  const [trait, verb] = [lowerAt(reading, i + 1), lowerAt(reading, i + 2)]
  if (lowerAt(reading, i) !== 'den' || !traits.test(trait)) return false
  const at = isVerb(verb) ? i + 2 : /(?:[ndt]e|ede)$/.test(trait) ? verbAfter(reading, i + 1) : -1
  return at !== -1 && at < i + 7 && !modals.has(lowerAt(reading, at))
}

const manyAlike =
  /^(?:unge|ung|elev|beboer|lejer|borger|forælder|familie|bruger|person|deltager|medlem|barn|spiller|ven|kammerat|nabo)s?$/

const isOneMeant = (reading: Reading, span: NameSpan, isMeant: IsMeant): boolean => {
  const all = wordsBetween(reading, span.first, span.last)
  if (all.some((lower) => /^(?:bestemt|navngiven)$/.test(lower)) || isOfCalling(reading, span.first, span.last))
    return true
  if (all.length === 2 && all[0] === 'den' && isSeen(reading, span.first)) return true
  if (/^(?:en|et)$/.test(all[0] ?? '')) {
    if (isAsked(reading, span.first)) return noteAnybody(reading) !== null
    return (
      hasHappened(reading, span) ||
      isToldOf(reading, span) ||
      isFirstDone(reading, span.first) ||
      isThereOne(reading, span)
    )
  }
  return isMeant(reading, span, all.length > 2 || !manyAlike.test(all.at(-1) ?? ''))
}

/** "Hvordan taler vi med en ung, der …", "Det er ofte en storebror": asked or told of anybody. */
const isAsked = (reading: Reading, first: number): boolean =>
  /^(?:hvordan|hvornår|hvad|hvem|hvorfor|når|hvis|skal|bør|kan|må)$/.test(lowerAt(reading, reading.first)) ||
  /^(?:ofte|typisk|oftest|altid|for|som)$/.test(lowerAt(reading, first - 1)) ||
  /^(?:ser|forstår|oplever|tænker|lærer|trives|udvikler)$/.test(verbOf(reading, first))

const verbOf = (reading: Reading, first: number): string => {
  const last = nounAfter(reading, first)
  return last === -1 ? '' : lowerAt(reading, verbAfter(reading, last))
}

/** "Efter ferien kom en af drengene tilbage": what happened is told before whom it happened to. */
const isFirstDone = (reading: Reading, first: number): boolean =>
  /^(?:kom|blev|gik|fik|løb|faldt|vendte|skar|slog|stak|kørte|sad|lå|mistede|døde|forsvandt|flyttede|stjal|truede)$/.test(
    lowerAt(reading, first - 1),
  )

/** "Der er en dreng, som ikke …": there is one, and more is told of that one. */
const isThereOne = (reading: Reading, { first, last }: NameSpan): boolean =>
  /^(?:er|var|bor|går|kommer|findes)$/.test(lowerAt(reading, first - 1)) &&
  lowerAt(reading, first - 2) === 'der' &&
  [1, 2, 3, 4, 5, 6].some(
    (step) => /^(?:der|som|med)$/.test(lowerAt(reading, last + step)) && !modals.has(lowerAt(reading, last + step + 1)),
  )

/** "Vi så den unge i byen". */
const isSeen = (reading: Reading, first: number): boolean =>
  /^(?:så|set|mødte|mødt|hentede|hentet|fandt|fundet|kontaktet|fulgte|kørte|kørt|underrettet|anholdt)$/.test(
    lowerAt(reading, first - 1),
  )

/** Somebody who is spoken of with what is private, or by their age: "samtale med en elev om tyveri", "en 15-årig". */
const isToldOf = (reading: Reading, { first, last }: NameSpan): boolean => {
  const [before, next] = [lowerAt(reading, first - 1), lowerAt(reading, last + 1)]
  if (/^(?:boende|bosiddende|bosat|kendt)$/.test(next) || /^(?:bor|boede)$/.test(before)) return true
  if (next === 'hvis' && isOne.test(lowerAt(reading, last + 2))) return true
  if (/^(?:være|er|var|af)$/.test(before) && wordsBetween(reading, first, last).some((lower) => /^årig/.test(lower)))
    return true
  if (/^(?:for|fra|når|hvis|som|søger|være|blive|ønsker|mangler)$/.test(before) || modals.has(next)) return false
  if (isAge(reading.words[last])) return true
  if (helped.test(before)) return true
  return spokenOf.test(before) && reading.isTouchy
}

const helped =
  /^(?:hjulpet|støttet|afvist|bragt|fulgt|overtalt|fjernet|anbragt|smidt|fundet|flyttet|bortvist|anmeldt|opsøgt|hentet|skældt|slået|overfaldet|truet|taget|antruffet|vækket|reddet|mistet)$/
const spokenOf =
  /^(?:er|var|kom|kommet|set|fundet|antruffet|haft|om|med|anholdt|anholdte|mødte|at|bragt|af|har|mod|fik|sagen|sag)$/

const isAge = (word: TextWord | undefined): boolean =>
  word !== undefined && /^årige?s?$/.test(word.lower) && /\d-$/.test(word.before)

const closeKin = /^(?:mor|far|mormor|farmor|storebror|lillebror|storesøster|lillesøster|bror|søster|søn|datter)$/
const traitsOfBare =
  /^(?:lille|ældre|ung|yngre|enlig|bekymret|gammel|stor|gravid|fuld|vred|beruset|ukendt|psykotisk|\p{Ll}{3,}(?:isk|nsk))$/u
const determiners = /^(?:en|et|den|det|hver|ingen|som|vores|min|din|sin|anden|enhver|denne|nogen)$/

/** Somebody told in notes, with no article: "Dreng, 14, …", "Vedr. ung mand", "Mor indlagt", "mens mor er væk". */
const isBareOne = (reading: Reading, i: number): boolean => {
  const [word, next] = [reading.words[i], lowerAt(reading, i + 1)]
  if (
    word === undefined ||
    /^(?:unge|ung|ældre|lille|par|person|deltager)$/.test(word.lower) ||
    /^[:-]/.test(word.after)
  )
    return false
  const before = lowerAt(reading, i - 1)
  const isOfPair = /^(?:og|eller)$/.test(next) || (before === 'og' && isOne.test(lowerAt(reading, i - 2)))
  if (isOfPair || modals.has(next) || /^(?:mangler|søges|ønskes)$/.test(before)) return false
  if (closeKin.test(word.lower) && /^(?:hos|mens|fordi|at|og|siger|når)$/.test(before))
    return before === 'hos' || isVerb(next)
  if (privateMatters.test(next) && !determiners.test(before) && word.after === ' ') return true
  const hasTrait = traitsOfBare.test(before) && !determiners.test(lowerAt(reading, i - 2))
  return (word.opens || hasTrait) && isNoted(reading, i)
}

/** Whether a note says more of somebody than that there is one: an age, what befell them, where they are. */
const isNoted = (reading: Reading, i: number): boolean => {
  const [after, next] = [reading.words[i]?.after ?? '', lowerAt(reading, i + 1)]
  if (/^(?:, | \(| på | ca\.? )\(?\d{1,2}/.test(after + next)) return true
  if (/^(?:,|\.| \() ?\S/.test(after + next)) return true
  if (
    /^ til (?:\d|to|tre|fire|fem|seks|syv|otte)/.test(
      ` ${next}${reading.words[i + 1]?.after ?? ''}${lowerAt(reading, i + 2)}`,
    )
  )
    return !/[:]/.test(reading.words[i + 2]?.after ?? '') && hasHappened(reading, { first: i, last: i })
  if (after === ' ' && /..(?:et|gt|lt|dt|nt|rt|kt)$/.test(next)) return true
  if (after !== ' ') return /^ \d/.test(after)
  return /^(?:i|fra|på|m|med|ca|ved|under|over|bosat|fra|set|flyttet|fundet|antruffet|meldt)$/.test(next) ||
    verbAfter(reading, i) !== -1
    ? hasHappened(reading, { first: i, last: i }) || verbAfter(reading, i) === -1
    : false
}

const fewOfAFamily = /^(?:brødre|søstre|søskende|tvillinger|fætre|kusiner)$/
const few = /^(?:drenge|piger|børn|elever|unge|mænd|kvinder|beboere)$/
/** "to brødre …", and "to drenge" and "de to elever" something befell. */
const findFew = (reading: Reading, i: number): NameSpan | null => {
  const last = [i + 1, i + 2].find((at) => fewOfAFamily.test(lowerAt(reading, at)) || few.test(lowerAt(reading, at)))
  if (last === undefined || !hasHappened(reading, { first: i, last })) return null
  const isFamily = fewOfAFamily.test(lowerAt(reading, last))
  const isDefinite = /^(?:de|begge)$/.test(lowerAt(reading, i - 1)) || lowerAt(reading, i) === 'begge'
  const isBefallen = [1, 2, 3, 4, 5, 6, 7, 8, 9].some((step) => privateMatters.test(lowerAt(reading, last + step)))
  return isFamily || isDefinite || isBefallen ? { first: i, last } : null
}

const formerly =
  /^(?:tidligere|pensionere(?:t|de)|forhenværende|arbejdsløse?|fyre(?:t|de)|udenlandske?|psykisk|afskedige(?:t|de))$/
/** Somebody told by a calling they have or had: "en tidligere bandeleder holder til …", "en skolelærer i opgang 1". */
const isOfCalling = (reading: Reading, i: number, at: number): boolean => {
  if (!/..(?:er|ist|ør|ent|inde|mand)$/.test(lowerAt(reading, at)) || notCallings.test(lowerAt(reading, at)))
    return false
  if (at > i + 1 && formerly.test(lowerAt(reading, at - 1)))
    return (
      isVerb(lowerAt(reading, at + 1)) || /^(?:i|på|fra|ved|over|under|bag|hos|der|som)$/.test(lowerAt(reading, at + 1))
    )
  return isAtNumber(reading, at)
}

const notCallings =
  /^(?:eller|over|under|efter|leder|container|computer|scooter|time|sommer|vinter|sider|meter|kælder|altaner|aftener|måneder)$/
const isAtNumber = (reading: Reading, at: number): boolean =>
  /^(?:i|fra|på)$/.test(lowerAt(reading, at + 1)) &&
  /^(?:opgang|opg|blok|nr|nummer|rækkehus)$/.test(lowerAt(reading, at + 2)) &&
  /^\.? \d/.test(reading.words[at + 2]?.after ?? '')

const amounts = /^(?:del|gruppe|flok|række|masse|håndfuld|slags|time|uge|aften|fest|klub|stor|større|lang)$/

/** The person that an article belongs to, at most three words behind: "en enlig ung mor", "den 15-årige". */
const nounAfter = (reading: Reading, i: number): number => {
  const from = /^eller$/.test(lowerAt(reading, i + 1)) ? i + 3 : i + 1
  if (lowerAt(reading, from) === 'af') return oneOf(reading, i)
  for (let at = from; at <= from + 2 && at < reading.end; at += 1) {
    const word = reading.words[at]
    if (word === undefined || !/^ (?:\d{1,2}-)?$/.test(word.before) || amounts.test(word.lower)) return -1
    const isAdjective = /^(?:unge|ung|ældre|lille|årige?)$/.test(word.lower) && isOne.test(lowerAt(reading, at + 1))
    if ((isOne.test(word.lower) || isAge(word) || isOfCalling(reading, i, at)) && !isAdjective) return at
  }
  return -1
}

const theMany =
  /^(?:drengene|pigerne|unge|eleverne|beboerne|forældrene|mødrene|fædrene|frivillige|børnene|brødrene|kvinderne|mændene|store|små|mindste|ældste|ældre|yngre|medlemmerne|klubbens|medarbejderne|naboerne|lejerne|lærerne|drenge|piger|børn|søskende|elever|beboere|mødre|fædre|lommepengeunge|kammerater|dem|\p{L}{2,}(?:[dgjklnprstv]er|ist|ent|ant|or|mand|ør|og)(?:ne|erne))$/u
/** "en af drengene", "en af vores frivillige". */
const oneOf = (reading: Reading, i: number): number =>
  [i + 4, i + 3, i + 2].find((at) => theMany.test(lowerAt(reading, at))) ?? -1
