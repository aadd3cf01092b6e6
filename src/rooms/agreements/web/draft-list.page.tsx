import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { agreementTexts } from '../agreement.texts.ts'
import type { Draft } from '../agreement.ts'
import { dayInWords } from '../documents/document-words.ts'
import { homeZone } from '../../../platform/day.ts'
import { draftPaths } from './draft.paths.ts'

/** The open drafts, the last corrected first. */
export const DraftListPage: FC<{ page: PageContext; drafts: readonly Draft[] }> = ({ page, drafts }) => {
  const words = pick(agreementTexts, page.language)
  return (
    <Frame page={page} title={words.draftsTitle} under="drafts">
      <h1>{words.draftsTitle}</h1>
      {drafts.length === 0 ? (
        <p class="empty">{words.draftsEmpty}</p>
      ) : (
        <ul class="agreements">
          {drafts.map((draft) => (
            <li>
              <a class="agreement" href={draftPaths.draft(draft.draftId)}>
                <span class="agreement-name">
                  {draft.document.focusArea ?? draft.document.title ?? draft.document.source.name}
                </span>
                <span class="agreement-title">{draft.document.source.name}</span>
                <span class="agreement-facts">
                  {words.questionsLeft(draft.document.questions.length)} ·{' '}
                  {words.changed(dayInWords(dayOf(draft.changedAt), page.language))}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="ds-button" href={draftPaths.upload}>
          {words.uploadTitle}
        </a>
      </p>
    </Frame>
  )
}

const dayOf = (moment: Temporal.Instant): string => moment.toZonedDateTimeISO(homeZone).toPlainDate().toString()
