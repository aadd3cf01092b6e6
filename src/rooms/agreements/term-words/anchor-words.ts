import type { Language } from '../../../platform/language.ts'
import { dateInWords } from './date-words.ts'
import { lookUp } from './number-words.ts'
import type { Speech } from './number-words.ts'

/**
 * What a deadline hangs on, as it is said after "før" and "efter": Danish and English.
 * The names come from the grammar of the commitments; a test there holds that each of them stands here.
 */
const anchors: Readonly<Record<string, readonly [danish: string, english: string]>> = {
  YEAR_END: ['årets udgang', 'the end of the year'],
  FISCAL_YEAR_END: ['regnskabsårets udgang', 'the end of the financial year'],
  QUARTER_END: ['kvartalets udgang', 'the end of the quarter'],
  MONTH_END: ['månedens udgang', 'the end of the month'],
  MONTH_START: ['den 1. i måneden', 'the 1st of the month'],
  meeting: ['mødet', 'the meeting'],
  conversation: ['samtalen', 'the conversation'],
  start: ['opstart', 'the start'],
  grant: ['tilsagnet', 'the grant'],
  period: ['perioden', 'the period'],
  project: ['projektet', 'the project'],
  agreement: ['aftalen', 'the agreement'],
  event: ['arrangementet', 'the event'],
  activity: ['aktiviteten', 'the activity'],
  receipt: ['modtagelsen', 'it was received'],
  application_deadline: ['ansøgningsfristen', 'the application deadline'],
  deadline: ['fristen', 'the deadline'],
  application: ['ansøgningen', 'the application'],
  signature: ['underskriften', 'the signature'],
  enquiry: ['henvendelsen', 'the enquiry'],
  referral: ['henvisningen', 'the referral'],
  employment: ['ansættelsen', 'the employment'],
  decision: ['beslutningen', 'the decision'],
  request: ['anmodningen', 'the request'],
  end: ['afslutningen', 'the end'],
  invoice: ['fakturaen', 'the invoice'],
  election: ['valget', 'the election'],
  moving_in: ['indflytningen', 'moving in'],
  report_of_concern: ['underretningen', 'the report of concern'],
  school_year: ['skoleåret', 'the school year'],
  season: ['sæsonen', 'the season'],
  course: ['forløbet', 'the course'],
  workshop: ['workshoppen', 'the workshop'],
  visit: ['besøget', 'the visit'],
  registration: ['tilmeldingen', 'the registration'],
  withdrawal: ['udmeldelsen', 'the withdrawal'],
  knowledge: ['kendskab til det', 'learning of it'],
  statement: ['opgørelsen', 'the statement'],
  minutes: ['referatet', 'the minutes'],
  summer_holiday: ['sommerferien', 'the summer holiday'],
  publication: ['offentliggørelsen', 'the publication'],
  birth: ['fødslen', 'the birth'],
  general_assembly: ['generalforsamlingen', 'the general assembly'],
  effect: ['ikrafttrædelsen', 'it takes effect'],
  answer: ['svaret', 'the answer'],
  approval: ['godkendelsen', 'the approval'],
  dispatch: ['udsendelsen', 'it was sent'],
  hearing: ['høringen', 'the hearing'],
  issue: ['udstedelsen', 'it was issued'],
  payout: ['udbetalingen', 'the payout'],
  submission: ['indsendelsen', 'it was handed in'],
  reference_date: ['det', 'it'],
}

const owners: Readonly<Record<string, readonly [danish: string, english: string]>> = {
  period: ['periodens', 'the period'],
  project: ['projektets', 'the project'],
  agreement: ['aftalens', 'the agreement'],
  activity: ['aktivitetens', 'the activity'],
  course: ['forløbets', 'the course'],
  season: ['sæsonens', 'the season'],
  school_year: ['skoleårets', 'the school year'],
  event: ['arrangementets', 'the event'],
  year: ['årets', 'the year'],
}

const edges: Readonly<Record<string, readonly [danish: string, english: string]>> = {
  start: ['start', 'the start'],
  end: ['afslutning', 'the end'],
}

/** The beginning or end of something (`project_end`, `SEASON_END`): `projektets afslutning`. */
const edgeInWords = (name: string, language: Language): string | null => {
  const [, thing, side] = /^([a-z_]+)_(start|end)$/.exec(name.toLowerCase()) ?? []
  const [owner, edge] = [lookUp(owners, thing), lookUp(edges, side)]
  if (owner === null || edge === null) return null
  return language === 'da' ? `${owner[0]} ${edge[0]}` : `${edge[1]} of ${owner[1]}`
}

/** What a deadline hangs on in words, or null where the name is not one of the notation's own. */
export const findAnchorWords = (name: string, language: Language): string | null =>
  lookUp(anchors, name)?.[language === 'da' ? 0 : 1] ?? edgeInWords(name, language)

/** What a deadline hangs on: a name of the notation, a date, or a word the source itself used. */
export const anchorInWords = (name: string, speech: Speech): string =>
  findAnchorWords(name, speech.language) ??
  dateInWords(name, speech)?.bare ??
  speech.texts.unknownAnchor(name.replaceAll('_', '-'))

/** `ved sæsonens afslutning` for `SEASON_END`; null where it is no beginning or end. */
export const momentInWords = (name: string, { language }: Speech): string | null => {
  const edge = edgeInWords(name, language)
  return edge === null ? null : `${language === 'da' ? 'ved' : 'at'} ${edge}`
}
