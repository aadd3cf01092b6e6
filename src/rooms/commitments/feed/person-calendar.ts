import { createHash } from 'node:crypto'
import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { type CalendarDay, writeCalendar } from '../../../platform/icalendar/write-calendar.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { termInWords } from '../../agreements/index.ts'
import type { PlacedCommitment } from '../commitment.ts'
import { listEvidenceDays } from '../evidence.queries.ts'
import { listOwedPromises } from '../owed-promises.ts'
import { listHoldBacks } from '../reservation.queries.ts'
import { planOfCommitment } from '../standings.ts'
import { periodInWords } from '../state/period-words.ts'
import { listChanges } from './calendar-link.queries.ts'
import { type Deadline, openDeadlines } from './deadlines.rules.ts'
import { feedTexts } from './feed.texts.ts'

/** Whose calendar, seen from which day, in which language; addresses in it begin with `baseUrl`. */
interface Asked {
  readonly personId: string
  readonly day: Day
  readonly language: Language
  readonly baseUrl: string
}

/** So many days ahead are in the feed. */
const aheadDays = 365

/**
 * The open deadlines of the person's posts for the coming year as iCalendar; null where they hold no post any more. It changes only when
 * what it tells changes.
 */
export const writePersonCalendar = async (tx: ReadTx, asked: Asked): Promise<string | null> => {
  const { posts, promises } = await listOwedPromises(tx, asked.day, asked.personId)
  if (posts.length === 0) return null
  const own = promises.filter(({ share }) => share === 'ours').map(({ commitment }) => commitment)
  const versions = [...new Set(own.map((commitment) => commitment.agreementVersionId))]
  const evidence = await listEvidenceDays(tx, versions)
  const held = await listHoldBacks(tx, versions, asked.day)
  const ids = own.map((commitment) => commitment.commitmentId)
  const changes = await listChanges(tx, ids)
  const from = dayNumberOf(asked.day)
  const ahead = { from, to: from + aheadDays }
  const words = pick(feedTexts, asked.language)
  const days = own.flatMap((commitment) => {
    const { commitmentId } = commitment
    const plan = planOfCommitment(commitment, asked.day)
    const changedAt = changes.get(commitmentId)
    if (changedAt === undefined) return []
    return openDeadlines(plan, evidence.get(commitmentId) ?? [], ahead, held.get(commitmentId)).map((deadline) =>
      calendarDay({ commitment, deadline, changedAt }, asked),
    )
  })
  return writeCalendar({ name: words.name, description: words.description, language: asked.language, days })
}

interface Told {
  readonly commitment: PlacedCommitment
  readonly deadline: Deadline
  readonly changedAt: Temporal.Instant
}

const calendarDay = ({ commitment, deadline, changedAt }: Told, { language, baseUrl }: Asked): CalendarDay => {
  const words = pick(feedTexts, language)
  const url = `${baseUrl}/loefter/${commitment.commitmentId}`
  const term = termInWords(commitment.notation, language)
  const told = [
    commitment.text,
    '',
    term && words.term(term),
    words.period(periodInWords(deadline.period, language)),
    commitment.owedBy.length > 0 && words.owedBy(commitment.owedBy.join(', ')),
    `${commitment.agreement}: ${commitment.activity}`,
    url,
  ]
  const name = createHash('sha256').update(`${commitment.commitmentId} ${deadline.rule} ${deadline.period}`)
  return {
    uid: `${name.digest('hex').slice(0, 32)}@brobyg`,
    sequence: commitment.corrections,
    changedAt,
    on: toDay(deadline.on),
    summary: words.due(shortened(commitment.text)),
    description: told.filter((line) => typeof line === 'string').join('\n'),
    url,
  }
}

const longestSummary = 90

const shortened = (text: string): string => {
  if (text.length <= longestSummary) return text
  return `${text.slice(0, longestSummary).replace(/\s+\S*$/u, '')} …`
}
