import { isADoer, isTheDoer } from './roles.ts'
import { hasHappened, isGeneral, lowerAt, type Reading } from './sentence-reading.ts'
import { isOne, isPost, modals, privateMatters } from './single-person-words.ts'

/**
 * Whether somebody told by a trade, a post or what they do is told of in what is theirs alone: "kassereren har gæld",
 * "klubbens natteravn har fået konstateret kræft". What they do at work is the meeting's own matter.
 */
export const isPrivateToPost = (reading: Reading, i: number): boolean =>
  !isAsked(reading, i) &&
  (isNoPostAndHappened(reading, i) ||
    hasGot(reading, i) ||
    isBefallen(reading, i) ||
    isAtHome(reading, i) ||
    isSeen(reading, i) ||
    isOfSuch(reading, i) ||
    hasDone(reading, i) ||
    isPhrased(reading, i))

/** Whether a word is somebody by a trade: in the definite, or with an article or an owner before. */
export const isDoer = (reading: Reading, i: number): boolean => {
  const word = reading.words[i]
  if (word === undefined) return false
  return isTheDoer(word.lower) || (isADoer(word.lower) && (word.opens || ownerBefore(reading, i) !== -1))
}

// Who builds, delivers or speaks for the groups is told of at their work.
const atWork =
  /(?:entreprenør|leverandør|arkitekt|jurist|rådgiver|konsulent|ingeniør|håndværker|vejleder|koordinator|operatør|udbyder|driftsleder|arrangør|partner|håndværk|administrator|sekretær|kommandør|direktør|inspektør|minister|mester|tilbyder|udlejer|ejer|vagt|forsker|psykolog|fotograf|advokat|politiker|udvalgsformand|borgmester|kunstner|musiker|forfatter|redaktør|revisor|tovholder|indsatsleder|moderator|referent|dirigent|ordstyrer)(?:en)?$/

/** Somebody by what they do, who works for nobody here: "grønthandleren er gået konkurs", "bokseren deler slik ud". */
const isNoPostAndHappened = (reading: Reading, i: number): boolean => {
  const lower = lowerAt(reading, i)
  if (isPost.test(lower) || atWork.test(lower) || !isTheDoer(lower)) return false
  return !isGeneral(reading, i) && hasHappened(reading, { first: i, last: i })
}

const ofMeeting =
  /^(?:nøgle\p{L}*|besked|svar|tilsagn|midler|penge|inviteret|ansat|valgt|genvalgt|bedt|orienteret|kontaktet|tilbud|opgaven?|lov|adgang|ny|nye|nyt|erfaring\p{L}*|gode?|godt|mange|flere|henvendelse\p{L}*|ros|hjælp|til|klar|ansvaret|mulighed|kontakt|sendt|meldt|spurgt|enige?|bevilget|bestilt|lavet|forslag|klager?|overblik|styr|kaldt|ind|en|et|den|tid|fokus|møde|samtale\p{L}*|ønske|plads|bred|fat|nok|færre|også|nu|dialog|fået|været|budt|præsenteret|åbnet|besluttet)$/u

/** "… har fået lejlighed", "… er blevet overset": what somebody at work has got that is none of the meeting's. */
const hasGot = (reading: Reading, i: number): boolean => {
  for (let at = i + 1; at < Math.min(reading.end, i + 7); at += 1) {
    if (/^(?:at|om|hvis|når|der|som|kan|skal)$/.test(lowerAt(reading, at))) return false
    const pair = `${lowerAt(reading, at)} ${lowerAt(reading, at + 1)}`
    if (
      /^(?:har (?:fået|haft|mistet|måttet)|er (?:blevet|flyttet|rejst|gået|holdt)|fik (?:en|et)|mistede \p{L}+)$/u.test(
        pair,
      )
    )
      return ![2, 3].some((step) => ofMeeting.test(lowerAt(reading, at + step)))
  }
  return false
}

const owners = /^(?:en|et|én|vores|min|den|samme|\p{L}{2,}s)$/u

/** Where the article or the owner stands that a word belongs to, or -1. */
const ownerBefore = (reading: Reading, i: number): number =>
  [i - 1, i - 2, i - 3].find((at) => at >= reading.first && owners.test(lowerAt(reading, at))) ?? -1

const asks = /^(?:hvis|når|hvordan|hvornår|såfremt|hvorvidt|søger|søges|mangler|kan|skal|bør)$/

/** Whether it is asked or agreed how something is done, in the words before. */
const isAsked = (reading: Reading, i: number): boolean =>
  [1, 2, 3, 4, 5, 6].some((step) => i - step >= reading.first && asks.test(lowerAt(reading, i - step)))

const reach = 14
const isBefallen = (reading: Reading, i: number): boolean => {
  for (let at = i + 1; at < Math.min(reading.end, i + reach); at += 1) {
    const lower = lowerAt(reading, at)
    if (/^(?:skal|vil)$/.test(lower) && coming.test(lowerAt(reading, at + 1))) return true
    if (
      /^(?:om|mod)$/.test(lower) &&
      /^(?:sin|sit|sine)$/.test(lowerAt(reading, at + 1)) &&
      isOne.test(lowerAt(reading, at + 2))
    )
      return true
    if (/^(?:om|at|mod|hvis|når|hvordan|kan|skal|bør)$/.test(lower)) return false
    if (/^(?:sin|sit|sine)$/.test(lower) && isOne.test(lowerAt(reading, at + 1))) return true
    const isSaidOfThem = at > i + 1 || isAfterVerb(reading, i) || /(?:ede|te|r|slog|stjal|drak)$/.test(lower)
    if (ownMatters.test(lower)) return true
    if (isSaidOfThem && privateMatters.test(lower))
      return !/^(?:fast|til|kontakt|fat|op)$/.test(lowerAt(reading, at + 1))
  }
  return false
}

const coming = /^(?:skilles|giftes|opereres|afsone|fængsles|udvises|indlægges|flytte|fyres|i)$/

/** "blev den lokale imam overfaldet". */
const isAfterVerb = (reading: Reading, i: number): boolean =>
  /^(?:blev|er|var|har|havde|fik)$/.test(lowerAt(reading, ownerBefore(reading, i) - 1))

/** Further matters of one person, as the start of a word: health, crime, money, family, standing, belief. */
const ownMatters =
  /^(?:blodprop|hjerne|hjertef|hjertes|konstateret|opereret|sygdom|sygehus|sygeorlov|kritisk$|afvænning|terapi|sammenbrud|barsel|handicappet|blind$|døv$|efterforsk|afhør|mistænk|mistanke|anklag|tiltalt|tiltale|afsløret|franarret|frataget|spyttet|udnyttet|udnytter|upassende|kræn|løgn|udelukket|bortfør|konkurs|skylder|skyldte|lån|lånt$|snød|snyder|student$|forlovet|forlov|gift$|giftes|gifte$|giftet|hjemvendt|hjemsendt|afskediget|afslag|familiesammenf|statsborger|opvokset|stammer|troende|eksmand|ekskone|svigerf|chikane|truet|svoger|afpress|pengeafpresning|vrede$|skænder|skændt|skænd|konflikt|uvenner|uvenskab|jaloux|misund|hævn|fjende|smadret|ruden$|rudern|bort$|hadbesk|straffeattest|retten$|byretten|ptsd|stalk|filmer|kysse|kysset|berusede|påvirket|nedtur|lejegæld|nabostrid|vidne$|straffe|bøde|bøder|fængsel|spærret|tilbageholdt|eftersøgt|omkom|ulykke|brækket)/

const isAtHome = (reading: Reading, i: number): boolean =>
  /^(?:i|fra|på)$/.test(lowerAt(reading, i + 1)) &&
  /^(?:opgang|opg|blok|nr|nummer|rækkehus)$/.test(lowerAt(reading, i + 2)) &&
  /^\.? (?:\d|$)/.test(reading.words[i + 2]?.after ?? '') &&
  !isPost.test(lowerAt(reading, i))

const met = /^(?:set|så|fundet|hørt|filmet|fanget|anholdt|anholdte|sigtet|bortvist|fyret|fyrede|afskediget|mod|af)$/
const told =
  /^(?:rygter|rygtet|snak|klage|klager|bekymring|mistanke|historie|historien|sag|sagen|talte|talt|video|billeder|anmeldelse|underretning)$/

/** Somebody seen or spoken of with what is private: "rygter om en lærer, der …", "set en lærer kysse en elev". */
const isSeen = (reading: Reading, i: number): boolean => {
  const owner = ownerBefore(reading, i)
  if (owner <= reading.first || !reading.isTouchy) return false
  const before = lowerAt(reading, owner - 1)
  return met.test(before) || (before === 'om' && told.test(lowerAt(reading, owner - 2)))
}

/** "den afviste asylansøger", "en fængslet træner". */
const isOfSuch = (reading: Reading, i: number): boolean => {
  const owner = ownerBefore(reading, i)
  if (owner === -1) return false
  const between = reading.words.slice(owner + 1, i).map(({ lower }) => lower)
  return between.some((lower) => /[et]$/.test(lower) && (privateMatters.test(lower) || suchMatters.test(lower)))
}

const suchMatters =
  /^(?:afvist|alkohol|kriminel|straf|dømt|fængsl|løslad|fyret|afskedig|udvist|efterlyst|berygt|kendt|forgæld|fraskilt|nyskilt|gravid|sygemeld|syg|blind|døv|handicapp|voldelig|omtalt|pågæld|mistænk|tiltalt|eftersøgt|eneste$|autist|homoseks|muslim|kristne$|jødisk)/

/** "en lærer, der har skrevet til …": what one has done is no post's work. */
const hasDone = (reading: Reading, i: number): boolean => {
  if (!/^(?:en|et|én)$/.test(lowerAt(reading, ownerBefore(reading, i)))) return false
  const who = [1, 2, 3, 4].find((step) => /^(?:der|som)$/.test(lowerAt(reading, i + step)))
  return (
    who !== undefined &&
    /^(?:har|havde|blev)$/.test(lowerAt(reading, i + who + 1)) &&
    /..(?:et|dt|gt|lt)$/.test(lowerAt(reading, i + who + 2)) &&
    !/^(?:arbejdet|været|lavet|meldt|fået|startet|lært)$/.test(lowerAt(reading, i + who + 2))
  )
}

const phrases =
  /(?<!\p{L})(?:(?:gået|går|gik) (?:helt )?ned(?: med|$| )|under (?:efterforskning|afhøring|mistanke|anklage|behandling|tvang)|(?:sat|smidt|røget) (?:ud|ind)|sidder inde|ude igen|som den første|(?:der|som) selv|(?:er|har|bor) selv (?!ansvar|skrevet|meldt|valgt|søgt|bedt)|egen (?:søn|datter|bror|mor|far|nevø|fætter|familie|lejlighed)|kommer ikke (?:tilbage|igen)|mister|mistede|stoppede pludselig|ikke længere (?:må|ved|hjemme)|viste sig|politiets lup|(?:søster|bror|søn|datter|mor|far|fætter|kusine) (?:til|af)|er (?:tidligere|oprindelig|nabo|lokal|kendt|muslim|kristen)|taget (?:med|i at|af kassen|penge)|set (?:med|fuld|sammen)|gift med|kæreste med|ked af|svær at|bor (?:alene|sammen|hos))(?!\p{L})/u

const isPhrased = (reading: Reading, i: number): boolean => {
  const after: string[] = []
  for (let at = i + 1; at < Math.min(reading.end, i + reach); at += 1) {
    const lower = lowerAt(reading, at)
    if (/^(?:at|hvis|når|hvordan)$/.test(lower) && lowerAt(reading, at - 1) !== 'i') break
    after.push(lower)
  }
  return phrases.test(after.join(' ')) && !after.slice(0, 2).some((lower) => modals.has(lower))
}
