import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import { nameKey } from './match-names.rules.ts'
import type {
  DatedName,
  OrganisationBranch,
  PlacedOrganisation,
  PlacedPost,
  PlacedUnit,
  Register,
  UnitBranch,
} from './register.ts'

/** In Danish order. */
export const byName = (one: { name: string }, other: { name: string }): number =>
  one.name.localeCompare(other.name, 'da')

/** The register as a tree: organisations, the units under them and the posts in those, by name. What stands under a unit that is not there stands under its organisation. */
export const treeOf = ({ organisations, units, posts }: Register): OrganisationBranch[] => {
  const unitsOf = Map.groupBy(units, ({ organisationId }) => organisationId)
  const postsOf = Map.groupBy(posts, ({ organisationId }) => organisationId)
  return organisations
    .toSorted(byName)
    .map((one) => branchOf(one, unitsOf.get(one.organisationId) ?? [], postsOf.get(one.organisationId) ?? []))
}

const branchOf = (
  organisation: PlacedOrganisation,
  units: readonly PlacedUnit[],
  posts: readonly PlacedPost[],
): OrganisationBranch => {
  const known = new Set(units.map(({ unitId }) => unitId))
  const parents = new Map(units.map(({ unitId, parentUnitId }) => [unitId, parentUnitId]))
  const there = (id: string | null) => (id !== null && known.has(id) ? id : null)
  const unitsUnder = Map.groupBy(units.toSorted(byName), ({ unitId, parentUnitId }) =>
    isInRing(unitId, parents) ? null : there(parentUnitId),
  )
  const postsIn = Map.groupBy(posts, ({ unitId }) => there(unitId))
  const grow = (unit: PlacedUnit): UnitBranch => ({
    ...unit,
    units: (unitsUnder.get(unit.unitId) ?? []).map(grow),
    posts: postsIn.get(unit.unitId) ?? [],
  })
  return {
    ...organisation,
    units: (unitsUnder.get(null) ?? []).map(grow),
    posts: postsIn.get(null) ?? [],
    postCount: posts.length,
  }
}

/** Whether a unit lies under itself, as a merge may make it for days gone by. */
const isInRing = (unitId: string, parents: ReadonlyMap<string, string | null>): boolean => {
  const seen = new Set<string>()
  for (
    let above = parents.get(unitId) ?? null;
    above !== null && !seen.has(above);
    above = parents.get(above) ?? null
  ) {
    if (above === unitId) return true
    seen.add(above)
  }
  return false
}

const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0

/**
 * Whether something may be called so from the day. Throws Refused: 'name_missing', 'name_is_that_already'; 'renamed_from_then_on' where it
 * got its last name that day or later, since a new name goes from a later day on.
 */
export const requireNewName = (names: readonly DatedName[], name: string, from: Day): void => {
  const last = names.at(-1)
  if (nameKey(name) === '') throw new Refused('name_missing')
  if (last === undefined) return
  if (last.name === name) throw new Refused('name_is_that_already', { name })
  if (last.from !== null && !isBefore(last.from, from))
    throw new Refused('renamed_from_then_on', { name: last.name, day: last.from.toString() })
}

/** Whether a name was written down on the day, whatever day it holds from. */
export const isGivenOn = (at: Temporal.Instant | null, day: Day, zone: string): boolean =>
  at !== null && at.toZonedDateTimeISO(zone).toPlainDate().equals(day)

/** Whether a unit is there on the day, and later than its first. Throws Refused('unit_ends_before_it_begins') or 'unit_closed_by_then'. */
export const requireThere = ({ name, during }: PlacedUnit, day: Day): void => {
  if (during.from !== null && !isBefore(during.from, day))
    throw new Refused('unit_ends_before_it_begins', { name, day: during.from.toString() })
  if (during.to !== null && isBefore(during.to, day))
    throw new Refused('unit_closed_by_then', { name, day: during.to.add({ days: 1 }).toString() })
}

/** Whether a unit may come to lie under another. Throws Refused('unit_under_itself') or 'merge_of_two_organisations'. */
export const requireParent = (units: readonly PlacedUnit[], unit: PlacedUnit, parent: PlacedUnit): void => {
  if (parent.organisationId !== unit.organisationId)
    throw new Refused('unit_of_another', { kept: parent.name, lost: unit.name })
  for (let above: PlacedUnit | undefined = parent; above !== undefined;) {
    const { unitId, parentUnitId }: PlacedUnit = above
    if (unitId === unit.unitId) throw new Refused('unit_under_itself', { name: unit.name })
    above = units.find((one) => one.unitId === parentUnitId)
  }
}

/** A span whose last day is not before its first. Throws Refused('span_ends_before_it_begins'). */
export const requireSpan = (from: Day | null, to: Day | null): void => {
  if (from !== null && to !== null && isBefore(to, from)) throw new Refused('span_ends_before_it_begins')
}
