import type { NamedPost } from './named-post.ts'

/** A seat before it is written: a post, or a name alone. */
export interface SeatToLay {
  readonly name: string
  readonly post: NamedPost | null
  readonly takesTurns: boolean
}

/** Whether a name, as an agreement writes it, means a post. */
export type Means = (name: string, post: NamedPost) => boolean

const placeOf = (post: NamedPost): string => post.plan ?? post.unit ?? post.organisation

/**
 * The seats that names amount to: a name that means posts is those posts, another a seat of that name. Of each place that takes turns, the
 * first post does. Each post sits once.
 */
export const seatsOf = (
  { seats, inTurn, convenor }: { seats: readonly string[]; inTurn: readonly string[]; convenor: string | null },
  posts: readonly NamedPost[],
  means: Means,
): SeatToLay[] => {
  const names = [...(convenor === null ? [] : [convenor]), ...inTurn, ...seats]
  const laid = new Map<string, SeatToLay>()
  const turned = new Set<string>()
  for (const name of names) {
    const isInTurn = inTurn.includes(name)
    const meant = posts.filter((post) => means(name, post))
    if (meant.length === 0) {
      const key = name.toLowerCase()
      laid.set(key, laid.get(key) ?? { name, post: null, takesTurns: isInTurn })
    }
    for (const post of meant) {
      const takesTurns = isInTurn && !turned.has(placeOf(post))
      if (takesTurns) turned.add(placeOf(post))
      const before = laid.get(post.postId)
      if (before === undefined || takesTurns) laid.set(post.postId, { name: post.title, post, takesTurns })
    }
  }
  return [...laid.values()]
}

/** The seat a name means; the first of its posts. */
export const seatNamed = <Seat extends { readonly name: string; readonly post: NamedPost | null }>(
  name: string | null,
  seats: readonly Seat[],
  means: Means,
): Seat | undefined =>
  name === null
    ? undefined
    : (seats.find(({ post }) => post !== null && means(name, post)) ??
      seats.find((seat) => seat.post === null && seat.name.toLowerCase() === name.toLowerCase()))
