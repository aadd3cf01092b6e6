import { everydayWords, givenNames } from './name-lists.ts'
import { withoutGenitive } from './text-words.ts'

/** Whether a word ends in one of some endings, given apart by strokes: a look in a set for each length there is. */
const endingsOf = (written: string): ((lower: string) => boolean) => {
  const endings = new Set(written.split('|'))
  const lengths = [...new Set([...endings].map(({ length }) => length))]
  return (lower) => lengths.some((length) => endings.has(lower.slice(-length)))
}

/** Words of places and organisations: a capital word before or after one belongs to it ("Møllers Plads", "Fodboldklubben Viking"). */
const placeEnding = endingsOf(
  'vej|vejen|gade|gaden|gades|allé|alléen|plads|pladsen|park|parken|torv|torvet|stræde|strædet|stien|sti|bro|broen|have|haven|haver|gården|gårde|hus|huset|huse|husene|hal|hallen|center|centret|centeret|centrum|skole|skolen|skoler|kirke|kirken|klub|klubben|klubber|forening|foreningen|foreninger|selskab|selskabet|organisationen|organisation|fond|fonden|råd|rådet|udvalg|udvalget|gruppe|gruppen|forvaltning|forvaltningen|café|cafe|caféen|cafeen|byen|strand|stranden|skoven|marken|havn|havnen|kaj|kajen|vænge|vænget|boulevard|bakken|toften|kvarter|kvarteret|bydel|bydelen|bebyggelse|bebyggelsen|stationen|station|værksted|værkstedet|bibliotek|biblioteket|museum|museet|teater|teatret|hospital|hospitalet|gymnasium|gymnasiet|institution|institutionen|institut|bageri|bageriet|cykler|kiosk|kiosken|grill|grillen|grillbar|restaurant|restauranten|butik|butikken|marked|markedet|bank|banken|firma|firmaet|netværk|netværket|projekt|projektet|plan|planen|kampagne|kampagnen|kommune|kommunen|region|regionen|styrelse|styrelsen|nævn|nævnet|minde|hule|slot|bugt|sø|eng|dal|dalen|lund|lunden|mølle|boldklub|idræt|idrætsforening|hjem|hjemmet|høj|højen|bjerg|borg|vang|vangen|holm|holmen|kær|sund|fjord|sletten|holdet|koret|bandet|pavillon|pavillonen|lejr|lejren|festival|festivalen|forlag|avis|kebab|pizza|pizzaria|bistro|salon|salonen|bodega|bar|baren|klinik|klinikken|apotek|vaskeri|biograf|fælled|cup|liga|ligaen|fc|bk|if|gård|sogn|kollegium|kollegiet|boliger|boligerne|kanal|kanalen|sommerland|badet|zoo|tivoli|fort|fæstning|universitet|universitetet|stadion|arena|plejecenter|herberg|vandrerhjem|hotel|hotellet|supermarked|frisør|barber',
)

const commonEnding = endingsOf(
  'ing|ningen|ninger|ningerne|inger|hed|heden|heder|else|elsen|elser|skab|skabet|itet|iteten|tion|tionen|tioner|sion|logi|mani|fobi|nomi|grafi|eri|erier|eriet|isme|ismen|dom|dommen|lig|lige|ligt|isk|iske|ske|ende|erne|ene|ere|erer|erede|koordinator|medarbejder|medarbejdere|konsulent|konsulenter|leder|lederen|ledere|rådgiver|rådgivere|formand|formanden|vært|værten|chef|chefen|mester|mesteren|sekretær|pædagog|lærer|læreren|vejleder|planlægger|uge|ugen|dag|dagen|dage|aften|aftenen|nat|natten|natter|fest|festen|tur|turen|tid|tiden|møde|mødet|møder|hold|holdet|team|teamet|panel|panelet|pas|passet|kort|kortet|hjælp|hjælpen|støtte|støtten|ordning|vagt|vagten|kursus|kurset|musik|sang|dans|spil|spillet|kunst|mad|madlavning|penge|bolig|boligen|bygning|arbejde|arbejdet|samarbejde|område|området|områder|medier|tryghed|tilbud|tilbuddet|barnet|børn|unge|voksne|kvinder|mænd|forældre|mødre|fædre|familier|beboere|borgere|elever|frivillige|foredrag|aktivitet|aktiviteter|trappe|lokale|lokaler|lokalet|cykel|bus|bil|bold|bolden|banen|bane|badet|bad|sport|punkt|punkter|budget|skema|avis|blad|bladet|bog|side|post|net|nettet|liste|listen|plan|planer|lov|loven|job|politik|tilsyn|service|system|systemet',
)

const definite = /.{3}(?:en|et|erne)$/

/** Capital words that are seldom a person, though somebody may be called so. */
const neverAlone = new Set([
  'ramadan',
  'paris',
  'jordan',
  'islam',
  'london',
  'kenya',
  'georgia',
  'roma',
  'lucia',
  'muhammed',
  'sky',
  'star',
])

export const isOtherName = (lower: string): boolean => withoutGenitive(lower).some((form) => neverAlone.has(form))

/** Whether a word names a place or an organisation, or ends as one does. */
export const isPlaceWord = (lower: string): boolean =>
  withoutGenitive(lower).some((form) => placeEnding(form) || form === 'alle')

/** Whether a word stands in the list of words that are not, or not only, names. */
export const isEveryday = (lower: string): boolean => everydayWords.has(lower)

/** Whether a word that is in no list of names is built like a Danish word, a place or an organisation rather than a name. */
export const isBuiltAsWord = (lower: string): boolean =>
  withoutGenitive(lower).some(
    (form) =>
      everydayWords.has(form) || form === 'alle' || placeEnding(form) || commonEnding(form) || definite.test(form),
  )

/** Letters that Danish words seldom have and names from elsewhere often do. */
export const isForeignSpelled = (lower: string): boolean =>
  /[qwxzçğışłńśźżáíóúýâîôûčćšžđñõãêëïü]|aa|ii|uu|oo|kh|gh(?!ed)|dh|sh|cz|yi|ou|iy|dj|ay|ey|ij/.test(lower)

/** The same, or an ending that Danish nouns seldom have. */
export const isForeignLooking = (lower: string): boolean => isForeignSpelled(lower) || /[aiou]$/.test(lower)

const surnameEnding =
  /.{3}(?:gaard|gård|lund|dal|dahl|skov|mark|by|bæk|toft|bjerg|holm|strand|høj|sø|kjær|vang|bro|borg|have|eng|mose)$/

/** Whether a word for a place may be a surname after a given name: "Frank Mosegård". */
export const isLikeSurname = (lower: string): boolean => surnameEnding.test(lower)

/** Capital words made of a name and a thing, "Kahlo-plakater", but not a name and a name. */
export const isNamedThing = (text: string): boolean =>
  /-\p{Ll}{3,}$/u.test(text) &&
  !isFamilyOf(text) &&
  !givenNames.has(text.toLowerCase().split('-').at(-1) ?? '') &&
  !givenNames.has(text.toLowerCase())

/** A family told by its name: "Osman-familien", "Haddad-brødrene". */
export const isFamilyOf = (text: string): boolean =>
  /-(?:familie|familien|familiens|brødrene|søstrene|brødrenes|tvillingerne|slægten|klanen|parret)$/u.test(text)

const houses =
  /^(?:villa|café|cafe|caféen|cafeen|restaurant|restauranten|pizzeria|pizzeriaet|salon|hotel|bodega|bodegaen|grillen|burgerbaren|børnehaven|vuggestuen|kollegiet|frisør|skibet|orkanen|stormen)$/

/** What is named after somebody, by the word before: "cafe Mathilde". */
export const isHouse = (lower: string): boolean => houses.test(lower)

const works =
  /^(?:filmen|film|filmene|bogen|bøgerne|serien|musicalen|musical|forestillingen|teaterstykket|romanen|sangen|spillet|podcasten|dokumentaren|børnerim|digte|eventyr)$/

/** Works, whose names may be a person's: "filmen Terkel". */
export const isWork = (lower: string): boolean => works.test(lower)
