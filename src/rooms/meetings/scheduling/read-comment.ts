import type { RawEvent } from '../../../platform/icalendar/reading/components.ts'
import { type ContentLine, parametersOf } from '../../../platform/icalendar/reading/content-lines.ts'

/** What the sender wrote along: the comments, where Exchange also writes the same as a property of its own. */
export const commentOf = (event: RawEvent): string => {
  const said = ['COMMENT', 'X-MICROSOFT-COMMENT']
    .flatMap((name) => event.lines.get(name) ?? [])
    .slice(0, 20)
    .map((line) => textOf(line).replace(/(?:\\n|\s)+$/i, ''))
  return [...new Set(said)].filter((text) => text !== '').join('\n')
}

/** A text as a line tells it; old programs write it as quoted-printable within the calendar. */
export const textOf = (line: ContentLine | undefined): string => {
  if (line === undefined) return ''
  const isQuoted = parametersOf(line).get('ENCODING')?.[0]?.toUpperCase() === 'QUOTED-PRINTABLE'
  return isQuoted ? unquoted(line.value) : line.value
}

const unquoted = (value: string): string => {
  const bytes = Buffer.from(
    value.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    'latin1',
  )
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
