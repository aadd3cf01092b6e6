import type { Roster } from './roster.ts'

const agentStems =
  `koordinator koordinatore leder chef konsulent medarbejder vejleder rådgiver terapeut pædagog plejerske sekretær
  repræsentant formand tovholder indkalder vært mentor lærer instruktør træner guide frivillige? vicevært inspektør politi
  betjent ansvarlig kontaktperson medhjælper projektansat personale ambassadør sagsbehandler tandlæge læge psykolog advokat
  oversætter kollega interessent beboerdemokrat part partner aktør arbejdsgiver
  helhedsplan forvaltning center centr centret klub forening skole bibliotek gruppe forum sekretariat enhed team udvalg bestyrelse
  netværk afdeling organisation selskab kommune institution værested jobcenter råd driften kirke menighed virksomhed butik myndighed
  fritidshjem børnehave vuggestue museum museet spejder landsby familierådgivning fond ledelse administration teater
  teatret [a-zæøå]{4,}hus [a-zæøå]{4,}hold`
    .split(/\s+/u)
    .join('|')

const definite = '(?:en|et|n|er|erne|erene|ne|e|r|rne|ben|ber|berne|pen|per|perne|sen|t)?'

const agentWord = new RegExp(`(?:${agentStems})${definite}s?$`, 'iu')

/** Words that end as an agent does and are none. */
const noAgent =
  /^(?:[a-zæøå]*(?:forhold|indhold|ophold|tilhold|underhold|samhold|vedligehold)(?:et|ene|s)?|mødeledelsen?|ansvarlige?|(?:gård|u|til|med|for)*råd|grundskole|målgruppen?|aldersgruppen?|andre|måneder|klasse[nr]?|timer|tilstedeværelse|kompetencer?|årlige|forvaltnings|helhed|nyhed|tryghed|sundhed)$/iu

/** Words for those the cooperation is for: they receive, they are not owed by. */
const targetWord =
  /^(?:\p{L}*(?:børn|børnene|unge|unges|beboere?|beboerne|beboeres?|familier|familierne|familie|forældre|forældrene|borgere|borgerne|elever|eleverne|deltagere|deltagerne|piger|drenge|ældre|pensionister|kvinder|mænd|jobsøgere|ledige|(?:pige|dreng|kvinde|mænd|fædre|mødre|ældre|pensionist|jobsøger|ledig|ung)e?(?:r?ne)|fædre|mødre))$/iu

export const isTargetWord = (word: string): boolean => targetWord.test(word)

/** Whether a word names a post, a unit, a group or a party by what it is ("koordinatoren", "klubberne"). */
export const isAgentNoun = (word: string): boolean =>
  word.length > 3 && agentWord.test(word) && !noAgent.test(word) && !isTargetWord(word)

/** Whether a phrase holds a name the agreement gives: a party, unit, plan, or an abbreviation such as "UU". */
export const holdsName = (phrase: string, roster: Roster): boolean => {
  if (/(?:^|[\s(/'‘’"])\p{Lu}[\p{Lu}&]{1,5}(?=$|[\s)/,.'’s])/u.test(phrase)) return true
  const lower = phrase.toLowerCase()
  for (const { 0: word, index } of lower.matchAll(/[\p{L}\p{N}&-]+/gu)) {
    const names = namesBeginningWith(word, roster)
    if (names.some((name) => lower.startsWith(name, index))) return true
  }
  return false
}

const namesBeginningWith = (word: string, roster: Roster): readonly string[] =>
  [word, word.replace(/(?:s|ens?|ets?|ernes?)$/u, '')].flatMap((first) => roster.names.get(first) ?? [])

const abstractHead =
  /^(?:det|dette|den|denne|disse|de|der|dem|her|derved|herved|dermed|hermed|målet|formålet|samarbejdet|samarbejde|indsatsen|indsats|indsatsens|aktiviteten|aktiviteterne|projektet|projekterne|møderne|mødet|prisen|arbejdet|workshops|workshoppen|udgangspunktet|rækken|brobygning|brobygningen|kontrakten|aftalen|erfaringer|erfaringerne|metoder|metoderne|målgruppen|rammen|rammerne|strategien|tilbuddet|tilbuddene|lokaler|lokalerne|kurser|kurset|ordningen|forløbet|ophør|udgifter|udgiften|lønudgiften|beløbet|sparring)$/iu

/** Whether a phrase names somebody who can owe something, rather than a thing, an aim or those it is all for. */
export const isAgentPhrase = (phrase: string, roster: Roster): boolean => {
  const words = phrase.split(/[\s,()/]+/u).filter((word) => word !== '')
  const head = headOf(words)
  if (head === undefined || abstractHead.test(head)) return false
  if (words.some((word) => isAgentNoun(word.replace(/['’"]/gu, '')))) return !isTargetWord(head)
  return holdsName(phrase, roster) && !isTargetWord(head)
}

const determiner =
  /^(?:den|det|de|en|et|alle|hver|hvert|denne|dette|disse|samtlige|begge|vores|deres|også|lokale|øvrige|fælles)$/iu

const headOf = (words: readonly string[]): string | undefined => {
  const afterDeterminers = words.filter((word) => !determiner.test(word))
  const beforePreposition = afterDeterminers.findIndex((word) =>
    /^(?:i|på|fra|for|af|med|til|under|ved|om|mellem)$/iu.test(word),
  )
  const nounPhrase = beforePreposition === -1 ? afterDeterminers : afterDeterminers.slice(0, beforePreposition)
  return (
    nounPhrase.find((word) => abstractHead.test(word)) ??
    nounPhrase.at(-1) ??
    (words.length === 1 ? words[0] : undefined)
  )
}
