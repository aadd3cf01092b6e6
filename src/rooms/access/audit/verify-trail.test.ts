import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { leaveTrace, readAs, readAsOwner, writeAs } from '../../../platform/database/index.ts'
import { clonedDatabase, testSchema } from '../../../platform/database/test-database.ts'
import { runSqlAsOwner } from '../../../platform/database/test-sql.ts'
import { silentLog } from '../../../platform/log.ts'
import { testPlatform } from '../../../platform/test-platform.ts'
import { system, visitor } from '../actor.ts'
import { readHeads, writeHeads } from './audit-heads.rules.ts'
import { faultInWords } from './audit-words.ts'
import { verifyTrailFile, writeTrailLines } from './trail-file.ts'
import { checkAudit, verifyTrail } from './verify-trail.ts'

describe('the audit trail', () => {
  const own = clonedDatabase()
  const takenAt = Temporal.Instant.from('2026-11-21T12:00:00Z')
  let lane = 0

  const asOwner = <Row extends object>(statement: string) =>
    runSqlAsOwner<Row>(
      own.url,
      statement.replaceAll(/\baudit_(?:entry|lane)\b/g, (table) => `${testSchema}.${table}`),
    )

  const look = (noted: Parameters<typeof verifyTrail>[1] = []) =>
    readAsOwner({ url: own.url, schema: testSchema }, silentLog, (tx) => verifyTrail(tx, noted))

  const faultsNow = async (noted: Parameters<typeof verifyTrail>[1] = []) =>
    (await look(noted)).faults.map((fault) => faultInWords(fault, 'en').replace(`lane ${lane}`, 'the lane'))

  const putBack = `delete from audit_entry; insert into audit_entry select * from kept_entry;
  update audit_lane l set number = k.number, hash = k.hash, cut_number = k.cut_number, cut_hash = k.cut_hash
  from kept_lane k where k.lane = l.lane`

  /** Tampers as the owner of the tables, looks, and puts everything back as it was. Here `L` is the lane's number. */
  const faultsAfter = async (statement: string, noted: Parameters<typeof verifyTrail>[1] = []): Promise<string[]> => {
    try {
      await asOwner(statement.replaceAll(/\bL\b/g, String(lane)))
      return await faultsNow(noted)
    } finally {
      await asOwner(putBack)
    }
  }

  const swap = (one: number, other: number): string =>
    `update audit_entry set number = -1 where lane = L and number = ${one};
   update audit_entry set number = ${one} where lane = L and number = ${other};
   update audit_entry set number = ${other} where lane = L and number = -1`

  before(async () => {
    const write = (rounds: number) =>
      writeAs(own, { ...system, requestId: 'forespørgsel-Ø1' }, async (tx) => {
        for (let round = 1; round <= rounds; round += 1) {
          const facts = { round, word: 'smørrebrød', none: null }
          leaveTrace(tx, { verb: 'test.written', thing: 'test', ref: String(round), about: 'somebody', facts })
        }
      })
    // What is written in one transaction stands in one lane.
    await write(12)
    await write(1)
    const [longest] = await asOwner<{ lane: number }>(
      'select lane from audit_entry group by lane order by count(*) desc limit 1',
    )
    lane = longest?.lane ?? 0
    await asOwner('create table kept_entry as table audit_entry; create table kept_lane as table audit_lane')
  })

  describe('verifying the trail in the database', () => {
    it('finds it whole as it was written, and after it was put back', async () => {
      assert.deepEqual(await faultsNow(), [])
      await faultsAfter('delete from audit_entry')
      const found = await look()
      assert.deepEqual([found.faults, found.entries], [[], 13])
    })

    it('names a changed entry, whatever was changed', async () => {
      const changes = [
        `happened_at = happened_at + interval '1 microsecond'`,
        ...['actor', 'post', 'request', 'verb', 'thing', 'thing_ref', 'about_ref', 'facts'].map((at) => `${at} = 'x'`),
        `hash = sha256('x')`,
      ]
      for (const change of changes)
        assert.deepEqual(await faultsAfter(`update audit_entry set ${change} where lane = L and number = 7`), [
          'entry 7 of the lane is changed, or the one before it was written anew',
        ])
    })

    it('names missing entries, in the middle, at the beginning and at the end', async () => {
      const gone = (which: string) => faultsAfter(`delete from audit_entry where lane = L and number ${which}`)
      assert.deepEqual(await gone('= 7'), ['entry 7 of the lane is missing'])
      assert.deepEqual(await gone('between 3 and 5'), ['entry 3–5 of the lane is missing'])
      assert.deepEqual(await gone('= 1'), ['entry 1 of the lane is missing'])
      const length = Number((await look()).heads[lane]?.number)
      assert.deepEqual(await gone(`> ${length - 2}`), [`entry ${length - 1}–${length} of the lane is missing`])
    })

    it('names entries that changed places', async () => {
      const moved = (number: number) =>
        `entry ${number} of the lane is reordered: it does not stand where it was written`
      assert.deepEqual(await faultsAfter(swap(7, 8)), [moved(7), moved(8)])
      assert.deepEqual(await faultsAfter(swap(2, 11)), [moved(2), moved(11)])
    })

    it('names an entry put in', async () => {
      const put = `insert into audit_entry select lane, number + 1, happened_at, actor, post, request, verb, thing, thing_ref, about_ref, facts, hash
      from audit_entry where lane = L order by number desc limit 1`
      assert.match((await faultsAfter(put)).join(), /^entry \d+ of the lane was added afterwards$/)
    })

    it('names a head that was changed, and a lane taken away with all that was in it', async () => {
      assert.match(
        (await faultsAfter(`update audit_lane set hash = sha256('x') where lane = L`)).join(),
        /^the head of/,
      )
      assert.match((await faultsAfter(`update audit_lane set number = 99 where lane = L`)).join(), /^the head of/)
      const gone = 'delete from audit_entry where lane = L; delete from audit_lane where lane = L'
      const back = `insert into audit_lane select * from kept_lane where lane = ${lane}`
      await asOwner(gone.replaceAll(/\bL\b/g, String(lane)))
      const found = await faultsNow()
      await asOwner(back)
      await asOwner(putBack)
      assert.match(found.join(), /^the head of/)
    })

    it('accepts a lane that was cut with its beginning remembered', async () => {
      const cut = `update audit_lane set cut_number = 5, cut_hash = (select hash from audit_entry where lane = L and number = 5) where lane = L;
      delete from audit_entry where lane = L and number <= 5`
      assert.deepEqual(await faultsAfter(cut), [])
      assert.deepEqual(await faultsAfter(`${cut}; delete from audit_entry where lane = L and number = 6`), [
        'entry 6 of the lane is missing',
      ])
    })

    it('finds a trail written anew from its beginning by heads kept from earlier', async () => {
      const noted = readHeads(`to be kept\n${writeHeads((await look()).heads, takenAt)}\n`)
      assert.equal(noted.length, 16)
      const anew = `delete from audit_entry; update audit_lane set number = 0, hash = cut_hash; set search_path to ${testSchema};
      select append_audit((select json_agg(json_build_object('verb', 'test.written', 'thing', 'test')) from generate_series(1, 300)))`
      assert.deepEqual(await faultsAfter(anew), [])
      assert.match((await faultsAfter(anew, noted)).join(), /was rewritten: entry \d+ is not the one that was noted/)
      assert.deepEqual(await faultsNow(noted), [])
    })

    it('is one of the checks, which look with the eyes of the owner', async () => {
      const place = { platform: testPlatform(own.database), url: own.url }
      assert.deepEqual(await checkAudit(place), { looked: '13 entries', wrong: [] })
      await asOwner(`update audit_entry set actor = 'x' where lane = ${lane} and number = 7`)
      const { wrong } = await checkAudit(place)
      await asOwner(putBack)
      assert.equal(wrong.length, 1)
    })

    it('shows a visitor nothing of the trail', async () => {
      const seen = await readAs(own, visitor, (tx) => verifyTrail(tx))
      assert.deepEqual([seen.entries, seen.heads], [0, []])
    })
  })

  describe('verifying an exported trail', () => {
    const folder = mkdtempSync(join(tmpdir(), 'brobyg-trail-'))
    const path = join(folder, 'trail.jsonl')
    let lines: string[] = []
    after(() => rmSync(folder, { recursive: true }))

    const faultsIn = async (changed: readonly string[]) => {
      writeFileSync(path, changed.join('\n'))
      const { faults, unreadable } = await verifyTrailFile(path, [])
      return [...faults.map((fault) => faultInWords(fault, 'en')), ...unreadable]
    }

    it('needs no database, and finds a whole one whole', async () => {
      const written: string[] = []
      await readAsOwner({ url: own.url, schema: testSchema }, silentLog, async (tx) => {
        for await (const line of writeTrailLines(tx, { municipality: 'testby', takenAt })) written.push(line)
      })
      writeFileSync(path, written.join(''))
      const found = await verifyTrailFile(path, [])
      assert.deepEqual([found.faults, found.entries, found.takenAt], [[], 13, takenAt.toString()])
      lines = readFileSync(path, 'utf8').trimEnd().split('\n')
      assert.equal(lines.length, 14)
    })

    it('finds any line that is changed, gone, moved, doubled or no line at all', async () => {
      const at = lines.findIndex((line) => line.includes(`"lane":${lane},"number":7,`))
      const line = lines[at] ?? ''
      const other = (text: string) => lines.with(at, text)
      assert.equal((await faultsIn(other(line.replace('test.written', 'test.read')))).length, 1)
      assert.equal((await faultsIn(other(line.replace(/"at":"(.*?)Z"/, '"at":"$1001Z"')))).length, 1)
      assert.equal((await faultsIn(lines.toSpliced(at, 1))).length, 1)
      assert.equal((await faultsIn(lines.toSpliced(at, 1, lines[at + 1] ?? '', line).toSpliced(at + 2, 1))).length, 1)
      assert.equal((await faultsIn([...lines, line])).length, 1)
      assert.deepEqual((await faultsIn(other('{'))).at(-1), at + 1)
      assert.equal((await faultsIn(lines.slice(0, -1))).length, 1)
    })

    it('refuses a file that is no trail, and one that is not there', async () => {
      writeFileSync(path, '{"format":"something"}\n')
      await assert.rejects(verifyTrailFile(path, []), /is not an audit trail/)
      await assert.rejects(verifyTrailFile(join(folder, 'nowhere'), []), /cannot be read/)
    })
  })
})
