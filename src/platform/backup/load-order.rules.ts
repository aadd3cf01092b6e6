/** That rows of one table point at rows of another. */
export interface Reference {
  readonly from: string
  readonly to: string
  /** The foreign key's name. */
  readonly constraint: string
}

/** Orders tables so that rows are there before others point at them, as far as tables do not point at each other in a ring. */
export const loadOrder = (tables: readonly string[], references: readonly Reference[]): string[] => {
  const order: string[] = []
  const left = new Set(tables)
  const waits = (table: string) =>
    references.filter(({ from, to }) => from === table && to !== table && left.has(to)).length
  while (left.size > 0) {
    const next = [...left]
      .map((table) => ({ table, waits: waits(table) }))
      .reduce((a, b) => (b.waits < a.waits ? b : a))
    order.push(next.table)
    left.delete(next.table)
  }
  return order
}

/**
 * The references that an order does not satisfy: their foreign keys are taken off while rows are loaded, then put back. A table that points
 * at itself is no obstacle, because PostgreSQL looks when all of its rows are there.
 */
export const heldIn = (order: readonly string[], references: readonly Reference[]): Reference[] =>
  references.filter(({ from, to }) => order.indexOf(from) < order.indexOf(to))
