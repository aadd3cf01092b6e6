import type { Rule } from './pdf-geometry.ts'

/** A transformation as PDF writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** pdf.js' numbers for the drawing operators that matter here. */
export interface DrawingOperators {
  save: number
  restore: number
  transform: number
  constructPath: number
  paintFormXObjectBegin: number
  paintFormXObjectEnd: number
  stroke: number
  closeStroke: number
  fill: number
  eoFill: number
  fillStroke: number
  eoFillStroke: number
  closeFillStroke: number
  closeEOFillStroke: number
}

/** A filled shape thinner than this is a line, in points. */
const thinnest = 3
const shortest = 6
const mostRules = 20_000

export const multiply = (one: Matrix, other: Matrix): Matrix => [
  one[0] * other[0] + one[2] * other[1],
  one[1] * other[0] + one[3] * other[1],
  one[0] * other[2] + one[2] * other[3],
  one[1] * other[2] + one[3] * other[3],
  one[0] * other[4] + one[2] * other[5] + one[4],
  one[1] * other[4] + one[3] * other[5] + one[5],
]

export const applyMatrix = (matrix: Matrix, x: number, y: number): [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
]

const numberAt = (values: unknown, at: number): number => {
  if (!Array.isArray(values) && !(values instanceof Float32Array)) return 0
  const value: unknown = values[at]
  return typeof value === 'number' ? value : 0
}

export const matrixOf = (values: unknown): Matrix => [
  numberAt(values, 0),
  numberAt(values, 1),
  numberAt(values, 2),
  numberAt(values, 3),
  numberAt(values, 4),
  numberAt(values, 5),
]

type Point = [number, number]

/** The straight parts of a path, stroke by stroke; a curve breaks it. Path operators: 0 move, 1 line, 2–3 curves, 4 close. */
const pathsIn = (path: Float32Array, matrix: Matrix): Point[][] => {
  const paths: Point[][] = []
  let at = 0
  while (at < path.length) {
    const operator = path[at]
    const open = paths.at(-1)
    if (operator === 4) {
      const start = open?.[0]
      if (open !== undefined && start !== undefined) open.push(start)
      at += 1
      continue
    }
    const length = operator === 2 ? 6 : operator === 3 ? 4 : 2
    const point = applyMatrix(matrix, path[at + length - 1] ?? 0, path[at + length] ?? 0)
    if (operator === 1 && open !== undefined) open.push(point)
    else paths.push([point])
    at += length + 1
  }
  return paths
}

const ruleBetween = ([x1, y1]: Point, [x2, y2]: Point): Rule | null => {
  const wide = Math.abs(x2 - x1)
  const high = Math.abs(y2 - y1)
  if (high <= 1 && wide >= shortest) {
    return { isHorizontal: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }
  }
  if (wide <= 1 && high >= shortest) {
    return { isHorizontal: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }
  }
  return null
}

const strokedRules = (points: Point[]): Rule[] =>
  points.flatMap((point, at) => {
    const next = points[at + 1]
    const rule = next === undefined ? null : ruleBetween(point, next)
    return rule === null ? [] : [rule]
  })

const filledRule = (points: Point[]): Rule[] => {
  const xs = points.map((point) => point[0])
  const ys = points.map((point) => point[1])
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const isFlat = bottom - top <= thinnest && right - left >= shortest
  const isUpright = right - left <= thinnest && bottom - top >= shortest
  if (isFlat) return [{ isHorizontal: true, at: (top + bottom) / 2, from: left, to: right }]
  return isUpright ? [{ isHorizontal: false, at: (left + right) / 2, from: top, to: bottom }] : []
}

/** A small round or square spot, as some programs draw the bullets of their lists. */
export interface Spot {
  x: number
  width: number
  middle: number
  sign: string
}

const spotOf = (path: Float32Array, box: unknown, matrix: Matrix, isFilled: boolean): Spot | null => {
  const [x1, y1] = applyMatrix(matrix, numberAt(box, 0), numberAt(box, 1))
  const [x2, y2] = applyMatrix(matrix, numberAt(box, 2), numberAt(box, 3))
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if (width < 1.5 || width > 8 || height < width * 0.8 || height > width * 1.25) return null
  const isRound = path.length > 20
  return { x: Math.min(x1, x2), width, middle: (y1 + y2) / 2, sign: isRound ? (isFilled ? '•' : '◦') : '▪' }
}

interface Shapes {
  rules: Rule[]
  spots: Spot[]
}

const addPath = (
  shapes: Shapes,
  given: unknown[],
  matrix: Matrix,
  paints: { isStroke: boolean; isFill: boolean },
): void => {
  const path: unknown = Array.isArray(given[1]) ? given[1][0] : null
  if (!(path instanceof Float32Array) || shapes.rules.length > mostRules) return
  const spot = path.length < 200 ? spotOf(path, given[2], matrix, paints.isFill) : null
  if (spot !== null) {
    shapes.spots.push(spot)
    return
  }
  const toRules = paints.isStroke ? strokedRules : filledRule
  shapes.rules.push(...pathsIn(path, matrix).flatMap(toRules))
}

/** The ruling lines a page draws, as strokes or as thin filled shapes, and its small spots; clipping paths draw nothing. */
export const shapesDrawn = (
  drawn: { fnArray: number[]; argsArray: unknown[] },
  operators: DrawingOperators,
  view: Matrix,
): Shapes => {
  const strokes = new Set([operators.stroke, operators.closeStroke, operators.fillStroke, operators.eoFillStroke])
  strokes.add(operators.closeFillStroke).add(operators.closeEOFillStroke)
  const fills = new Set([operators.fill, operators.eoFill])
  const shapes: Shapes = { rules: [], spots: [] }
  const saved: Matrix[] = []
  let matrix = view
  drawn.fnArray.forEach((operator, at) => {
    const found: unknown = drawn.argsArray[at]
    const given: unknown[] = Array.isArray(found) ? found : []
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore || operator === operators.paintFormXObjectEnd) matrix = saved.pop() ?? view
    else if (operator === operators.transform) matrix = multiply(matrix, matrixOf(given))
    else if (operator === operators.paintFormXObjectBegin) {
      saved.push(matrix)
      if (Array.isArray(given[0])) matrix = multiply(matrix, matrixOf(given[0]))
    } else if (operator === operators.constructPath && typeof given[0] === 'number') {
      const paints = { isStroke: strokes.has(given[0]), isFill: fills.has(given[0]) }
      if (paints.isStroke || paints.isFill) addPath(shapes, given, matrix, paints)
    }
  })
  return shapes
}
