import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { findChangeMark } from '../change-mark.queries.ts'
import { keepHouse, leaveTrace, nobody, writeAs, type WriteTx } from './index.ts'
import { openTables } from './database.ts'
import { clonedDatabase, testSchema } from './test-database.ts'
import { silentLog } from '../log.ts'

const program = { personId: 'system' }
const addArea = (tx: WriteTx) => sql`insert into area (area_id, name) values (uuidv7(), 'Tangvej')`.execute(tx)

describe('the mark of what everyone may see', () => {
  const own = clonedDatabase()
  const markOf = async () => (await findChangeMark(own)).mark

  it('moves when something is written with a trace, and when the house writes it without one', async () => {
    const before = await markOf()
    await writeAs(own, program, async (tx) => {
      await addArea(tx)
      leaveTrace(tx, { verb: 'test.written', thing: 'area' })
    })
    const told = await markOf()
    assert.notEqual(told, before)
    await keepHouse(own, program, async (tx) => void (await sql`update area set name = 'Fyrvej'`.execute(tx)))
    assert.notEqual(await markOf(), told)
  })

  it('stays while the house writes what no public page shows, or nothing, or what is undone', async () => {
    // A connection that has written nothing else.
    const database = openTables(own.url, testSchema, silentLog)
    const before = await markOf()
    await keepHouse({ database }, program, async (tx) => {
      await sql`insert into open_item (feed, item_id, modified, item) values ('slots', 'x', 1, '{}')`.execute(tx)
    })
    await keepHouse({ database }, nobody, async (tx) => void (await sql`select 1`.execute(tx)))
    await assert.rejects(
      keepHouse({ database }, program, async (tx) => {
        await addArea(tx)
        throw new Error('undone')
      }),
      /undone/,
    )
    await database.close()
    assert.equal(await markOf(), before)
  })
})
