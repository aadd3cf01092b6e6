import { sentenceSpans } from '../sentences.ts'

/** The sentences of a line, as the rest of the room cuts them. */
export const sentencesOf = (text: string): string[] =>
  sentenceSpans(text, 0, text.length).map((span) => text.slice(span.from, span.to))
