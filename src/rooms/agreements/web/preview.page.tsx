import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AgreedActivity, AgreementSection } from '../agreement-format.ts'
import type { Draft } from '../agreement.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { displayTitle } from '../display-title.rules.ts'
import { spanInWords } from '../documents/document-words.ts'
import { guideTexts } from '../guide/guide.texts.ts'
import { draftPaths } from './draft.paths.ts'

/** The draft as an agreement: its parts and answers in order, to be read through and printed. */
export const PreviewPage: FC<{ page: PageContext; draft: Draft }> = ({ page, draft: { draftId, document } }) => {
  const words = pick(guideTexts, page.language)
  const labels = pick(agreementTexts, page.language)
  const title = displayTitle(document) ?? document.source.name
  const facts = [
    document.focusArea,
    document.district,
    document.validDuring && spanInWords(document.validDuring, page.language),
  ]
  return (
    <Frame page={page} title={words.previewTitle} under="drafts">
      <Crumbs
        page={page}
        trail={[
          { href: draftPaths.drafts, text: labels.draftsTitle },
          { href: draftPaths.draft(draftId), text: title },
        ]}
        here={words.previewTitle}
      />
      <h1>{title}</h1>
      <p class="lead">{facts.filter(Boolean).join(' · ')}</p>
      <p class="hint">{words.previewIntro}</p>
      <Lines heading={labels.goals} lines={document.goals.map(({ text }) => text)} />
      <Lines
        heading={labels.contacts}
        lines={document.contacts.map(({ party, plan, unit, post, holder }) =>
          [party, plan, unit, post, holder].filter(Boolean).join(', '),
        )}
      />
      {document.activities.map((activity) => (
        <Stretch page={page} activity={activity} />
      ))}
      <Lines heading={labels.attachments} lines={document.attachments.map(({ title: name }) => name)} />
    </Frame>
  )
}

const Lines: FC<{ heading: string; lines: readonly string[] }> = ({ heading, lines }) =>
  lines.length === 0 ? (
    <></>
  ) : (
    <section class="preview-part">
      <h2>{heading}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )

const Stretch: FC<{ page: PageContext; activity: AgreedActivity }> = ({ page, activity }) => {
  const words = pick(guideTexts, page.language)
  const Heading = activity.parentId === null ? 'h2' : 'h3'
  const Question = activity.parentId === null ? 'h3' : 'h4'
  const serves = activity.role === 'activity' && activity.focusAreas.length > 1
  return (
    <section class="preview-part">
      <Heading>
        {activity.role === 'sub_agreement' && `${words.about.sub_agreement}: `}
        {activity.title}
      </Heading>
      {serves && <p class="hint">{activity.focusAreas.join(' · ')}</p>}
      {activity.sections.length === 0 && <p class="hint">{words.empty}</p>}
      {activity.sections.map((section) => (
        <div class="preview-answer">
          <Question>{section.heading}</Question>
          <Answer section={section} />
        </div>
      ))}
    </section>
  )
}

const Answer: FC<{ section: AgreementSection }> = ({ section }) => (
  <>
    {section.text.split('\n').map((line) => (
      <p class={/^\s*• /u.test(line) ? 'preview-item' : undefined}>{line.trim()}</p>
    ))}
  </>
)
