import { after, before, beforeEach } from 'node:test'
import { SMTPServer } from 'smtp-server'

/** A mail as a mail server took it. */
export interface Received {
  readonly to: string
  readonly raw: string
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

const received = (to: string, raw: string): Received => ({
  to,
  raw: raw.replace(/\r\n[ \t]+/g, ' '),
  subject: encodedWords(/^Subject: ((?:.*)(?:\r?\n\s.*)*)/m.exec(raw)?.[1] ?? '').replace(/\r?\n\s/g, ' '),
  text: quotedPrintable(raw),
})

/** Gives the tests of a file a mail server that takes everything and shows what it took; emptied before each test. */
export const testMailServer = (): { readonly inbox: Received[]; readonly url: string } => {
  const inbox: Received[] = []
  const own = { inbox, url: '' }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      let raw = ''
      stream.setEncoding('latin1')
      stream.on('data', (piece: string) => (raw += piece))
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) inbox.push(received(address, raw))
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
