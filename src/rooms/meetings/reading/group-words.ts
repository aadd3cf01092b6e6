import type { GroupKind } from '../group/group.ts'

/** A word an agreement calls a group or its meetings by. `stem` is the same for all forms of it. */
export interface GroupWord {
  readonly stem: string
  /** As a heading: "Samarbejdsmøder", "Følgegruppen". */
  readonly name: string
  readonly kind: GroupKind
  readonly at: number
}

const meeting = 'mød(?:e|er|et|erne|ets|ernes)(?!\\p{L})'

/** "samarbejdsmøder", also where a page broke the word ("samarbejds møder"), or told by an adjective ("koordinerende møder"). */
const meetingWord = new RegExp(`(?<!\\p{L})((?:\\p{L}+-\\sog\\s)?\\p{L}{4,}?)(s?)(\\s?)${meeting}`, 'giu')

/** "Følgegruppen", "styregruppens", "Boligsocialt Forum", "bestyrelsen", "netværket". */
const bodyWord =
  /(?<!\p{L})((?:\p{L}{3,}-?)?(?:gruppe|forum|bestyrelse|netværk|udvalg))(?:n|ns|r|t|ts|rne|et|ets|s|en|ens|erne)?(?!\p{L})/giu

/** Words before "møder" that name no meeting of their own. */
const plain = new Set(
  'årlig årlige årligt første næste fælles disse deres vores begge flere hver hvert mindst holde holdes holder afholde afholdes afholdt ovennævnte møder egne store større regelmæssige løbende ordinære ekstraordinære månedlige kvartalsvise halvårlige ugentlige øvrige relevante nævnte tidligere kommende jævnlige planlagte'.split(
    ' ',
  ),
)

/** Bodies that are no group of the cooperation: whom something is for, or a crowd told by the way. */
const crowd = /^(?:mål|alders|bruger|beboer|forældre|børne|unge|familie|etniske?|risiko|befolknings|faggruppe)/iu

const kinds: readonly (readonly [RegExp, GroupKind])[] = [
  [/forum$|^bestyrelse$/, 'forum'],
  [/^følgegruppe|^styregruppe/, 'following'],
  [/^koordin/, 'coordination'],
  [/^samarbejd/, 'cooperation'],
  [/netværk/, 'network'],
  [/^fokusgruppe/, 'focus'],
]

const kindOf = (stem: string): GroupKind => kinds.find(([form]) => form.test(stem))?.[1] ?? 'other'

const stemOf = (word: string): string => {
  const small = word.toLowerCase()
  if (/^koordin(?:erings?|ations?|erende)$/.test(small)) return 'koordinering'
  return small.replace(/s$/u, '')
}

/** What both a group and its meetings are called by: "fokusgruppemøder" are the meetings of "fokusgruppen". */
const sharedStem = (stem: string): string => stem.replace(/(gruppe|netværk|forum|udvalg)$/u, '$1')

const atFront = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const meetingName = (stem: string, said: string): string => {
  if (/(?:gruppe|netværk|forum|udvalg)$/u.test(stem)) return bodyName(stem)
  if (stem === 'koordinering') return 'Koordineringsmøder'
  return `${atFront(said.toLowerCase())}møder`
}

const bodyName = (stem: string): string => {
  if (stem.endsWith('gruppe')) return `${atFront(stem)}n`
  if (stem.endsWith('bestyrelse')) return `${atFront(stem)}n`
  return stem.endsWith('netværk') || stem.endsWith('udvalg') ? `${atFront(stem)}et` : atFront(stem)
}

/** The words of a text that name a group or its meetings, in order; each stem once. */
export const groupWordsIn = (text: string): GroupWord[] => {
  const found: GroupWord[] = []
  for (const match of text.matchAll(meetingWord)) {
    const [, word = '', genitive = '', space = ''] = match
    const said = `${word}${genitive}`
    if (plain.has(said.toLowerCase()) || plain.has(word.toLowerCase())) continue
    // Two words are one name only where the first cannot stand alone ("samarbejds møder") or tells how they meet ("koordinerende møder").
    if (space !== '' && !/(?:ende|s)$/iu.test(said)) continue
    if (space !== '' && genitive === 's' && !/(?:arbejd|ation|ering|lægning|gruppe)s$/iu.test(said)) continue
    const stem = sharedStem(stemOf(said))
    found.push({ stem, name: meetingName(stem, said), kind: kindOf(stem), at: match.index })
  }
  for (const match of text.matchAll(bodyWord)) {
    const stem = stemOf(match[1] ?? '')
    if (crowd.test(stem) || stem === 'gruppe') continue
    found.push({ stem, name: bodyName(stem), kind: kindOf(stem), at: match.index })
  }
  const inOrder = found.toSorted((a, b) => a.at - b.at)
  return inOrder.filter(({ stem }, at) => inOrder.findIndex((one) => one.stem === stem) === at)
}

/** Whether two names of a forum mean the same: "Boligsocialt Forum i Havneby" and "Boligsocialt Forum Havneby". */
export const forumKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !['i', 'for', 'på', 'af', 'det', 'den', 'the'].includes(word))
    .join(' ')

/** Whether a sentence tells who sits in a group. */
export const tellsMembers = (text: string): boolean =>
  /består af|repræsentant|medlem|deltager(?:e|ne)? (?:er|i)|som er\b|(?:har|er) deltagelse/iu.test(text)

/** Whether a sentence tells who calls or leads meetings. */
export const tellsConvenor = (text: string): boolean =>
  /indkald|facilit(?:erer|ere|eres)|mødeled|er vært|ordstyrer/iu.test(text)

/** Names that mean several, so that nobody is told to call: "parterne", "alle relevante parter", "de frivillige". */
export const meansSeveral = (name: string): boolean =>
  /^(?:alle?|de|samtlige)\s|^(?:parterne|parter|klubberne|helhedsplanerne|gruppen)$/iu.test(name)

/** Whether what is told rules persons out: "der samarbejdes ikke om personfølsomme oplysninger". */
export const rulesPersonsOut = (text: string): boolean =>
  /(?:ikke|aldrig|uden|ingen)[^.]{0,60}(?:person(?:følsomme|oplysninger|sager|data|henfør)|enkelte (?:børn|unge|familier|personer)|navngivne)|anonym/iu.test(
    text,
  )

/** Whether a sentence tells that others should call the meetings some day. */
export const tellsHandover = (text: string): boolean =>
  /forankre|overtage[rs]?\b|på sigt|overgår? til|(?:bør|skal) .{0,40}(?:ligge|over)/iu.test(text) &&
  /indkald|gruppe|møde|opgave/iu.test(text)

/** Who is named to take over: the phrases after "hos", "i" or "af", without those that name nobody ("en anden lokal aktør"). */
export const handoverCandidates = (text: string): string[] => {
  const [, rest = ''] =
    /(?:forankre[ts]?\s+hos|forankres?\s+i|ligge\s+(?:i|hos)|overtages?\s+af|overgår?\s+til)\s+([^.;]+)/iu.exec(text) ??
    []
  return rest
    .split(/,|\s+eller\s+|\s+og\s+/iu)
    .map((phrase) =>
      phrase
        .trim()
        .replace(/^(?:gerne|fx|for eksempel|helst)\s+/iu, '')
        .replace(/^(?:den|det|de|en|et)\s+(?:af\s+)?/iu, '')
        .trim(),
    )
    .filter((phrase) => phrase !== '' && !/^(?:anden|andet|andre)\b/iu.test(phrase))
}
