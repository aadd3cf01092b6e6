import { Refused } from '../../../../platform/refused.ts'
import type { Block, SourceLine } from '../blocks.ts'
export const openPdf = async (
  _bytes: Uint8Array,
): Promise<{ lines: SourceLine[]; blocks: Block[]; embedded: unknown }> => {
  throw new Refused('source_is_damaged')
}
