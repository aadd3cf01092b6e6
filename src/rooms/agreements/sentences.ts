/** Abbreviations that are always followed by more of their sentence. */
const neverLast = new Set(
  `bl.a bla f.eks feks fx f.x eks ca mhp m.h.p mht m.h.t ift i.f.t inkl ekskl evt pt p.t dvs d.v.s jf jvf nr kl tlf
   hhv vedr pga p.g.a ml mdl iht i.h.t ifm i.f.m ang afd adr att max maks min mill pr s st str stk sml bl gl kgs ndr
   sdr skt sct dr th tv hr fr frk prof lic cand chr jr joh vha v.h.a ad jan feb apr aug sept okt nov dec kap § sagsnr
   dokumentnr lb henh alm opr udg vs`.split(/\s+/u),
)

/** Abbreviations that may also close a sentence: they do where a capital letter follows. */
const maybeLast = new Set(
  'kr pct mio mia mv m.v mm m.m m.fl mfl osv o.s.v etc o.l ol lign o.lign u.a e.l a/s aps'.split(' '),
)

const closers = '"\'’”»)]'

/**
 * The sentences between two offsets of a text, as trimmed spans in order. Danish abbreviations, ordinals ("1. januar"),
 * times ("9.00"), amounts ("5.000") and initials end no sentence. Takes time linear in the span.
 */
export const sentenceSpans = (text: string, from: number, to: number): { from: number; to: number }[] => {
  const spans: { from: number; to: number }[] = []
  let start = skipBlank(text, from, to)
  for (let at = start; at < to; at++) {
    const sign = text[at]
    if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== '…') continue
    let end = at + 1
    while (end < to && closers.includes(text[end] ?? '')) end++
    const next = skipBlank(text, end, to)
    if (next >= to) break
    if (next === end ? !isGlued(text, start, at, next) : !isEnd(text, start, at, next)) continue
    spans.push({ from: start, to: end })
    start = next
    at = next - 1
  }
  if (start < to) spans.push({ from: start, to: trimmedEnd(text, start, to) })
  return spans
}

/** Whether a span of text closes as a sentence does; an amount's "kr." at the end does not. */
export const endsSentence = (text: string, from: number, to: number): boolean => {
  let last = to - 1
  while (last > from && closers.includes(text[last] ?? '')) last--
  const sign = text[last]
  if (sign === '!' || sign === '?' || sign === '…') return true
  if (sign !== '.') return false
  const word = wordBefore(text, from, last)
  return !neverLast.has(word) && word !== 'kr' && word !== 'pct'
}

const isBlank = (sign: string | undefined): boolean =>
  sign === ' ' || sign === '\n' || sign === '\t' || sign === '\u00a0'

const skipBlank = (text: string, from: number, to: number): number => {
  let at = from
  while (at < to && isBlank(text[at])) at++
  return at
}

const trimmedEnd = (text: string, from: number, to: number): number => {
  let end = to
  while (end > from && isBlank(text[end - 1])) end--
  return end
}

const longestWord = 24

/** The word that ends at a full stop, in lower case, without opening signs. */
const wordBefore = (text: string, from: number, stop: number): string => {
  let start = stop
  const limit = Math.max(from, stop - longestWord)
  while (start > limit && !isBlank(text[start - 1])) start--
  return text
    .slice(start, stop)
    .replace(/^[("'’‘“”«[/]+/u, '')
    .toLowerCase()
}

const isEnd = (text: string, from: number, stop: number, next: number): boolean => {
  const after = text[next] ?? ''
  if (/[\p{Ll}(,;:/]/u.test(after) && text[stop] === '.') return after === '(' && !isAbbreviation(text, from, stop)
  if (text[stop] !== '.') return !/\p{Ll}/u.test(after)
  const word = wordBefore(text, from, stop)
  if (neverLast.has(word)) return false
  if (maybeLast.has(word)) return /[\p{Lu}"'“”«]/u.test(after)
  if (isInitial(text, stop)) return false
  if (/^\d{1,2}$/u.test(word)) return isSentenceAfterNumber(text, from, stop, next)
  return true
}

const isAbbreviation = (text: string, from: number, stop: number): boolean => {
  const word = wordBefore(text, from, stop)
  return neverLast.has(word) || maybeLast.has(word) || isInitial(text, stop)
}

/** "K." in a name; a lone small letter is a word ("deltager i."). */
const isInitial = (text: string, stop: number): boolean =>
  /(?:^|[^\p{L}\p{N}])\p{Lu}$/u.test(text.slice(Math.max(0, stop - 2), stop))

const months = /^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/iu

/** "Den 1. Maj" and a list's "1. Kontakt" go on; "kl. 9-15. Rådgivningen" does not. */
const isSentenceAfterNumber = (text: string, from: number, stop: number, next: number): boolean => {
  if (/\d/u.test(text[next] ?? '') || months.test(text.slice(next, next + 3))) return false
  return stop - from > 2
}

/** A full stop with the blank lost after it: "om ugen.Der er" ends, "www.byen.Nu" and "B.Sc" do not. */
const isGlued = (text: string, from: number, stop: number, next: number): boolean => {
  if (!/^\p{Lu}\p{Ll}/u.test(text.slice(next, next + 2))) return false
  const word = wordBefore(text, from, stop)
  return /^\p{Ll}{3,}$/u.test(word) && !neverLast.has(word) && !maybeLast.has(word)
}
