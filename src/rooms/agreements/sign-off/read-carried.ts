import { openSource } from '../reader/open-source.ts'
import { documentHash } from './canonical-json.rules.ts'

/**
 * The hash of the agreement a file carries as data, just as it stands there; null where it carries none, or where the words around it
 * were changed since. Throws Refused with the reader's reasons.
 */
export const readCarriedHash = async (bytes: Uint8Array, name: string): Promise<string | null> => {
  const { embedded } = await openSource(bytes, name)
  return embedded === null || embedded === undefined ? null : documentHash(embedded)
}
