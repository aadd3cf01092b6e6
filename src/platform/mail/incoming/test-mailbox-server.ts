import { after, before } from 'node:test'
import hoodiecrow from 'hoodiecrow-imap'

/** A mailbox for the tests of a file, on a server that speaks IMAP over a real socket. */
export interface TestMailbox {
  readonly url: string
  deliver(raw: string): void
  /** The subjects of what nobody has read, and of what was put away. */
  unread(): string[]
  done(): string[]
}

/** Gives the tests of a file a mailbox. */
export const testMailbox = (): TestMailbox => {
  const server = hoodiecrow({
    plugins: ['UIDPLUS', 'MOVE'],
    storage: { 'INBOX': { messages: [] }, '': { separator: '/', folders: {} } },
  })
  const own = { url: '' }
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.server.address()
    own.url = `imap://testuser:testpass@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/INBOX`
  })
  after(() => new Promise<void>((resolve) => server.close(resolve)))
  const subjects = (mailbox: string, isSeen: boolean): string[] =>
    (server.getMailbox(mailbox)?.messages ?? [])
      .filter(({ flags }) => flags.includes('\\Seen') === isSeen)
      .map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim() ?? '')
  return {
    get url() {
      return own.url
    },
    deliver: (raw) => server.appendMessage('INBOX', [], new Date('2026-11-30T08:00:00Z'), raw),
    unread: () => subjects('INBOX', false),
    done: () => subjects('Brobyg', true),
  }
}
