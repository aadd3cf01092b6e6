import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { spanInWords } from '../documents/document-words.ts'
import { generationsOf, holdsOn } from '../focus-area.rules.ts'
import type { FocusArea, Generation } from '../focus-area.ts'
import { guideTexts } from '../guide/guide.texts.ts'
import type { FormQuestion, FormTemplate } from '../reader/form-template.ts'
import { formTemplates } from '../reader/templates.ts'
import type { BeginTyped, ReadBeginning } from './begin.form.ts'
import { draftPaths } from './draft.paths.ts'

interface BeginProps {
  page: PageContext
  areas: readonly FocusArea[]
  form: Pick<ReadBeginning, 'typed' | 'errors'>
}

/** Which template to begin from, and what is known of the agreement before its questions are asked. */
export const BeginPage: FC<BeginProps> = ({ page, areas, form }) => {
  const words = pick(guideTexts, page.language)
  const field = (name: Exclude<keyof BeginTyped, 'omraade'>) => {
    const error = form.errors.get(name)
    return { name, value: form.typed[name], ...(error === undefined ? {} : { error: words[error] }) }
  }
  return (
    <Frame page={page} title={words.beginTitle} under="readNew">
      <Crumbs page={page} trail={[{ href: draftPaths.upload, text: words.waysTitle }]} here={words.beginTitle} />
      <h1>{words.beginTitle}</h1>
      <p class="lead">{words.beginIntro}</p>
      <form method="post" class="form" action={draftPaths.fromTemplate}>
        <TemplateChoice page={page} form={form} />
        <TextField {...field('titel')} label={words.title} />
        <TextField {...field('bydel')} label={words.district} />
        <TextField {...field('kommune')} label={words.municipality} />
        <TextField {...field('fra')} label={words.from} type="date" />
        <TextField {...field('til')} label={words.to} hint={words.toHint} type="date" />
        <AreaChoice page={page} areas={areas} form={form} />
        <TextField {...field('andet')} label={words.otherArea} hint={words.otherAreaHint} />
        <div class="actions">
          <PrimaryButton>{words.begin}</PrimaryButton>
        </div>
      </form>
    </Frame>
  )
}

const TemplateChoice: FC<Omit<BeginProps, 'areas'>> = ({ page, form }) => {
  const words = pick(guideTexts, page.language)
  const error = form.errors.get('skabelon')
  return (
    <fieldset class="choices">
      <legend class="ds-label">{words.chooseTemplate}</legend>
      {error && <p class="field-error">{words[error]}</p>}
      {formTemplates.map((template) => (
        <div class="choice">
          <div class="field tick">
            <input
              type="radio"
              id={`skabelon-${template.id}`}
              name="skabelon"
              value={template.id}
              checked={form.typed.skabelon === template.id}
              aria-describedby={`skabelon-${template.id}-hint`}
            />
            <label for={`skabelon-${template.id}`}>{template.name[page.language]}</label>
            <p class="hint" id={`skabelon-${template.id}-hint`}>
              {template.about[page.language]}
            </p>
          </div>
          <TemplatePreview page={page} template={template} />
        </div>
      ))}
    </fieldset>
  )
}

/** What a template asks, so that one can be chosen by it. */
const TemplatePreview: FC<{ page: PageContext; template: FormTemplate }> = ({ page, template }) => {
  const words = pick(guideTexts, page.language)
  return (
    <details class="template-preview">
      <summary>{words.asksOf}</summary>
      <QuestionList page={page} title={words.ofWhole} questions={template.whole} />
      <QuestionList page={page} title={words.ofSubAgreement} questions={template.subAgreement?.questions ?? []} />
      <QuestionList page={page} title={words.ofActivity} questions={template.questions} />
    </details>
  )
}

const QuestionList: FC<{ page: PageContext; title: string; questions: readonly FormQuestion[] }> = ({
  page,
  title,
  questions,
}) => {
  const words = pick(guideTexts, page.language)
  if (questions.length === 0) return <></>
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {questions.map(({ wordings, isUsual, help }) => (
          <li>
            {wordings[0]}
            {!isUsual && <span class="hint"> ({words.mayBeLeftOut})</span>}
            <p class="hint">{help[page.language]}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The areas that hold today stand open; those of other periods are behind a fold. */
const AreaChoice: FC<BeginProps> = ({ page, areas, form }) => {
  const words = pick(guideTexts, page.language)
  const error = form.errors.get('omraade')
  const generations = generationsOf(areas)
  const isNow = ({ areas: own }: Generation) => own.some((area) => holdsOn(area, page.today))
  const chosen = (generation: Generation) => generation.areas.some(({ name }) => form.typed.omraade.includes(name))
  const others = generations.filter((generation) => !isNow(generation))
  return (
    <fieldset class="choices" aria-describedby="omraade-hint">
      <legend class="ds-label">{words.focusAreas}</legend>
      <p class="hint" id="omraade-hint">
        {words.focusAreasHint}
      </p>
      {error && <p class="field-error">{words[error]}</p>}
      {generations.filter(isNow).map((generation) => (
        <AreaTicks page={page} generation={generation} form={form} />
      ))}
      {others.length > 0 && (
        <details class="template-preview" open={others.some(chosen)}>
          <summary>{words.allFocusAreas}</summary>
          {others.map((generation) => (
            <AreaTicks page={page} generation={generation} form={form} />
          ))}
        </details>
      )}
    </fieldset>
  )
}

const AreaTicks: FC<{ page: PageContext; generation: Generation; form: BeginProps['form'] }> = ({
  page,
  generation: { validDuring, areas },
  form,
}) => {
  const span = { from: validDuring.from?.toString() ?? null, to: validDuring.to?.toString() ?? null }
  return (
    <>
      <p class="hint">{spanInWords(span, page.language)}</p>
      {areas.map(({ focusAreaId, name }) => (
        <div class="field tick">
          <input
            type="checkbox"
            id={`omraade-${focusAreaId}`}
            name="omraade"
            value={name}
            checked={form.typed.omraade.includes(name)}
          />
          <label for={`omraade-${focusAreaId}`}>{name}</label>
        </div>
      ))}
    </>
  )
}
