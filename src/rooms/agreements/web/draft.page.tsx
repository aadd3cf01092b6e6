import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { ReaderQuestion } from '../agreement-format.ts'
import { agreementTexts } from '../agreement.texts.ts'
import type { Draft } from '../agreement.ts'
import { correctablePath } from '../draft-fields.ts'
import { guideTexts } from '../guide/guide.texts.ts'
import { findTemplate } from '../reader/templates.ts'
import { resolvePath } from '../draft-path.rules.ts'
import type { SourceText } from '../draft.queries.ts'
import { DraftFacts } from './draft-facts.tsx'
import { draftPaths } from './draft.paths.ts'
import { plainLine } from './plain-line.rules.ts'
import { SourcePane } from './source-pane.tsx'

interface DraftPageProps {
  page: PageContext
  draft: Draft
  source: SourceText
}

/** The draft beside its source: the reader's questions first, then every fact with where it was read and a way to correct it. */
export const DraftPage: FC<DraftPageProps> = ({ page, draft, source }) => {
  const words = pick(agreementTexts, page.language)
  const title = draft.document.focusArea ?? draft.document.title ?? source.name
  return (
    <Frame page={page} title={title} under="drafts" wide>
      <Crumbs page={page} trail={[{ href: draftPaths.drafts, text: words.draftsTitle }]} here={title} />
      <div class="draft">
        <div class="draft-facts">
          <h1>{title}</h1>
          <DraftActions page={page} draft={draft} />
          <Questions page={page} draft={draft} source={source} />
          <DraftFacts page={page} draft={draft} />
          <form method="post" class="give-up" action={draftPaths.discard(draft.draftId)}>
            <button class="quiet" type="submit">
              {pick(agreementTexts, page.language).discard}
            </button>
          </form>
        </div>
        <div class="draft-source">
          <SourcePane page={page} source={source} unmapped={draft.document.trace.unmapped} />
          <p class="hint">
            <a href={draftPaths.sourceFile(draft.sourceDocumentId)}>{words.original}</a>
          </p>
        </div>
      </div>
    </Frame>
  )
}

const Questions: FC<DraftPageProps> = ({ page, draft, source }) => {
  const words = pick(agreementTexts, page.language)
  const { questions } = draft.document
  return (
    <section id="spoergsmaal" class="questions">
      <h2>{words.questionsTitle}</h2>
      <p>{questions.length === 0 ? words.questionsNone : words.questionsIntro}</p>
      {questions.length > 0 && (
        <ol>
          {questions.map((question, at) => (
            <Question page={page} draft={draft} source={source} question={question} at={at} />
          ))}
        </ol>
      )}
    </section>
  )
}

const shownLines = 4

/** The first lines the question is about, as people read them. */
const linesAbout = ({ lines }: SourceText, { source }: ReaderQuestion): string[] =>
  source === null
    ? []
    : lines
        .filter(({ number }) => number >= source.line && number <= source.toLine)
        .slice(0, shownLines)
        .map((line) => plainLine(line.text))

interface QuestionProps extends DraftPageProps {
  question: ReaderQuestion
  at: number
}

/** A question with the line it is about, so that it can be answered where it stands. */
const Question: FC<QuestionProps> = ({ page, draft, source, question, at }) => {
  const words = pick(agreementTexts, page.language)
  const places = resolvePath(draft.document, question.about)
  const stood = linesAbout(source, question).join(' ')
  return (
    <li class="question-asked">
      <p>{question.text}</p>
      {stood && <blockquote class="question-source">{stood}</blockquote>}
      <form method="post" action={draftPaths.settle(draft.draftId)} class="question-answers">
        <input type="hidden" name="spoergsmaal" value={String(at)} />
        <input type="hidden" name="saa" value={JSON.stringify(question)} />
        {places && <a href={draftPaths.field(draft.draftId, correctablePath(places))}>{words.correct}</a>}
        <button class="quiet" type="submit">
          {words.fine}
        </button>
        {question.source && question.source.line > 0 && (
          <a href={draftPaths.line(question.source.line)}>{words.line(question.source.line)}</a>
        )}
      </form>
    </li>
  )
}

const DraftActions: FC<{ page: PageContext; draft: Draft }> = ({ page, draft }) => {
  const words = pick(agreementTexts, page.language)
  return (
    <div class="actions">
      <a class="ds-button" href={draftPaths.confirm(draft.draftId)}>
        {words.confirm}
      </a>
      {findTemplate(draft.document.template) && (
        <a href={draftPaths.guide(draft.draftId)}>{pick(guideTexts, page.language).goOn}</a>
      )}
      {draft.revision > 0 && (
        <form method="post" action={draftPaths.undo(draft.draftId)}>
          <button class="quiet" type="submit">
            {words.undoLast}
          </button>
        </form>
      )}
    </div>
  )
}
