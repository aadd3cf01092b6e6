import { anyWord, pick } from './parser.ts'
import type { Found, Parser } from './parser.ts'
import type { Tokens } from './tokens.ts'

/** What a deadline may hang on: the Danish word (or how it begins or ends) and the short English name in the notation. */
const table: [RegExp, string][] = [
  [/(?:kalender)år(?:et|ets)$/, 'YEAR_END'],
  [/(?:regnskabs)år(?:et|ets)$/, 'FISCAL_YEAR_END'],
  [/møde(?:s|t|ts|r|rne|rnes|dato|datoen|dag|dagen|afholdelse|afholdelsen)?$/, 'meeting'],
  [/samtale(?:n|r|rne)?$/, 'conversation'],
  [
    /start(?:en|er|es|et)?$|^begynder$|^påbegyndes$|^(?:igangsættelse|begyndelse|påbegyndelse|etablering|iværksættelse)(?:n|en)?$/,
    'start',
  ],
  [/tilsagn(?:et|s)?$|bevilling(?:en|s)?$|tilsagnsbrev(?:et)?$/, 'grant'],
  [
    /tilskudsperiode(?:n|ns)?$|bevillingsperiode(?:n|ns)?$|støtteperiode(?:n|ns)?$|projektperiode(?:n|ns)?$|^periode(?:n|ns)?$/,
    'period',
  ],
  [/^projekt(?:et|ets)?$/, 'project'],
  [/^(?:aftale|samarbejdsaftale|kontrakt)(?:n|ns|en|ens)?$/, 'agreement'],
  [/arrangement(?:et|ets|er)?$|begivenhed(?:en)?$|event(?:en|et)?$/, 'event'],
  [/^aktivitet(?:en|ens)?$/, 'activity'],
  [/modtagelse(?:n)?$|^modtaget$|^modtager$/, 'receipt'],
  [/ansøgningsfrist(?:en|ens)?$/, 'application_deadline'],
  [/^frist(?:en)?$/, 'deadline'],
  [/^ansøgning(?:en|ens)?$/, 'application'],
  [/underskrift(?:en)?$|underskrivelse(?:n)?$|underskrevet$|indgåelse(?:n)?$/, 'signature'],
  [/henvendelse(?:n|r)?$/, 'enquiry'],
  [/henvisning(?:en)?$/, 'referral'],
  [/ansættelse(?:n)?$|tiltrædelse(?:n)?$/, 'employment'],
  [/afgørelse(?:n)?$|beslutning(?:en)?$/, 'decision'],
  [/anmodning(?:en)?$/, 'request'],
  [/udløb(?:et)?$|ophør(?:et)?$/, 'end'],
  [/afslutning(?:en)?$|afsluttet$|afslutte(?:s)?$/, 'end'],
  [/faktura(?:en|ens)?$|fakturadato(?:en)?$/, 'invoice'],
  [/valg(?:et)?$/, 'election'],
  [/indflytning(?:en)?$/, 'moving_in'],
  [/underretning(?:en)?$/, 'report_of_concern'],
  [/skoleår(?:et|ets)$/, 'school_year'],
  [/sæson(?:en|ens)?$/, 'season'],
  [/forløb(?:et|ets)?$/, 'course'],
  [/kursus(?:et)?$|kurset$/, 'course'],
  [/workshop(?:pen|s)?$|værksted(?:et|er|erne)?$/, 'workshop'],
  [/besøg(?:et)?$/, 'visit'],
  [/indmeldelse(?:n)?$|tilmelding(?:en)?$/, 'registration'],
  [/udmeldelse(?:n)?$/, 'withdrawal'],
  [/kendskab(?:et)?$/, 'knowledge'],
  [/opgørelse(?:n)?$/, 'statement'],
  [/^referat(?:et)?$/, 'minutes'],
  [/^sommerferie(?:n)?$/, 'summer_holiday'],
  [/offentliggørelse(?:n)?$/, 'publication'],
  [/udsendelse(?:n)?$|afsendelse(?:n)?$/, 'dispatch'],
  [/(?:frem|ind)sendelse(?:n)?$|aflevering(?:en)?$/, 'submission'],
  [/ikrafttræden(?:en)?$|^kraft$/, 'effect'],
  [/tilbagemelding(?:en)?$|^svar(?:et)?$/, 'answer'],
  [/udbetaling(?:en)?$/, 'payout'],
  [/godkendelse(?:n)?$/, 'approval'],
  [/høring(?:en)?$/, 'hearing'],
  [/udstedelse(?:n)?$|udstedelsesdato(?:en)?$/, 'issue'],
  [/fødsel(?:en)?$/, 'birth'],
  [/^kvartal(?:et|ets)$/, 'QUARTER_END'],
  [/^måned(?:en|ens)$/, 'MONTH_END'],
  [/^år(?:et|ets)$/, 'YEAR_END'],
  [/generalforsamling(?:en|ens)?$/, 'general_assembly'],
]

/** Every name a deadline may hang on, beside the beginning and end of those in `edgedAnchors`. */
export const anchorNames: readonly string[] = table.map(([, name]) => name)

/** `tilsagnsdatoen` is the day of the `tilsagn`. */
const anchorName = (text: string): string | undefined => {
  const thing = text.replace(/s?dato(?:en|ens)?$/, '')
  return table.find(([pattern]) => pattern.test(text) || pattern.test(thing))?.[1]
}

/** The short English name of what a deadline hangs on. */
export const anchorWord: Parser<string> = pick(anyWord, (found) => anchorName(found.text))

const isStart = /^(?:start|begyndt|begyndelse|starter|påbegyndt|ikrafttræden|igangsat|startet|opstart)$/
const isEnd = /^(?:afslutning|udløb|slutning|ophør|afsluttet|udgang|slut|udløbet|ophørt)$/
/** Anchors that have a beginning and an end of their own: `project_start`, `project_end`. */
export const edgedAnchors = ['period', 'project', 'agreement', 'activity', 'course', 'season', 'school_year', 'event']
const whole = new Set(edgedAnchors)

const skipped =
  /^(?:den|det|de|en|et|at|et|dit|din|deres|dets|der|er|har|hvert|hver|enkelte|nyt|ny|endelig|endelige|af|projektets|aftalens|aktivitetens|første|næste|sidste|ordinære|ordinært|modtaget|eventuel|rettidig|skriftlig|fulde|samlede|årets|man|boligsociale|kommunens|rådets|udvalgets|gruppens|forvaltningens|bestyrelsens|ungens|barnets|deltagerens)$/

/**
 * The anchor after `før`, `efter` or `inden`: the first known word within a few, with its start or end
 * (`tilskudsperioden er begyndt` → period_start). Falls back to the first noun-like word, else `event`.
 */
export const anchor: Parser<string> = (tokens, at) => {
  let first: { text: string; to: number } | undefined
  for (let index = at; index < at + 7; index += 1) {
    const found = tokens.at(index)
    if (found === undefined || found.kind === 'stop') break
    if (found.kind !== 'word') {
      if (found.text === ',' && index === at) continue
      break
    }
    const known = anchorWord(tokens, index)
    if (known !== undefined) return withEdge(tokens, known)
    if (first === undefined && !skipped.test(found.text)) first = { text: found.text, to: index + 1 }
  }
  return first === undefined
    ? undefined
    : { value: first.text.length > 3 ? first.text.replaceAll('-', '_') : 'event', to: first.to }
}

const wordAt = (tokens: Tokens, at: number): string => {
  const found = tokens.at(at)
  return found?.kind === 'word' ? found.text : ''
}

/** `aftalens udløb` → agreement_end, `udløb af aftalen` too. */
const withEdge = (tokens: Tokens, known: Found<string>): Found<string> => {
  if (!whole.has(known.value)) {
    const thing = wordAt(tokens, known.to) === 'af' ? anchorWord(tokens, known.to + 1) : undefined
    const side = known.value === 'start' || known.value === 'end' ? known.value : undefined
    if (thing !== undefined && side !== undefined && whole.has(thing.value))
      return { value: `${thing.value}_${side}`, to: thing.to }
    return /^(?:afslutning|udløb|afholdelse|udgang|start)$/.test(wordAt(tokens, known.to))
      ? { ...known, to: known.to + 1 }
      : known
  }
  for (let index = known.to; index < known.to + 3; index += 1) {
    const next = wordAt(tokens, index)
    if (isStart.test(next)) return { value: `${known.value}_start`, to: index + 1 }
    if (isEnd.test(next)) return { value: `${known.value}_end`, to: index + 1 }
    if (next === '') break
  }
  // "aftalens indgåelse": what happens to the agreement, not the agreement itself.
  const owned = wordAt(tokens, known.to - 1).endsWith('s') ? anchorWord(tokens, known.to) : undefined
  return owned ?? known
}
