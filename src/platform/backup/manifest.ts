import { z } from 'zod'

/** What a backup tells of itself before anything else. */
export const headForm = z.object({
  format: z.literal('brobyg-backup/1'),
  program: z.string(),
  municipality: z.string(),
  madeAt: z.string(),
  /** Every file of SQL the database had run, with its checksum: the level of the tables. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
})

/** A table, or the jobs that wait in the queue. */
export const partForm = z.object({
  kind: z.enum(['table', 'jobs']),
  name: z.string(),
  columns: z.array(z.string()),
})

/** What a part came to. `bytes` and `sha256` are of its rows as PostgreSQL writes them in text. */
export const partEndForm = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() })

const sequenceForm = z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })

/** All that a backup holds, told at its end. */
export const manifestForm = headForm.extend({
  parts: z.array(partForm.extend(partEndForm.shape)),
  sequences: z.array(sequenceForm),
})

export type Head = z.infer<typeof headForm>
export type Part = z.infer<typeof partForm>
export type PartEnd = z.infer<typeof partEndForm>
export type Sequence = z.infer<typeof sequenceForm>
export type Manifest = z.infer<typeof manifestForm>

/** How many tables and rows a backup holds. */
export const countOf = ({ parts }: Manifest): { tables: number; rows: number } => ({
  tables: parts.filter(({ kind }) => kind === 'table').length,
  rows: parts.reduce((sum, { rows }) => sum + rows, 0),
})
