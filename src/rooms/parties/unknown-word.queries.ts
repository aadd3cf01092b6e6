import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import { partsKept } from './fold-name.rules.ts'

/** Which words are in no name, and what words they may have meant are among. */
export interface UnknownWords {
  readonly unknown: readonly string[]
  readonly known: readonly string[]
}

/**
 * Which of the words are part of none of the names (rows of one folded text, `names`), and, where there are any, the words of names that
 * have the beginning or the end of one: what they may have meant is among them.
 */
export const listUnknownIn = async (
  tx: ReadTx,
  names: RawBuilder<unknown>,
  words: readonly string[],
): Promise<UnknownWords> => {
  const parts = words.map(partsKept)
  const { rows } = await sql<{ readonly unknown: string[]; readonly known: string | null }>`
    with named (names) as materialized (${names}),
    missing as materialized (
      select word, beginning, ending from unnest(${[...words]}::text[], ${parts.map((part) => part && `% ${part.beginning}%`)}::text[],
        ${parts.map((part) => part && `%${part.end}%`)}::text[]) w (word, beginning, ending)
      where not exists (select from named where names like '%' || word || '%'))
    select array(select word from missing) as unknown, case when exists (select from missing)
      then (
        select string_agg(word, ' ') from (select distinct string_to_table(names, ' ') as word from named
          where exists (select from missing where ' ' || names like beginning or names like ending)) each) end as known`.execute(
    tx,
  )
  const [row] = rows
  return { unknown: row?.unknown ?? [], known: row?.known?.split(' ') ?? [] }
}
