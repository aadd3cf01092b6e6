import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { actAs } from '../../src/rooms/agreements/index.ts'
import { listHeldPosts, type PostToRegister, registerPosts } from '../../src/rooms/parties/index.ts'
import type { MergeKind } from '../../src/rooms/parties/merge.ts'
import { loadSampleIfEmpty } from '../../src/sample.ts'
import { Refused } from '../../src/platform/refused.ts'

// Test support: Havneby with an organisation registered twice.
const day = Temporal.PlainDate.from('2026-11-21')

const post = (
  title: string,
  organisation: string,
  more: Partial<PostToRegister> & { who?: string } = {},
): PostToRegister => ({
  organisation,
  kind: 'other',
  plan: more.plan ?? null,
  unit: more.unit ?? null,
  title,
  holder: more.who === undefined ? null : { name: more.who, email: null, introduction: null },
  provisional: false,
})

/** Havneby, and a second Fyret that somebody registered beside the first. */
export const openDoubled = async (platform: Platform): Promise<Actor> => {
  await loadSampleIfEmpty(platform)
  await keepHouse(platform, system, (tx) =>
    registerPosts(
      tx,
      [
        post('projektkoordinator', 'Fyrets Beboerhus', { plan: 'Bølgen', who: 'Ida Holt' }),
        post('vicevært', 'Fyrets Beboerhus', { who: 'Vagn Vicevært' }),
        post('gårdmand', 'Fyrets Beboerhus'),
        post('inspektør', 'Fyrets Beboerhus', { who: 'Inga Inspektør' }),
        post('sekretær', 'Fyrets Beboerhus', { unit: 'Kontoret', who: 'Signe Sekretær' }),
        post('sekretær', 'Fyrets Beboerhus', { unit: 'Beboerkontoret', who: 'Bo Beboer' }),
        post('boligsocial konsulent', 'Fyrets Beboerhus', { who: 'Vagn Vicevært' }),
        post('sekretær', 'Boligforeningen Fyret', { unit: 'Kontoret', who: 'Frede Fyr' }),
      ],
      Temporal.PlainDate.from('2026-01-01'),
      false,
    ),
  )
  return actorNamed(platform, 'Pernille Skovgaard')
}

/** The one of that name who acts for a post of theirs; of the organisation, where it is told. */
export const actorNamed = async (platform: Platform, name: string, organisation?: string): Promise<Actor> => {
  const held = (await readAs(platform, system, (tx) => listHeldPosts(tx, day))).find(
    (one) => one.name === name && (organisation === undefined || one.organisation === organisation),
  )
  return (await actAs(platform, held?.personId ?? '', held?.postId ?? null)).actor
}

export const idOf = async (platform: Platform, kind: MergeKind, name: string): Promise<string> => {
  const table = kind === 'unit' ? 'unit_name' : kind
  const called = kind === 'post' ? 'title' : 'name'
  const [row] = await runSql<{ id: string }>(
    platform,
    system,
    `select ${kind}_id as id from ${table} where ${called} = '${name}'`,
  )
  return row?.id ?? ''
}

export const toMerge = async (platform: Platform, kind: MergeKind, kept: string, lost: string) => ({
  kind,
  keptId: await idOf(platform, kind, kept),
  lostId: await idOf(platform, kind, lost),
})

export const fyret = (platform: Platform) =>
  toMerge(platform, 'organisation', 'Boligforeningen Fyret', 'Fyrets Beboerhus')

/** Every row of every table that a merge may reach, as text. */
export const everything = async (platform: Platform): Promise<string[]> => {
  const tables = ['person', 'plan', 'organisation', 'organisation_name', 'unit', 'unit_name', 'unit_place', 'post', 'post_unit', 'post_duty', 'holder', 'alias', 'sameness',
    'agreement_party', 'agreement_post', 'draft', 'proposal', 'version_signature', 'invitation', 'holder_confirmation',
    'series', 'occurrence', 'booking', 'venue', 'season', 'season_wish', 'outside_calendar'] // prettier-ignore
  const query = tables
    .map((table) => `select '${table} ' || to_jsonb(t)::text as row from ${table} t`)
    .join(' union all ')
  return (await runSql<{ row: string }>(platform, system, query)).map(({ row }) => row).toSorted()
}

/** For `assert.rejects`: refused with that code. */
export const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
