import { readSource, type SourceRead } from './read-source.ts'

/** Reads a file. */
export const readContract = (bytes: Uint8Array, name: string): Promise<SourceRead> => readSource(bytes, name)
