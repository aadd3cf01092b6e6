import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { ensureOrganisation } from '../../src/rooms/parties/index.ts'
import { findPerson } from '../../src/rooms/parties/find-party.queries.ts'
import { insertAlias } from '../../src/rooms/parties/known-name.queries.ts'
import { listMerges } from '../../src/rooms/parties/merge.queries.ts'
import { mergeParties } from '../../src/rooms/parties/merge-parties.ts'

/** A second volunteer centre, made one with the first, and another name for somebody. */
export const addMerge = async (platform: Platform): Promise<string> => {
  const [keptId, lostId] = await keepHouse(platform, system, async (tx) => {
    const personId = (await findPerson(tx, 'Vera Ventende')) ?? ''
    const said = { at: platform.clock.now(), by: 'system' }
    await insertAlias(tx, { kind: 'person', id: personId, name: 'Vera V. Ventende' }, said)
    return [
      await ensureOrganisation(tx, 'Frivilligcenter Sundstrand', 'other', false),
      await ensureOrganisation(tx, 'De frivilliges hus', 'other', false),
    ]
  })
  await mergeParties(platform, system, { kind: 'organisation', keptId: keptId ?? '', lostId: lostId ?? '' })
  const [merge] = await readAs(platform, system, listMerges)
  return merge?.mergeId ?? ''
}
