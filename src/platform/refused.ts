/**
 * An expected no: something a person may do differently. Its code is turned into words by the room's texts;
 * the facts fill the gaps in those words. A broken machine is a plain `Error`, never a `Refused`.
 */
export class Refused extends Error {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: string, facts: Record<string, string | number> = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.facts = facts
  }
}
