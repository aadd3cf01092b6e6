import { dayNumber } from '../../../platform/day-number.ts'
import { loudest } from '../state/state.rules.ts'
import { arcLine, baseline, textWidth, type Turn, turnsOf } from './geometry.ts'
import { signAt } from './lay-piece.rules.ts'
import { daysOfYear } from './place-in-year.rules.ts'
import type { Beat, Rhythm, Ring, WheelPromise } from './wheel.ts'
import type { LaidOpening, LaidRhythms, Writing } from './wheel-layout.ts'

export interface RhythmWords {
  /** What runs through the year in a ring, from the longest to the shortest way of saying it. */
  readonly rhythmsOf: (promises: readonly WheelPromise[]) => readonly string[]
}

/** Every beat, the quickest first. */
export const beats: readonly Beat[] = ['week', 'fortnight', 'month', 'two_months', 'anytime']

/** The quickest of a promise's rhythms. */
export const quickest = ({ rhythms }: WheelPromise): Beat =>
  beats.find((beat) => rhythms.some((rhythm) => rhythm.beat === beat)) ?? 'anytime'

/** How often a beat leaves a bead on the line in a year; none for what has no beat. */
const beads: Readonly<Record<Beat, number>> = { week: 52, fortnight: 26, month: 12, two_months: 6, anytime: 0 }

const sizes = { name: 13.5, words: 11.5, sign: 9.5 }
const afterSign = 4
const aside = 8

type Span = readonly [from: Turn, to: Turn]

/**
 * The line that opens a ring: its name in a gap at the top; beads for what runs through the year, as close as its quickest, and
 * what that is in words in a gap at the bottom.
 */
export const layOpening = (ring: Ring, radius: number, year: number, words: RhythmWords): LaidOpening => {
  const circumference = 2 * Math.PI * radius
  const name = cutTo(ring.name, sizes.name, circumference * 0.36)
  const top = turnsOf(textWidth(name, sizes.name) / 2 + aside, radius)
  const running = ring.promises.filter(({ rhythms }) => rhythms.length > 0)
  const rhythms = running.length === 0 ? null : layRhythms(running, radius, words)
  const bottom = rhythms === null ? 0 : turnsOf(rhythms.width / 2 + aside, radius)
  const free: Span[] =
    bottom === 0
      ? [[top, 1 - top]]
      : [
          [top, 0.5 - bottom],
          [0.5 + bottom, 1 - top],
        ]
  return {
    radius,
    line: free.map(([from, to]) => arcLine(radius, from, to)).join(''),
    name: nameAtTop(name, radius),
    rhythms: rhythms && { ...rhythms.laid, beads: layBeads(running, { free, radius, year }) },
  }
}

const nameAtTop = (text: string, radius: number): Writing => {
  const half = turnsOf(textWidth(text, sizes.name) / 2, radius)
  // The line runs on on both sides, for words that turn out broader than they were thought to be.
  const band = { inner: radius, outer: radius, from: -half * 1.5, to: half * 1.5 }
  return { text, size: sizes.name, path: baseline(band, sizes.name, false) }
}

/** A name with as much of it as there is room for. */
const cutTo = (name: string, size: number, most: number): string => {
  let shown = name
  while (textWidth(shown, size) > most && shown.length > 4) shown = `${shown.slice(0, -2).trimEnd()}…`
  return shown
}

const layRhythms = (
  running: readonly WheelPromise[],
  radius: number,
  words: RhythmWords,
): { laid: Omit<LaidRhythms, 'beads'>; width: number } => {
  const ways = words.rhythmsOf(running)
  const most = 2 * Math.PI * radius * 0.4
  const text = ways.find((way) => textWidth(way, sizes.words) <= most) ?? ways.at(-1) ?? ''
  const width = sizes.sign + afterSign + textWidth(text, sizes.words)
  const begins = 0.5 + turnsOf(width / 2, radius)
  const to = begins - turnsOf(sizes.sign + afterSign, radius)
  const place = { inner: radius, outer: radius, from: 0.5 - turnsOf(width, radius), to }
  const laid = {
    promises: running,
    state: loudest(running.map(({ state }) => state)),
    sign: signAt(begins - turnsOf(sizes.sign / 2, radius), radius, sizes.sign, true),
    writing: { text, size: sizes.words, path: baseline(place, sizes.words, true) },
  }
  return { laid, width }
}

interface BeadLine {
  readonly free: readonly Span[]
  readonly radius: number
  readonly year: number
}

/** Beads stand in the middle of their week or month, where something of that beat runs and no words stand. */
const layBeads = (running: readonly WheelPromise[], { free, radius, year }: BeadLine): LaidRhythms['beads'] => {
  const beat = beats.find((one) => running.some((promise) => quickest(promise) === one)) ?? 'anytime'
  if (beads[beat] === 0) return null
  const circumference = 2 * Math.PI * radius
  const gap = circumference / beads[beat]
  const spans = spansOf(running, beat, year).flatMap(([from, to]) =>
    free.flatMap(([begins, ends]): Span[] => [[Math.max(from, begins), Math.min(to, ends)]]),
  )
  return {
    gap,
    lines: spans
      .filter(([from, to]) => to - from > 1e-6)
      .map(([from, to]) => ({ path: arcLine(radius, from, to), offset: from * circumference + gap / 2 })),
  }
}

/** The angles in which any of the promises runs at the beat, in order and without overlaps. */
const spansOf = (promises: readonly WheelPromise[], beat: Beat, year: number): Span[] => {
  const all = promises.flatMap(({ rhythms }) =>
    rhythms.filter((rhythm) => rhythm.beat === beat).flatMap((rhythm) => spansOfRhythm(rhythm, year)),
  )
  const joined: [Turn, Turn][] = []
  for (const [from, to] of all.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

const spansOfRhythm = ({ from, to, exceptMonths }: Rhythm, year: number): Span[] => {
  const days = daysOfYear(year)
  const turn = (day: number): Turn => (day - days.from) / (days.to - days.from + 1)
  let spans: Span[] = [[turn(from), turn(to + 1)]]
  for (const month of exceptMonths)
    spans = without(spans, turn(dayNumber(year, month, 1)), turn(dayNumber(year, month + 1, 1)))
  return spans
}

/** The spans without what lies between two angles. */
const without = (spans: readonly Span[], from: Turn, to: Turn): Span[] =>
  spans.flatMap(([begins, ends]): Span[] => {
    const left: Span = [begins, Math.min(ends, from)]
    const right: Span = [Math.max(begins, to), ends]
    return [left, right].filter(([one, other]) => other - one > 1e-6)
  })
