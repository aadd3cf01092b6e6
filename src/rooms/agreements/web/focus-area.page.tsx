import type { FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { spanInWords } from '../documents/document-words.ts'
import { generationsOf, holdsOn } from '../focus-area.rules.ts'
import { focusAreaTexts } from '../focus-area.texts.ts'
import type { FocusArea, Generation } from '../focus-area.ts'
import { draftPaths } from './draft.paths.ts'
import type { FocusAreaTyped, ReadFocusArea } from './focus-area.form.ts'

interface FocusAreaProps {
  page: PageContext
  areas: readonly FocusArea[]
  /** The form as it stands; null where none is open. */
  form: Pick<ReadFocusArea, 'typed' | 'errors'> | null
  told?: 'kept' | 'removed'
  refusal?: string
}

/** The focus areas of each period, and for the administrator a form to keep them. */
export const FocusAreaPage: FC<FocusAreaProps> = ({ page, areas, form, told, refusal }) => {
  const words = pick(focusAreaTexts, page.language)
  const mayKeep = mayDoHere(page, agreementPolicy.keepFocusAreas)
  return (
    <Frame page={page} title={words.title} under="agreements">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {told && <Message tone="done">{words[told]}</Message>}
      {refusal && <Message tone="refused">{refusal}</Message>}
      {areas.length === 0 && <p class="empty">{words.none}</p>}
      {generationsOf(areas).map((generation) => (
        <GenerationPart page={page} generation={generation} mayKeep={mayKeep} />
      ))}
      {mayKeep && <KeepForm page={page} form={form} />}
    </Frame>
  )
}

const iso = (day: Day | null): string | null => day?.toString() ?? null

const GenerationPart: FC<{ page: PageContext; generation: Generation; mayKeep: boolean }> = ({
  page,
  generation: { validDuring, areas },
  mayKeep,
}) => {
  const words = pick(focusAreaTexts, page.language)
  const holds = areas[0] !== undefined && holdsOn(areas[0], page.day)
  return (
    <section class="generation">
      <h2>
        {spanInWords({ from: iso(validDuring.from), to: iso(validDuring.to) }, page.language)}
        {holds && <span class="generation-now"> · {page.isOfAnotherDay ? words.holdsThen : words.holdsNow}</span>}
      </h2>
      <ul class="generation-areas">
        {areas.map((area) => (
          <li>
            <span class="generation-area">{area.name}</span>
            {area.source !== '' && <span class="hint"> {area.source}</span>}
            {mayKeep && (
              <a href={draftPaths.changeFocusArea(area.focusAreaId)} aria-label={words.change(area.name)}>
                {words.changeShort}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const KeepForm: FC<{ page: PageContext; form: FocusAreaProps['form'] }> = ({ page, form }) => {
  const words = pick(focusAreaTexts, page.language)
  const isNew = form === null || form.typed.id === ''
  const field = (name: keyof FocusAreaTyped) => {
    const error = form?.errors.get(name)
    return { name, value: form?.typed[name] ?? '', ...(error === undefined ? {} : { error: words[error] }) }
  }
  return (
    <section id="ret">
      <h2>{isNew ? words.add : words.change(form.typed.navn)}</h2>
      <p class="hint">{words.keepIntro}</p>
      <form method="post" class="form" action={draftPaths.focusAreas}>
        <input type="hidden" name="id" value={form?.typed.id ?? ''} />
        <TextField {...field('navn')} label={words.name} />
        <TextField {...field('fra')} label={words.from} type="date" />
        <TextField {...field('til')} label={words.to} hint={words.toHint} type="date" />
        <TextField {...field('kilde')} label={words.source} hint={words.sourceHint} />
        <div class="actions">
          <PrimaryButton name="goer" value="gem">
            {words.save}
          </PrimaryButton>
          {!isNew && (
            <SecondaryButton name="goer" value="fjern" novalidate>
              {words.remove}
            </SecondaryButton>
          )}
          {!isNew && <a href={draftPaths.focusAreas}>{words.regret}</a>}
        </div>
      </form>
    </section>
  )
}
