import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { postWords } from '../../parties/index.ts'
import type { TakenOver } from '../load-first-hour.ts'
import { countStates } from '../owed-promises.rules.ts'
import { stateInWords, stateSigns } from '../state/state-words.ts'
import { type HandoverItem, partsOf, progressOf } from './handover-items.ts'
import { handoverTexts } from './handover.texts.ts'
import { firstHourTexts } from './first-hour.texts.ts'

/** What was passed on with each post somebody came to, and how what they took over stands. */
export const TakenOverPart: FC<{ page: PageContext; takenOver: readonly TakenOver[] }> = ({ page, takenOver }) => (
  <section class="owed-part" aria-labelledby="videre">
    <h2 id="videre">{pick(firstHourTexts, page.language).handover}</h2>
    {takenOver.map((taken) => (
      <Taken page={page} taken={taken} />
    ))}
  </section>
)

const Taken: FC<{ page: PageContext; taken: TakenOver }> = ({ page, taken: { holding, handover, list } }) => {
  const words = pick(firstHourTexts, page.language)
  const post = postWords(holding)
  if (handover === null || list === null) return <p>{words.handoverFirst(post)}</p>
  const { holderId, name } = handover.leaver
  const parts = partsOf(list, { day: page.today, language: page.language })
  const noted = parts.flatMap(({ items }) => items).filter(({ note }) => note !== undefined && note.note !== '')
  const { done, all } = progressOf(parts)
  const states = countStates([...list.urgent, ...list.upcoming])
    .map(([state, count]) => `${stateSigns[state]} ${count} ${stateInWords(state, page.language)}`)
    .join(' · ')
  return (
    <div class="first-taken">
      <p>{words.handoverFrom(name, post)}</p>
      {states !== '' && <p>{`${words.stands} ${states}. ${words.ticks(done, all)}.`}</p>}
      {noted.length === 0 ? (
        <p class="owed-none">{words.handoverNone}</p>
      ) : (
        <ul class="owed-list">
          {noted.map((item) => (
            <Noted page={page} item={item} />
          ))}
        </ul>
      )}
      <p>
        <a href={`/funktioner/${holding.postId}/overdragelse?fra=${holderId}`}>{words.handoverSee}</a>
      </p>
    </div>
  )
}

const Noted: FC<{ page: PageContext; item: HandoverItem }> = ({ page, item: { text, href, note } }) =>
  note === undefined ? (
    <></>
  ) : (
    <li class="first-noted">
      <p class="handover-note">{note.note}</p>
      <p class="owed-by">
        {pick(handoverTexts, page.language).saidBy(note.writtenBy, formatMoment(note.writtenAt, page.language))}
        {' · '}
        <a href={href}>{text}</a>
      </p>
    </li>
  )
