import type { Child, FC } from 'hono/jsx'

/** A part of a form under a heading of its own. */
export const Part: FC<{ legend: string; hint?: string; children?: Child }> = ({ legend, hint, children }) => (
  <fieldset class="form-part">
    <legend>{legend}</legend>
    {hint !== undefined && <p class="hint">{hint}</p>}
    {children}
  </fieldset>
)

interface TickProps {
  name: string
  value?: string
  label: string
  hint?: string
  isOn: boolean
}

/** One thing to tick. */
export const Tick: FC<TickProps> = ({ name, value = 'ja', label, hint, isOn }) => {
  const id = `felt-${name}-${value}`
  return (
    <div class="field tick">
      <input type="checkbox" id={id} name={name} value={value} checked={isOn} aria-describedby={hint && `${id}-hint`} />
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** A choice whose options the caller writes, with an error beside it. */
export const SelectField: FC<{ name: string; label: string; value: string; error?: string; children?: Child }> = (
  field,
) => {
  const id = `felt-${field.name}`
  return (
    <div class="field">
      <label class="ds-label" for={id}>
        {field.label}
      </label>
      <select
        class="ds-input"
        id={id}
        name={field.name}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={field.error && `${id}-error`}
      >
        {field.children}
      </select>
      {field.error && (
        <p class="field-error" id={`${id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  )
}
