import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTables } from '../src/platform/database/database.ts'
import { keepHouse, leaveTrace, readAsOwner, writeAs } from '../src/platform/database/index.ts'
import { migrate } from '../src/platform/database/migrations.ts'
import { startTestServer, testSchema } from '../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../src/platform/database/test-sql.ts'
import { newId } from '../src/platform/id.ts'
import { silentLog } from '../src/platform/log.ts'
import { system, verifyTrail, verifyTrailFile, writeTrailLines } from '../src/rooms/access/index.ts'

/**
 * What the audit trail costs: writes a second with it against the same writes without, by twenty writers at once whose commits reach the
 * disk; the same with one chain instead of sixteen; and how fast the trail is verified.
 */
const leastRatio = 0.6
const writers = 20
const seconds = 2
const rounds = 3
const entriesToVerify = 1_000_000

const server = await startTestServer()
const asOwner = (statement: string) =>
  runSqlAsOwner(server.url, `set search_path to ${testSchema}, public; ${statement}`)
await migrate(server.url, testSchema)
const database = openTables(server.url, testSchema, silentLog)
await runSqlAsOwner(server.url, 'alter system set fsync = on')
await asOwner('select pg_reload_conf()')

type Write = () => Promise<unknown>

const insert = (tx: Parameters<Parameters<typeof keepHouse>[2]>[0]) => {
  const organisation_id = newId<'organisation'>()
  return tx.insertInto('organisation').values({ organisation_id, name: organisation_id, kind: 'other' }).execute()
}

const without: Write = () => keepHouse({ database }, system, insert)

const withTrail: Write = () =>
  writeAs({ database }, system, async (tx) => {
    await insert(tx)
    leaveTrace(tx, { verb: 'bench.written', thing: 'organisation', ref: newId(), facts: { round: 1 } })
  })

const perSecond = async (write: Write): Promise<number> => {
  const begun = performance.now()
  let written = 0
  const work = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      await write()
      written += 1
    }
  }
  await Promise.all(Array.from({ length: writers }, work))
  return written / ((performance.now() - begun) / 1_000)
}

const best = async (write: Write): Promise<number> => {
  let most = 0
  for (let round = 0; round < rounds; round += 1) most = Math.max(most, await perSecond(write))
  return most
}

await perSecond(withTrail)
const plain = await best(without)
const sixteen = await best(withTrail)
await asOwner('create table kept_lane as table audit_lane; delete from audit_entry where lane > 0')
await asOwner('delete from audit_lane where lane > 0')
const one = await best(withTrail)
await asOwner('insert into audit_lane select * from kept_lane where lane > 0')
await asOwner('delete from audit_entry; update audit_lane set number = 0, hash = cut_hash')

const whole = (number: number): string => Math.round(number).toLocaleString('en')
console.log(`${writers} writers at once, one trace a write, commits on disk, the best of ${rounds} runs:`)
console.log(`  without a trail     ${whole(plain)} writes a second`)
console.log(`  with sixteen lanes  ${whole(sixteen)}, ${(sixteen / plain).toFixed(2)} of that (at least ${leastRatio})`)
console.log(`  with one lane       ${whole(one)}, ${(one / plain).toFixed(2)} of that`)
if (sixteen / plain < leastRatio) process.exitCode = 1

for (let lane = 0; lane < 20; lane += 1)
  await asOwner(`select append_audit((select json_agg(json_build_object('verb', 'bench.written', 'thing', 'organisation',
    'ref', gen_random_uuid(), 'about', gen_random_uuid())) from generate_series(1, ${entriesToVerify / 20})))`)

const timed = async (what: string, verify: () => Promise<{ entries: number; faults: readonly unknown[] }>) => {
  const begun = performance.now()
  const { entries, faults } = await verify()
  if (faults.length > 0) throw new Error(`${what}: the trail is not whole`)
  const took = performance.now() - begun
  const memory = Math.round(process.memoryUsage.rss() / 1024 / 1024)
  console.log(
    `${what}: ${whole(entries)} entries in ${(took / 1_000).toFixed(1)} s, ${whole((entries / took) * 1_000)} a second, ${memory} MB`,
  )
}

const place = { url: server.url, schema: testSchema }
const folder = mkdtempSync(join(tmpdir(), 'brobyg-bench-'))
const file = join(folder, 'trail.jsonl')
await timed('verified in the database', () => readAsOwner(place, silentLog, (tx) => verifyTrail(tx)))
await readAsOwner(place, silentLog, async (tx) => {
  const taken = { municipality: testSchema, takenAt: Temporal.Now.instant() }
  for await (const lines of writeTrailLines(tx, taken)) writeFileSync(file, lines, { flag: 'a' })
})
await timed('verified from a file', () => verifyTrailFile(file, []))
rmSync(folder, { recursive: true })
await database.close()
await server.stop()
