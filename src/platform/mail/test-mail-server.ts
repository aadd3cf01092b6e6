import { after, before, beforeEach } from 'node:test'
import { SMTPServer } from 'smtp-server'

/** A mail as a mail server took it. */
export interface Received {
  readonly to: string
  /** As it came, a letter a byte. */
  readonly wire: string
  /** With long lines put together again. */
  readonly raw: string
  /** Whom it comes back to. */
  readonly sentFrom: string
  readonly subject: string
  readonly text: string
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')

const encodedWords = (text: string): string =>
  text
    .replace(/\?=\r?\n\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, word: string) => quotedPrintable(word.replaceAll('_', ' ')))
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))

const received = (to: string, raw: string, sentFrom: string): Received => ({
  to,
  sentFrom,
  wire: raw,
  raw: raw.replace(/\r\n[ \t]+/g, ' '),
  subject: encodedWords(/^Subject: ((?:.*)(?:\r?\n\s.*)*)/m.exec(raw)?.[1] ?? '').replace(/\r?\n\s/g, ' '),
  text: quotedPrintable(raw),
})

/** How a server says no: for good to `unknown@…`, for now to `busy@…`. */
const refusalOf = (address: string): Error | null => {
  const [code, words] = address.startsWith('unknown@')
    ? [550, 'No such user']
    : address.startsWith('busy@')
      ? [451, 'Later']
      : []
  return code === undefined ? null : Object.assign(new Error(words), { responseCode: code })
}

/** Gives the tests of a file a mail server that takes all it is not told to refuse and shows what it took; emptied before each test. */
export const testMailServer = (): { readonly inbox: Received[]; readonly url: string } => {
  const inbox: Received[] = []
  const own = { inbox, url: '' }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(refusalOf(address)),
    onData: (stream, session, done) => {
      let raw = ''
      stream.setEncoding('latin1')
      stream.on('data', (piece: string) => (raw += piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const sentFrom = mailFrom === false ? '' : mailFrom.address
        for (const { address } of rcptTo) inbox.push(received(address, raw, sentFrom))
        done()
      })
    },
  })
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const address = server.server.address()
    own.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  })
  beforeEach(() => inbox.splice(0))
  after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return own
}
