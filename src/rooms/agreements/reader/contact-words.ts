import { foldText } from './match-words.ts'

/** What a post is called in Danish municipalities and housing organisations: the word, or the end of a compound. */
const postEndings =
  `leder chef koordinator kordinator koordinater konsulent medarbejder sekretær direktør vejleder rådgiver terapeut
  formand forkvinde forperson kasserer assistent pædagog sygeplejerske sundhedsplejerske betjent inspektør mester vært
  fuldmægtig planlægger coach mentor bestyrer forstander ansvarlig repræsentant tovholder bibliotekar psykolog jurist
  økonom træner instruktør manager underviser arkitekt fysioterapeut diætist vicevært rektor administrator
  formidler projektmager fundraiser vikar elev socialrådgiver gadeplansmedarbejder brobygger praktikant lærer
  rengøringsansvarlig bydelsmor ejendomsfunktionær specialist partner
  kommissær forvalter gadeplansarbejder ungearbejder socialarbejder tandplejer jordemoder støttekontaktperson
  forretningsfører talsperson netværksperson nøgleperson ressourceperson udvikler facilitator lektor sundhedsfremmer udlejer
  musiker kunstner behandler hjælper læge ambassadør gårdmand opsynsmand
  chauffør gartner håndværker tømrer tolk pedel fotograf dramaturg skuespiller danser forfatter designer`
    .split(/\s+/u)
    .map(foldText)

const inflections = ['ernes', 'erne', 'ene', 'ens', 'er', 'ne', 'en', 'es', 'e', 's']

/** Adjectives and short nouns that stand before a post and belong to it. */
const modifiers = new Set(
  `boligsocial boligsociale social sociale pædagogisk pædagogiske daglig daglige faglig faglige administrativ
  administrative kommunal kommunale lokal lokale teknisk tekniske konstitueret fungerende ledende tværfaglig
  kriminalpræventiv sundhedsfaglig sundhedsfaglige kulturfaglig socialfaglig opsøgende frivillig frivillige ansvarlig
  overordnet øverste ordinær ekstern intern vice senior junior chef projekt ungdoms børne unge børn job
  sundheds kultur fritids bolig klub afdelings team sekretariats områdets stedfortrædende kommende
  koordinerende konst fung adm udgående fremskudt almen ny nye tilknyttet projektansat studenter to tre fire fem en`
    .split(/\s+/u)
    .map(foldText),
)

const isModifier = (word: string): boolean => {
  const bare = foldText(word).replace(/[.,:;]+$/u, '')
  return modifiers.has(bare) || /^\d{1,2}$/u.test(bare) || /^(?:uu|ssp|psp|ppr|it|pr|hr|so|fn)$/u.test(bare)
}

/** Words, or ends of words, that name a place of work rather than a person or a post. */
const unitEndings =
  `center centret centeret centre centrene forvaltning forvaltningen afdeling afdelingen sekretariat sekretariatet
  bibliotek biblioteket lokaludvalg lokaludvalget udvalg udvalget skole skolen gymnasium klub klubben klubber hus huset
  forening foreningen foreninger områdefornyelse områdefornyelsen områdefornyelser institution institutionen
  rådgivning rådgivningen vejledning vejledningen jobcenter indsats indsatsen enhed enheden team teamet
  hallen politi politiet legeplads legepladsen museum museet værested værestedet kommune organisation
  organisationen samarbejde samarbejdet kvarter kvarteret kontor kontoret område området netværk netværket
  børnehave børnehaven fritidshjem fritidshjemmet ungdomshus boligforening boligselskab distrikt distriktet
  ungdomsskole ungdomsskolen musikskole myndighed myndigheden styrelsen akademi college forsorg plejen
  parken vej vejen gade gaden gården haven stræde allé alle torv torvet plads pladsen vænge vænget bakken byen
  stationen foreningerne projektet kirken kirke sognet sogn fonden nævn nævnet rådet`
    .split(/\s+/u)
    .map(foldText)

const unitWords = new Set(
  [
    'center',
    'kultur',
    'familie',
    'børnefamilie',
    'ungdommens',
    'ungdoms',
    'kvarterløft',
    'uu',
    'ppr',
    'ssp',
    'borgerservice',
    'byens',
    'idræt',
    'team',
    'enhed',
    'den',
    'de',
    'hos',
    'område',
    'bydel',
    'dansk',
    'røde',
    'red',
    'københavns',
    'kbh',
  ].map(foldText),
)

const bareWord = (word: string): string => foldText(word).replace(/^[("'’‘“”]+|[)"'’‘“”.,:;!?]+$/gu, '')

const endsLikePost = (word: string): boolean => {
  const cut = inflections.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length))
  return [word, ...cut].some((form) => postEndings.some((ending) => form.endsWith(ending)))
}

/** True for a word that is a post, also in the plural, as a compound, or beside a slash. */
export const isPostWord = (word: string): boolean => {
  const bare = bareWord(word)
  if (bare.length < 4 || isUnitCompound(bare)) return false
  return bare.split('/').some((half) => half.length >= 4 && endsLikePost(half))
}

const isUnitCompound = (bare: string): boolean =>
  unitEndings.some((ending) => bare.endsWith(ending)) && !postEndings.some((ending) => bare.endsWith(ending))

/** True for a word that may stand before a post as part of it ("Boligsocial", "Daglig", "2", "UU", "Projekt"). */
export const isPostModifier = (word: string): boolean => isModifier(word) || /\p{L}-$/u.test(word)

/** True for a word that names a unit, a house, a street or an organisation. */
export const isUnitWord = (word: string): boolean => {
  const bare = bareWord(word)
  if (/\d/u.test(bare) || /^&$/u.test(word)) return true
  if (isPostWord(word)) return false
  return unitWords.has(bare) || (bare.length > 2 && unitEndings.some((ending) => bare.endsWith(ending)))
}

/** Short names of Copenhagen's departments, as their staff write them. */
export const departmentShortNames = /(?<![\p{L}\d])(?:BUF|SOF|KFF|TMF|SUF|BIF|ØKF|BIU)(?![\p{L}\d])/u

/** The word a department's name ends with, or its short name where a line opens with it. */
export const departmentWord =
  /\S*forvaltning(?:en|erne|s)?(?![\p{L}])|^(?:BUF|SOF|KFF|TMF|SUF|BIF|ØKF|BIU)(?![\p{L}\d])/iu

const particles = /^(?:de|den|der|da|di|du|el|al|von|van|af|bin|ibn|la|le|ben|ten|y|e)$/iu

/** True for a word that may be part of a person's name: capitalised, an initial, or a nickname in quotes. */
export const isNameWord = (word: string): boolean => {
  const bare = /^["'’‘“”(]/u.test(word) ? word.replace(/[.,;:!?]+$/u, '') : word.replace(/[.,;:!?)]+$/u, '')
  if (/^\p{Lu}\.?$/u.test(bare) || /^(?:\p{Lu}\.){1,3}$/u.test(word)) return true
  if (/^["'’‘“”(]\p{Lu}[\p{L}-]*["'’‘“”)]$/u.test(bare)) return true
  return /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(bare) && !/^\p{Lu}{3,}$/u.test(bare)
}

export const isNameParticle = (word: string): boolean => particles.test(word)
