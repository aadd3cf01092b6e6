import { readAs } from '../../../platform/database/index.ts'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import type { MailWords } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import type { AskedWeek } from '../../commitments/index.ts'
import { findGroup } from '../group/group.queries.ts'
import { groupTexts } from '../group/group.texts.ts'
import { loadGroup } from '../group/load-group.ts'
import { bestHeldBy, nextLacking } from '../group/year.rules.ts'
import { listUnsaidGroupIds } from './choosers.queries.ts'
import { listChoosers } from './choosers.ts'
import { handoverDueOf } from './handover-due.ts'
import { turnStepOn } from './turn-step.rules.ts'

/** What of groups that meet waits for a person in a week: whom to choose where nobody is set to call and a meeting is due. */
export const waitingInWeek = (platform: Platform, asked: AskedWeek): Promise<MailWords['parts']> =>
  readAs(platform, system, async (tx) => {
    const { personId, day, language, baseUrl } = asked
    const words = pick(groupTexts, language)
    const points: MailWords['parts'][number]['points'][number][] = []
    for (const groupId of await listUnsaidGroupIds(tx, day)) {
      const group = await findGroup(tx, groupId)
      if (group === undefined) continue
      const loaded = await loadGroup(tx, group, day)
      const lacking = nextLacking(loaded.year, dayNumberOf(day))
      if (lacking === undefined || turnStepOn(dayNumberOf(day), lacking.to, group.noticeDays) === null) continue
      if (handoverDueOf(loaded, day)?.why !== 'unsaid') continue
      if (!(await listChoosers(tx, loaded, day)).some((chooser) => chooser.personId === personId)) continue
      const best = bestHeldBy(lacking)
      points.push({
        words: group.activity === '' ? group.name : `${group.name} · ${group.activity}`,
        told: words.callBy(formatDay(toDay(best), language), best < dayNumberOf(day)),
        url: `${baseUrl}/moeder/gruppe/${groupId}#indkalder`,
      })
    }
    return points.length === 0 ? [] : [{ heading: words.nobodyCalls, points, more: null }]
  })
