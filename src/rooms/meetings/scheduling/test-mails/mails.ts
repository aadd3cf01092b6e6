import type { SchedulingMethod, SchedulingRefusal } from '../scheduling.ts'

/** What comes of a mail: what is read of its calendar message, or why nothing is. Moments on Danish clocks. */
export interface ExpectedMessage {
  readonly method: SchedulingMethod
  readonly uid?: string
  readonly sequence?: number
  /** `address: answer`, with ` → address` for who comes instead and ` ← address` for whom. */
  readonly who?: string
  readonly name?: string
  readonly comment?: string
  readonly stamp?: string
  readonly time?: string
  readonly proposes?: string
  readonly status?: string
}

export interface SampleMail {
  readonly what: string
  readonly raw: string | Uint8Array
  readonly message?: ExpectedMessage
  readonly refused?: SchedulingRefusal
  /** What the mail itself is, where it holds no calendar message. */
  readonly mail?: 'words' | 'automatic' | 'bounce' | 'late' | 'unread'
}

export const uid = '019b2c4e-7d10-7aaa-8bbb-123456789abc'
export const us = 'svar+abcdefghijklmnopqrstuvwxyz@brobyg.example'
export const ane = 'ane@klub.example'
export const bo = 'bo@forening.example'

const crlf = (lines: readonly string[]): string => lines.join('\r\n')

/** A calendar object with one event. */
export const calendarOf = (
  method: string | null,
  lines: readonly string[],
  { product = '-//Sample//Calendar//EN', before = [] }: { product?: string; before?: readonly string[] } = {},
): string =>
  crlf([
    'BEGIN:VCALENDAR',
    `PRODID:${product}`,
    'VERSION:2.0',
    ...(method === null ? [] : [`METHOD:${method}`]),
    ...before,
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])

const heads = (from: string, more: readonly string[]): string[] => [
  `From: ${from}`,
  `To: <${us}>`,
  'Date: Mon, 30 Nov 2026 09:00:05 +0100',
  `Message-ID: <${from.length}.${more.length}@sample.example>`,
  'MIME-Version: 1.0',
  ...more,
]

/** A mail that is nothing but one part. */
export const mailOf = (from: string, type: string, body: string, more: readonly string[] = []): string =>
  crlf([...heads(from, [`Content-Type: ${type}`, ...more]), '', body])

export interface Part {
  readonly type: string
  readonly body: string
  readonly heads?: readonly string[]
}

/** Parts within one another's container. */
export const multipart = (kind: string, boundary: string, parts: readonly Part[]): Part => ({
  type: `multipart/${kind}; boundary="${boundary}"`,
  body: crlf([
    ...parts.flatMap(({ type, body, heads: own = [] }) => [`--${boundary}`, `Content-Type: ${type}`, ...own, '', body]),
    `--${boundary}--`,
    '',
  ]),
})

export const words = (body: string): Part => ({ type: 'text/plain; charset=utf-8', body })

export const calendarPart = (method: string, body: string, more: readonly string[] = []): Part => ({
  type: `text/calendar; charset=utf-8; method=${method}`,
  body,
  heads: more,
})

/** A mail of words and a calendar as two forms of the same. */
export const bothOf = (from: string, text: string, calendar: Part, more: readonly string[] = []): string => {
  const { type, body } = multipart('alternative', 'both', [words(text), calendar])
  return mailOf(from, type, body, more)
}

export const base64 = (text: string | Uint8Array): string =>
  Buffer.from(text)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n')

export const quotedPrintable = (text: string, charset: 'utf8' | 'latin1' = 'utf8'): string =>
  text
    .split('\r\n')
    .map((line) =>
      [...Buffer.from(line, charset)]
        .map((byte) =>
          byte > 126 || byte === 61
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCodePoint(byte),
        )
        .join(''),
    )
    .map((line) => line.replaceAll(/(.{60}(?:=..)?)(?=.)/g, '$1=\r\n').replaceAll(/=\r\n=\r\n/g, '=\r\n'))
    .join('\r\n')
