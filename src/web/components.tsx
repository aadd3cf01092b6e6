import type { Child, FC } from 'hono/jsx'

interface FieldProps {
  name: string
  /** Where one form stands on a page several times; unless said, after the name. */
  id?: string
  label: string
  value?: string
  hint?: string
  error?: string
  required?: boolean
  rows?: number
  type?: 'text' | 'email' | 'date' | 'number'
  autocomplete?: string
  maxlength?: number
  /** Id of the list of suggestions. */
  list?: string
}

/** One labelled line or box to write in; the error stands beside it and what was typed is kept. */
export const TextField: FC<FieldProps> = (field) => {
  const id = `felt-${field.id ?? field.name}`
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const shared = {
    id,
    name: field.name,
    class: 'ds-input',
    required: field.required,
    autocomplete: field.autocomplete,
    maxlength: field.maxlength,
    'aria-describedby': described,
    'aria-invalid': field.error ? ('true' as const) : undefined,
  }
  return (
    <div class="field">
      <label class="ds-label" for={id}>
        {field.label}
      </label>
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.rows ? (
        <textarea {...shared} rows={field.rows}>
          {field.value ?? ''}
        </textarea>
      ) : (
        <input {...shared} type={field.type ?? 'text'} value={field.value ?? ''} list={field.list} />
      )}
      {field.error && (
        <p class="field-error" id={`${id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  )
}

/** A choice among few. */
export const ChoiceField: FC<{
  name: string
  /** Where one form stands on a page several times; unless said, after the name. */
  id?: string
  label: string
  value: string
  choices: readonly (readonly [value: string, label: string])[]
}> = ({ name, id, label, value, choices }) => (
  <div class="field">
    <label class="ds-label" for={`felt-${id ?? name}`}>
      {label}
    </label>
    <select class="ds-input" id={`felt-${id ?? name}`} name={name}>
      {choices.map(([choice, text]) => (
        <option value={choice} selected={choice === value}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

/** The one action the page is for. */
export const PrimaryButton: FC<{ children?: Child; name?: string; value?: string }> = ({ children, name, value }) => (
  <button class="ds-button" type="submit" name={name} value={value}>
    {children}
  </button>
)

/** Another way on, beside the primary action. */
export const SecondaryButton: FC<{ children?: Child; name?: string; value?: string; novalidate?: boolean }> = (
  button,
) => (
  <button
    class="ds-button"
    data-variant="secondary"
    type="submit"
    name={button.name}
    value={button.value}
    formnovalidate={button.novalidate}
  >
    {button.children}
  </button>
)

/** A message above the page's content: what just happened, or what stands in the way. */
export const Message: FC<{ tone: 'done' | 'refused' | 'note'; children?: Child }> = ({ tone, children }) => (
  <div class={`message message-${tone}`} role={tone === 'refused' ? 'alert' : 'status'}>
    {children}
  </div>
)
