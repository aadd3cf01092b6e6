import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { agreementTexts } from '../agreement.texts.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { journalTexts } from '../journal/journal.texts.ts'
import { JournalList, JournalWays } from './journal-list.tsx'
import { journalPaths } from './journal.paths.ts'

/** What was sent and received, over all agreements the actor works with. */
export const JournalsPage: FC<{ page: PageContext; day: Day; entries: readonly JournalEntry[] }> = ({
  page,
  day,
  entries,
}) => {
  const words = pick(journalTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="agreements" wide>
      <Crumbs
        page={page}
        trail={[{ href: atDay(page, '/aftaler'), text: pick(agreementTexts, page.language).agreements }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.introAll}</p>
      {entries.length === 0 ? (
        <p class="empty">{day.equals(page.today) ? words.empty : words.emptyOn(formatDay(day, page.language))}</p>
      ) : (
        <JournalList page={page} entries={entries} isOfOne={false} />
      )}
      <JournalWays page={page} path={journalPaths.all} day={day} />
    </Frame>
  )
}
