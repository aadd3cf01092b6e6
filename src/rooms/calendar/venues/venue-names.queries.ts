import type { ReadTx } from '../../../platform/database/index.ts'

/** What an organisation is called. */
export const findNameOfOrganisation = async (tx: ReadTx, organisationId: string): Promise<string> => {
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.name ?? ''
}
