import type { ReadTx } from '../../platform/database/index.ts'

/** The address of an agreement named by its address or its id, or undefined where the actor may see none such. */
export const findSlugOf = async (tx: ReadTx, named: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('agreement')
    .select('slug')
    .where((eb) => eb.or([eb('slug', '=', named), eb(eb.cast<string>('agreement_id', 'text'), '=', named)]))
    .executeTakeFirst()
  return row?.slug
}
