import type { ImapFlow } from 'imapflow'

/** A mail that waits in a mailbox. */
export interface WaitingMail {
  readonly uid: number
  readonly bytes: number
}

/** A mailbox that is being looked into. */
export interface OpenMailbox {
  /** What nobody has read yet, the oldest first, at most so many. */
  listWaiting(most: number): Promise<WaitingMail[]>
  /** The mail as it is; looking at it leaves it unread. Null where it has gone. */
  fetchWhole(uid: number): Promise<Uint8Array | null>
  fetchHead(uid: number): Promise<Uint8Array | null>
  /** Marks it read, and moves it to the folder of those that are done where the server lets us. */
  putAway(uid: number): Promise<void>
  close(): Promise<void>
}

/** The folder that mails are moved to. */
const doneFolder = 'Brobyg'

const thisMachine = ['localhost', '127.0.0.1', '[::1]']

/** Signs in and opens the mailbox of `imaps://user:password@host/INBOX`; without TLS from the start it must begin it, but on this machine. */
export const openMailbox = async (address: string): Promise<OpenMailbox> => {
  const url = new URL(address)
  // Loaded here, because a Brobyg without a mailbox needs none of it.
  const { ImapFlow } = await import('imapflow')
  const isSecure = url.protocol === 'imaps:'
  const client = new ImapFlow({
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (isSecure ? 993 : 143) : Number(url.port),
    secure: isSecure,
    ...(isSecure ? {} : { doSTARTTLS: !thisMachine.includes(url.hostname) }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableAutoIdle: true,
  })
  // What breaks later is told by the command under way; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX')
  } catch (error) {
    client.close()
    throw error
  }
  return asMailbox(client)
}

const asMailbox = (client: ImapFlow): OpenMailbox => {
  let folder: string | null | undefined
  const folderOfDone = async (): Promise<string | null> => {
    folder ??= await findFolder(client)
    return folder
  }
  const byUid = { uid: true } as const
  return {
    listWaiting: async (most) => {
      const found = await client.search({ seen: false }, byUid)
      const uids = found === false || found === undefined ? [] : found.toSorted((a, b) => a - b).slice(0, most)
      if (uids.length === 0) return []
      const mails = await client.fetchAll(uids, { uid: true, size: true }, byUid)
      return mails.map(({ uid, size }) => ({ uid, bytes: size ?? 0 })).toSorted((a, b) => a.uid - b.uid)
    },
    fetchWhole: async (uid) => {
      const found = await client.fetchOne(String(uid), { uid: true, source: true }, byUid)
      return found === false ? null : (found.source ?? null)
    },
    fetchHead: async (uid) => {
      const found = await client.fetchOne(String(uid), { uid: true, headers: true }, byUid)
      return found === false ? null : (found.headers ?? null)
    },
    putAway: async (uid) => {
      await client.messageFlagsAdd(String(uid), ['\\Seen'], byUid)
      const done = await folderOfDone()
      if (done !== null) await client.messageMove(String(uid), done, byUid)
    },
    close: () => client.logout(),
  }
}

/** The path of the folder of those that are done, made where it is not there; null where the server lets us make none. */
const findFolder = async (client: ImapFlow): Promise<string | null> => {
  try {
    return (await client.mailboxCreate([doneFolder])).path
  } catch {
    const known = await client.list()
    return known.find(({ name }) => name === doneFolder)?.path ?? null
  }
}
