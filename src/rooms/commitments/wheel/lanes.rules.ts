/** Something that takes room along a ring, from one place to another; places run from 0 to the ring's length. */
export interface Extent {
  readonly from: number
  readonly to: number
}

/**
 * Packs things into as few lanes as it takes for no two of a lane to overlap: in order of their beginning, each into the first lane
 * that is free. Answers with the things of each lane, in order. Things that only touch share a lane.
 */
export const packLanes = <Thing extends Extent>(things: readonly Thing[]): Thing[][] => {
  const lanes: Thing[][] = []
  for (const thing of things.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? 0) <= thing.from)
    if (free) free.push(thing)
    else lanes.push([thing])
  }
  return lanes
}

/** A thing moved so that it lies between 0 and the length, without changing its width. */
export const keptWithin = <Thing extends Extent>(thing: Thing, length: number): Thing => {
  const width = Math.min(thing.to - thing.from, length)
  const from = Math.min(Math.max(thing.from, 0), length - width)
  return { ...thing, from, to: from + width }
}
