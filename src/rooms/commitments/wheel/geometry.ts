/** Angles are turns: 0 at the top, 0.25 to the right, 1 at the top again. Radii and lengths are in the picture's own units. */
export type Turn = number

const round = (value: number): string => String(Math.round(value * 10) / 10)

const point = (radius: number, turn: Turn): string => {
  const angle = turn * 2 * Math.PI
  return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`
}

/** Where a radius meets an angle, as numbers. */
export const placeOf = (radius: number, turn: Turn): { x: number; y: number } => ({
  x: Math.round(radius * Math.sin(turn * 2 * Math.PI) * 10) / 10,
  y: Math.round(-radius * Math.cos(turn * 2 * Math.PI) * 10) / 10,
})

/** How many turns a length takes along a radius. */
export const turnsOf = (length: number, radius: number): Turn => length / (2 * Math.PI * radius)

export interface Band {
  readonly inner: number
  readonly outer: number
  readonly from: Turn
  readonly to: Turn
}

/** The outline of a piece of a ring with rounded corners. */
export const bandPath = ({ inner, outer, from, to }: Band, corner: number): string => {
  const width = (to - from) * 2 * Math.PI * inner
  const bend = Math.max(0, Math.min(corner, (outer - inner) / 2, width / 2))
  const [atOuter, atInner] = [turnsOf(bend, outer), turnsOf(bend, inner)]
  const isLarge = to - from > 0.5 ? 1 : 0
  return [
    `M${point(outer, from + atOuter)}`,
    `A${round(outer)} ${round(outer)} 0 ${isLarge} 1 ${point(outer, to - atOuter)}`,
    `Q${point(outer, to)} ${point(outer - bend, to)}`,
    `L${point(inner + bend, to)}`,
    `Q${point(inner, to)} ${point(inner, to - atInner)}`,
    `A${round(inner)} ${round(inner)} 0 ${isLarge} 0 ${point(inner, from + atInner)}`,
    `Q${point(inner, from)} ${point(inner + bend, from)}`,
    `L${point(outer - bend, from)}`,
    `Q${point(outer, from)} ${point(outer, from + atOuter)}Z`,
  ].join('')
}

/** The outline of a piece of a ring that is pointed at both ends. */
export const tagPath = ({ inner, outer, from, to }: Band): string => {
  const middle = (inner + outer) / 2
  const tip = (outer - inner) * 0.32
  const [atOuter, atInner] = [turnsOf(tip, outer), turnsOf(tip, inner)]
  return [
    `M${point(outer, from + atOuter)}`,
    `A${round(outer)} ${round(outer)} 0 0 1 ${point(outer, to - atOuter)}`,
    `L${point(middle, to)}L${point(inner, to - atInner)}`,
    `A${round(inner)} ${round(inner)} 0 0 0 ${point(inner, from + atInner)}`,
    `L${point(middle, from)}Z`,
  ].join('')
}

/** A line along a radius from one angle to another. A whole turn is drawn in two halves, since one arc cannot end where it began. */
export const arcLine = (radius: number, from: Turn, to: Turn): string => {
  const middle = (from + to) / 2
  const step = (end: Turn) => `A${round(radius)} ${round(radius)} 0 0 1 ${point(radius, end)}`
  return `M${point(radius, from)}${step(middle)}${step(to)}`
}

/** Whether words in the middle of the stretch would stand on their head and are turned to read from left to right. */
export const isTurned = (from: Turn, to: Turn): boolean => {
  const middle = ((((from + to) / 2) % 1) + 1) % 1
  return middle > 0.25 && middle < 0.75
}

/** The line that words in a band stand on, so that they sit in the middle of its height and read from left to right. */
export const baseline = ({ inner, outer, from, to }: Band, size: number, turned = isTurned(from, to)): string => {
  const middle = (inner + outer) / 2
  const lift = size * 0.35
  if (!turned) return arcLine(middle - lift, from, to)
  const radius = middle + lift
  const half = (from + to) / 2
  const step = (end: Turn) => `A${round(radius)} ${round(radius)} 0 0 0 ${point(radius, end)}`
  return `M${point(radius, to)}${step(half)}${step(from)}`
}

const narrow = /[iljtfrI.,:;'’|!()\-–· ]/u
const broad = /[mwMWÆæ@%—]/u

/** About how wide words are at a size, rather too wide than too narrow. Source: the advance widths of IBM Plex Sans. */
export const textWidth = (text: string, size: number): number => {
  let ems = 0
  for (const letter of text)
    ems += narrow.test(letter) ? 0.36 : broad.test(letter) ? 0.9 : /\p{Lu}/u.test(letter) ? 0.68 : 0.58
  return ems * size
}
