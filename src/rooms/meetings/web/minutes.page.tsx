import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { homeZone } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { diffWords } from '../../agreements/index.ts'
import { textOfMinutes } from '../minutes/approve-minutes.ts'
import { groupTexts } from '../group/group.texts.ts'
import { lastDocument, type LoadedMinutes } from '../minutes/load-minutes.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import type { MinutesEdition } from '../minutes/minutes.ts'
import { minutesMoves } from '../minutes/minutes.rules.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { type ActionsProps, NextMove, OtherMoves } from './minutes-actions.tsx'
import { MinutesView } from './minutes-view.tsx'
import { WriteItems, type WriteProps } from './minutes-write.tsx'
import { whenWords } from './meeting-line.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { minutesPaths } from './minutes.paths.ts'
import { PresencePart } from './presence-part.tsx'

export interface MinutesProps extends ActionsProps, WriteProps {
  said: string | null
  refusal: string | null
}

/** `/moeder/:id/referat`: written point by point until it is sent; read from then on. */
export const MinutesPage: FC<MinutesProps> = (props) => {
  const { page, minutes, said, refusal } = props
  const words = pick(minutesTexts, page.language)
  const { meeting, loaded, papers } = minutes.shown
  const numbered = pick(meetingTexts, page.language).numbered(meeting.number)
  const title = words.minutesOf(`${numbered}, ${loaded.group.name}`)
  const isWritten = minutesMoves[minutes.stage].includes('write') && mayHere(page, meetingsPolicy.writeMinutes)
  return (
    <Frame page={page} title={title} under="meetings">
      <Crumbs
        page={page}
        trail={[
          { href: meetingPaths.list, text: pick(groupTexts, page.language).title },
          { href: meetingPaths.group(loaded.group.groupId), text: loaded.group.name },
          { href: meetingPaths.meeting(meeting.meetingId), text: numbered },
        ]}
        here={words.minutes}
      />
      <h1>{title}</h1>
      <p class="meeting-head">
        <strong>{whenWords(meeting, page.language)}</strong>
        <span class="meeting-state">
          {meeting.minutesStandAs === null || minutes.stage !== 'stands'
            ? words.stages[minutes.stage]
            : words.standAs[meeting.minutesStandAs]}
        </span>
      </p>
      {loaded.group.isPersonFree && <p class="person-free-sign">{pick(groupTexts, page.language).personFree}</p>}
      {said !== null && <Message tone="done">{said}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {papers !== null && isWritten && (
        <>
          <PresencePart page={page} minutes={minutes} />
          <section class="meetings-part" aria-labelledby="punkter">
            <h2 id="punkter">{pick(meetingTexts, page.language).agenda}</h2>
            <WriteItems {...props} />
          </section>
        </>
      )}
      {papers !== null && !isWritten && <Sent {...props} />}
      {papers !== null && isWritten && <NextMove {...props} />}
      {papers !== null && <OtherMoves {...props} />}
    </Frame>
  )
}

const Sent: FC<MinutesProps> = (props) => {
  const { page, minutes } = props
  const words = pick(minutesTexts, page.language)
  const { editions } = minutes
  const last = editions.at(-1)
  if (minutes.shown.meeting.minutesSentAt === null) return null
  const { meetingId, isPublished } = minutes.shown.meeting
  return (
    <>
      <NextMove {...props} />
      <p class="take-along no-print">
        <a href={minutesPaths.file(meetingId, 'referat', 'pdf')}>{words.asPdf}</a> ·{' '}
        <a href={minutesPaths.file(meetingId, 'referat', 'docx')}>{words.asWord}</a>
        {isPublished && (
          <>
            {' '}
            · <a href={minutesPaths.publishedOf(meetingId)}>{words.publicLink}</a>
          </>
        )}
      </p>
      <Objections page={page} minutes={minutes} />
      {last !== undefined && editions.length > 1 && <EditionLine page={page} edition={last} />}
      <MinutesView page={page} document={lastDocument(minutes)} />
      {editions.length > 1 && <Earlier page={page} editions={editions} />}
    </>
  )
}

const Objections: FC<{ page: PageContext; minutes: LoadedMinutes }> = ({ page, minutes }) => {
  const words = pick(minutesTexts, page.language)
  const last = minutes.editions.at(-1)
  const standing = minutes.objections.filter(({ editionId }) => editionId === last?.editionId)
  if (standing.length === 0) return null
  return (
    <section class="meetings-part" aria-labelledby="indvendinger">
      <h2 id="indvendinger">{words.objections}</h2>
      <ul class="stacked">
        {standing.map(({ said, objectedBy, objectedAt }) => (
          <li>
            <span class="agenda-body">{said}</span>
            <span class="meeting-facts">
              {words.objectedBy(
                objectedBy,
                formatDay(objectedAt.toZonedDateTimeISO(homeZone).toPlainDate(), page.language),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const EditionLine: FC<{ page: PageContext; edition: MinutesEdition }> = ({ page, edition }) => {
  const words = pick(minutesTexts, page.language)
  const day = formatDay(edition.writtenAt.toZonedDateTimeISO(homeZone).toPlainDate(), page.language)
  return (
    <p class="edition-line">
      <strong>{words.edition(edition.number)}</strong>, {day}
      {edition.reason !== '' && `: ${edition.reason}`}
    </p>
  )
}

const Earlier: FC<{ page: PageContext; editions: readonly MinutesEdition[] }> = ({ page, editions }) => {
  const words = pick(minutesTexts, page.language)
  return (
    <section class="meetings-part" aria-labelledby="udgaver">
      <h2 id="udgaver">{words.editions}</h2>
      {editions.slice(0, -1).map((edition, at) => {
        const next = editions[at + 1] ?? edition
        return (
          <details class="quiet-form">
            <summary>
              {words.edition(edition.number)} · {words.changesSince(edition.number)}
            </summary>
            <EditionLine page={page} edition={edition} />
            <p class="agenda-body" lang="da">
              {diffWords(textOfMinutes(edition.document), textOfMinutes(next.document)).map(({ kind, text }) =>
                kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>,
              )}
            </p>
            <MinutesView page={page} document={edition.document} />
          </details>
        )
      })}
    </section>
  )
}
