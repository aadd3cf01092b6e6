import { each, eitherCase, type Finding, found } from './finding.ts'

const anyOne =
  'dreng|pige|mand|kvinde|dame|herre|knægt|fyr|tøs|elev|beboer|lejer|unge|ung|teenager|gut|lømmel|barn|mor|far|familie|lærer|pædagog|medarbejder|forælder'
const oneNoun = `(?:${anyOne})(?![\\p{L}])`
const theOne =
  'drengen|pigen|knægten|fyren|tøsen|manden|kvinden|damen|konen|eleven|teenageren|gutten|lømlen|beboeren|lejeren|ungen'
const siblings = 'brødre|søstre|søskende|tvillinger|fætre|drenge|piger|børn|kusiner|knægte|elever|fyre'
const numbered = String.raw`(?:(?:opgang|opg\.?|blok|nr\.?|nummer|rækkehus|hus|indgang|lejlighed|lejl\.?) ?\d{1,3}|\d{1,3}\.? ?(?:sal|[a-zA-Z]\b)|stuen|stuelejligheden|første sal|anden sal|tredje sal|fjerde sal|øverste etage)`
// What a group of colleagues stands for is no origin: "hende fra kommunen".
const organisations =
  '(?:kommunen|politiet|boligforeningen|boligselskabet|skolen|klubben|forvaltningen|helhedsplanen|afdelingen|biblioteket|jobcenteret|ungdomsskolen|sekretariatet|bestyrelsen|foreningen|brandvæsenet|SSP|PPR|DR|TV|ssp)'
const notWith =
  '(?:henblik|hensyn|det samme|hjem|til|ind|ud|på|i|at|sig|os|jer|dem|en gang|tilladelse|flest|mindst|hjælp|andre|sin|sit|sine|hans|hendes|skolen|klubben|politiet|forældrene|klokken|vilje|god|dårlig)(?![\\p{L}])'
const anAdjective = String.raw`(?:\p{Ll}{2,15} )?`
const start = String.raw`(?<![\p{L}-])`
const he = eitherCase('ham|hende|han|hun')
const definiteOne = `(?:${eitherCase(theOne)}|${eitherCase('den|det')} \\p{Ll}{2,15} ${oneNoun}|${eitherCase('den|det')} (?:unge|lille|store|gamle|lange|tykke|tynde|høje))`

/** "Drengen med krykkerne", "den gamle mand med hunden", "hende med det lyse hår". */
const withSomething = String.raw`${start}(?:${he}|${definiteOne})(?: (?:oppe|nede|ovre))? (?:med|m\.|m) (?!${notWith})(?:(?:den|det|de|en|et) ${anAdjective})?\p{L}{2,25}`

/** "Drengen, der slog", "ham der lige er kommet ud". */
const whoDoes = String.raw`${start}(?:${he}|${eitherCase(theOne)}|${eitherCase('den')} \p{Ll}{2,15} ${oneNoun}|${eitherCase('den')} (?:dreng|pige|mand|kvinde|dame|fyr|knægt)(?![\p{L}]))(?: (?:den|der))?,? (?:der|som) (?!fra|har (?:vagten|ansvaret|nøgle|styr)|styrer|står for|leder|passer|holder|hjælper|oftest|altid|skal|kan|vil|bedst|ønsker)\p{Ll}{2,15}(?: \p{Ll}{2,15})?`
const fromSomewhere = String.raw`${start}(?:${he} fra|${definiteOne} (?:fra|over|under|ved siden af)|(?:${he}|${definiteOne}) (?:i|på|oppe i|nede i)(?= ${numbered})) (?!${organisations}(?![\p{L}]))(?:(?:den|det|de) )?(?:\p{L}+\.?)?(?: ?\d{1,3})?`

const oneOfThem = String.raw`${start}${eitherCase('den|det')} (?:ældste|yngste|mellemste|ene|anden|mindste|største|store|lille) af (?:brødrene|søstrene|drengene|pigerne|tvillingerne|sønnerne|døtrene|søskende|de (?:to|tre|fire))(?![\p{L}])`
const withAid = String.raw`${start}(?:${eitherCase(theOne)}|${eitherCase('barnet')}) (?:i (?:el-?)?kørestol|på krykker|med (?:høreapparat|briller|stok|rollator|krykker))`
const someSpot = String.raw`${start}${eitherCase('drengen|pigen|knægten|fyren|tøsen|manden|kvinden|damen|konen')} (?:i|på|ved|fra) (?!gaden|månen|vejen|midten|${organisations}(?![\p{L}]))(?:(?:den|det) \p{Ll}{2,15} \p{Ll}{3,20}|\p{Ll}{2,20}(?:en|et)(?![\p{L}]))`
const trouble =
  '(?:gravid|indlagt|anholdt|sigtet|dømt|fængslet|varetægtsfængslet|anbragt|tvangsfjernet|fjernet|bortvist|fuld|beruset|skæv|påvirket|psykisk|selvskadende|selvmordstruet|forsvundet|stukket af|smidt ud|smidt hjemmefra|mishandlet|misbrugt|voldtaget|slået|diagnosticeret)'
const inTrouble = String.raw`${start}${eitherCase('han|hun|drengen|pigen|knægten|eleven')} (?:er|blev|var|har|bliver) (?:\p{Ll}{2,10} ){0,2}${trouble}(?![\p{L}])`
const ownChild = String.raw`${start}har selv (?:en|et|to|tre) (?:\p{Ll}{2,12} )?(?:søn|datter|barn|børn|sønner|døtre)(?![\p{L}])`
const owner = String.raw`${start}${eitherCase('ejeren|indehaveren|bestyreren|forpagteren')} af \p{L}{0,20}(?:bar|kiosk|butik|grill|pizzeria|restaurant|café|cafe|værksted|salon|forretning|bageri|shop)\p{Ll}{0,5}(?![\p{L}])`
const onlyOne = String.raw`${start}(?<!ikke (?:den|det) )(?:${eitherCase('den|det|hans|deres|hendes|vores')} )?[Ee]neste ${anAdjective}${oneNoun}|${start}(?:[Hh]an|[Hh]un) (?:er|var) (?:den )?eneste (?:fra|på|i|med|der|som)`
const justOne = String.raw`${start}(?:[Kk]un (?:en|et|én|een)|[Éé]n|[Ee]en|Én|[Ee]n enkelt|[Ee]t enkelt|[Dd]en samme|[Ss]amme|[Dd]rejer sig om (?:en|et|én)) ${anAdjective}(?:${anyOne}|naboen|familie|nabo|person|ven|bror|lejlighed|husstand|spiller|deltager|kunde|læreren|medlem)(?![\p{L}])(?! (?:kan|skal|bør|må|ad gangen|om|pr|hele))`
const aSingle = String.raw`${start}(?:[Ee]n|[Éé]n) enkelt(?:,? (?:der|som)| (?:er|har|blev|bor|går|fik|var))(?! (?:kan|skal|bør|må|vil|ikke må)(?![\p{L}]))(?![\p{L}])`
const firstOfAll = String.raw`${start}(?:(?:som )?(?:den|det) (?:første|eneste) i (?:sin|hele|familien|opgangen)|${eitherCase('den|det')} (?:ældste|yngste|mindste|mellemste) (?:af|i) (?:søskende\p{Ll}*|familien|flokken|børneflokken|en søskende\p{Ll}*))`
const newOne = String.raw`${start}(?:${eitherCase('den|en')} nye?|[Nn]ye?) (?:dreng|pige|elev|knægt|familie|fyr|mand)(?: \(?\p{Ll}+\)?)? (?:fra|i) (?:\p{Lu}?\p{Ll}+|\d)`

const theFamily = String.raw`${start}${eitherCase('familien|parret|ægteparret|søskendeparret')}(?:,? (?:som|der) \p{Ll}+| (?:på|i|fra|oppe i|nede i) ${numbered}| fra (?!${organisations}(?![\p{L}]))\p{L}+| (?:over|under|oven over|overfor|ved siden af) \p{L}+)`
const aFamily = String.raw`${start}${eitherCase('en')} ${anAdjective}familie (?:på|i|fra) ${numbered}`
const fewFamilies = String.raw`${start}(?:${eitherCase('de|begge|mellem')} )?(?:to|tre|2|3) ${anAdjective}familier (?:på|i|fra) (?:den |det )?${numbered}`
const twins = String.raw`${start}${eitherCase('tvillingerne|trillingerne')}`
const theSiblings = String.raw`${start}${eitherCase('de|begge')} (?:to |tre |fire |\d )?${anAdjective}(?:brødre|søstre|søskende|fætre|tvillinger) (?:i|på|fra|over|under|ved) \p{L}+`
const theTwo = String.raw`${start}(?:${eitherCase('brødrene|søstrene')}|${eitherCase('de')} (?:to|tre|fire|2|3|4) ${anAdjective}(?:${siblings})(?![\p{L}]))(?:,? (?:der|som)(?! (?:skal|kan|vil|bor i området))| (?:fra|oppe fra|nede fra) (?!${organisations})| (?:i|på) (?=${numbered}|\d{1,2}\. ?[a-g]|\p{Lu}))`

const whose = String.raw`${start}(?:${eitherCase(theOne)}|${eitherCase('en|et|den|det')} ${anAdjective}${oneNoun})(?:[^.!?\n]|\d\.){0,40}?,? hvis (?:\p{Ll}+ )?(?:mor|far|forældre|bror|søster|familie|søn|datter|mand|kone|storebror|lillebror|storesøster|lillesøster|fætter|onkel|kæreste)(?![\p{L}])`
const ofClass = String.raw`${start}(?:${eitherCase('en|et|den|to')} ${anAdjective}(?:${anyOne}|elever|drenge|piger|søn|datter|klasselærer)|(?:\p{L}{0,15}læreren|[Ll]æreren|[Pp]ædagogen)) (?:i|fra|på) (?:\d|10)\.? ?[a-gA-G](?![\p{L}])`
const ofYear = String.raw`${start}${eitherCase('en|den|et')} ${anAdjective}(?:dreng|pige|søskendepar) (?:fra|i|på) \d{1,2}\. ?(?:klasse|årgang)`
const newNeighbours = String.raw`${start}${eitherCase('de|den')} nye? (?:naboer|nabo|lejere|genboer|familie) (?:i|på|over|under|ovenpå)(?![\p{L}])`
const nextTo = String.raw`${start}[Nn]abo(?:en|erne) (?:til|over|under) (?!${organisations}(?![\p{L}]))(?:\p{L}{2,25})`

/** One person or family told by what they have, do or live beside, with no name at all: "drengen med krykkerne", "den eneste pige på holdet". */
export const findSingledOut = (text: string): Finding[] =>
  patterns.flatMap(([pattern, suggestion]) => each(pattern, text, (match) => found('description', match, suggestion)))

const patterns: readonly (readonly [RegExp, string])[] = [
  ...[
    withSomething,
    whoDoes,
    fromSomewhere,
    someSpot,
    oneOfThem,
    withAid,
    inTrouble,
    ownChild,
    owner,
    onlyOne,
    justOne,
    aSingle,
    firstOfAll,
    newOne,
    whose,
    ofClass,
    ofYear,
    newNeighbours,
  ].map((pattern) => [new RegExp(pattern, 'gu'), 'en person'] as const),
  ...[theFamily, aFamily, fewFamilies].map((pattern) => [new RegExp(pattern, 'gu'), 'en familie'] as const),
  ...[twins, theSiblings, theTwo].map((pattern) => [new RegExp(pattern, 'gu'), 'nogle børn'] as const),
  [new RegExp(nextTo, 'gu'), 'en nabo'],
]
