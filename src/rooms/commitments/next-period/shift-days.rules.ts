import type { NextSpan } from './next-period.ts'

type Span = { readonly from: string | null; readonly to: string | null } | null

/** How far the next period lies behind the one that ends: in whole years where it begins on the same day of the year, else in days. */
export interface Shift {
  readonly years: number
  readonly days: number
}

const dayOf = (iso: string) => Temporal.PlainDate.from(iso)

export const shiftTo = (old: Span, next: NextSpan): Shift => {
  if (old === null || old.from === null) return { years: 0, days: 0 }
  const years = Number(next.from.slice(0, 4)) - Number(old.from.slice(0, 4))
  if (dayOf(old.from).add({ years }).toString() === next.from) return { years, days: 0 }
  return { years: 0, days: dayOf(old.from).until(dayOf(next.from), { largestUnit: 'days' }).days }
}

export const shiftDay = (iso: string, shift: Shift): string => dayOf(iso).add(shift).toString()

export const shiftSpan = <S extends { from: string | null; to: string | null }>(span: S, shift: Shift): S => ({
  ...span,
  from: span.from === null ? null : shiftDay(span.from, shift),
  to: span.to === null ? null : shiftDay(span.to, shift),
})

/** The span that follows: from the day after, as long as the one that ends; from its own first day a year on where it has no end. */
export const nextSpan = (old: Span): NextSpan | null => {
  if (old === null || old.from === null) return null
  if (old.to === null) return { from: dayOf(old.from).add({ years: 1 }).toString(), to: null }
  const from = dayOf(old.to).add({ days: 1 })
  const months = dayOf(old.from).until(from, { largestUnit: 'months' })
  return { from: from.toString(), to: from.add(months).subtract({ days: 1 }).toString() }
}

const isWithin = (iso: string, old: Span): boolean =>
  old !== null && (old.from === null || iso >= old.from) && (old.to === null || iso <= old.to)

/** A term with its days inside the old period moved; days outside it stay, they tell of something else. */
export const shiftNotation = (notation: string, old: Span, shift: Shift): string =>
  notation.replaceAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu, (iso) => {
    try {
      return isWithin(iso, old) ? shiftDay(iso, shift) : iso
    } catch {
      return iso
    }
  })

/** A sentence with its years inside the old period moved, where the next one is whole years away. */
export const shiftYears = (text: string, old: Span, { years }: Shift): string => {
  if (years === 0 || old === null || old.from === null) return text
  const first = Number(old.from.slice(0, 4))
  const last = old.to === null ? first : Number(old.to.slice(0, 4))
  return text.replaceAll(/(?<![\d.,-])(?:19|20)\d{2}(?![\d,-]|\.\d)/gu, (year) =>
    Number(year) >= first && Number(year) <= last ? String(Number(year) + years) : year,
  )
}
