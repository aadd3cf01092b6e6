import { findCprShapes } from './cpr.rules.ts'
import { each, eitherCase, type Finding, found } from './finding.ts'

/** Numbers of the civil register. */
export const findCpr = (text: string): Finding[] =>
  findCprShapes(text).map(({ at, length }) => ({ kind: 'cpr', at, length, suggestion: '(nummer fjernet)' }))

const mail = /(?<![\p{L}\p{Nd}._%+-])[\p{L}\p{Nd}._%+-]+@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+/gu

/** Mail addresses. */
export const findMails = (text: string): Finding[] =>
  each(mail, text, (match) => found('mail', match, '(mailadresse fjernet)'))

const phone =
  /(?<![\p{L}\p{Nd}.,/-]|\d )(?:(?:\+|00)\d{2,3}[\s-]?)?(?:\d{2}[ .-]?){3}\d{2}(?![\p{Nd}\p{L}]|[.,/-]\d| \d)/gu
const notPhone =
  /(?:cvr|se|ean|gln|sag|sagen|sags-?n(?:r|ummer)|journaln(?:r|ummer)|j\.?nr|dok\p{L}*|faktura\p{L}*|ordre\p{L}*|konto\p{L}*|reg|kr|uge|uger|nr)[\s.:-]*(?:nr|nummer)?[\s.:-]*$/iu
const years = /^(?:19|20)\d\d[ .-]?(?:19|20)\d\d$|^\d{2}[.-]\d{2}[.-](?:19|20)\d{2}$|^(?:19|20)\d{2}-[01]\d-[0-3]\d$/

/** Danish phone numbers, with or without the country's code. */
export const findPhones = (text: string): Finding[] =>
  each(phone, text, (match) => {
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const isCalled = /(?:tlf|telefon|mobil|ring|sms|nummer)\S*(?: \S+){0,3} ?$/iu.test(before)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 5)
    if (years.test(match[0]) || /^ ?(?:kr|,-)/.test(after)) return null
    if (!isCalled && (notPhone.test(before) || !/^(?:\+|00|[2-9])/.test(match[0]))) return null
    return found('phone', match, '(telefonnummer fjernet)')
  })

const streetEnding =
  '(?:vej|gade|allé|alle|stræde|strædet|plads|pladsen|torv|torvet|sti|stien|vænge|vænget|boulevard|kaj|kajen|park|parken|bakke|bakken|toft|toften|lod|lodden|mark|marken|have|haven|haver|gård|gården|gårde|krog|krogen|ager|agre|lund|lunden|høj|højen|dal|dalen|bro|gyde|gyden|passage|vang|vangen|eng|engen|skov|skoven|stykket|kær|kæret|ås|åsen|brink|brinken|løkke|løkken|hegn|hegnet|holm|holmen|huse|husene|skrænt|skrænten|svinget|bugt|bugten|havn|havnen|strand|vejen|gaden|alléen|hus|huset|bo|minde|ledet|terrasse|terrasserne|skellet|stenen|piber|pladser|dosseringen|volden|stejlen|tofte|lykke|sø|tværvej|slippe|slippen)'
const houseNumber = String.raw`(?:nr\.? ?)?\d{1,3}(?: ?[A-HJ-Za-hj-z](?![\p{L}\p{Nd}]))?`
const floor = String.raw`(?:,? ?(?:\d{1,2}\.?|st\.?|kl\.?|kld\.?)(?: ?sal)?,? ?(?:tv|th|mf|dør \d+)\b\.?|,? ?\d{1,2}\. ?sal\b)?`
const notHouse = String.raw`(?!\.?[-–]|\. ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)| ?(?:[-–] ?\d|[.:]\d|%|pct|procent|kr\b|kroner|år\b|år[is]|min|timer|børn|unge|beboere|deltagere|lejligheder|lejemål|boliger|gange|mio|km|m\b|meter|personer|familier|stk|klasse|dage|uger|måneder|pladser|medlemmer|piger|drenge)|\p{Nd})`
const street = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}])(?:(?:\p{Lu}[\p{L}.'’-]{0,30}\s){0,3}\p{Lu}[\p{L}'’.-]{0,30}?${streetEnding}|\p{Ll}{3,30}?(?:vej|gade|allé|alle|stræde|vænge|stien|boulevard)),? ${houseNumber}${notHouse}${floor}`,
  'gu',
)
const namedStreet = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}])(?:\p{Lu}[\p{L}.'’-]{0,30}\s){1,3}(?:Kaj|Allé|Alle|Vej|Gade|Plads|Torv|Have|Park|Boulevard|Bro|Stræde|Sti|Vænge|Mark|Bakke|Gård)e?n? ${houseNumber}${notHouse}${floor}`,
  'gu',
)
const flat =
  /(?:\b(?:opgang(?:en)?|nr\.|nummer|blok|hus)\s\d{1,3} ?[A-Z]?,? )?(?:\d{1,2}\.|st\.|stuen)(?: ?sal)?,? (?:t\.?v|t\.?h|m\.?f)\b\.?|\b(?:opgang(?:en)?|nr\.|nummer)\s\d{1,3} ?[A-Z]?, \d{1,2}\. ?sal/giu
const side =
  /(?<![\p{L}])(?:i|fra|på) \d{1,3}['’]?eren(?![\p{L}])|(?<![\p{L}\p{Nd}])(?:(?:\d{1,2}\. ?|(?:første|anden|tredje|fjerde|femte|øverste|nederste) )(?:sal|etage)|stuen|st\.?|kld?\.?|kælderen|stueetagen),? ?(?:(?:til|på) (?:højre|venstre)|t\.?v\b|t\.?h\b|m\.?f\b)|(?<![\p{L}\p{Nd}])\d{1,2}\.? ?(?:tv|th|mf)(?![\p{L}])|(?<![\p{L}])(?:opg\.|opgang|nr\.|nummer|blok) ?(?:\d{1,3} ?\p{L}?|\p{Lu}),? \d{1,2}\. ?sal/giu
const living =
  /\b(?:bor|boede|flyttet|familien?|mor|far|kvinde|mand|pige|dreng|lejeren|beboeren|naboen|ham|hende|dem|konen|manden)\b[^.!?\n]{0,40}?\b(?:i|fra|til|på) (?:nr\.|nummer|opgang|lejlighed) ?\d{1,3} ?[A-Z]?\b(?! ?(?:og|-|–) ?\d)/giu
const home =
  /(?<![\p{L}])(?:lejlighed|lejemål|lejl\.|værelse)(?: ?nr\.?)? \d{1,4}(?! ?(?:[-–/.]|og|til|kvm|m2|m²|kr|\d))/giu
const lowerEstate = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}])\p{Ll}{3,30}?(?:gården|parken|vænget|marken|toften|haven|bakken|lunden|vangen|torvet|pladsen|engen|høj) (?:\d{1,3} ?[a-h](?![\p{L}\p{Nd}])|\d{1,3}(?=,? (?:st|\d{1,2})\.? ?(?:sal|tv|th|mf)\b))`,
  'gu',
)
const commonStreetWords =
  /deltager$|lager$|bager$|klager$|tager$|praktikplads|^(?:adgangsvej|tilkørselsvej|beboerhuset|kulturhuset|medborgerhuset|legeplads|boldplads|parkeringsplads|bane|blok)/i

/** Addresses with a house number or a flat. A street alone is a place and may be told. */
export const findAddresses = (text: string): Finding[] => [
  ...[street, namedStreet, lowerEstate].flatMap((pattern) =>
    each(pattern, text, (match) => {
      const place = match[0].replace(/,? (?:nr\.? ?)?\d.*$/s, '')
      return commonStreetWords.test(place) ? null : found('address', match, place)
    }),
  ),
  ...each(flat, text, (match) => found('address', match, 'en lejlighed i området')),
  ...each(side, text, (match) => found('address', match, 'en lejlighed i området')),
  ...each(home, text, (match) => found('address', match, 'en lejlighed i området')),
  ...each(living, text, (match) => found('address', match, 'i området')),
]

/** Short forms in capitals that are no person's initials. */
export const acronyms: ReadonlySet<string> = new Set(
  'SSP HK IT DR FC EM VM EU FN TV PPR PPV SFO SU KL BL OB BK IF AB AS CV PC PR HF FGU STU OK NB PS TBA VIP DGI DBU DIF FDF SMS MMS CPR CVR EAN BUPL FOA LO HR ID IP QR ABC AI BFU DSB FIFA UEFA NGO USA UK BT JP AGF FCK BIF TEC NFC GPS PDF USB ADHD OCD'.split(
    ' ',
  ),
)
const initials = String.raw`(?<![\p{L}\p{Nd}.])(?<init>\p{Lu}(?:\. ?\p{Lu}){0,3}\.?(?![\p{L}\p{Nd}])|\p{Lu}{2,3}(?![\p{L}\p{Nd}]))`
const age = String.raw`[1-9]\d?`
const yearsOld = String.raw`(?: ?år(?:ig)?(?![\p{L}])|-årig)`
const besideAge = [
  String.raw`[,:]? ?\(${age}${yearsOld}?\)`,
  String.raw`[,:]? ?(?:er |på |er på |som er |der er |fylder )?${age}${yearsOld}`,
  String.raw`[,:]? på ${age}(?![\p{Nd}.,:%-]|\s(?:kr|pct|procent|min|timer|uger|dage|m\b|kvm|sider|punkter|lejligheder|pladser|børn|unge))`,
  String.raw`, ${age}(?=,| \()`,
  String.raw`,? (?:fra|i) \d{1,2}\. ?[a-g](?![\p{L}])`,
]
const withAge = new RegExp(`${initials}(?:${besideAge.join('|')})`, 'gu')
const lowerInitialWithAge = /(?<=^|[\s(])(?<init>\p{Ll}(?:\.\p{Ll})?\.?),? på [1-9]\d? år(?![\p{L}])/gu
// Two capitals that mean something else may still be a person "på 13 år".
const pairOfAge = new RegExp(String.raw`(?<![\p{L}\p{Nd}.-])\p{Lu}{2} på ${age} år(?![\p{L}])`, 'gu')
const ageFirst = new RegExp(String.raw`\d{1,2}-årige? ${initials}`, 'gu')

/** Initials with an age beside them. */
export const findInitialsWithAge = (text: string): Finding[] =>
  [withAge, ageFirst, lowerInitialWithAge, pairOfAge].flatMap((pattern) =>
    each(pattern, text, (match) => {
      const written = match.groups?.['init'] ?? ''
      const isOther = acronyms.has(written) || /^[IÅiå]$/.test(written)
      return isOther
        ? null
        : found(
            'initials_with_age',
            match,
            someoneOf(/\d[.]? ?[a-g]$/.test(match[0]) ? 15 : Number(/\d+/.exec(match[0])?.[0] ?? 15)),
          )
    }),
  )

/** Somebody of an age, in words that fit many. */
export const someoneOf = (years: number): string => {
  if (years < 13) return 'et barn'
  return years < 25 ? 'en ung' : 'en voksen'
}

const one = eitherCase(
  'dreng|drengen|pige|pigen|mand|manden|kvinde|kvinden|søn|sønnen|datter|datteren|bror|broren|lillebror|storebror|søster|lillesøster|storesøster|barn|barnet|elev|eleven|teenager|fyr|fyren|knægt|knægten|tøs|kammerat|veninde|mor|moren|far|faren|beboer|beboeren|lejer|medlem|spiller|dame|damen|herre|ung',
)
const person = String.raw`(?:${eitherCase('en|et|den|det|vores|hans|hendes')} (?:\p{Ll}+ )?(?<years>\d{1,2})-årige?(?! og)(?: ${one})?|(?<![\p{L}\p{Nd}-])(?<years3>\d{1,2})-årig ${one}|(?<![\p{L}])${one},? (?:på |er )?(?<years2>\d{1,2})(?: år)?(?![\p{Nd}.:%-]))`
const place = String.raw`(?:(?:fra|i|på|ved|hos|oppe|nede|går|bor|,)(?:,| (?:den|det|de|${one}|i|bor|går|på|gamle|\p{Ll}+e)){0,3} ?(?:\p{Lu}\p{Ll}{2,}|\d{1,2}\. ?[a-g]\b|\d[a-g]\b|(?:opgang|blok|nr\.|nummer|indgang|klasse) ?\w{1,3}\b|\p{Ll}+(?:vej|gade|vejen|gaden)\b))`
const agePlace = new RegExp(String.raw`(?<![\p{L}])${person}[^.!?\n]{0,30}?${place}`, 'gu')

const certainOne = new RegExp(
  String.raw`(?<![\p{L}])(?:${eitherCase('den')} (?<years>\d{1,2})-årige (?:\p{Ll}+ )?${one}|${eitherCase('drengen|pigen|manden|kvinden|sønnen|datteren|broren|søsteren|eleven|fyren|knægten')},? (?:på |er )?(?<years2>\d{1,2})(?: år)?(?![\p{Nd}.:%-])|${eitherCase('drengen|pigen|eleven|tvillingerne|barnet|en dreng|en pige|en elev|et barn')} (?:fra|i) \d{1,2}\. ?[a-g](?![\p{L}]))`,
  'gu',
)

const pairOfAges =
  /(?<![\p{L}])(?:[Tt]o|[Tt]re|[23]) (?:\p{Ll}+ )?(?:drenge|piger|brødre|søskende|søstre|unge|børn|elever)(?: \(| på |, )(?:henholdsvis )?(?<years>\d{1,2})(?:, \d{1,2})? og \d{1,2}(?: år)?\)?[^.!?\n]{0,20}? (?:fra|bosat|i|på|bor) (?=\p{Lu}|opgang|blok|nr|\d{1,2}\. ?[a-g]\b)/gu

/** One person of a certain age from a certain place or class. */
export const findAgesWithPlace = (text: string): Finding[] =>
  [agePlace, certainOne, pairOfAges].flatMap((pattern) =>
    each(pattern, text, (match) =>
      found(
        'age_with_place',
        match,
        someoneOf(Number(match.groups?.['years'] ?? match.groups?.['years2'] ?? match.groups?.['years3'] ?? 15)),
      ),
    ),
  )
