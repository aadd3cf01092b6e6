import { decryptXml, parseDomFromString, xpath } from '@node-saml/node-saml/lib/xml.js'
import { z } from 'zod'
import { NotProven } from './proven-identity.ts'
import type { SignedAssertion } from './saml-assertion.rules.ts'

const allowedAlgorithms = new Set([
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmlenc#sha512',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
])

/**
 * Throws NotProven where a response holds what a provider has no need of and attacks have: comments, a document type, CDATA,
 * instructions, or an algorithm that is weak or unknown; what is encrypted is looked into. Says nothing of whether a signature is good.
 */
export const requirePlainResponse = async (xml: string, privateKey: string | null): Promise<void> => {
  const document = await requirePlain(xml)
  const encrypted = xpath.selectElements(document, "//*[local-name()='EncryptedData']").length
  if (encrypted === 0) return
  if (encrypted > 1 || privateKey === null) throw new NotProven('response_malformed')
  await requirePlain(await decrypt(xml, privateKey))
}

const requirePlain = async (xml: string): Promise<Document> => {
  if (/<!|<\?/.test(xml.replace(/^\s*<\?xml [^?]*\?>/, ''))) throw new NotProven('response_malformed')
  const document = await parse(xml)
  for (const element of xpath.selectElements(document, '//*[@Algorithm]')) {
    const algorithm = element.getAttribute('Algorithm') ?? ''
    if (!allowedAlgorithms.has(algorithm) && !isPaddingDigest(element)) throw new NotProven('algorithm_refused')
  }
  return document
}

// In the padding of an encrypted key SHA-1 is no weakness, and it is what everybody sends.
const isPaddingDigest = (element: Element): boolean =>
  element.localName === 'DigestMethod' &&
  element.parentNode?.nodeName.replace(/^.*:/, '') === 'EncryptionMethod' &&
  element.getAttribute('Algorithm') === 'http://www.w3.org/2000/09/xmldsig#sha1'

const parse = async (xml: string): Promise<Document> => {
  try {
    return await parseDomFromString(xml)
  } catch (error) {
    throw new NotProven('response_malformed', { cause: error })
  }
}

const decrypt = async (xml: string, privateKey: string): Promise<string> => {
  try {
    return await decryptXml(xml, privateKey)
  } catch (error) {
    throw new NotProven('response_malformed', { cause: error })
  }
}

const text = z.object({ _: z.string().min(1) })
const moment = z.string().nullish()

const assertionShape = z.object({
  Assertion: z.object({
    $: z.object({ ID: z.string().min(1) }),
    Issuer: z.tuple([text]),
    Subject: z.tuple([
      z.object({
        NameID: z.tuple([text.extend({ $: z.object({ Format: z.string() }) })]),
        SubjectConfirmation: z
          .array(
            z.object({
              $: z.object({ Method: z.string() }),
              SubjectConfirmationData: z.tuple([
                z.object({
                  $: z.object({
                    Recipient: z.string().nullish(),
                    InResponseTo: z.string().nullish(),
                    NotBefore: moment,
                    NotOnOrAfter: moment,
                  }),
                }),
              ]),
            }),
          )
          .min(1),
      }),
    ]),
    Conditions: z.tuple([z.object({ $: z.object({ NotBefore: moment, NotOnOrAfter: moment }) })]),
  }),
})

/** The parts of a verified assertion that are looked at, from the form the library parsed it into. Throws NotProven. */
export const readAssertion = (parsed: unknown): SignedAssertion => {
  const read = assertionShape.safeParse(parsed)
  if (!read.success) throw new NotProven('subject_missing')
  const { $, Issuer, Subject, Conditions } = read.data.Assertion
  const [{ NameID, SubjectConfirmation }] = Subject
  return {
    id: $.ID,
    issuer: Issuer[0]._,
    subject: { name: NameID[0]._, format: NameID[0].$.Format },
    confirmations: SubjectConfirmation.map((one) => {
      const told = one.SubjectConfirmationData[0].$
      return {
        method: one.$.Method,
        recipient: told.Recipient ?? null,
        inResponseTo: told.InResponseTo ?? null,
        notBefore: told.NotBefore ?? null,
        notOnOrAfter: told.NotOnOrAfter ?? null,
      }
    }),
    notBefore: Conditions[0].$.NotBefore ?? null,
    notOnOrAfter: Conditions[0].$.NotOnOrAfter ?? null,
  }
}
