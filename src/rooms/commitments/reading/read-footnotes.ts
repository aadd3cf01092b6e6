import { splitClauses } from '../../agreements/index.ts'
import type { AgreedActivity, AgreementDocument, Footnote, SourcePlace } from '../../agreements/index.ts'
import { readClauses } from './read-clause.ts'
import type { FoundPromise } from './read-clause.ts'
import type { Roster } from './roster.ts'

/** The promises of one footnote. */
export interface FootnotePromises {
  promises: FoundPromise[]
  source: SourcePlace
}

/**
 * The footnotes that belong to an activity and bind. A note belongs to the activity whose text carries its mark, else to the
 * last activity that begins above it; it binds where it says who pays or does something.
 */
export const readFootnotes = (
  agreement: AgreementDocument,
  activity: AgreedActivity,
  roster: Roster,
): FootnotePromises[] =>
  agreement.footnotes
    .filter((footnote) => ownerOf(footnote, agreement.activities) === activity.id)
    .map(({ text, source }) => ({
      promises: readClauses(splitClauses(text), 'economy', roster).filter(binds),
      source: { ...source },
    }))

const binds = ({ text }: FoundPromise): boolean =>
  /(?<!\p{L})(?:skal|betaler|finansierer|afholder|dækker|forpligter)(?!\p{L})/u.test(text)

const ownerOf = ({ mark, source }: Footnote, activities: readonly AgreedActivity[]): string | undefined => {
  const raised = mark.replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)
  const marked =
    raised === mark ? [] : activities.filter(({ sections }) => sections.some(({ text }) => text.includes(raised)))
  if (marked.length === 1) return marked[0]?.id
  return activities
    .filter((activity) => activity.source.line <= source.line)
    .toSorted((one, other) => one.source.line - other.source.line)
    .at(-1)?.id
}
