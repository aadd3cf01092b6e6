import { readFileSync } from 'node:fs'
import { readAs } from '../../src/platform/database/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { beginDraft } from '../../src/rooms/agreements/index.ts'
import { readContract } from '../../src/rooms/commitments/index.ts'
import { confirmAgreement } from '../../src/rooms/commitments/confirm-agreement.ts'
import { namedInAgreement } from '../../src/rooms/commitments/register-parties.ts'
import { asProposed, listKnownNames, proposeMatches } from '../../src/rooms/parties/index.ts'

/** Takes a contract in as a person would who answers every question as proposed. */
export const confirmContract = async (platform: Platform, path: string): Promise<void> => {
  const bytes = readFileSync(path)
  const { document, lines } = await readContract(bytes, path.split('/').at(-1) ?? path)
  const { name, mediaType, sha256 } = document.source
  const draftId = await beginDraft(platform, system, { source: { name, mediaType, sha256, bytes, lines }, document })
  const questions = proposeMatches(namedInAgreement(document), await readAs(platform, system, listKnownNames))
  await confirmAgreement(platform, system, { draftId, revision: 0, isPublished: false, answers: asProposed(questions) })
}
