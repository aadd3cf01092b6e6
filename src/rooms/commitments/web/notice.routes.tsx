import { Hono } from 'hono'
import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { type AgreementVersion, getVersionOn } from '../../agreements/index.ts'
import { listCommitments } from '../commitment.queries.ts'
import type { Commitment } from '../commitment.ts'
import { activityOf } from '../correct-commitment.ts'
import { earliestEnd, groupToAsk, noticeGivenOn, noticeIn } from '../notice.rules.ts'
import { isIsoDay } from '../replay-evidence.rules.ts'
import { listStandings } from '../standings.ts'
import { lookAt } from './look-at.ts'
import { type NoticeChoice, type NoticeOutcome, NoticePage, type NoticeView } from './notice.page.tsx'

interface Asked {
  readonly activityId: string
  readonly discussedOn: string
  readonly noticedOn: string
}

/** `/aftaler/:slug/opsigelse`: when an agreement or activity can end at the earliest, and what stops then. */
export const noticeRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/aftaler/:slug/opsigelse', async (c) => {
    const asked = (name: string) => (c.req.query(name) ?? '').trim()
    const day = today(platform.clock)
    const typed = { activityId: asked('aktivitet'), discussedOn: asked('droeftet') }
    const noticedOn = asked('varslet') || day.toString()
    const view = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getVersionOn(tx, c.req.param('slug'), day)
      await lookAt(c, tx, version)
      return loadNotice(tx, version, { ...typed, noticedOn }, day)
    })
    return c.html(<NoticePage page={pageContext(c)} view={view} />, view.errors.size > 0 ? 422 : 200)
  })
  return routes
}

const loadNotice = async (tx: ReadTx, version: AgreementVersion, asked: Asked, day: Day): Promise<NoticeView> => {
  const commitments = await listCommitments(tx, version.agreementVersionId)
  const choices = choicesIn(version, commitments)
  const chosen = choices.find(({ activityId }) => activityId === asked.activityId) ?? choices[0] ?? null
  const errors = new Set<'droeftet' | 'varslet'>()
  if (asked.discussedOn !== '' && !isIsoDay(asked.discussedOn)) errors.add('droeftet')
  if (!isIsoDay(asked.noticedOn)) errors.add('varslet')
  const outcome = chosen === null || errors.size > 0 ? null : outcomeOf(version, commitments, chosen, asked)
  const { slug, document } = version
  return {
    slug,
    agreement: document.focusArea ?? document.title ?? slug,
    choices,
    chosen,
    discussedOn: asked.discussedOn,
    noticedOn: asked.noticedOn,
    errors,
    outcome,
    standings: await listStandings(tx, outcome?.stops ?? [], day),
  }
}

/** The terms of notice for ending something, one an activity; calling a meeting with notice ends nothing. */
const choicesIn = ({ document }: AgreementVersion, commitments: readonly Commitment[]): NoticeChoice[] => {
  const choices = new Map<string, NoticeChoice>()
  for (const promise of commitments) {
    const notice = promise.kind === 'notice' ? noticeIn(promise.notation) : null
    const activityId = activityOf(promise.readingId)
    const activity = document.activities.find(({ id }) => id === activityId)
    if (notice === null || !activity || choices.has(activityId)) continue
    const sentences = [
      ...commitments.filter(({ readingId }) => activityOf(readingId) === activityId).map(({ text }) => text),
      ...activity.sections.flatMap(({ text }) => text.split(/(?<=[.!?])\s+|\n/u)),
    ]
    const { isWritten } = notice
    choices.set(activityId, { activityId, activity: activity.title, promise, isWritten, group: groupToAsk(sentences) })
  }
  return [...choices.values()]
}

const outcomeOf = (
  { inForceDuring }: AgreementVersion,
  commitments: readonly Commitment[],
  chosen: NoticeChoice,
  asked: Asked,
): NoticeOutcome | null => {
  const notice = noticeIn(chosen.promise.notation)
  if (notice === null) return null
  const meant = dayNumberOf(Temporal.PlainDate.from(asked.noticedOn))
  const discussed = asked.discussedOn === '' ? null : dayNumberOf(Temporal.PlainDate.from(asked.discussedOn))
  const given = noticeGivenOn(meant, discussed)
  const end = earliestEnd(notice, given)
  const last = inForceDuring.to
  return {
    givenOn: toDay(given),
    isMoved: given !== meant,
    endsOn: toDay(end),
    endsAnywayOn: last !== null && dayNumberOf(last) <= end ? last : null,
    stops: commitments.filter(
      ({ readingId }) => readingId.startsWith(`${chosen.activityId}/`) || readingId.startsWith(`${chosen.activityId}.`),
    ),
  }
}
