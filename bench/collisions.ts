import { sql } from 'kysely'
import { Client } from 'pg'
import { copyOut } from '../src/platform/database/copy.ts'
import { readAs } from '../src/platform/database/index.ts'
import { openTables } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrations.ts'
import { startTestServer, testSchema } from '../src/platform/database/test-database.ts'
import { silentLog } from '../src/platform/log.ts'
import { system } from '../src/rooms/access/index.ts'
import { checkActivity } from '../src/rooms/calendar/collisions/check-activity.ts'
import { agesOf, countAges, travelMinutes } from '../src/rooms/calendar/collisions/collisions.rules.ts'
import type { SeriesKind } from '../src/rooms/calendar/series.ts'
import { sweepPairs } from '../src/rooms/calendar/collisions/sweep.rules.ts'

/**
 * How long it takes to find every two activities of a year that gather the same children, among a million occurrences in 120 areas:
 * gathered by PostgreSQL, copied out in binary, sorted and swept through here, against PostgreSQL merely sorting the same rows. And what one new
 * activity costs: asking which times one of its times meets, in the server, and the whole check of a weekly activity with its proposals.
 */
const occurrences = 1_000_000
const areas = 120
const seriesCount = 6000
const goals = { sweepToSort: 1, oneTimeMs: 0.1, checkMs: 5 }

const server = await startTestServer()
await migrate(server.url, testSchema)
const client = new Client({ connectionString: server.url })
await client.connect()
await client.query(`set search_path to ${testSchema}, public; set max_parallel_workers_per_gather = 0`)

const lay = `
  insert into organisation (organisation_id, name, kind) values (gen_random_uuid(), 'Byen', 'other');
  insert into area (area_id, name) select gen_random_uuid(), 'Område ' || n from generate_series(1, ${areas}) n;
  insert into series (series_id, title, kind, organisation_id, area_id, starts_on, starts_minute, lasts_minutes, age_from, age_to, made_at,
      made_by, changed_at)
    select gen_random_uuid(), 'Aktivitet ' || n, (array['sport', 'culture', 'creative', 'homework', 'club', 'family'])[1 + n % 6],
      (select organisation_id from organisation limit 1), a.area_id, '2026-01-01', 8 * 60 + 30 * (n * 7919 % 24), 60 + 30 * (n % 4),
      n * 31 % 14, n * 31 % 14 + 4, now(), 'x', now()
    from generate_series(0, ${seriesCount - 1}) n
    join (select area_id, row_number() over () - 1 as at from area) a on a.at = n % ${areas};
  insert into occurrence (occurrence_id, series_id, original_starts_at, starts_at, ends_at, state, area_id, kind, age_from, age_to,
      organisation_id, is_published, changed_at)
    select gen_random_uuid(), s.series_id, t.at, t.at, t.at + make_interval(mins => s.lasts_minutes), 'planned', s.area_id, s.kind, s.age_from,
      s.age_to, s.organisation_id, true, now()
    from (select s.*, row_number() over (order by title) as n from series s) s
    cross join generate_series(0, ${Math.ceil(occurrences / seriesCount) - 1}) k
    cross join lateral (select timestamptz '2026-01-01 00:00+01' + make_interval(days => (k * 365 * ${seriesCount} / ${occurrences} + (s.n * 3)::int % 2),
      mins => s.starts_minute) as at) t;
  vacuum analyze occurrence`
for (const statement of lay.split(/;\n/)) await client.query(statement)
const { rows: counted } = await client.query<{ count: string }>('select count(*) from occurrence')

const columns = 'area_id, series_id, starts_at, ends_at, age_from, age_to, kind'
const sorted = `select ${columns} from occurrence where state in ('planned', 'held') order by area_id, starts_at`

const executionMs = async (statement: string): Promise<number> => {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${statement}`)
  const line = rows.map((row) => row['QUERY PLAN']).find((text) => text.startsWith('Execution Time')) ?? ''
  return Number(/[\d.]+/.exec(line)?.[0])
}

// One row an area, its times in any order, its columns as bytes: a message for each of a million rows would cost more than sorting them,
// and sorting the minutes of an area here costs less than sorting whole rows there. Of its series each time tells a hash, enough to tell them
// apart; what they are is asked of the few thousand series beside.
const gathered = `select string_agg(timestamptz_send(starts_at), ''), string_agg(timestamptz_send(ends_at), ''),
    string_agg(int4send(uuid_hash(series_id)), '')
  from occurrence where state in ('planned', 'held') group by area_id`

/** All series: where each stands by its hash, and the ages and the kind of each. */
interface KnownSeries {
  readonly places: ReadonlyMap<number, number>
  readonly ages: Int32Array
  readonly kinds: Int32Array
}

const listSeries = async (): Promise<KnownSeries> => {
  const { rows } = await client.query<{ hash: number; kind: SeriesKind; ageFrom: number; ageTo: number }>(
    `select uuid_hash(series_id) as hash, kind, age_from as "ageFrom", age_to as "ageTo" from series`,
  )
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return {
    places: new Map(rows.map(({ hash }, place) => [hash, place])),
    ages: Int32Array.from(rows, agesOf),
    kinds: Int32Array.from(rows, ({ kind }) => kinds.indexOf(kind)),
  }
}

/** The times of an area, sorted by when they begin. */
interface AreaTimes {
  readonly from: Int32Array
  readonly to: Int32Array
  /** The place of each one's series. */
  readonly series: Int32Array
}

/** The sign, the flags and the length of the extension a binary copy begins with. */
const headLength = 19

/** Reads the columns of each area as PostgreSQL sends them: after the number of columns, each after its length. */
const readAreas = async function* ({ places }: KnownSeries): AsyncGenerator<AreaTimes> {
  const batches: Buffer[] = []
  for await (const batch of copyOut(client, `copy (${gathered}) to stdout (format binary)`).bytes) batches.push(batch)
  const whole = Buffer.concat(batches)
  const view = new DataView(whole.buffer, whole.byteOffset, whole.length)
  for (let at = headLength; view.getInt16(at) > 0;) {
    const length = view.getInt32(at + 2)
    yield sortedArea(view, at + 6, length, places)
    at += 2 + 3 * 4 + length * 2.5
  }
}

const sortedArea = (view: DataView, begin: number, length: number, places: KnownSeries['places']): AreaTimes => {
  const column = () => new Int32Array(length / 8)
  const [from, to, series, unsorted] = [column(), column(), column(), column()]
  const [ends, hashes] = [begin + 4 + length, begin + 8 + length * 2]
  for (let place = 0; place < unsorted.length; place += 1) unsorted[place] = minuteAt(view, begin + place * 8)
  const order = orderOf(unsorted)
  for (let place = 0; place < order.length; place += 1) {
    const taken = order[place] ?? 0
    from[place] = unsorted[taken] ?? 0
    to[place] = minuteAt(view, ends + taken * 8)
    series[place] = places.get(view.getInt32(hashes + taken * 4)) ?? 0
  }
  return { from, to, series }
}

/** Minutes since 2000, where PostgreSQL counts microseconds from. */
const minuteAt = (view: DataView, at: number): number =>
  (view.getInt32(at) * 4_294_967_296 + view.getUint32(at + 4)) / 60_000_000

/** Where each comes from when they are sorted: by the lower bits of the minute, then by the upper. */
const orderOf = (minutes: Int32Array): Int32Array => {
  const places = new Int32Array(minutes.length)
  for (let place = 0; place < places.length; place += 1) places[place] = place
  return sortedByBits(minutes, sortedByBits(minutes, places, 0), bits)
}

/** Twice as many hold the minutes of a century. */
const bits = 13

/** Sorts places by some bits of their minutes; those alike stay as they were. */
const sortedByBits = (minutes: Int32Array, places: Int32Array, shift: number): Int32Array => {
  const mask = (1 << bits) - 1
  const bucketOf = (place: number): number => ((minutes[place] ?? 0) >> shift) & mask
  const begins = new Int32Array(mask + 2)
  for (let place = 0; place < minutes.length; place += 1) {
    const next = bucketOf(place) + 1
    begins[next] = (begins[next] ?? 0) + 1
  }
  for (let at = 1; at < begins.length; at += 1) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0)
  const sorted = new Int32Array(places.length)
  for (const place of places) {
    const bucket = bucketOf(place)
    const at = begins[bucket] ?? 0
    sorted[at] = place
    begins[bucket] = at + 1
  }
  return sorted
}

const sweep = async (): Promise<{ ms: number; pairs: number; weight: number }> => {
  const begun = performance.now()
  let [pairs, weight] = [0, 0]
  const known = await listSeries()
  for await (const { from, to, series } of readAreas(known)) {
    const [ages, kinds] = [
      series.map((place) => known.ages[place] ?? 0),
      series.map((place) => known.kinds[place] ?? 0),
    ]
    sweepPairs({ group: new Int32Array(from.length), from, to }, travelMinutes, (one, other) => {
      const shared = (ages[one] ?? 0) & (ages[other] ?? 0)
      if (shared === 0 || series[one] === series[other]) return
      const minutes = Math.min(to[one] ?? 0, to[other] ?? 0) - (from[other] ?? 0) + travelMinutes
      pairs += 1
      weight += countAges(shared) * minutes * (kinds[one] === kinds[other] ? 2 : 1)
    })
  }
  return { ms: performance.now() - begun, pairs, weight }
}

const best = <T extends { ms: number }>(runs: readonly T[]): T =>
  runs.reduce((least, run) => (run.ms < least.ms ? run : least))

// Walking the index by area and start fetches a million rows from all over the table: three times as slow as sorting them.
await client.query('set enable_indexscan = off')
const sorts: { ms: number }[] = []
const sweeps: Awaited<ReturnType<typeof sweep>>[] = []
for (let round = 0; round < 5; round += 1) {
  sorts.push({ ms: await executionMs(sorted) })
  sweeps.push(await sweep())
}
const [sort, found] = [best(sorts), best(sweeps)]
await client.query('set enable_indexscan = on')

// An area whose activities begin at four, as the one that is checked does.
const { rows: chosen } = await client.query<{ area: string; organisation: string }>(
  `select a.area_id as area, o.organisation_id as organisation from area a, organisation o where a.name = 'Område 9'`,
)
const { area = '', organisation = '' } = chosen[0] ?? {}
const oneTime = `select series_id, starts_at, ends_at from occurrence
  where area_id = '${area}' and starts_at > timestamptz '2026-06-03 00:00+02' and starts_at < timestamptz '2026-06-03 18:15+02'
    and ends_at > timestamptz '2026-06-03 15:45+02' and state in ('planned', 'held') and coalesce(age_from, 0) <= 12 and coalesce(age_to, 200) >= 9`
const asked: number[] = []
for (let round = 0; round < 200; round += 1) asked.push(await executionMs(oneTime))
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const database = openTables(server.url, testSchema, silentLog)
const activity = {
  ...({ title: 'Ny', summary: '', kind: 'sport', organisationId: organisation, planId: null, areaId: area } as const),
  ...({ venueId: null, spaceId: null, place: '', ageFrom: 9, ageTo: 12, languages: [], priceOere: null } as const),
  ...({ pricePer: null, goesAlong: '', signUp: 'none', places: null, isLarge: false, isPublished: true } as const),
  lineageId: null,
  startsOn: Temporal.PlainDate.from('2026-06-03'),
  startsMinute: 16 * 60,
  lastsMinutes: 120,
  rule: 'FREQ=WEEKLY;BYDAY=WE',
  leavesOutMonths: [],
  schoolDaysOnly: false,
}
const checks: number[] = []
const questions: number[] = []
for (let round = 0; round < 60; round += 1)
  await readAs({ database }, system, async (tx) => {
    const begun = performance.now()
    await checkActivity(tx, activity, { seriesId: null, today: activity.startsOn })
    checks.push(performance.now() - begun)
    const again = performance.now()
    for (let question = 0; question < 3; question += 1) await sql`select 1`.execute(tx)
    questions.push(performance.now() - again)
  })
await database.close()
await client.end()
await server.stop()

const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`
console.log(`${counted[0]?.count} occurrences in ${areas} areas; ${found.pairs} pairs of times that share children`)
console.log(`PostgreSQL merely sorting: ${ms(sort.ms)}`)
console.log(
  `copied out, sorted and swept: ${ms(found.ms)}, ${(found.ms / sort.ms).toFixed(2)} of sorting (goal ${goals.sweepToSort})`,
)
console.log(`what one time meets, in the server: ${ms(median(asked))} (goal ${goals.oneTimeMs} ms)`)
console.log(
  `a weekly activity checked, with proposals: ${ms(median(checks.slice(10)))} (goal ${goals.checkMs} ms); its three questions to PostgreSQL alone: ${ms(median(questions))}`,
)
