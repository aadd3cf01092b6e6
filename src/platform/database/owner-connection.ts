import { Client } from 'pg'

/** A connection as the owner of the tables, from whom row-level security hides nothing. */
export type OwnerConnection = Client

/** Works on a connection of its own as the owner of the tables: backups, restoring, checks and counting. */
export const withOwner = async <T>(
  url: string,
  purpose: 'backup' | 'restore' | 'check' | 'count',
  work: (owner: OwnerConnection) => Promise<T>,
): Promise<T> => {
  const client = new Client({ connectionString: url, application_name: `brobyg ${purpose}`, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
