import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { testOrigin } from './test-visitor.ts'

/** What a test lets go wrong in an answer. */
export interface Wrong {
  readonly origin?: string
  readonly host?: string
  readonly counter?: number
  readonly userHandle?: string
  /** Signs with another key than the one that was registered. */
  readonly isForged?: boolean
  readonly type?: string
}

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest()

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

// Just so much CBOR as an attestation without a statement needs: short texts, byte strings, and maps of them.
const text = (value: string): Buffer => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)])
const bytes = (value: Buffer): Buffer => Buffer.concat([Buffer.of(0x59, value.length >> 8, value.length & 255), value])

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** ES256 as COSE writes it. */
const coseKey = (key: ReturnType<typeof newKey>['publicKey']): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20)
  return Buffer.concat([head, Buffer.from(x, 'base64url'), Buffer.of(0x22, 0x58, 0x20), Buffer.from(y, 'base64url')])
}

const present = 0x05
const withKey = 0x40

const authenticatorData = (host: string, flags: number, counter: number, more = Buffer.of()): Buffer => {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([sha256(host), Buffer.of(flags), count, more])
}

/** An authenticator in software, with one key; it counts its uses. Answers as a browser hands them on. */
export const testAuthenticator = () => {
  const key = newKey()
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let counter = 0
  let owner = ''
  return {
    register: (options: { challenge: string; user: { id: string } }, wrong: Wrong = {}): string => {
      owner = options.user.id
      counter += 1
      const length = Buffer.of(0, credentialId.length)
      const credential = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(key.publicKey)])
      const told = authenticatorData(wrong.host ?? 'localhost', present | withKey, counter, credential)
      const statement = [text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0)]
      const attestation = Buffer.concat([Buffer.of(0xa3), ...statement, text('authData'), bytes(told)])
      const client = clientData(wrong.type ?? 'webauthn.create', options.challenge, wrong.origin ?? testOrigin)
      const response = {
        clientDataJSON: client.toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      }
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
    },
    sign: (options: { challenge: string }, wrong: Wrong = {}): string => {
      counter = wrong.counter ?? counter + 1
      const told = authenticatorData(wrong.host ?? 'localhost', present, counter)
      const client = clientData(wrong.type ?? 'webauthn.get', options.challenge, wrong.origin ?? testOrigin)
      const by = wrong.isForged === true ? newKey().privateKey : key.privateKey
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: told.toString('base64url'),
        signature: sign('sha256', Buffer.concat([told, sha256(client)]), by).toString('base64url'),
        userHandle: wrong.userHandle ?? owner,
      }
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
    },
  }
}
