import { type Client, escapeLiteral } from 'pg'
import { Fault } from '../fault.ts'

/** What is written on a schema while a backup is restored into it. */
const mark = 'brobyg: a restore has not finished'

/** Writes on a schema that what stands in it is not whole. */
export const markUnfinished = (schema: string): string => `comment on schema "${schema}" is ${escapeLiteral(mark)}`

/** Takes that back. */
export const markFinished = (schema: string): string => `comment on schema "${schema}" is null`

/** Whether a restore into the schema was begun and not finished. */
export const isUnfinished = async (client: Client, schema: string): Promise<boolean> => {
  const { rows } = await client.query<{ told: string | null }>(
    `select obj_description(to_regnamespace($1), 'pg_namespace') as told`,
    [`"${schema}"`],
  )
  return rows[0]?.told === mark
}

/** Throws Fault where a restore was begun and not finished: nobody may work on half of the rows. */
export const refuseUnfinished = async (client: Client, schema: string): Promise<void> => {
  if (await isUnfinished(client, schema))
    throw new Fault(
      `Restoring a backup into ${schema} was begun and has not finished. Run brobyg restore again; it begins anew.`,
    )
}
