/** As much of the package as the tests use; it brings no types of its own. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface StoredMessage {
    readonly uid: number
    readonly flags: readonly string[]
    readonly raw: string
  }

  interface ImapServer {
    readonly server: Server
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
    getMailbox(path: string): { readonly messages: readonly StoredMessage[] } | undefined
    appendMessage(mailbox: string, flags: readonly string[], date: Date, raw: string): void
  }

  const hoodiecrow: (options: { readonly plugins: readonly string[]; readonly storage: object }) => ImapServer
  export default hoodiecrow
}
