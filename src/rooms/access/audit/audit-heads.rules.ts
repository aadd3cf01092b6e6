import type { LaneHead, NotedHead } from './audit-entry.ts'

/** So much of a hash is noted: 128 bits cannot be met by chance or by work. */
const notedLength = 32

const noteHeading = 'brobyg-heads/1'

/** The heads as a text short enough to keep elsewhere: a line a lane, its number and the beginning of its hash. */
export const writeHeads = (heads: readonly LaneHead[], madeAt: Temporal.Instant): string =>
  [
    `${noteHeading} ${madeAt.round('second')}`,
    ...heads.map(({ lane, number, hash }) => `${lane} ${number} ${hash.slice(0, notedLength)}`),
  ].join('\n')

/** Reads heads that were noted; what else stands around them is passed over. A lane noted twice counts where it had come farthest. */
export const readHeads = (text: string): NotedHead[] => {
  const noted = [...text.matchAll(/^\s*(\d{1,2})\s+(\d{1,15})\s+([0-9a-f]{32,64})\s*$/gim)].map(
    ([, lane = '', number = '', hash = '']) => ({
      lane: Number(lane),
      number: Number(number),
      hash: hash.toLowerCase(),
    }),
  )
  return [...Map.groupBy(noted, ({ lane }) => lane).values()].flatMap(
    (ofLane) => ofLane.toSorted((one, other) => other.number - one.number)[0] ?? [],
  )
}
