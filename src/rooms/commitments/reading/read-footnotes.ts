import { splitClauses } from '../../agreements/index.ts'
import type { AgreedActivity, AgreementDocument, SourcePlace } from '../../agreements/index.ts'
import { readClauses } from './read-clause.ts'
import type { FoundPromise } from './read-clause.ts'
import type { Roster } from './roster.ts'

/** The promises of one footnote. */
export interface FootnotePromises {
  promises: FoundPromise[]
  source: SourcePlace
}

/**
 * The footnotes that belong to an activity and bind: a note belongs to the last activity that begins above it,
 * and binds where it says who pays or does something.
 */
export const readFootnotes = (
  agreement: AgreementDocument,
  activity: AgreedActivity,
  roster: Roster,
): FootnotePromises[] =>
  agreement.footnotes
    .filter(({ source }) => ownerOfLine(agreement.activities, source.line) === activity.id)
    .map(({ text, source }) => ({
      promises: readClauses(splitClauses(text), 'economy', roster).filter(binds),
      source: { ...source },
    }))

const binds = ({ text }: FoundPromise): boolean =>
  /(?<!\p{L})(?:skal|betaler|finansierer|afholder|dækker|forpligter)(?!\p{L})/u.test(text)

const ownerOfLine = (activities: readonly AgreedActivity[], line: number): string | undefined =>
  activities
    .filter(({ source }) => source.line <= line)
    .toSorted((one, other) => one.source.line - other.source.line)
    .at(-1)?.id
