import { each, eitherCase, type Finding, found } from './finding.ts'
import { bareKin, definiteKin, kin } from './person-words.ts'

const certain = String.raw`(?:ham|hende|dem|den|det|drengen|pigen|tvillingerne|eleven|barnet|(?:den|det|de) \p{Ll}+|de to|en af \p{Ll}+|en (?:elev|dreng|pige) (?:i|fra|på))(?![\p{L}])|(?=\p{Lu}\p{Ll})`
const kinOf = new RegExp(String.raw`(?<![\p{L}])${eitherCase(definiteKin)} (?:til|efter|af) (?:${certain})`, 'gu')
const anyKinOf = new RegExp(
  String.raw`(?<![\p{L}])${eitherCase(bareKin)} til (?:ham|hende|drengen|pigen|tvillingerne|eleven|barnet|en af drengene|en af pigerne|de (?:to|tre)|(?:den|det) (?!årlige|næste|fælles|nye)\p{Ll}+)(?![\p{L}])`,
  'gu',
)
const someKin = new RegExp(
  String.raw`(?<![\p{L}])(?:[Hh]ans|[Hh]endes) ${kin}(?![\p{L}])[^.!?\n]{0,45}?(?:\d{1,2}\. ?[a-g](?![\p{L}])|(?<=\s)\d{1,2}[a-zA-Z](?![\p{L}])|(?<=(?:på|i|hos|ved|fra|hedder|er) )\p{Lu}\p{Ll}{2,})`,
  'gu',
)
const closeKin =
  '(?:\\p{Ll}{3,8}e |egen )?(?:(?:lille|store|tvillinge|halv|sted|pleje)?(?:mor|far|bror|søster|søn|datter)|onkel|tante|faster|moster|fætter|kusine|kæreste|ekskæreste|mormor|farmor|morfar|farfar|kone|mand|nevø|niece|barnebarn|barnebørn|svigersøn|svigerdatter|svigermor|svigerfar|svoger|svigerinde|ekskone|eksmand|forlovede|samlever|enke)'
// The person is one where the word is definite: "frisørens datter", "den sigtedes bror"; "byens mor" is nobody.
const kinOfOne = new RegExp(
  String.raw`(?<![\p{L}])(?:(?![Bb]yens|[Dd]agens|[Vv]erdens|[Aa]ftenens|[Kk]lubbens|[Ss]kolens|[Kk]ommunens|[Ff]estens|[Bb]orgerens|[Gg]adens|[Uu]gens)\p{L}\p{Ll}{3,30}ens|[Ss]igtedes|[Aa]nholdtes|[Pp]ågældendes|[Ff]orurettedes|[Dd]ømtes|[Mm]istænktes|[Aa]fdødes|[Dd]renges|[Dd]rengenes|[Pp]igernes|[Bb]rødrenes|[Ss]østrenes|[Tt]villingernes|[Oo]f[f]?e?rets) ${closeKin}(?![\p{L}])`,
  'gu',
)
// "pizzabagerens ældste", "træners kone".
const ofTheirs = new RegExp(
  String.raw`(?<![\p{L}])(?:(?!\p{L}{0,20}(?:byens|dagens|klubbens|skolens|kommunens|gruppens|foreningens|afdelingens|familiens|ugens|årgangens|indskolingens|bygningens|gadens)(?![\p{L}]))\p{L}{3,30}ens (?:ældste|yngste|mellemste|mindste|ekskone|eksmand|børn|forældre|familie|lejlighed)|\p{L}{3,30}(?:er|or|ør|ist|ant|ent|mand|vært|chef|leder)s ${closeKin})(?![\p{L}])(?! (?:medlem|elev|deltager|klasse|årgang|hold|gruppe))`,
  'gu',
)
const kinOfPost = new RegExp(
  String.raw`(?<![\p{L}])${eitherCase('formandens|viceværtens|lærerens|klasselærerens|klublederens|lederens|naboens|kassererens|imamens|præstens|bagerens|købmandens|kioskejerens|pedellens|skolelederens|drengens|pigens|gerningsmandens|trænerens')} ${kin}(?![\p{L}])`,
  'gu',
)
const kinInTrouble = new RegExp(
  String.raw`(?<![\p{L}])(?:${eitherCase('moren|moderen|faren|faderen|stedfaren|stedfaderen|storebroren|lillebroren|søsteren|broren|mor|far|storebror')}|${eitherCase('hans|hendes|deres')} ${closeKin}) (?:magter|er (?:alene med|i bande|bandemedlem|på (?:førtidspension|kontanthjælp|krisecenter)|indsat|løsladt|bange|stofmisbruger|narkoman|ansat|uddannet|død|syg|indlagt|dømt|fængslet|arbejdsløs|alkoholiker|misbruger|psykisk)|arbejder (?:som|i|på|hos)|driver|ejer|drikker|drak|sidder (?:inde|i fængsel|fængslet)|slår|har (?:butikken|kiosken|pizzeriaet|forretningen|slået|truet))(?![\p{L}])`,
  'gu',
)
const widow = /(?<![\p{L}])(?:enken|enkemanden) efter /giu

/** Somebody told by whom they belong to: "moren til drengen, der …", "hans storesøster i 9.b". */
export const findRelations = (text: string): Finding[] =>
  [kinOf, anyKinOf, someKin, ofTheirs, kinOfPost, kinOfOne, kinInTrouble, widow].flatMap((pattern) =>
    each(pattern, text, (match) => found('relation', match, 'en pårørende')),
  )
