import type { ReadTx } from '../../platform/database/index.ts'

/** Every organisation by name. */
export const listOrganisationNames = (tx: ReadTx): Promise<{ organisationId: string; name: string }[]> =>
  tx.selectFrom('organisation').select(['organisation_id as organisationId', 'name']).orderBy('name').execute()
