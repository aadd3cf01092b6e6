import type { Child, FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AgreementDocument, ReadCommitment } from '../agreement-format.ts'
import type { Draft } from '../agreement.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { displayTitle } from '../display-title.rules.ts'
import type { GuideStep } from '../guide/guide-step.ts'
import { answerOf } from '../guide/guide-steps.rules.ts'
import { guideTexts } from '../guide/guide.texts.ts'
import { termInWords } from '../term-words/term-in-words.ts'
import { draftPaths } from './draft.paths.ts'

interface GuideProps {
  page: PageContext
  draft: Draft
  steps: readonly GuideStep[]
  /** The step just saved, told on the page after it. */
  saved?: GuideStep | undefined
}

interface ShownAnswer {
  readonly step: GuideStep
  readonly text: string
  readonly seen: string
  /** What someone else wrote meanwhile. */
  readonly stands?: string
}

/** One question of the template with help beside it, and all of them in a list. */
export const GuidePage: FC<GuideProps & { answer: ShownAnswer }> = ({ page, draft, steps, saved, answer }) => {
  const words = pick(guideTexts, page.language)
  const { step } = answer
  const at = steps.indexOf(step)
  const hint = step.asks === 'part' && step.part === 'parties' ? words.partiesHint : undefined
  return (
    <GuideFrame page={page} draft={draft} title={step.heading}>
      <p class="guide-count">
        {words.step(at + 1, steps.length)} · <span>{subjectOf(draft.document, step, page)}</span>
      </p>
      <h1>{step.heading}</h1>
      <Saved page={page} draft={draft} saved={saved} />
      {answer.stands !== undefined && (
        <Message tone="refused">
          <p>{words.meanwhile}</p>
          <p class="guide-text">{answer.stands === '' ? words.empty : answer.stands}</p>
          <p>{words.meanwhileHint}</p>
        </Message>
      )}
      <p class="guide-help">{step.help[page.language]}</p>
      <form method="post" class="form" action={draftPaths.guide(draft.draftId)}>
        <input type="hidden" name="trin" value={step.id} />
        <textarea name="saa" hidden>
          {answer.seen}
        </textarea>
        <TextField
          name="svar"
          label={words.answerLabel}
          value={answer.text}
          rows={Math.min(16, Math.max(6, answer.text.split('\n').length + 2))}
          {...(hint === undefined ? {} : { hint })}
        />
        <div class="actions">
          <PrimaryButton>{words.next}</PrimaryButton>
          <a href={draftPaths.guide(draft.draftId, steps[at + 1]?.id ?? 'klar')}>{words.skip}</a>
          {at > 0 && <a href={draftPaths.guide(draft.draftId, steps[at - 1]?.id)}>{words.back}</a>}
        </div>
      </form>
      <ReadPromises page={page} promises={promisesIn(draft.document, step)} />
      <StepList page={page} draft={draft} steps={steps} here={step} />
    </GuideFrame>
  )
}

/** Everything has been asked: what is still open, and the ways on. */
export const GuideReadyPage: FC<GuideProps> = ({ page, draft, steps, saved }) => {
  const words = pick(guideTexts, page.language)
  const open = steps.filter((step) => step.isUsual && answerOf(draft.document, step) === '')
  return (
    <GuideFrame page={page} draft={draft} title={words.ready}>
      <h1>{words.ready}</h1>
      <Saved page={page} draft={draft} saved={saved} />
      <p class="lead">{words.readyIntro}</p>
      <div class="actions">
        <a class="ds-button" href={draftPaths.draft(draft.draftId)}>
          {words.toDraft}
        </a>
        <a href={draftPaths.preview(draft.draftId)}>{words.preview}</a>
      </div>
      {open.length > 0 && (
        <section class="guide-open">
          <h2>{words.stillOpen}</h2>
          <p>{words.stillOpenIntro}</p>
          <ul>
            {open.map((step) => (
              <li>
                <a href={draftPaths.guide(draft.draftId, step.id)}>{step.heading}</a>{' '}
                <span class="hint">{subjectOf(draft.document, step, page)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <StepList page={page} draft={draft} steps={steps} />
    </GuideFrame>
  )
}

const GuideFrame: FC<{ page: PageContext; draft: Draft; title: string; children?: Child }> = (frame) => {
  const { page, draft } = frame
  const words = pick(agreementTexts, page.language)
  const name = displayTitle(draft.document) ?? draft.document.source.name
  return (
    <Frame page={page} title={frame.title} under="drafts">
      <Crumbs
        page={page}
        trail={[
          { href: draftPaths.drafts, text: words.draftsTitle },
          { href: draftPaths.draft(draft.draftId), text: name },
        ]}
        here={frame.title}
      />
      {frame.children}
    </Frame>
  )
}

const Saved: FC<Pick<GuideProps, 'page' | 'draft' | 'saved'>> = ({ page, draft, saved }) => {
  const words = pick(guideTexts, page.language)
  if (saved === undefined) return <></>
  const promises = promisesIn(draft.document, saved).length
  return (
    <Message tone="done">
      <a href={draftPaths.guide(draft.draftId, saved.id)}>{words.saved(saved.heading)}</a>
      {promises > 0 && ` ${words.savedPromises(promises)}`}
    </Message>
  )
}

/** What the question is about: the whole, a focus area or an activity by its name. */
const subjectOf = (document: AgreementDocument, step: GuideStep, page: PageContext): string => {
  const words = pick(guideTexts, page.language)
  const activity = step.asks === 'part' ? undefined : document.activities.find(({ id }) => id === step.activityId)
  if (activity === undefined || activity.role === 'whole') return words.about.whole
  return `${words.about[activity.role]}: ${activity.title}`
}

const promisesIn = (document: AgreementDocument, step: GuideStep): ReadCommitment[] => {
  if (step.asks !== 'question') return []
  const activity = document.activities.find(({ id }) => id === step.activityId)
  return (activity?.commitments ?? []).filter(
    ({ within }) => within !== null && activity?.sections[within.section]?.kind === step.kind,
  )
}

const ReadPromises: FC<{ page: PageContext; promises: readonly ReadCommitment[] }> = ({ page, promises }) => {
  const words = pick(guideTexts, page.language)
  if (promises.length === 0) return <></>
  return (
    <section class="guide-read">
      <h2>{words.readHere}</h2>
      <ul>
        {promises.map(({ text, owedBy, notation }) => (
          <li>
            <strong>{owedBy.join(', ')}</strong> · {termInWords(notation, page.language) ?? words.unclear}
            <br />
            <span class="hint">{text}</span>
          </li>
        ))}
      </ul>
      <p class="hint">{words.readHint}</p>
    </section>
  )
}

const StepList: FC<GuideProps & { here?: GuideStep }> = ({ page, draft, steps, here }) => {
  const words = pick(guideTexts, page.language)
  return (
    <details class="guide-steps">
      <summary>{words.allSteps}</summary>
      <ol>
        {steps.map((step) => (
          <li>
            <a href={draftPaths.guide(draft.draftId, step.id)} aria-current={step === here ? 'step' : undefined}>
              {step.heading}
            </a>{' '}
            <span class="hint">
              {subjectOf(draft.document, step, page)}
              {answerOf(draft.document, step) !== '' && ` · ${words.answered}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
