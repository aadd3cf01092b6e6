import { z } from 'zod'
import { Refused } from '../../platform/refused.ts'

const base64url = z
  .string()
  .regex(/^[\w-]*$/)
  .max(20_000)
const credential = { id: base64url, rawId: base64url, type: z.literal('public-key') }

/** What a browser answers when an authenticator has made a key. */
const registration = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(30)).max(10).default([]),
    }),
  })
  .transform((answer) => ({ ...answer, clientExtensionResults: {} }))

/** What a browser answers when an authenticator has signed. */
const assertion = z
  .object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.optional(),
    }),
  })
  .transform(({ response: { userHandle, ...response }, ...answer }) => ({
    ...answer,
    response: userHandle === undefined ? response : { ...response, userHandle },
    clientExtensionResults: {},
  }))

export type Registration = z.infer<typeof registration>
export type Assertion = z.infer<typeof assertion>

/** Reads an answer sent in a form field. Throws Refused('passkey_refused') for anything else. */
export const readRegistration = (text: string): Registration => readAnswer(registration, text)

/** Reads an answer sent in a form field. Throws Refused('passkey_refused') for anything else. */
export const readAssertion = (text: string): Assertion => readAnswer(assertion, text)

const readAnswer = <Answer>(form: z.ZodType<Answer>, text: string): Answer => {
  const read = form.safeParse(parsed(text))
  if (!read.success) throw new Refused('passkey_refused')
  return read.data
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
