import type { FC } from 'hono/jsx'
import { monthName } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { TypedForm } from '../consent/consent.form.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import { Part, SelectField, Tick } from './form-parts.tsx'

interface PeopleProps {
  page: PageContext
  typed: TypedForm
  errorOf: (name: string) => { error?: string }
}

/** Somebody not known here yet, and their guardians. */
export const NewPeople: FC<PeopleProps> = (props) => {
  const { page, typed, errorOf } = props
  const words = pick(consentTexts, page.language)
  return (
    <>
      <Part legend={words.who}>
        <TextField
          name="navn"
          label={words.called}
          hint={words.calledHint}
          value={typed.one('navn')}
          autocomplete="off"
          {...errorOf('navn')}
        />
        <BirthMonth {...props} />
        <div class="form-pair">
          <TextField
            name="mail"
            type="email"
            label={words.mail}
            hint={words.ownMailHint}
            value={typed.one('mail')}
            autocomplete="off"
            {...errorOf('mail')}
          />
          <TextField name="telefon" label={words.phone} value={typed.one('telefon')} autocomplete="off" />
        </div>
      </Part>
      <Guardian {...props} number={1} />
      <Guardian {...props} number={2} />
    </>
  )
}

const BirthMonth: FC<PeopleProps> = ({ page, typed, errorOf }) => {
  const words = pick(consentTexts, page.language)
  const chosen = typed.one('maaned')
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
  return (
    <fieldset class="form-birth">
      <legend>{words.birth}</legend>
      <p class="hint">{words.birthHint}</p>
      <div class="form-pair">
        <SelectField name="maaned" label={words.birthMonth} value={chosen}>
          <option value="">{words.choose}</option>
          <option value="voksen" selected={chosen === 'voksen'}>
            {words.ofAge}
          </option>
          {months.map((month) => (
            <option value={month} selected={chosen === month}>
              {monthName(Number(month), page.language)}
            </option>
          ))}
        </SelectField>
        <TextField name="aar" label={words.birthYear} value={typed.one('aar')} autocomplete="off" {...errorOf('aar')} />
      </div>
    </fieldset>
  )
}

const Guardian: FC<PeopleProps & { number: 1 | 2 }> = ({ page, typed, errorOf, number }) => {
  const words = pick(consentTexts, page.language)
  const field = (name: string) => `vaerge${number}${name}`
  return (
    <Part legend={words.guardian(number)} {...(number === 2 ? { hint: words.secondHint } : {})}>
      <TextField
        name={field('navn')}
        label={words.called}
        value={typed.one(field('navn'))}
        autocomplete="off"
        {...errorOf(field('navn'))}
      />
      <div class="form-pair">
        <TextField
          name={field('mail')}
          type="email"
          label={words.mail}
          value={typed.one(field('mail'))}
          autocomplete="off"
          {...errorOf(field('mail'))}
        />
        <TextField name={field('telefon')} label={words.phone} value={typed.one(field('telefon'))} autocomplete="off" />
      </div>
      <Tick name={field('del')} label={words.custody} isOn={typed.one(field('del')) === 'ja'} />
    </Part>
  )
}
