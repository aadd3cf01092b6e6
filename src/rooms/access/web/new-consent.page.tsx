import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { DataSubject, ListedWord } from '../consent/consent.ts'
import type { ConsentFormError, TypedForm } from '../consent/consent.form.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import { consentsPath, newConsentPath } from './consent.paths.ts'
import type { Named } from './directory.ts'
import { Part, SelectField, Tick } from './form-parts.tsx'
import { NewPeople } from './new-people.tsx'

export interface NewConsentProps {
  page: PageContext
  /** Whom it is about, where they are known already. */
  about: DataSubject | null
  dataKinds: readonly ListedWord[]
  purposes: readonly ListedWord[]
  posts: readonly Named[]
  organisations: readonly Named[]
  typed: TypedForm
  errors: ReadonlyMap<string, ConsentFormError>
  refusal?: string
}

/** Asking for a consent: about whom, what, with whom, why, until when. */
export const NewConsentPage: FC<NewConsentProps> = (props) => {
  const { page, about, typed, errors, refusal } = props
  const words = pick(consentTexts, page.language)
  const errorOf = errorsIn(props)
  return (
    <Frame page={page} title={words.newTitle} under="consents">
      <Crumbs page={page} trail={[{ href: consentsPath, text: words.title }]} here={words.newTitle} />
      <h1>{words.newTitle}</h1>
      <p class="lead">{words.newIntro}</p>
      {(refusal !== undefined || errors.size > 0) && <Message tone="refused">{refusal ?? words.wrong}</Message>}
      <form method="post" action={newConsentPath} class="form">
        {about === null ? (
          <NewPeople page={page} typed={typed} errorOf={errorOf} />
        ) : (
          <>
            <input type="hidden" name="om" value={about.dataSubjectId} />
            <p class="consent-about">{words.about(about.called)}</p>
          </>
        )}
        <DataKinds {...props} />
        <Recipient {...props} />
        <Why {...props} />
        <p class="actions">
          <PrimaryButton>{words.create}</PrimaryButton>
          <a href={consentsPath}>{words.title}</a>
        </p>
      </form>
    </Frame>
  )
}

type ErrorOf = (name: string) => { error?: string }

const errorsIn =
  ({ page, errors }: NewConsentProps): ErrorOf =>
  (name) => {
    const code = errors.get(name)
    return code === undefined ? {} : { error: pick(consentTexts, page.language)[code] }
  }

const Why: FC<NewConsentProps> = (props) => {
  const { page, typed } = props
  const words = pick(consentTexts, page.language)
  const errorOf = errorsIn(props)
  return (
    <Part legend={words.why}>
      <SelectField name="formaal" label={words.purposeKind} value={typed.one('formaal')} {...errorOf('formaal')}>
        <option value="">{words.choose}</option>
        {props.purposes.map((purpose) => (
          <option value={purpose.code} selected={purpose.code === typed.one('formaal')}>
            {purpose[page.language]}
          </option>
        ))}
      </SelectField>
      <TextField
        name="ord"
        label={words.purpose}
        hint={words.purposeHint}
        value={typed.one('ord')}
        rows={2}
        {...errorOf('ord')}
      />
      <Tick
        name="vaesentlig"
        label={words.material}
        hint={words.materialHint}
        isOn={typed.one('vaesentlig') === 'ja'}
      />
      <TextField
        name="til"
        label={words.last}
        hint={words.lastHint}
        type="date"
        value={typed.one('til')}
        {...errorOf('til')}
      />
    </Part>
  )
}

const DataKinds: FC<NewConsentProps> = ({ page, dataKinds, typed, errors }) => {
  const words = pick(consentTexts, page.language)
  return (
    <Part legend={words.what}>
      {errors.has('oplysning') && <p class="field-error">{words.chooseOne}</p>}
      <div class="consent-kinds">
        {dataKinds.map((kind) => (
          <Tick
            name="oplysning"
            value={kind.code}
            label={kind[page.language]}
            isOn={typed.all('oplysning').includes(kind.code)}
          />
        ))}
      </div>
    </Part>
  )
}

const Recipient: FC<NewConsentProps> = ({ page, posts, organisations, typed, errors }) => {
  const words = pick(consentTexts, page.language)
  const chosen = typed.one('modtager')
  const options = (side: string, named: readonly Named[]) =>
    named.map(({ id, words: text }) => (
      <option value={`${side}:${id}`} selected={chosen === `${side}:${id}`}>
        {text}
      </option>
    ))
  const error = errors.has('modtager') ? { error: words.missing } : {}
  return (
    <SelectField name="modtager" label={words.whom} value={chosen} {...error}>
      <option value="">{words.choose}</option>
      <optgroup label={words.whomPosts}>{options('post', posts)}</optgroup>
      <optgroup label={words.whomOrganisations}>{options('org', organisations)}</optgroup>
    </SelectField>
  )
}
