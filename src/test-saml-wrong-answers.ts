import type { TestCertificate } from './platform/test-certificate.ts'
import * as idp from './test-saml-provider.ts'
import type { AssertionFields } from './test-saml-provider.ts'

const mail = 'https://data.gov.dk/model/core/eid/email'

/** What a provider may send and Brobyg must not keep. */
export const testCpr = '0101901234'

const moved = (moment: string, by: Temporal.DurationLike): string => Temporal.Instant.from(moment).add(by).toString()

const evil = (fields: AssertionFields): AssertionFields => ({ ...fields, id: '_evil', nameId: 'pseudonym-of-yusuf' })
interface Keys {
  readonly key: TestCertificate
  readonly otherKey: TestCertificate
}

/** Answers that let nobody in: what is wrong, what the log says of it, and how they are made of what a good one says. */
export const wrongAnswers: readonly (readonly [string, string, (keys: Keys, fields: AssertionFields) => string])[] = [
  [
    'an attribute was changed',
    'signature_invalid',
    ({ key }, fields) => idp.goodAnswer(key, fields).replace('ida.holt@', 'yusuf.demir@'),
  ],
  [
    'the subject was changed',
    'signature_invalid',
    ({ key }, fields) => idp.goodAnswer(key, fields).replace('of-ida', 'of-yusuf'),
  ],
  [
    'the signature was removed',
    'signature_invalid',
    (_, fields) => idp.responseOf(idp.assertionOf(fields), fields.inResponseTo),
  ],
  [
    'another key signed',
    'signature_invalid',
    ({ otherKey }, fields) => idp.responseOf(idp.signed(idp.assertionOf(fields), otherKey), fields.inResponseTo),
  ],
  [
    'the signature is by SHA-1',
    'algorithm_refused',
    ({ key }, fields) => idp.responseOf(idp.signed(idp.assertionOf(fields), key, 'sha1'), fields.inResponseTo),
  ],
  [
    'it is for another audience',
    'audience_wrong',
    ({ key }, fields) => idp.goodAnswer(key, { ...fields, audience: 'https://other.example' }),
  ],
  [
    'it is for another recipient',
    'recipient_wrong',
    ({ key }, fields) => idp.goodAnswer(key, { ...fields, recipient: 'https://other.example/acs' }),
  ],
  [
    'another provider says so',
    'issuer_wrong',
    ({ key }, fields) => idp.goodAnswer(key, { ...fields, issuer: 'https://other.example' }),
  ],
  [
    'it is over',
    'too_late',
    ({ key }, fields) => idp.goodAnswer(key, { ...fields, notOnOrAfter: moved(fields.notBefore, { seconds: -60 }) }),
  ],
  [
    'it is not yet',
    'too_early',
    ({ key }, fields) => idp.goodAnswer(key, { ...fields, notBefore: moved(fields.notBefore, { seconds: 61 }) }),
  ],
  [
    'it answers no request',
    'request_unknown',
    ({ key }, fields) => idp.goodAnswer(key, { ...fields, inResponseTo: '_never-asked' }),
  ],
  [
    'it names the person for once only',
    'subject_not_lasting',
    ({ key }, fields) =>
      idp.goodAnswer(key, { ...fields, format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }),
  ],
  [
    'it names the person by a CPR number',
    'subject_is_cpr',
    ({ key }, fields) => idp.goodAnswer(key, { ...fields, nameId: testCpr }),
  ],
  [
    'a comment cuts the subject',
    'response_malformed',
    ({ key }, fields) =>
      idp.goodAnswer(key, { ...fields, nameId: 'pseudonym-of-idaX' }).replace('of-idaX', 'of-ida<!---->X'),
  ],
  [
    'a comment cuts the mail',
    'response_malformed',
    ({ key }, fields) =>
      idp
        .goodAnswer(key, { ...fields, nameId: 'new', attributes: { [mail]: 'ida.holt@havneby.example.evil' } })
        .replace('example.evil', 'example<!---->.evil'),
  ],
  [
    'it brings a document type',
    'response_malformed',
    ({ key }, fields) => `<!DOCTYPE r [<!ENTITY e "x">]>${idp.goodAnswer(key, fields)}`,
  ],
  ['it is no XML', 'response_malformed', () => 'SAMLResponse'],
  ['it is nothing', 'response_malformed', () => ''],
  ['the provider said no', 'turned_back', (_, fields) => idp.denialOf(fields.inResponseTo)],
  [
    'an unsigned assertion stands before the signed one',
    'signature_invalid',
    ({ key }, fields) =>
      idp.responseOf(idp.assertionOf(evil(fields)) + idp.signed(idp.assertionOf(fields), key), fields.inResponseTo),
  ],
  [
    'an unsigned assertion stands behind the signed one',
    'signature_invalid',
    ({ key }, fields) =>
      idp.responseOf(idp.signed(idp.assertionOf(fields), key) + idp.assertionOf(evil(fields)), fields.inResponseTo),
  ],
  [
    'the signed assertion stands in an unsigned one',
    'signature_invalid',
    ({ key }, fields) =>
      idp.responseOf(
        idp
          .assertionOf(evil(fields))
          .replace('</saml:Issuer>', `</saml:Issuer>${idp.signed(idp.assertionOf(fields), key)}`),
        fields.inResponseTo,
      ),
  ],
  [
    'an unsigned assertion bears the signature of one it hides',
    'signature_invalid',
    ({ key }, fields) => {
      const original = idp.assertionOf(fields)
      const hiding = idp
        .signatureOf(original, key)
        .replace('</ds:Signature>', `<ds:Object>${original}</ds:Object></ds:Signature>`)
      return idp.responseOf(idp.withSignature(idp.assertionOf(evil(fields)), hiding), fields.inResponseTo)
    },
  ],
  [
    'an unsigned assertion has the id of the signed one',
    'signature_invalid',
    ({ key }, fields) => {
      const original = idp.assertionOf(fields)
      const twin = idp.withSignature(
        idp.assertionOf({ ...evil(fields), id: fields.id }),
        idp.signatureOf(original, key),
      )
      return idp.responseOf(`<samlp:Extensions>${original}</samlp:Extensions>${twin}`, fields.inResponseTo)
    },
  ],
  [
    'the signed response stands in an unsigned one',
    'response_malformed',
    ({ key }, fields) =>
      idp.responseOf(`<samlp:Extensions>${idp.goodAnswer(key, fields)}</samlp:Extensions>`, fields.inResponseTo),
  ],
]
