import { formatDay } from '../../../platform/dates.ts'
import { type Day } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import type { CaseReference, JournalEvent, JournalWords } from './journal.ts'

/** The longest theme the journal holds, in characters. Source: offentlighedsloven § 15, "kort tematisk angivelse". */
export const longestTheme = 200

/** What the journal says of something the program did. */
export const wordsOfEvent = (event: JournalEvent): JournalWords => {
  const words = eventWords(event)
  return { ...words, theme: shortTheme(words.theme) }
}

const eventWords = (event: JournalEvent): JournalWords => {
  switch (event.kind) {
    case 'source_received':
      return { direction: 'in', thing: 'source', theme: 'Aftalens tekst modtaget som fil' }
    case 'version_in_force':
      return {
        direction: 'own',
        thing: 'version',
        theme: `Udgave ${event.version} sat i kraft${event.from === undefined ? '' : ` fra ${formatDay(event.from, 'da')}`}`,
      }
    case 'version_confirmed':
      return { direction: 'in', thing: 'version', theme: `${event.organisation} tiltrådte udgave ${event.version}` }
    case 'confirmation_asked':
      return {
        direction: 'out',
        thing: 'version',
        theme: `${partiesDa(event.parties)} bedt om at tiltræde udgave ${event.version}`,
      }
    case 'parties_told':
      return {
        direction: 'out',
        thing: 'version',
        theme: `${partiesDa(event.parties)} fik besked om udgave ${event.version}`,
      }
    case 'proposal_received':
      return {
        direction: 'in',
        thing: 'proposal',
        theme: `Ændringsforslag ${event.proposal} ${event.organisation === null ? 'modtaget' : `fra ${event.organisation}`}`,
      }
    case 'proposal_put':
      return {
        direction: 'own',
        thing: 'proposal',
        theme: `Ændringsforslag ${event.proposal} sat på forummets dagsorden`,
      }
    case 'proposal_withdrawn':
      return { direction: 'in', thing: 'proposal', theme: `Ændringsforslag ${event.proposal} trukket tilbage` }
    case 'proposal_decided':
      return {
        direction: 'own',
        thing: 'proposal',
        theme: `Forummet ${event.isAdopted ? 'vedtog' : 'afviste'} ændringsforslag ${event.proposal}`,
      }
    case 'minutes_sent':
      return {
        direction: 'out',
        thing: 'minutes',
        theme: `Referat af ${event.meeting}. møde i ${event.group} ${event.edition === 1 ? 'sendt' : `rettet og sendt igen, udgave ${event.edition}`}`,
      }
    case 'notice_sent':
    case 'notice_moved':
    case 'notice_withdrawn':
    case 'agenda_sent':
      return noticeWords(event)
  }
}

type NoticeEvent = Extract<JournalEvent, { kind: `notice_${string}` | 'agenda_sent' }>

const noticeWords = (event: NoticeEvent): JournalWords => {
  const meeting = `${event.meeting}. møde i ${event.group}`
  switch (event.kind) {
    case 'notice_sent':
      return { direction: 'out', thing: 'notice', theme: `Indkaldelse til ${meeting} sendt` }
    case 'notice_moved':
      return {
        direction: 'out',
        thing: 'notice',
        theme: `Besked om ny tid til ${meeting} sendt: ${formatDay(event.on, 'da')}`,
      }
    case 'notice_withdrawn':
      return { direction: 'out', thing: 'notice', theme: `Aflysning af ${meeting} sendt` }
    case 'agenda_sent':
      return { direction: 'out', thing: 'agenda', theme: `Dagsorden til ${meeting} sendt` }
  }
}

const partiesDa = (count: number): string => (count === 1 ? '1 part' : `${count} parter`)

const shortTheme = (theme: string): string =>
  theme.length <= longestTheme ? theme : `${theme.slice(0, longestTheme - 1).trimEnd()}…`

/** A theme as typed, in one line. Throws Refused('theme_needed') or 'theme_too_long'. */
export const readTheme = (typed: string): string => {
  const theme = typed.replaceAll(/\s+/g, ' ').trim()
  if (theme === '') throw new Refused('theme_needed')
  if (theme.length > longestTheme) throw new Refused('theme_too_long', { most: longestTheme })
  return theme
}

/** What has happened is journalised. Throws Refused('journal_day_to_come'). */
export const requireHappened = (happenedOn: Day, today: Day): void => {
  if (Temporal.PlainDate.compare(happenedOn, today) > 0) throw new Refused('journal_day_to_come')
}

/** The numbers read from the document that are not among the agreement's own. */
export const proposedReferences = (
  document: Pick<AgreementDocument, 'caseNumber' | 'documentNumber'>,
  known: readonly CaseReference[],
): CaseReference[] => {
  const read: CaseReference[] = [
    ...(document.caseNumber === null ? [] : [{ kind: 'case_number' as const, number: document.caseNumber.trim() }]),
    ...(document.documentNumber === null
      ? []
      : [{ kind: 'document_number' as const, number: document.documentNumber.trim() }]),
  ]
  const isKnown = (one: CaseReference) => known.some(({ kind, number }) => kind === one.kind && number === one.number)
  return read.filter((one) => one.number !== '' && !isKnown(one))
}
