import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { type MinutesDocument, titleIn } from '../minutes/minutes.ts'
import { couldDecide } from '../minutes/minutes.rules.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'

interface ViewProps {
  page: Pick<PageContext, 'language'>
  document: MinutesDocument
}

/** Minutes as they were sent: who came, and each point with what was said, decided and agreed to do. */
export const MinutesView: FC<ViewProps> = ({ page, document }) => {
  const words = pick(minutesTexts, page.language)
  return (
    <div class="minutes-view">
      <PresentList page={page} document={document} />
      {document.quorum !== null && (
        <p class={couldDecide(document.quorum) ? 'hint' : 'minutes-warn'}>
          {couldDecide(document.quorum)
            ? words.quorumMet(document.quorum.came, document.quorum.needed)
            : words.quorumMissed(document.quorum.came, document.quorum.needed)}
        </p>
      )}
      <ol class="agenda">
        {document.items.map((item) => (
          <li>
            <p class="agenda-title">{titleIn(item, page.language)}</p>
            <p class="agenda-body">{item.said === '' ? <span class="hint">{words.nothingSaid}</span> : item.said}</p>
            <Outcome page={page} document={document} item={item} />
            {item.isCarried && <p class="meeting-facts">↪ {words.isCarried}</p>}
          </li>
        ))}
      </ol>
    </div>
  )
}

const Outcome: FC<ViewProps & { item: MinutesDocument['items'][number] }> = ({ page, document, item }) => {
  const words = pick(minutesTexts, page.language)
  if (item.decisions.length + item.followUps.length === 0) return null
  return (
    <ul class="outcome">
      {item.decisions.map(({ number, decided, path }) => (
        <li>
          <strong>B{number}</strong> {decided}
          {!couldDecide(document.quorum) && <span class="minutes-warn"> ({words.notQuorate})</span>}
          {path !== '' && (
            <>
              {' '}
              <a href={path}>{words.carriedOutBy}</a>
            </>
          )}
        </li>
      ))}
      {item.followUps.map(({ number, task, owner, dueOn }) => (
        <li>
          <strong>O{number}</strong> {task}
          <span class="meeting-facts">
            {' '}
            {owner}
            {dueOn !== null && `, ${words.by(formatDay(Temporal.PlainDate.from(dueOn), page.language))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const PresentList: FC<ViewProps> = ({ page, document }) => {
  const words = pick(meetingTexts, page.language)
  const groups = (['present', 'excused', 'missing'] as const).flatMap((presence) => {
    const some = document.present.filter((one) => one.presence === presence)
    return some.length === 0 ? [] : [[presence, some] as const]
  })
  return (
    <dl class="present-list">
      {groups.map(([presence, some]) => (
        <div>
          <dt>{words.presences[presence]}</dt>
          <dd>{some.map((one) => whoIn(one, page)).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Somebody at a meeting: the name and the seat, or the seat alone where the names of people are not shown. */
export const whoIn = (
  { name, seat, party, substitute }: MinutesDocument['present'][number],
  page: Pick<PageContext, 'language'>,
): string => {
  const words = pick(minutesTexts, page.language)
  const place = party === '' || seat.includes(party) ? seat : `${seat}, ${party}`
  const who = name === '' || name === seat ? place : place === '' ? name : `${name} (${place})`
  return substitute === '' ? who : `${who}, ${words.cameInstead(substitute)}`
}
