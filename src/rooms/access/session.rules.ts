import type { Session } from './session.ts'

/** A session ends this long after it began, however busy it was. */
export const longestSession = Temporal.Duration.from({ hours: 14 * 24 })

/** A session ends when it has not been used for this long. */
export const longestPause = Temporal.Duration.from({ hours: 12 })

/** How seldom it is written down that a session is in use. */
const noteAfter = Temporal.Duration.from({ minutes: 5 })

/** Whether the session still lets its person in. */
export const isOpen = (session: Pick<Session, 'seenAt' | 'endsAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, session.endsAt) < 0 &&
  Temporal.Instant.compare(now, session.seenAt.add(longestPause)) < 0

/** Whether it is time to write down that the session is in use. */
export const isTimeToNote = (session: Pick<Session, 'seenAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, session.seenAt.add(noteAfter)) >= 0

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

/** A browser in words a person knows their own by ("Firefox, Android"), and no more than that; '' where it tells nothing known. */
export const deviceWords = (userAgent: string): string =>
  [browsers, systems].flatMap((known) => known.find(([mark]) => mark.test(userAgent))?.[1] ?? []).join(', ')
