import { isDeepStrictEqual } from 'node:util'

/**
 * What stands, brought up to what is read now: things the text no longer tells go, things it newly tells come, and what a person
 * changed, added or took out by hand stays so. `alike` says what of a thing must be the same.
 */
export const mergeRead = <Thing extends { source: unknown }>(
  stands: readonly Thing[],
  before: readonly Thing[],
  after: readonly Thing[],
  alike: (thing: Thing) => unknown = withoutSource,
): Thing[] => {
  const has = (things: readonly Thing[], thing: Thing) =>
    things.some((other) => isDeepStrictEqual(alike(other), alike(thing)))
  const stays = stands.filter((thing) => !has(before, thing) || has(after, thing))
  return [...stays, ...after.filter((thing) => !has(before, thing) && !has(stays, thing))]
}

const withoutSource = (thing: { source: unknown }): unknown => ({ ...thing, source: null })
