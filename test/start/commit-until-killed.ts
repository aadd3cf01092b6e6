import { randomBytes } from 'node:crypto'
import { readConfig } from '../../src/platform/config.ts'
import { nobody, openDatabase, keepHouse } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/id.ts'
import { silentLog } from '../../src/platform/log.ts'

// Commits row after row into the data folder it is given, and tells each id only when its commit is acknowledged.
const opened = await openDatabase(readConfig({ BROBYG_DATA: process.argv[2] }), 'alone', silentLog)
for (;;) {
  const id = newId()
  await keepHouse(opened, nobody, (tx) =>
    tx
      .insertInto('signing_key')
      .values({ signing_key_id: id, secret: randomBytes(32), made_at: Temporal.Now.instant() })
      .execute(),
  )
  process.stdout.write(`${id}\n`)
}
