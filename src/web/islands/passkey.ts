import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'

/** Fetches what an authenticator is asked, has it answer, and sends the answer as the form it stands in. */
const perform = async (form: HTMLFormElement): Promise<void> => {
  const optionsJSON = await askedOf(form)
  const answer =
    form.dataset['ceremony'] === 'register'
      ? await startRegistration({ optionsJSON })
      : await startAuthentication({ optionsJSON })
  const field = form.elements.namedItem('svar')
  if (!(field instanceof HTMLInputElement)) throw new Error('The form has no place for the answer')
  field.value = JSON.stringify(answer)
  form.submit()
}

const askedOf = async (form: HTMLFormElement) => {
  const answer = await fetch(`${form.action}/udfordring`, { method: 'POST' })
  if (!answer.ok || answer.redirected) throw new Error(`The challenge was answered with ${answer.status}`)
  return answer.json()
}

/** What is told when it did not work: the words stand in the form. */
const failure = (form: HTMLFormElement, error: unknown): string | undefined => {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return form.dataset['known']
  const isCancelled = error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
  return isCancelled ? form.dataset['cancelled'] : form.dataset['failed']
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-ceremony]')) {
  form.hidden = !browserSupportsWebAuthn()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const status = form.querySelector('output')
    if (status) status.textContent = ''
    perform(form).catch((error: unknown) => {
      if (status) status.textContent = failure(form, error) ?? ''
    })
  })
}
