import { keepHouse, type WriteTx } from '../../../platform/database/index.ts'
import { formatDay } from '../../../platform/dates.ts'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { MailWords } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import { clockWords, hoursOfDay } from '../../calendar/index.ts'
import { listGroups } from '../group/group.queries.ts'
import { type LoadedGroup, loadGroup } from '../group/load-group.ts'
import type { ProposedDate } from '../planning/propose-dates.rules.ts'
import { knownTexts } from '../known/known.texts.ts'
import { proposeMeeting } from '../planning/propose-meeting.ts'
import { nextLacking } from '../group/year.rules.ts'
import { listChoosers } from './choosers.ts'
import { handoverDueOf, handoverWords } from './handover-due.ts'
import { listReachable, mailMember, type Reachable } from './mail-member.ts'
import { turnMailTexts } from './turn-mail.texts.ts'
import { turnStepOn } from './turn-step.rules.ts'

/** So many days are proposed in the mail. */
const proposedInMail = 3

/** Writes to whoever has the turn of a group whose promise lacks a meeting, once for each period and step. */
export const tellOfTurns = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    const day = today(platform.clock)
    for (const group of await listGroups(tx, day)) await tellOfTurn(tx, platform, await loadGroup(tx, group, day))
  })

const tellOfTurn = async (tx: WriteTx, platform: Platform, loaded: LoadedGroup): Promise<void> => {
  const day = today(platform.clock)
  const { group, members, turn, year } = loaded
  const lacking = nextLacking(year, dayNumberOf(day))
  const step = lacking === undefined ? null : turnStepOn(dayNumberOf(day), lacking.to, group.noticeDays)
  if (lacking === undefined || step === null) return
  const convenor = members.find(({ memberId }) => memberId === turn.memberId)
  const news = newsOf(loaded, day)
  const all = members.filter(({ isGuest }) => !isGuest)
  const told =
    news === 'unsaid'
      ? // Whoever may choose is asked first; shortly before it is too late all are told, since all may call.
        [...(await listChoosers(tx, loaded, day)), ...(step === 'last' ? all : [])]
      : // Where nobody does it any more, all are told, so that somebody will.
        news === 'some'
        ? all
        : convenor === undefined
          ? []
          : [convenor]
  const reached = await listReachable(tx, told, day)
  if (reached.length === 0) return
  const dates = (await proposeMeeting(tx, platform, loaded)).slice(0, proposedInMail)
  for (const member of reached) {
    const words = pick(turnMailTexts, member.language)
    const toTell = { loaded, member, dates, by: lacking.to, news, day, baseUrl: platform.config.baseUrl }
    await mailMember(tx, platform, member, {
      subject: words[`${news}Subject`](group.name),
      words: wordsOf(toTell),
      onceKey: `${news === 'unsaid' ? 'unsaid' : 'turn'} ${group.groupId} ${lacking.from} ${step} ${member.personId}`,
    })
  }
}

/** What there is to tell: whose turn it is, that whoever called no longer does, or that nobody was ever told to. */
type TurnNews = 'turn' | 'some' | 'unsaid'

const newsOf = (loaded: LoadedGroup, day: Temporal.PlainDate): TurnNews => {
  const why = handoverDueOf(loaded, day)?.why
  if (why === 'unsaid') return 'unsaid'
  return why === 'no_holder' || loaded.turn.isUnclaimed ? 'some' : 'turn'
}

interface ToTell {
  readonly loaded: LoadedGroup
  readonly member: Reachable
  readonly dates: readonly ProposedDate[]
  /** The last day that keeps the promise. */
  readonly by: number
  readonly news: TurnNews
  readonly day: Temporal.PlainDate
  readonly baseUrl: string
}

const wordsOf = ({ loaded, member, dates, by, news, day, baseUrl }: ToTell): MailWords => {
  const { language } = member
  const words = pick(turnMailTexts, language)
  const { group } = loaded
  const page = `${baseUrl}/moeder/gruppe/${group.groupId}`
  const title = group.activity === '' ? group.name : `${group.name} (${group.activity})`
  const last = formatDay(toDay(by), language)
  const due = handoverDueOf(loaded, day)
  return {
    language,
    hello: words.hello(member.name),
    intro: words[`${news}Intro`](title, last),
    parts: [
      ...(dates.length === 0
        ? []
        : [{ heading: words.dates, points: dates.map((date) => pointOf(date, loaded, language, page)), more: null }]),
      ...(due === null || news === 'unsaid'
        ? []
        : [{ heading: words.handover, points: [], more: handoverWords(due, language) }]),
    ],
    links: [
      ...(news === 'unsaid' ? [{ words: words.handoverLink, url: `${page}#indkalder` }] : []),
      { words: words.other, url: `${page}/indkald` },
      { words: words.ask, url: `${page}/afstemning` },
      ...(due === null || news === 'unsaid' ? [] : [{ words: words.handoverLink, url: page }]),
    ],
    why: news === 'unsaid' ? words.whyChooser : words.why,
    ways: [{ words: words.choose, url: `${baseUrl}/loefter/mail` }],
  }
}

const pointOf = (
  { day, startsMinute, lastsMinutes, busy, elsewhere }: ProposedDate,
  { members }: LoadedGroup,
  language: Reachable['language'],
  page: string,
): MailWords['parts'][number]['points'][number] => {
  const words = pick(turnMailTexts, language)
  const [from, to] = [clockWords(startsMinute, language), clockWords(startsMinute + lastsMinutes, language)]
  const names = members.filter(({ memberId }) => busy.includes(memberId)).map(({ holder, name }) => holder ?? name)
  const told = [
    ...(names.length === 0 ? [] : [words.busy(names.join(', '))]),
    ...(elsewhere === 0 ? [] : [pick(knownTexts, language).elsewhere(elsewhere, members.length)]),
  ]
  const typed = new URLSearchParams({ dag: toDay(day).toString(), fra: from, til: to })
  return {
    words: hoursOfDay(toDay(day), [startsMinute, startsMinute + lastsMinutes], language),
    told: told.length === 0 ? words.allFree : told.join(' · '),
    url: `${page}/indkald?${typed}`,
  }
}
