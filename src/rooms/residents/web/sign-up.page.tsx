import type { FC } from 'hono/jsx'
import { dayWords } from '../../../platform/resident-dates.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { beginWords, type ListedOccurrence, type SignUp } from '../../calendar/index.ts'
import { residentsTexts } from '../residents.texts.ts'
import type { SignUpRefusal } from '../words/resident-words.ts'
import { dayOf, isOff, Written } from './happening-line.tsx'
import { ResidentFrame } from './resident-frame.tsx'
import type { ResidentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'
import type { ReadSignUp } from './sign-up.form.ts'

interface FormProps {
  page: ResidentPage
  occurrence: ListedOccurrence
  isFull: boolean
  read: Pick<ReadSignUp, 'typed' | 'errors'>
  refusal: SignUpRefusal | null
}

const Named: FC<{ page: ResidentPage; occurrence: ListedOccurrence }> = ({ page, occurrence }) => (
  <p class="lead">
    <a href={residentPaths.happening(occurrence.occurrenceId)}>
      <Written text={occurrence.series.title} />
    </a>
    {', '}
    {dayWords(dayOf(occurrence), page.today, page.language)}, {beginWords(occurrence, page.language)}
  </p>
)

/** `/det-sker/:id/tilmeld`: a name, one way to be reached, how many children; nothing more. */
export const SignUpFormPage: FC<FormProps> = (props) => {
  const { page, occurrence, isFull, refusal } = props
  const words = residentsTexts[page.language].signUp
  return (
    <ResidentFrame page={page} title={words.title} under="list">
      <h1>{words.title}</h1>
      <Named page={page} occurrence={occurrence} />
      {refusal !== null && <Message tone="refused">{words.refusals[refusal]}</Message>}
      {isFull && <Message tone="note">{words.waitingNote}</Message>}
      <form class="form res-form" method="post" action={residentPaths.signUp(occurrence.occurrenceId)}>
        <Fields {...props} />
        <Trap {...props} />
        <p class="hint">{words.privacy}</p>
        <p class="actions">
          <PrimaryButton>{isFull ? words.sendWaiting : words.send}</PrimaryButton>
        </p>
      </form>
    </ResidentFrame>
  )
}

const Fields: FC<Pick<FormProps, 'page' | 'read'>> = ({ page, read }) => {
  const words = residentsTexts[page.language].signUp
  const { typed, errors } = read
  const fieldOf = (name: 'navn' | 'kontakt' | 'antal') => {
    const error = errors.get(name)
    return { name, value: typed[name], ...(error === undefined ? {} : { error: words.refusals[error] }) }
  }
  return (
    <>
      <input type="hidden" name="noegle" value={typed.noegle} />
      <TextField {...fieldOf('navn')} label={words.name} hint={words.nameHint} autocomplete="name" maxlength={100} />
      <TextField
        {...fieldOf('kontakt')}
        label={words.contact}
        hint={words.contactHint}
        autocomplete="email"
        maxlength={254}
      />
      <TextField {...fieldOf('antal')} label={words.children} hint={words.childrenHint} type="number" />
    </>
  )
}

/** Seen by nobody until something is written in it: then by whoever wrote it, who may be a browser that fills in too much. */
const Trap: FC<Pick<FormProps, 'page' | 'read'>> = ({ page, read }) => {
  const words = residentsTexts[page.language].signUp
  const trapped = read.errors.get('hjemmeside')
  const isHidden = trapped === undefined
  return (
    <div class={isHidden ? 'res-trap' : 'field'}>
      <label for="hjemmeside">{words.trap}</label>
      <input id="hjemmeside" name="hjemmeside" value="" tabindex={isHidden ? -1 : 0} autocomplete="off" />
      {trapped !== undefined && <p class="field-error">{words.refusals[trapped]}</p>}
    </div>
  )
}

interface OwnProps {
  page: ResidentPage
  token: string
  occurrence: ListedOccurrence
  signUp: SignUp
  /** Whether it can still be cancelled: the time is to come. */
  isToCome: boolean
}

/** `/tilmelding/:token`: one's own sign-up, and the way to cancel it. */
export const OwnSignUpPage: FC<OwnProps> = ({ page, token, occurrence, signUp, isToCome }) => {
  const all = residentsTexts[page.language]
  const words = all.signUp
  const isIn = signUp.state === 'coming'
  const title = isOff(occurrence) ? all.isCancelled : isIn ? words.thanksComing : words.thanksWaiting
  return (
    <ResidentFrame page={page} title={title} under="list">
      <h1>{title}</h1>
      <Named page={page} occurrence={occurrence} />
      <p>
        <Written text={signUp.guardian} /> · {words.children} {signUp.children}
      </p>
      <p>
        {words.keepLink} {signUp.email === null ? words.left : words.mailSent}
      </p>
      {isToCome && (
        <form method="post" action={residentPaths.ownSignUp(token)}>
          <p class="hint">{words.cancelWhy}</p>
          <PrimaryButton>{words.cancel}</PrimaryButton>
        </form>
      )}
    </ResidentFrame>
  )
}

/** What stands where a sign-up was: cancelled just now, or not there. */
export const NoSignUpPage: FC<{ page: ResidentPage; isCancelled: boolean }> = ({ page, isCancelled }) => {
  const all = residentsTexts[page.language]
  const words = all.signUp
  const title = isCancelled ? words.cancelled : words.gone
  return (
    <ResidentFrame page={page} title={title}>
      <h1>{title}</h1>
      <p class="lead">{isCancelled ? words.cancelledMore : words.goneMore}</p>
      <p>
        <a class="ds-button" href={residentPaths.list}>
          {all.back}
        </a>
      </p>
    </ResidentFrame>
  )
}
