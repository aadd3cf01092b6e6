import { type RawCalendar, readComponents } from '../../../../platform/icalendar/reading/components.ts'
import { decodeCalendar } from '../../../../platform/icalendar/reading/decode-calendar.ts'
import { Refused } from '../../../../platform/refused.ts'

/** Takes a calendar file apart. Throws Refused('calendar_empty'), Refused('is_a_page') or Refused('not_a_calendar'). */
export const openCalendar = (bytes: Uint8Array, kept: ReadonlySet<string>): RawCalendar => {
  const text = decodeCalendar(bytes)
  if (text.trim() === '') throw new Refused('calendar_empty')
  const raw = readComponents(text, kept)
  if (!raw.hasBegun && raw.events.length === 0) {
    throw new Refused(/^\uFEFF?\s*(?:<!doctype html|<html|<head|<\?xml)/i.test(text) ? 'is_a_page' : 'not_a_calendar')
  }
  return raw
}
