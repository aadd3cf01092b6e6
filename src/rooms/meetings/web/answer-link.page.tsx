import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { inLanguage } from '../agenda/item-words.ts'
import type { Invitation } from '../invitations/open-invitation.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { AnswerForm } from './answers-part.tsx'
import { whenWords, whereWords } from './meeting-line.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { MinutesByLinkPart } from './minutes-by-link.tsx'

interface LinkProps {
  page: PageContext
  token: string
  invitation: Invitation
  told: string | null
  refusal: string | null
}

/** `/moeder/svar/:token`: who was asked answers, without an account. */
export const AnswerLinkPage: FC<LinkProps> = ({ page, token, invitation, told, refusal }) => {
  const words = pick(meetingTexts, page.language)
  const { invitee, times, group, items, state, minutes } = invitation
  const last = minutes.editions.at(-1)
  const title = last === undefined ? words.linkTitle : pick(minutesTexts, page.language).minutes
  return (
    <Frame page={page} title={title}>
      <h1>
        {title}
        <span class="season-of"> {group}</span>
      </h1>
      <p class="meeting-head">
        <strong>{whenWords(times, page.language)}</strong>
        <span>{whereWords(times)}</span>
      </p>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {last !== undefined && state !== 'cancelled' ? (
        <MinutesByLinkPart page={page} token={token} minutes={minutes} />
      ) : state === 'cancelled' ? (
        <Message tone="note">{words.isCancelled}</Message>
      ) : (
        <>
          <p class="hint">
            {invitee.answer === 'none'
              ? words.linkLead
              : `${words.linkAnsweredAs(words.answers[invitee.answer])} ${words.linkLead}`}
          </p>
          <AnswerForm page={page} action={meetingPaths.answerByLink(token)} invitee={invitee} isPrimary />
        </>
      )}
      {last === undefined && items.length > 0 && <Points page={page} items={items} />}
    </Frame>
  )
}

const Points: FC<{ page: PageContext; items: readonly AgendaItem[] }> = ({ page, items }) => (
  <section class="meetings-part" aria-labelledby="dagsorden">
    <h2 id="dagsorden">{pick(meetingTexts, page.language).agenda}</h2>
    <ol class="agenda">
      {items
        .map((item) => inLanguage(item, page.language))
        .map(({ title, body }) => (
          <li>
            <p class="agenda-title">{title}</p>
            {body !== '' && <p class="agenda-body">{body}</p>}
          </li>
        ))}
    </ol>
  </section>
)
