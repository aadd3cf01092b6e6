import { each, type Finding, found } from './finding.ts'

const handle = /(?<![\p{L}\p{Nd}._%+@-])@[\p{L}\p{Nd}_][\p{L}\p{Nd}_.]{2,29}/gu
const ofOrganisation = /kommune|politi|ssp|klub|skole|biblio|helhedsplan|bolig|forening/iu
// A word with a full stop, a stroke or a digit inside, near the name of a medium: "snap: lille.trold".
const handleNear =
  /(?<![\p{L}])(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|telegram|brugernavn\p{L}{0,4}|profil\p{L}{0,4}|kontoen|brugeren)(?![\p{L}])[^!?\n]{0,30}?[\s"'»“:(]@?(?<name>\p{L}{2,20}(?:[._]\p{L}|[._]?\d)[\p{L}\p{Nd}._]{0,20})/giu
const noHandle = /\.(?:com|dk|net|org)$|^(?:kl|uge|pkt|nr)\.?\d|\d\.?$(?<=^\p{L}{1,3}\.?\d{1,3}\.?)/iu

/** What somebody goes by on social media. */
export const findHandles = (text: string): Finding[] => [
  ...each(handle, text, (match) => (ofOrganisation.test(match[0]) ? null : found('handle', match, 'en profil'))),
  ...each(handleNear, text, (match) => {
    const name = match.groups?.['name'] ?? ''
    if (ofOrganisation.test(name) || (noHandle.test(name) && !/[._].*[._]/.test(name))) return null
    return {
      kind: 'handle',
      at: match.index + match[0].length - name.length,
      length: name.length,
      suggestion: 'en profil',
    }
  }),
  ...each(joined, text, (match) => (notJoined.test(match[0]) ? null : found('handle', match, 'en profil'))),
]

// Words that nobody writes of anything but a profile: "prinsess_lala09", "kid2700", "xXVulkanXx".
const joined =
  /(?<![\p{L}\p{Nd}._%+@/-])(?:\p{L}[\p{L}\p{Nd}.]{0,24}_[\p{L}\p{Nd}_.]{0,23}[\p{L}\p{Nd}_]|\p{Ll}{3,20}\d{2,6}|[xX]{2}\p{L}{2,20}[xX]{2})(?![\p{L}\p{Nd}@-])/gu
const notJoined =
  /^(?:uge|blok|opgang|afd|afdeling|kl|nr|punkt|pkt|side|covid|sal|sommer|vinter|hold|etape|post)\d|\.(?:pdf|docx?|xlsx?)$/iu

const plate =
  /(?<![\p{L}\p{Nd}-])(?!(?:DK|DS|EN|NR|KR|TV|SE|UV|IP|ID|FO)\b)[A-ZÆØÅ]{2}[ -]?\d{2}[ .-]?\d{3}(?![\p{Nd}\p{L}]|[.,/-]\d| \d)/gu
const plateInLower =
  /(?<![\p{L}\p{Nd}-])(?!(?:af|på|er|de|du|vi|så|få|gå|en|et|at|og|om|ud|op|ad|to|ti|kl|nr|kr|ca|st|tv|th|mf|cm|km|ni|ny|må|jo|ja|uv|ip|id|se|år)(?!\p{L}))\p{L}{2}(?:\d{2}[ .]?\d{3}| \d{2} \d{3})(?![\p{Nd}\p{L}]|[.,/-]\d| \d)/giu
const plateNear =
  /(?<![\p{L}])(?:nummerplade\p{L}{0,3}|plade(?:n|r)?|reg\.? ?nr\.?|nr\.? ?pl\.?|registrerings\p{L}{0,8}|indreg\p{L}{0,8}|knallert(?:en)?|scooter(?:en)?|varevogn(?:en)?|kassevogn(?:en)?|bil(?:en)?|moped(?:en)?)[\s.:,(]{1,3}(?:\p{Ll}{1,8} ){0,2}(?<number>\p{L}{2}[ -]?\d{2}[ .-]?\d{2,3})(?![\p{Nd}\p{L}])/giu

/** Number plates. */
export const findPlates = (text: string): Finding[] =>
  [plate, plateInLower, plateNear].flatMap((pattern) =>
    each(pattern, text, (match) => {
      const number = match.groups?.['number'] ?? match[0]
      const at = match.index + match[0].length - number.length
      return { kind: 'plate', at, length: number.length, suggestion: 'et køretøj' }
    }),
  )

const month = '(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\\p{L}{0,6}'
const day = String.raw`(?:\d{1,2}\.? ?${month}(?:,? (?:19|20)\d\d)?|\d{1,2}[./-] ?\d{1,2}(?:[./-] ?(?:\d{4}|\d{2}))?)(?![\p{Nd}\p{L}])`
const on = String.raw`[\s:,]{1,3}(?:er )?(?:den |d\. ?|dato:? ?)?`
const birthdays = [
  new RegExp(String.raw`(?<![\p{L}])(?:født|f\.)${on}${day}`, 'giu'),
  new RegExp(
    String.raw`(?<![\p{L}])(?<!(?:klub|hus|skole|forening|gård|kommun|afdeling|fest|by)\p{L}{0,6}s )(?:fødselsdag|fødselsdato|fødselsd\.|fødd\.)\p{L}{0,3}${on}${day}`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}])(?:han|hun|drengen|pigen|eleven|ham|hende|sønnen|datteren|knægten)(?: \p{Ll}{1,10}){0,2} (?:fylder|bliver|fyldte|blev) \d{1,2}(?: år)?,? (?:den |d\. ?|på |nu )?${day}`,
    'giu',
  ),
  /(?<![\p{L}])(?:han|hun|drengen|pigen|eleven),? (?:der |som )?er (?:født|årgang|fra) (?:i )?(?:19|20)\d\d(?!\p{Nd})/giu,
]

/** The day or the year that one person was born. */
export const findBirthdays = (text: string): Finding[] =>
  birthdays.flatMap((pattern) => each(pattern, text, (match) => found('birthday', match, 'aldersgruppen')))

const personNumber =
  /(?<![\p{L}])(?:elev|klient|borger|patient|medlems|lejer|lejemåls|låner|pas|kørekort|konto|anmeldelses|straffesags|kunde|udlændinge)-?(?:nr\.?|nummer|id)[\s:]{1,3}(?:\p{L}{1,3}[ -]?)?\d[\d /-]{1,19}\d/giu
// As the police writes the number of a case.
const policeNumber = /(?<![\d-])\d{4}-\d{5}-\d{5}-\d{2}(?![\d-])/gu

const caseWord =
  '(?:\\p{L}{0,20}(?:sag|sagen|sager|sagsnr|sagsnummer|journal|journalen|journalnr|journalnummer|klage|klagen|underretning|underretningen|anmeldelse|anmeldelsen|afgørelse|afgørelsen|kendelse|dom|dommen|varsel|restance)|j\\.? ?nr|sbsys|acadre|dubu|esdh|polsas|getorganized|sagsid|sags-id|id-nr)'
const caseNumber = new RegExp(
  String.raw`(?<![\p{L}])${caseWord}(?:[\s.:,(#]{1,3}(?:nr|nummer|id|med|på|hos|har|i|og|sbsys|ref|journalnr|sagsnr|sag)){0,3}[\s.:,(#]{1,3}(?<number>(?:\p{L}{1,4}-)?\d[\d./-]{0,24}(?:-\p{L}\d{2}[\d-]{0,14})?\d)(?![\p{L}\p{Nd}%]| ?(?:kr|kroner|stk|sager|gange|unge|beboere|år\b|børn))`,
  'giu',
)
const noCase = /^(?:19|20)\d\d(?:\.|[-/.](?:19|20)?\d\d)?$|^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$|^\d{1,3}(?:\.\d{3})+$/
// By the plan of the municipalities' records: "27.24.00-G01-318-23".
const planNumber = /(?<![\d.-])(?!00)\d{2}\.\d{2}\.\d{2}-\p{Lu}\d{2}-\d{1,5}-\d{2,4}(?![\d-])/gu

/** Numbers that a person, a home or a case is looked up by. */
export const findCaseNumbers = (text: string): Finding[] => [
  ...[personNumber, policeNumber, planNumber].flatMap((pattern) =>
    each(pattern, text, (match) => found('case_number', match, '(nummer fjernet)')),
  ),
  ...each(caseNumber, text, (match) => {
    const number = match.groups?.['number'] ?? ''
    if (noCase.test(number) || number.replace(/\D/g, '').length < 4) return null
    const at = match.index + match[0].length - number.length
    return { kind: 'case_number', at, length: number.length, suggestion: '(nummer fjernet)' }
  }),
]

const initialsAndName =
  /(?<![\p{L}\p{Nd}.])\p{Lu}\.[ -]?\p{Lu}\.[ ]?\p{Lu}\p{Ll}{2,20}(?:-\p{Lu}\p{Ll}{2,20})?(?![\p{L}-])(?! (?:[vV]ej|[gG]ade|[aA]llé|[pP]lads|[sS]kole|[hH]us|[pP]ark|[sS]træde|[sS]ti)(?!\p{L}))/gu
const placeEnding = /(?:vej|gade|allé|plads|skolen?|huset|parken|stræde|fonden?|legat)s?$/iu

/** Initials with a surname: "A.-S. Krog", "J.P. Lund". */
export const findInitialsAndName = (text: string): Finding[] =>
  each(initialsAndName, text, (match) => (placeEnding.test(match[0]) ? null : found('name', match, 'en person')))
