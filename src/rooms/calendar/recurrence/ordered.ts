/** Whole numbers that fit in 32 bits, in rising order, each once. */
export type Ordered = Int32Array<ArrayBuffer>

export const orderedOf = (numbers: Iterable<number>): Ordered => Int32Array.from(new Set(numbers)).toSorted()
