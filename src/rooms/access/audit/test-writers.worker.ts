import { openTables } from '../../../platform/database/database.ts'
import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import { testSchema } from '../../../platform/database/test-database.ts'
import { silentLog } from '../../../platform/log.ts'
import { system } from '../actor.ts'

// A process of its own for the test of many who write at once: writers, each with so many writes of two traces.
const [url = '', name = '', writers = '0', writes = '0'] = process.argv.slice(2)
const database = openTables(url, testSchema, silentLog)

const write = async (writer: number): Promise<void> => {
  for (let round = 0; round < Number(writes); round += 1) {
    const requestId = `${name}-${writer}-${round}`
    await writeAs({ database }, { ...system, requestId }, async (tx) => {
      leaveTrace(tx, { verb: 'test.written', thing: 'test', ref: `${requestId}a` })
      leaveTrace(tx, { verb: 'test.written', thing: 'test', ref: `${requestId}b` })
    })
  }
}

await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)))
await database.close()
