import { Refused } from '../../platform/refused.ts'
import type { Mergeable, MergeMove, MergeOutcome, ToMerge } from './merge.ts'

interface MergeFacts {
  readonly kept: Mergeable
  readonly lost: Mergeable
  /** Whether both have signed the same version of an agreement. */
  readonly haveBothSigned: boolean
  /** Whether two posts are held by two at once, or have different duties. */
  readonly collide: boolean
  /** Which of two people sign in, or are known by what does. */
  readonly signsIn: { readonly kept: boolean; readonly lost: boolean }
}

/**
 * Whether two may be merged. Throws Refused: 'merge_with_itself'; 'merge_both_signed': two who have each signed the same version have said
 * themselves that they are two; 'merge_of_two_organisations': merge those first; 'merge_posts_collide'. Whoever signs in keeps their own entry: of two
 * people the lost one does not, else 'merge_both_sign_in', or 'merge_lost_signs_in' where the other way round would do.
 */
export const requireMergeable = (
  { kind }: ToMerge,
  { kept, lost, haveBothSigned, collide, signsIn }: MergeFacts,
): void => {
  const facts = { kept: kept.name, lost: lost.name }
  if (kept.id === lost.id) throw new Refused('merge_with_itself', facts)
  if (haveBothSigned) throw new Refused('merge_both_signed', facts)
  if (kind !== 'organisation' && kept.organisationId !== lost.organisationId)
    throw new Refused('merge_of_two_organisations', facts)
  if (signsIn.lost) throw new Refused(signsIn.kept ? 'merge_both_sign_in' : 'merge_lost_signs_in', facts)
  if (collide) throw new Refused('merge_posts_collide', facts)
}

/** What the rows a merge touched amount to. */
export const outcomeOf = ({ kind, lostId }: ToMerge, moves: readonly MergeMove[]): MergeOutcome => {
  const of = (table: string) => moves.filter(({ tableName }) => tableName === table)
  const changed = (table: string) => of(table).filter(({ was, became }) => was !== null && became !== null)
  const gone = (table: string) =>
    of(table).filter(({ was, became }) => became === null && was?.[`${table}_id`] !== lostId)
  const isRenamed = ({ was, became }: MergeMove) => textOf(was, 'title') !== textOf(became, 'title')
  const madeOne = new Set(gone('unit').map(({ was }) => was?.['unit_id']))
  const units = changed('unit').filter(
    ({ was, became }) => was?.['organisation_id'] !== became?.['organisation_id'] && !madeOne.has(was?.['unit_id']),
  )
  const postsGone = new Set(gone('post').map(({ was }) => was?.['post_id']))
  const movedPosts = changed('post').filter(({ was }) => !postsGone.has(was?.['post_id']))
  return {
    holdings: kind === 'person' ? changed('holder').length : 0,
    postsMoved: new Set(movedPosts.map(({ was }) => was?.['post_id'])).size,
    postsMadeOne: gone('post').map(({ was }) => textOf(was, 'title')),
    postsBesideEachOther: movedPosts.filter(isRenamed).map(({ became }) => textOf(became, 'title')),
    unitsMoved: units.length,
    unitsMadeOne: madeOne.size,
    agreements: new Set(of('agreement_party').map(({ was }) => was?.['agreement_version_id'])).size,
    drafts: of('draft').length,
    proposals: of('proposal').length,
    signatures: of('version_signature').length,
    names: of('alias')
      .filter(({ was }) => was === null)
      .map(({ became }) => textOf(became, 'name')),
  }
}

const textOf = (cells: MergeMove['was'], column: string): string => {
  const value = cells?.[column]
  return typeof value === 'string' ? value : ''
}
