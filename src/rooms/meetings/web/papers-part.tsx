import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton } from '../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import type { AgendaItem, Paper } from '../agenda/agenda.ts'
import type { Group } from '../group/group.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { paperTexts } from '../agenda/paper.texts.ts'
import { meetingPaths } from './meetings.paths.ts'

interface PapersProps {
  page: PageContext
  group: Group
  item: AgendaItem
  papers: readonly Paper[]
  /** The minutes have not been sent, so papers may come and go. */
  isOpen: boolean
}

/** The papers of a point, and the way to attach one. */
export const Papers: FC<PapersProps> = ({ page, group, item, papers, isOpen }) => {
  const words = pick(paperTexts, page.language)
  const meetingId = item.meetingId ?? ''
  return (
    <>
      {papers.length > 0 && (
        <ul class="papers" aria-label={words.papers}>
          {papers.map(({ paperId, name, size }) => (
            <li>
              <a href={meetingPaths.paper(meetingId, paperId)} download={name}>
                {name}
              </a>
              <span class="meeting-facts"> {words.size(Math.max(1, Math.round(size / 1000)))}</span>
              {isOpen && mayHere(page, meetingsPolicy.callMeeting) && (
                <form method="post" action={meetingPaths.paper(meetingId, paperId)} class="no-print">
                  <button class="paper-remove" type="submit" aria-label={words.removeOf(name)}>
                    {words.remove}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen && mayHere(page, meetingsPolicy.proposeItem) && (
        <details class="quiet-form no-print">
          <summary>
            {words.attach}
            <span class="visually-hidden">: {item.title}</span>
          </summary>
          <form
            class="form"
            method="post"
            enctype="multipart/form-data"
            action={meetingPaths.attach(meetingId, item.itemId)}
          >
            <div class="field">
              <label class="ds-label" for={`fil-${item.number}`}>
                {words.attach}
              </label>
              <p class="hint" id={`fil-${item.number}-hint`}>
                {group.isPersonFree ? words.personFreeHint : words.hint}
              </p>
              <input id={`fil-${item.number}`} name="fil" type="file" aria-describedby={`fil-${item.number}-hint`} />
            </div>
            <p class="actions">
              <SecondaryButton>{words.attachSave}</SecondaryButton>
            </p>
          </form>
        </details>
      )}
    </>
  )
}
