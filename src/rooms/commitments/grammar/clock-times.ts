import { map, not, oneOf, opt, pick, seq, sign, token, word } from './parser.ts'
import type { Parser } from './parser.ts'
import { twoDigits } from './days.ts'

interface ClockTime {
  hour: number
  minute: number
  exact: boolean
}

const digits = (most: number, fits: (value: number) => boolean): Parser<number> =>
  pick(
    token((found) => found.kind === 'digits' && found.text.length <= most),
    (found) => (fits(Number(found.text)) ? Number(found.text) : undefined),
  )

const minutes: Parser<number> = pick(
  seq(
    token((found) => found.glued && (found.text === '.' || found.text === ':')),
    token((found) => found.kind === 'digits' && found.glued && found.text.length === 2),
  ),
  ([, found]) => (Number(found.text) < 60 ? Number(found.text) : undefined),
)

const time: Parser<ClockTime> = map(
  seq(
    digits(2, (hour) => hour <= 24),
    opt(minutes),
  ),
  ([hour, minute]) => ({
    hour,
    minute: minute ?? 0,
    exact: minute !== null,
  }),
)

const clock = seq(word('kl, klokken'), opt(sign(':')))

const until = oneOf(word('til, og, til kl, og kl'), seq(sign('-'), opt(word('kl'))))

const written = ({ hour, minute }: ClockTime): string => `${twoDigits(hour)}:${twoDigits(minute)}`

/** `kl. 9.00-15.00`, `kl 9 – 15`, `fra klokken 17.30 til 19.30`, `16:00-18:30`: `09:00-15:00`. */
export const timeSpan: Parser<string> = pick(
  seq(opt(word('fra, mellem, i tidsrummet, tidsrummet')), opt(clock), time, until, time),
  ([lead, named, from, , to]) => {
    const sure = named !== null || lead?.endsWith('tidsrummet') === true || (from.exact && to.exact)
    const ordered = from.hour * 60 + from.minute < to.hour * 60 + to.minute
    return sure && ordered ? `${written(from)}-${written(to)}` : undefined
  },
)

/** `kl. 19`, `fra kl. 17.30`: a beginning without an end. */
export const timeStart: Parser<string> = map(seq(opt(word('fra, fra ca, ca')), clock, time), ([, , from]) =>
  written(from),
)

/** Two hours without `kl.`, read only right after a day of the week: `10-18`, `fra 13 til 16.30`. */
export const plainHours: Parser<string> = pick(
  seq(
    opt(word('fra, mellem, kl, klokken')),
    time,
    until,
    time,
    not(oneOf(word('gange, kr, kroner, år, timer, uger'), sign('%', '/'))),
  ),
  ([, from, , to]) =>
    from.hour * 60 + from.minute < to.hour * 60 + to.minute ? `${written(from)}-${written(to)}` : undefined,
)
