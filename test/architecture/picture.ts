import type { Module } from './modules.ts'
import { placeOf } from './order.ts'
import { roomsInOrder } from './room-order.ts'

/** Who uses whom among the places of `src`: `user` imports at least one file of `used`. */
export interface Use {
  user: string
  used: string
}

const boxWidth = 118
const boxHeight = 40
const step = 150
const lineY = 170
const shellY = 290
const places = ['platform', ...roomsInOrder, 'application']
const shellX = 20 + step * 1.5

const leftOf = (place: string): number => (place === 'web' ? shellX : 20 + step * places.indexOf(place))
const middleOf = (place: string): number => leftOf(place) + boxWidth / 2

/** The uses that the imports of the modules amount to, from left to right by user. */
export const usesAmong = (modules: readonly Module[]): Use[] => {
  const pairs = modules
    .filter(({ path }) => !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => (target === null ? [] : [`${placeOf(path)} ${placeOf(target)}`])),
    )
  const order = [...places, 'web']
  return [...new Set(pairs)]
    .map((pair) => pair.split(' '))
    .map(([user = '', used = '']) => ({ user, used }))
    .filter(({ user, used }) => user !== used)
    .toSorted((a, b) => order.indexOf(a.user) - order.indexOf(b.user) || order.indexOf(a.used) - order.indexOf(b.used))
}

const box = (place: string, y: number): string => {
  const words = place === 'web' ? 'web shell' : place
  return [
    `  <rect class="box ${place}" x="${leftOf(place)}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="6"/>`,
    `  <text x="${middleOf(place)}" y="${y + 25}">${words}</text>`,
  ].join('\n')
}

const arc = ({ user, used }: Use): string => {
  const [from, to] = [middleOf(user) - 12, middleOf(used) + 12]
  const rise = 14 + (from - to) * 0.19
  return `  <path class="use" d="M${from} ${lineY} C${from} ${lineY - rise} ${to} ${lineY - rise} ${to} ${lineY - 3}"/>`
}

const link = ({ user, used }: Use): string => {
  const below = lineY + boxHeight
  if (used === 'web')
    return `  <path class="use" d="M${middleOf(user)} ${below} L${shellX + boxWidth / 2 + 14} ${shellY - 3}"/>`
  return `  <path class="use back" d="M${shellX + 24} ${shellY} L${middleOf(used) - 14} ${below + 3}"/>`
}

const inWords = (uses: readonly Use[]): string =>
  [...Map.groupBy(uses, ({ user }) => user)]
    .map(([user, all]) => `${user} uses ${all.map(({ used }) => used).join(', ')}`)
    .join('; ')

const style = `  <style>
    svg { color-scheme: light dark }
    text { font: 15px system-ui, sans-serif; text-anchor: middle; fill: #1d2733 }
    .box { fill: #eef3f8; stroke: #5b7083; stroke-width: 1.2 }
    .platform, .web { fill: #f6efdf }
    .application { fill: #e4f1e6 }
    .use { fill: none; stroke: #5b7083; stroke-width: 1.2; marker-end: url(#head) }
    .back { stroke-dasharray: 4 3 }
    #head path { fill: #5b7083 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e8edf2 }
      .box { fill: #24313d; stroke: #9db2c5 }
      .platform, .web { fill: #39321f }
      .application { fill: #20382a }
      .use { stroke: #9db2c5 }
      #head path { fill: #9db2c5 }
    }
  </style>`

/** The picture of the rooms and who uses whom, as an SVG document. */
export const drawPicture = (uses: readonly Use[]): string => {
  const width = 40 + step * (places.length - 1) + boxWidth
  const onTheLine = uses.filter(({ user, used }) => user !== 'web' && used !== 'web')
  const withTheShell = uses.filter(({ user, used }) => user === 'web' || used === 'web')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 36 ${width} 310" role="img" aria-labelledby="title desc">`,
    '  <title id="title">The rooms of Brobyg and who uses whom</title>',
    `  <desc id="desc">Drawn from the imports: ${inWords(uses)}.</desc>`,
    style,
    '  <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">',
    '    <path d="M0 0 L8 4 L0 8 z"/>',
    '  </marker>',
    ...onTheLine.map(arc),
    ...withTheShell.map(link),
    ...places.map((place) => box(place, lineY)),
    box('web', shellY),
    '</svg>',
    '',
  ].join('\n')
}
