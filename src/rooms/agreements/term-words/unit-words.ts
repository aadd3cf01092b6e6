import { lookUp } from './number-words.ts'
import type { Speech } from './number-words.ts'

/**
 * What the notation counts, in Danish: the English one and many, the Danish one and many, and `t` where Danish says `et`.
 * The notation's units come from the grammar of the commitments; a test there holds that each of them stands here.
 */
const table = `
time|times|gang|gange
session|sessions|aktivitetsgang|aktivitetsgange
meeting|meetings|møde|møder|t
workshop|workshops|workshop|workshops
event|events|arrangement|arrangementer|t
activity|activities|aktivitet|aktiviteter
course|courses|forløb|forløb|t
conversation|conversations|samtale|samtaler
dialogue|dialogues|dialog|dialoger
visit|visits|besøg|besøg|t
trip|trips|tur|ture
day|days|dag|dage
evening|evenings|aften|aftener
café|cafés|café|caféer
theme day|theme days|temadag|temadage
market day|market days|markedsdag|markedsdage
seminar|seminars|seminar|seminarer|t
walk|walks|vandring|vandringer
tournament|tournaments|turnering|turneringer
concert|concerts|koncert|koncerter
performance|performances|forestilling|forestillinger
camp|camps|lejr|lejre
opening|openings|åbningstid|åbningstider
training session|training sessions|træning|træninger
evaluation|evaluations|evaluering|evalueringer
follow-up|follow-ups|opfølgning|opfølgninger
survey|surveys|undersøgelse|undersøgelser
statement|statements|opgørelse|opgørelser
report|reports|rapport|rapporter
account|accounts|regnskab|regnskaber|t
review|reviews|gennemgang|gennemgange
inspection|inspections|tilsyn|tilsyn|t
newsletter|newsletters|nyhedsbrev|nyhedsbreve|t
campaign|campaigns|kampagne|kampagner
update|updates|opdatering|opdateringer
instalment|instalments|rate|rater
round|rounds|runde|runder
hour|hours|time|timer
neighbourhood mother|neighbourhood mothers|bydelsmor|bydelsmødre
health ambassador|health ambassadors|sundhedsambassadør|sundhedsambassadører
young person|young people|ung|unge
child|children|barn|børn|t
boy|boys|dreng|drenge
girl|girls|pige|piger
family|families|familie|familier
person|persons|person|personer
resident|residents|beboer|beboere
citizen|citizens|borger|borgere
participant|participants|deltager|deltagere
member|members|medlem|medlemmer|t
volunteer|volunteers|frivillig|frivillige
employee|employees|medarbejder|medarbejdere
consultant|consultants|konsulent|konsulenter
job consultant|job consultants|jobkonsulent|jobkonsulenter
adviser|advisers|vejleder|vejledere
coordinator|coordinators|koordinator|koordinatorer
mentor|mentors|mentor|mentorer
guide|guides|guide|guider
adult|adults|voksen|voksne
parent|parents|forælder|forældre
woman|women|kvinde|kvinder
man|men|mand|mænd
mother|mothers|mor|mødre
pupil|pupils|elev|elever
student|students|studerende|studerende
ambassador|ambassadors|ambassadør|ambassadører
representative|representatives|repræsentant|repræsentanter
caretaker|caretakers|gårdmand|gårdmænd
instructor|instructors|instruktør|instruktører
unemployed person|unemployed people|ledig|ledige
recipient|recipients|modtager|modtagere
applicant|applicants|ansøger|ansøgere
household|households|husstand|husstande
part-time job|part-time jobs|fritidsjob|fritidsjob|t
pocket-money job|pocket-money jobs|lommepengejob|lommepengejob|t
job|jobs|job|job|t
placement|placements|praktikplads|praktikpladser
apprenticeship|apprenticeships|læreplads|lærepladser
post|posts|stilling|stillinger
full-time post|full-time posts|fuldtidsstilling|fuldtidsstillinger
match|matches|match|match|t
place|places|plads|pladser
grant|grants|tilskud|tilskud|t
free place|free places|friplads|fripladser
leisure pass|leisure passes|fritidspas|fritidspas|t
dwelling|dwellings|bolig|boliger
association|associations|forening|foreninger
club|clubs|klub|klubber
institution|institutions|institution|institutioner
company|companies|virksomhed|virksomheder
municipality|municipalities|kommune|kommuner
department|departments|forvaltning|forvaltninger
estate|estates|boligafdeling|boligafdelinger
estate board|estate boards|afdelingsbestyrelse|afdelingsbestyrelser
housing organisation|housing organisations|boligorganisation|boligorganisationer
organisation|organisations|organisation|organisationer
party|parties|part|parter
school|schools|skole|skoler
class|classes|klasse|klasser
group|groups|gruppe|grupper
team|teams|hold|hold|t
venue|venues|lokale|lokaler|t
sub-agreement|sub-agreements|delaftale|delaftaler
agreement|agreements|aftale|aftaler
milestone plan|milestone plans|milepælsplan|milepælsplaner
action plan|action plans|handleplan|handleplaner
plan|plans|plan|planer
project|projects|projekt|projekter|t
effort|efforts|indsats|indsatser
focus area|focus areas|indsatsområde|indsatsområder|t
area|areas|område|områder|t
goal|goals|mål|mål|t
offer|offers|tilbud|tilbud|t
enquiry|enquiries|henvendelse|henvendelser
application|applications|ansøgning|ansøgninger
referral|referrals|henvisning|henvisninger
seat|seats|plads|pladser
vote|votes|stemme|stemmer
copy|copies|eksemplar|eksemplarer|t
posting|postings|opslag|opslag|t
season|seasons|sæson|sæsoner
period|periods|periode|perioder
project period|project periods|projektperiode|projektperioder
occurrence|occurrences|gang|gange
`

interface Unit {
  one: string
  many: string
  isNeuter: boolean
}

const units = new Map<string, { unit: Unit; isOne: boolean }>(
  table
    .trim()
    .split('\n')
    .flatMap((line): [string, { unit: Unit; isOne: boolean }][] => {
      const [englishOne = '', englishMany = '', one = '', many = '', neuter] = line.split('|')
      const unit = { one, many, isNeuter: neuter === 't' }
      return [
        [englishOne, { unit, isOne: true }],
        [englishMany, { unit, isOne: false }],
      ]
    }),
)

/** Danish one (en-words), one (et-words) and many of the adjectives that a unit may begin with. */
const adjectives: Readonly<Record<string, readonly [string, string, string]>> = {
  private: ['privat', 'privat', 'private'],
  public: ['offentlig', 'offentligt', 'offentlige'],
  municipal: ['kommunal', 'kommunalt', 'kommunale'],
  consecutive: ['sammenhængende', 'sammenhængende', 'sammenhængende'],
  vulnerable: ['udsat', 'udsat', 'udsatte'],
  extraordinary: ['ekstraordinær', 'ekstraordinært', 'ekstraordinære'],
}

/** The Danish of a unit of the notation (`public part-time jobs` → `offentlige fritidsjob`), or undefined if there is none. */
export const findDanishUnit = (unit: string): string | undefined => {
  const found = units.get(unit)
  if (found !== undefined) return found.isOne ? found.unit.one : found.unit.many
  const [first = '', ...others] = unit.split(' ')
  const adjective = lookUp(adjectives, first)
  const described = units.get(others.join(' '))
  if (adjective === null || described === undefined) return undefined
  const { one, many, isNeuter } = described.unit
  return described.isOne ? `${adjective[isNeuter ? 1 : 0]} ${one}` : `${adjective[2]} ${many}`
}

/** A unit in the reader's language; what the source called by a name of its own stays as it is. */
export const unitInWords = (unit: string, { language }: Speech): string =>
  language === 'en' ? unit : (findDanishUnit(unit) ?? unit)

/** What something is counted for each of: `pr. plan`, `i hvert område`, `i hele projektperioden`. */
export const perInWords = (per: string, speech: Speech): string =>
  lookUp(speech.texts.perWhole, per) ?? speech.texts.perUnit(unitInWords(per, speech))
