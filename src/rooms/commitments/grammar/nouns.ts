import { anyWord, listOf, map, oneOf, pick, seq, sign, word } from './parser.ts'
import type { Found, Parser } from './parser.ts'
import type { Tokens } from './tokens.ts'

/** What a counted noun is: something that happens (a meeting), somebody or something there is, or a stretch of work. */
export type NounKind = 'happening' | 'person' | 'thing' | 'hours' | 'days' | 'times'

/** A counted noun in English, as units are written in the notation. */
export interface Noun {
  one: string
  many: string
  kind: NounKind
}

/** Danish forms (also as the last part of a compound) and the English unit. */
const table: [forms: string, one: string, many: string, kind: NounKind][] = [
  ['gang gange x', 'time', 'times', 'times'],
  [
    'aktivitetsgang aktivitetsgange kursusgang kursusgange mødegang mødegange undervisningsgang undervisningsgange træningsgang træningsgange',
    'session',
    'sessions',
    'happening',
  ],
  ['møde møder', 'meeting', 'meetings', 'happening'],
  ['workshop workshops workshoppen', 'workshop', 'workshops', 'happening'],
  ['arrangement arrangementer event events', 'event', 'events', 'happening'],
  ['aktivitet aktiviteter', 'activity', 'activities', 'happening'],
  ['kursus kurser', 'course', 'courses', 'happening'],
  ['samtale samtaler', 'conversation', 'conversations', 'happening'],
  ['dialog dialoger', 'dialogue', 'dialogues', 'happening'],
  ['besøg besøget', 'visit', 'visits', 'happening'],
  ['udflugt udflugter tur ture', 'trip', 'trips', 'happening'],
  ['eftermiddage formiddage weekender nætter', 'day', 'days', 'days'],
  ['bydelsmor bydelsmødre', 'neighbourhood mother', 'neighbourhood mothers', 'person'],
  ['sundhedsambassadør sundhedsambassadører', 'health ambassador', 'health ambassadors', 'person'],
  ['aften aftener', 'evening', 'evenings', 'happening'],
  ['cafe cafeer', 'café', 'cafés', 'happening'],
  ['temadag temadage', 'theme day', 'theme days', 'happening'],
  ['markedsdag markedsdage', 'market day', 'market days', 'happening'],
  ['seminar seminarer konference konferencer', 'seminar', 'seminars', 'happening'],
  ['vandring vandringer', 'walk', 'walks', 'happening'],
  ['fest fester', 'party', 'parties', 'happening'],
  ['turnering turneringer', 'tournament', 'tournaments', 'happening'],
  ['koncert koncerter', 'concert', 'concerts', 'happening'],
  ['camp camps lejr lejre', 'camp', 'camps', 'happening'],
  ['åbningstid åbningstider', 'opening', 'openings', 'happening'],
  ['træning træninger', 'training session', 'training sessions', 'happening'],
  ['session sessioner lektion lektioner', 'session', 'sessions', 'happening'],
  ['evaluering evalueringer', 'evaluation', 'evaluations', 'happening'],
  ['opfølgning opfølgninger', 'follow-up', 'follow-ups', 'happening'],
  ['undersøgelse undersøgelser måling målinger', 'survey', 'surveys', 'happening'],
  ['opgørelse opgørelser', 'statement', 'statements', 'happening'],
  ['rapport rapporter afrapportering afrapporteringer redegørelse redegørelser', 'report', 'reports', 'happening'],
  ['regnskab regnskaber', 'account', 'accounts', 'happening'],
  ['status statusser gennemgang gennemgange', 'review', 'reviews', 'happening'],
  ['tilsyn tilsynet', 'inspection', 'inspections', 'happening'],
  ['nyhedsbrev nyhedsbreve', 'newsletter', 'newsletters', 'happening'],
  ['kampagne kampagner', 'campaign', 'campaigns', 'happening'],
  ['opdatering opdateringer', 'update', 'updates', 'happening'],
  ['forløb forløbene', 'course', 'courses', 'thing'],
  ['udbetaling udbetalinger rate rater', 'instalment', 'instalments', 'happening'],
  ['ansøgningsrunde ansøgningsrunder runde runder', 'round', 'rounds', 'happening'],
  ['time timer timers timen', 'hour', 'hours', 'hours'],
  ['dag dage dagen', 'day', 'days', 'days'],
  ['ung unge unges ungdom', 'young person', 'young people', 'person'],
  ['barn børn børnene', 'child', 'children', 'person'],
  ['dreng drenge', 'boy', 'boys', 'person'],
  ['pige piger', 'girl', 'girls', 'person'],
  ['familie familier familierne børnefamilie børnefamilier', 'family', 'families', 'person'],
  ['person personer personerne menneske mennesker', 'person', 'persons', 'person'],
  ['beboer beboere beboerne', 'resident', 'residents', 'person'],
  ['borger borgere borgerne indbyggere', 'citizen', 'citizens', 'person'],
  ['deltager deltagere deltagerne deltagende tilmeldte fremmødte', 'participant', 'participants', 'person'],
  ['medlem medlemmer medlemmerne', 'member', 'members', 'person'],
  ['frivillig frivillige', 'volunteer', 'volunteers', 'person'],
  ['medarbejder medarbejdere ansatte', 'employee', 'employees', 'person'],
  ['konsulent konsulenter', 'consultant', 'consultants', 'person'],
  ['jobkonsulent jobkonsulenter', 'job consultant', 'job consultants', 'person'],
  ['vejleder vejledere', 'adviser', 'advisers', 'person'],
  ['koordinator koordinatorer', 'coordinator', 'coordinators', 'person'],
  ['mentor mentorer', 'mentor', 'mentors', 'person'],
  ['guide guider', 'guide', 'guides', 'person'],
  ['voksen voksne', 'adult', 'adults', 'person'],
  ['forælder forældre', 'parent', 'parents', 'person'],
  ['kvinde kvinder', 'woman', 'women', 'person'],
  ['mand mænd', 'man', 'men', 'person'],
  ['mor mødre', 'mother', 'mothers', 'person'],
  ['elev elever', 'pupil', 'pupils', 'person'],
  ['studerende', 'student', 'students', 'person'],
  ['ambassadør ambassadører', 'ambassador', 'ambassadors', 'person'],
  ['repræsentant repræsentanter', 'representative', 'representatives', 'person'],
  ['gårdmand gårdmænd vicevært viceværter', 'caretaker', 'caretakers', 'person'],
  ['instruktør instruktører træner trænere', 'instructor', 'instructors', 'person'],
  ['ledig ledige', 'unemployed person', 'unemployed people', 'person'],
  ['modtager modtagere', 'recipient', 'recipients', 'person'],
  ['ansøger ansøgere', 'applicant', 'applicants', 'person'],
  ['husstand husstande', 'household', 'households', 'thing'],
  ['fritidsjob fritidsjobs', 'part-time job', 'part-time jobs', 'thing'],
  ['lommepengejob lommepengejobs', 'pocket-money job', 'pocket-money jobs', 'thing'],
  ['job jobs jobbet', 'job', 'jobs', 'thing'],
  ['praktikplads praktikpladser', 'placement', 'placements', 'thing'],
  ['læreplads lærepladser elevplads elevpladser', 'apprenticeship', 'apprenticeships', 'thing'],
  ['stilling stillinger', 'post', 'posts', 'thing'],
  ['årsværk fuldtidsstilling fuldtidsstillinger', 'full-time post', 'full-time posts', 'thing'],
  ['match matches', 'match', 'matches', 'thing'],
  ['plads pladser', 'place', 'places', 'thing'],
  ['tilskud', 'grant', 'grants', 'thing'],
  ['friplads fripladser', 'free place', 'free places', 'thing'],
  ['fritidspas', 'leisure pass', 'leisure passes', 'thing'],
  ['bolig boliger lejemål lejlighed lejligheder', 'dwelling', 'dwellings', 'thing'],
  ['forening foreninger', 'association', 'associations', 'thing'],
  ['klub klubber', 'club', 'clubs', 'thing'],
  ['institution institutioner', 'institution', 'institutions', 'thing'],
  ['virksomhed virksomheder', 'company', 'companies', 'thing'],
  ['kommune kommuner', 'municipality', 'municipalities', 'thing'],
  ['afdeling afdelinger', 'estate', 'estates', 'thing'],
  ['boligorganisation boligorganisationer', 'housing organisation', 'housing organisations', 'thing'],
  ['part parter', 'party', 'parties', 'thing'],
  ['skole skoler', 'school', 'schools', 'thing'],
  ['gruppe grupper', 'group', 'groups', 'thing'],
  ['hold', 'team', 'teams', 'thing'],
  ['lokaler lokalet', 'venue', 'venues', 'thing'],
  ['delaftale delaftaler', 'sub-agreement', 'sub-agreements', 'thing'],
  ['aftale aftaler', 'agreement', 'agreements', 'thing'],
  ['milepælsplan milepælsplaner', 'milestone plan', 'milestone plans', 'thing'],
  ['handleplan handleplaner handlingsplan handlingsplaner', 'action plan', 'action plans', 'thing'],
  ['plan planer', 'plan', 'plans', 'thing'],
  ['projekt projekter', 'project', 'projects', 'thing'],
  ['indsats indsatser', 'effort', 'efforts', 'thing'],
  ['indsatsområde indsatsområder', 'focus area', 'focus areas', 'thing'],
  ['boligområde boligområder område områder', 'area', 'areas', 'thing'],
  ['mål delmål', 'goal', 'goals', 'thing'],
  ['tilbud', 'offer', 'offers', 'thing'],
  ['henvendelse henvendelser', 'enquiry', 'enquiries', 'thing'],
  ['ansøgning ansøgninger', 'application', 'applications', 'thing'],
  ['henvisning henvisninger', 'referral', 'referrals', 'thing'],
  ['sæde sæder mandat mandater', 'seat', 'seats', 'thing'],
  ['stemme stemmer', 'vote', 'votes', 'thing'],
  ['helhedsplan helhedsplaner', 'plan', 'plans', 'thing'],
  ['eksemplar eksemplarer', 'copy', 'copies', 'thing'],
  ['opslag', 'posting', 'postings', 'thing'],
]

/** Every unit the notation may count in, one and many. */
export const unitNames: readonly string[] = table.flatMap(([, one, many]) => [one, many])

const nouns = new Map<string, Noun>(
  table.flatMap(([forms, one, many, kind]) =>
    forms.split(' ').map((form): [string, Noun] => [form, { one, many, kind }]),
  ),
)

/** Short nouns that end other words by chance (`tur` in `kultur`), so never read as the last part of a compound. */
const neverLast = new Set(
  'tur ture rate rater mor hold ung unge unges job mand plan mål tilbud status match sæde barn ledig dag dage dagen time timen fest lejr test'.split(
    ' ',
  ),
)
const compoundExtras = new Set('job plan barn'.split(' '))

/** The noun a word is or ends in: `samarbejdsmøder` → meetings. */
export const findNoun = (text: string): Noun | undefined => {
  const whole = nouns.get(text)
  if (whole !== undefined) return whole
  for (let at = 2; at <= text.length - 3 && at < 40; at += 1) {
    const last = text.slice(at).replace(/^-/, '')
    const noun = nouns.get(last)
    if (noun !== undefined && (!neverLast.has(last) || compoundExtras.has(last))) return noun
  }
  return undefined
}

/** One noun of the table. */
export const noun: Parser<Noun> = pick(anyWord, (found) => findNoun(found.text))

/** Adjectives that belong to the unit; others (`lokale`, `fælles`, `ordinære`) tell nothing countable. */
const keptAdjectives = new Map([
  ['private', 'private'],
  ['privat', 'private'],
  ['offentlige', 'public'],
  ['offentligt', 'public'],
  ['kommunale', 'municipal'],
  ['sammenhængende', 'consecutive'],
  ['udsatte', 'vulnerable'],
  ['ekstraordinære', 'extraordinary'],
])

const notAdjective = new Set(
  'og i på til for af med som der det de den en et at om pr per fra ved har er kan skal vil bliver ikke eller ugen året måneden uger år måneder kr kroner ifm samt senest inden efter før hver hvert'.split(
    ' ',
  ),
)

const adjectivish = (text: string): boolean => /(?:e|t|s|isk|ende|ig)$/.test(text) && !notAdjective.has(text)

const adjective: Parser<string> = pick(anyWord, ({ text }) =>
  text.length >= 3 && adjectivish(text) ? text : undefined,
)

const adjectives: Parser<string[]> = listOf(
  adjective,
  oneOf(sign(','), word('og', 'og/eller'), (_, at) => ({ value: '', to: at })),
)

const lastNoun = (tokens: Tokens, at: number): Found<Noun> | undefined => {
  const first = noun(tokens, at)
  if (first === undefined) return undefined
  const second = first.value.kind === 'person' || first.value.one === 'venue' ? noun(tokens, first.to) : undefined
  if (second === undefined) return first
  // "fem unge drenge" are young people; "lokale workshops" are workshops.
  return first.value.one === 'young person' ? { value: first.value, to: second.to } : second
}

/** A noun with the adjectives before it: `offentlige og private fritidsjob`, `sammenhængende aktivitetsgange`. */
export const describedNoun: Parser<{ noun: Noun; adjectives: string[] }> = (tokens, at) => {
  const bare = lastNoun(tokens, at)
  if (bare !== undefined) return { value: { noun: bare.value, adjectives: [] }, to: bare.to }
  const before = adjectives(tokens, at)
  for (let to = before?.to ?? at; to > at && to <= at + 8; to -= 1) {
    const found = lastNoun(tokens, to)
    if (found === undefined) continue
    const words = (before?.value ?? []).filter((text) => keptAdjectives.has(text))
    return { value: { noun: found.value, adjectives: words }, to: found.to }
  }
  return undefined
}

const timeWords =
  /^(?:år|halvår|kvartal|måned|uge|dag|døgn|time|minut|hverdag|arbejdsdag|procent|millioner|kroner|over|under)|dage?$/

const unknownNoun: Parser<string> = pick(anyWord, ({ text }) =>
  text.length >= 4 && !notAdjective.has(text) && !timeWords.test(text) ? text : undefined,
)

/** A noun that the table does not know keeps its Danish name as its unit: `mindst 5 aktive hjertestartere`. */
export const anyNoun: Parser<Noun> = map(
  oneOf(
    pick(
      seq(
        pick(anyWord, ({ text }) => (/e$/.test(text) && text.length >= 3 ? text : undefined)),
        unknownNoun,
      ),
      ([adjective, name]) => (adjectivish(adjective) && /(?:er|e|r)$/.test(name) ? name : undefined),
    ),
    unknownNoun,
  ),
  (name) => ({ one: name, many: name, kind: 'thing' }),
)

/** The unit as the notation writes it; a pair of opposite adjectives says nothing ("offentlige og private"). */
export const unitName = (noun: Noun, words: readonly string[], single: boolean): string => {
  const kept = words.length === 1 ? words.flatMap((text) => keptAdjectives.get(text) ?? []) : []
  return [...kept, single ? noun.one : noun.many].join(' ')
}
