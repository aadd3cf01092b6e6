import { openTables } from '../src/platform/database/database.ts'
import { readAs } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrations.ts'
import { startTestServer, testSchema } from '../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../src/platform/database/test-sql.ts'
import { testPlatform } from '../src/platform/test-platform.ts'
import { silentLog } from '../src/platform/log.ts'
import { sql } from 'kysely'
import { findContacts, type SoughtContacts } from '../src/rooms/commitments/contacts/find-contacts.ts'
import { soughtWords } from '../src/rooms/parties/index.ts'
import { loadRegister } from '../src/rooms/parties/load-register.ts'
import { actAs } from '../src/rooms/agreements/index.ts'

/**
 * How long a page of the contacts and of the register takes among 5,000 posts, in the server and with row-level security, beside the least there can be: fifty
 * posts read by their key in the same kind of transaction.
 */
const limitMs = 50
const posts = 5_000
const rounds = 25

const server = await startTestServer()
const asOwner = (statement: string) =>
  runSqlAsOwner(server.url, `set search_path to ${testSchema}, public; ${statement}`)
await migrate(server.url, testSchema)
const database = openTables(server.url, testSchema, silentLog)
const platform = testPlatform(database)

const first = `(array['Åse','Søren','Ida','Jørgen','Mette','Bjørn','Karen','Øyvind','Ægir','Lone','Per','Nadia','Yusuf','Birgit','Malthe','Anne'])`
const last = `(array['Østergård','Skovgaard','Nørgaard','Lindskov','Bækgaard','Holt','Riis','Demir','Kjær','Thorup','Åkjær','Vestergaard','Haddad','Møller'])`
const title = `(array['projektkoordinator','boligsocial medarbejder','leder','pædagogisk leder','sekretariatsleder','familierådgiver','konsulent','områdechef'])`
const oneOf = (names: string, by: string) => `${names}[1 + (${by}) % cardinality(${names})]`
await asOwner(`
  insert into organisation (organisation_id, name, kind) select gen_random_uuid(), 'Forvaltning ' || n, 'department' from generate_series(1, 40) n;
  insert into plan (plan_id, name) select gen_random_uuid(), 'Helhedsplan ' || n from generate_series(1, 60) n;
  insert into unit (unit_id, organisation_id, unit_during) select gen_random_uuid(), organisation_id, '(,)' from organisation, generate_series(1, 15);
  insert into unit_name (unit_id, name, named_during) select unit_id, 'Klubben Sø' || row_number() over (), '(,)' from unit;
  insert into alias (alias_id, unit_id, name, settled_at, settled_by) select gen_random_uuid(), unit_id, 'KS' || row_number() over (), now(), 'x' from unit;
  create temporary table numbered as select n, gen_random_uuid() as post_id, gen_random_uuid() as person_id from generate_series(1, ${posts}) n;
  insert into post (post_id, title, organisation_id, plan_id, unit_id)
    select post_id, ${oneOf(title, 'n')} || ' ' || n, organisation_id, case when n % 3 = 0 then (array(select plan_id from plan))[1 + n % 60] end, unit_id
    from numbered join (select unit_id, organisation_id, row_number() over () as place from unit) u on u.place = 1 + n % 600;
  insert into person (person_id, name, email, phone)
    select person_id, ${oneOf(first, 'n')} || ' ' || ${oneOf(last, 'n / 7')} || ' ' || chr(65 + n % 26), 'p' || n || '@havneby.example', '22334455' from numbered;
  insert into holder (holder_id, post_id, person_id, holder_during, provisional)
    select gen_random_uuid(), post_id, person_id, daterange('2025-01-01', null), n % 2 = 0 from numbered where n % 10 > 0;
  insert into holder_confirmation select holder_id, now() - interval '100 days', 'x' from holder;
  analyze`)
const [someone] = await runSqlAsOwner<{ id: string }>(
  server.url,
  `select person_id as id from "${testSchema}".holder limit 1`,
)
if (someone === undefined) throw new Error('Nobody holds a post')
const { actor } = await actAs(platform, someone.id, null)

const day = Temporal.PlainDate.from('2026-11-21')
const asked = (typed: string, more: Partial<SoughtContacts> = {}): SoughtContacts => ({
  day,
  isWhole: true,
  words: soughtWords(typed),
  grouping: 'party',
  activity: '',
  from: 0,
  most: 50,
  ...more,
})

const best = async (work: () => Promise<unknown>): Promise<number> => {
  let least = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await work()
    least = Math.min(least, performance.now() - begun)
  }
  return least
}

const ids = await readAs(platform, actor, (tx) => tx.selectFrom('post').select('post_id').limit(50).execute())
const bare = await best(() =>
  readAs(platform, actor, (tx) =>
    sql`select post_id, title from post where post_id = any (${ids.map(({ post_id }) => post_id)}::uuid[])`.execute(tx),
  ),
)

const cases: readonly (readonly [what: string, asked: SoughtContacts])[] = [
  ['the first page', asked('')],
  ['the last page', asked('', { from: posts - 50 })],
  ['by post', asked('', { grouping: 'post' })],
  ['a name, Danish letters written out', asked('oestergaard')],
  ['a beginning', asked('proj')],
  ['two words', asked('søren leder')],
  ['one that all have', asked('e')],
  ['an alias', asked('ks77')],
  ['misspelt', asked('projektkordinator')],
  ['misspelt, and a name', asked('søern skovgard')],
  ['found nowhere', asked('qqqqqq')],
]
console.log(`${posts} posts, the best of ${rounds}; fifty posts by their key take ${bare.toFixed(1)} ms`)
const tell = async (what: string, load: () => Promise<number>) => {
  const total = await load()
  const took = await best(load)
  console.log(
    `${what}: ${total} found, ${took.toFixed(1)} ms, ${(took / bare).toFixed(1)} times that, ${(took / limitMs).toFixed(2)} of the limit of ${limitMs} ms`,
  )
  if (took > limitMs) process.exitCode = 1
}
for (const [what, one] of cases)
  await tell(what, async () => (await readAs(platform, actor, (tx) => findContacts(tx, one))).total)
for (const sought of [
  '',
  'oestergaard',
  'proj',
  'søren leder',
  'forvaltning 7',
  'ks77',
  'søern skovgard',
  'e',
  'qqqqqq',
])
  await tell(`the register, ${sought === '' ? 'its first page' : `“${sought}”`}`, async () => {
    const shown = await readAs(platform, actor, (tx) => loadRegister(tx, { day, sought, from: 0, most: 50 }))
    return shown.what === 'tree' ? 0 : shown.total
  })
await database.close()
await server.stop()
