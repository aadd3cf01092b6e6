import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { keepHouse } from '../../../platform/database/index.ts'
import { clonedDatabase, testSchema } from '../../../platform/database/test-database.ts'
import { runSqlAsOwner } from '../../../platform/database/test-sql.ts'
import { system } from '../../access/index.ts'
import { ensureOrganisation } from '../../parties/index.ts'
import { openVenue } from '../venue.queries.ts'
import { testVenue } from './test-venue.ts'

const processes = 4
const bookersEach = 50

describe('two hundred who book one place at one time, from several processes', () => {
  const own = clonedDatabase()

  it('leave exactly one who has it; all others learn who, and when it is next free', async () => {
    const { venueId, organisationId } = await keepHouse(own, system, async (tx) => ({
      organisationId: await ensureOrganisation(tx, 'Havneby Skakklub', 'association', false),
      venueId: (await openVenue(tx, testVenue({ name: 'Salen', bookingRule: 'free' }))).venueId,
    }))
    const children = Array.from({ length: processes }, () =>
      fork(join(import.meta.dirname, 'test-bookers.worker.ts'), [own.url, venueId, organisationId, `${bookersEach}`], {
        execArgv: ['--import', 'tsx'],
      }),
    )
    const told = await Promise.all(
      children.map(async (child): Promise<unknown> => {
        const message = once(child, 'message')
        const [code] = await once(child, 'exit')
        // One that failed has told nothing.
        assert.equal(code, 0)
        const [fared] = await message
        return fared
      }),
    )
    const fared = told.flat()
    assert.equal(fared.length, processes * bookersEach)
    assert.equal(fared.filter((one) => one === 'booked').length, 1)
    assert.deepEqual(
      [...new Set(fared.filter((one) => one !== 'booked'))],
      ['venue_taken by Havneby Skakklub next 2026-12-01T17:00:00Z'],
    )
    const [rows] = await runSqlAsOwner<{ count: string }>(own.url, `select count(*) from ${testSchema}.booking`)
    assert.equal(rows?.count, '1')
  })
})
