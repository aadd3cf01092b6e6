import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { clonedDatabase } from './test-database.ts'
import { generateRows, rowsFile } from './write-rows.ts'

describe('the row types', () => {
  const own = clonedDatabase()

  it('are those of the migrated database (npm run rows writes them anew)', () => {
    assert.equal(readFileSync(rowsFile, 'utf8'), generateRows(own.url))
  })
})
