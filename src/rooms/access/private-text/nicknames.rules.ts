import { each, type Finding } from './finding.ts'
import { givenNames } from './name-lists.ts'

const quoted = String.raw`(?: \p{Ll}{1,12}){0,3}:? [»"“”'’](?<name>\p{L}[\p{L} .'-]{1,25})[«"“”'’]`
// A place or a project may be called something too, so a person is to be named beside.
const called = [
  String.raw`(?<![\p{L}])(?:han|hun|ham|hende|drengen|pigen|fyren|manden|eleven|unge|dem|dreng|pige)(?:,? \p{Ll}{1,12}){0,3} kald(?:er|es|te|t|et)${quoted}`,
  String.raw`(?<![\p{L}])kald(?:er|te) (?:ham|hende|sig)${quoted}`,
  String.raw`(?<![\p{L}])(?:benævn(?:es|t|te)|alias|øgenavn\p{L}{0,3}|kælenavn\p{L}{0,3}|går under(?: navnet)?|kendes som)${quoted}`,
].map((pattern) => new RegExp(pattern, 'giu'))
const calledPlain =
  /(?<![\p{L}])(?:kald(?:er|te) (?:ham|hende)(?: for| bare| altid)?|(?:ham|hende),? (?:som |der )?(?:de|alle|vi|man|folk|drengene|pigerne) (?:bare |altid )?kald(?:er|te)(?: for)?) (?<name>\p{Ll}{3,20}(?:en|et|ern|er|o|i|a|y|us))(?![\p{L}])/giu

const named =
  /(?<![\p{L}])(?:går under navnet|lyder navnet|hedder (?:vist(?:nok| nok)?|nok|måske|noget med|åbenbart)) (?<name>\p{Lu}[\p{L}'-]{1,25})/gu

/** "Lille-Per", "Store-Ali". */
const bySize = /(?<![\p{L}-])(?<name>(?:Lille|Store|Lange|Gamle|Unge|Tykke|Sorte|Skøre)-\p{Lu}\p{Ll}+)(?![\p{L}-])/gu

/** Called so by others: "kendt som Rotten", "alias Zico". */
const knownAs =
  /(?<![\p{L}])(?:kendt som|kalder sig(?: for)?|ved navn|under navnet|alias|bedre kendt som|kaldet|med øgenavnet) [»"“”'’]?(?<name>\p{Ll}*\p{Lu}[\p{L}'’.-]{1,25})/gu
/** '"Skæve" er løsladt': one quoted word that does what people do. */
const quotedDoer =
  /(?:^|(?:[.,:;!?]|\b(?:at|og|men|når|hvis|mens|da|som))\s)["»“”](?<name>\p{Lu}\p{Ll}{1,14})["«”“](?= (?:er|har|blev|var|vil|kommer|går|fik|sælger|siger|skal|bor|slog|truer|kører|igen|ikke)(?!\p{L}))/gmu
const shortenings =
  /^(?:f\.eks|m\.m|m\.v|m\.fl|o\.l|d\.v\.s|b\.la|p\.t|i\.f\.t|t\.o\.m|f\.o\.m|m\.h\.t|e\.l|o\.s\.v|p\.g\.a|s\.u|t\.v|t\.h|m\.f|o\.a|d\.d|d\.å|s\.d|u\.å|c\.v|h\.c|v\.h|k\.l|d\.m|a\.d|i\.e|j\.n|i\.a|f\.t|m\.a\.o|i\.h\.t|s\.å|f\.kr|i\.f\.m|e\.g|n\.b|o\.m)\.?$/
/** "j.p.h. har", "t.k. er". */
const lowerInitials =
  /(?<![\p{L}\p{Nd}.])(?<name>\p{Ll}\. ?\p{Ll}\.(?: ?\p{Ll}\.)?)(?= (?:er|har|blev|var|vil|kommer|går|fik|får|skal|fra|i|og|på|ikke|mødte)(?!\p{L}))/gu

/** A family name that is typed small: "al-masri". */
const lowerFamily = /(?<![\p{L}\p{Nd}-])(?<name>al-\p{Ll}{3,20})(?![\p{L}-])/gu

/** "Bilal-gruppen": those who stand around somebody. */
const aroundOne =
  /(?<![\p{L}-])(?<name>\p{Lu}\p{Ll}{2,20})-(?:gruppen|slænget|banden|klanen|flokken|drengene|brødrene)(?![\p{L}])/gu

const findAroundOne = (text: string): Finding[] =>
  each(aroundOne, text, (match) => {
    const name = match.groups?.['name'] ?? ''
    return givenNames.has(name.toLowerCase())
      ? { kind: 'name', at: match.index, length: name.length, suggestion: 'en person' }
      : null
  })

/** What somebody is called in place of a name: "ham, de kalder rotten", "benævnes i kredsen »Zico«". */
export const findNicknames = (text: string): Finding[] => [
  ...findAroundOne(text),
  ...[...called, calledPlain, named, bySize, knownAs, quotedDoer, lowerInitials, lowerFamily].flatMap((pattern) =>
    each(pattern, text, (match) => {
      const name = match.groups?.['name'] ?? ''
      if (shortenings.test(name)) return null
      const at = match.index + match[0].lastIndexOf(name)
      return { kind: 'name', at, length: name.length, suggestion: 'en person' }
    }),
  ),
]
