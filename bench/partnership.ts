import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { partnershipPartsOfRooms } from '../src/partnership-parts.ts'
import { keepHouse, readAs } from '../src/platform/database/index.ts'
import { openTables } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrations.ts'
import { startTestServer, testSchema } from '../src/platform/database/test-database.ts'
import { newId } from '../src/platform/id.ts'
import { silentLog } from '../src/platform/log.ts'
import { projectRoot } from '../src/platform/root.ts'
import { testPlatform } from '../src/platform/test-platform.ts'
import { system } from '../src/rooms/access/index.ts'
import { insertSource } from '../src/rooms/agreements/index.ts'
import { putInForce, readSource, takeOutPartnership } from '../src/rooms/commitments/index.ts'
import { loadSampleIfEmpty } from '../src/sample.ts'

// How long it takes to take a whole partnership of 60 agreements out, how large it becomes, and what memory and the event loop pay.
const agreements = Number(process.env['AGREEMENTS'] ?? 60)
const server = await startTestServer()
await migrate(server.url, testSchema)
const platform = testPlatform(openTables(server.url, testSchema, silentLog))
await loadSampleIfEmpty(platform)

const name = 'boern-unge-og-familie.txt'
const bytes = await readFile(join(projectRoot, 'samples', 'havneby', name))
const { document } = await readSource(bytes, name)
for (let number = 3; number <= agreements; number++)
  await keepHouse(platform, system, async (tx) => {
    const sourceDocumentId = newId<'source_document'>()
    const { mediaType, sha256 } = document.source
    const source = { name, mediaType, sha256, bytes, lines: [] }
    const receivedAt = platform.clock.now()
    await insertSource(tx, { sourceDocumentId, source, receivedAt, receivedBy: 'system', isSample: false })
    const focusArea = `Indsats ${number}`
    const confirmed = { isPublished: false, isSample: false, confirmedBy: 'system' }
    await putInForce(tx, platform, { document: { ...document, focusArea }, sourceDocumentId, ...confirmed })
  })

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now()
  const answer = await work()
  process.stdout.write(`  ${what.padEnd(28)}${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s\n`)
  return answer
}

let longestPause = 0
let last = performance.now()
const pulse = setInterval(() => {
  longestPause = Math.max(longestPause, performance.now() - last - 10)
  last = performance.now()
}, 10)
let peak = 0
const memory = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50)

await timed('a read of the database', () => readAs(platform, system, async () => {}))
let size = 0
const day = Temporal.PlainDate.from('2026-11-21')
const files = await timed(`${agreements} agreements taken out`, () =>
  takeOutPartnership(platform, system, {
    asked: { day, plan: null, language: 'da' },
    parts: partnershipPartsOfRooms,
    partnership: 'Havneby',
    take: (piece) => (size += piece.length),
    tell: async () => {},
  }),
)
clearInterval(pulse)
clearInterval(memory)
const rows = files.reduce((sum, file) => sum + (file.path.endsWith('.json') ? (file.rows ?? 0) : 0), 0)
const report = files.reduce((sum, { path, size: one }) => sum + (/^aflevering.*[.]pdf$/.test(path) ? one : 0), 0)
process.stdout.write(
  `  ${files.length} files, ${rows} rows, archive ${(size / 1e6).toFixed(1)} MB, report ${(report / 1e6).toFixed(1)} MB\n` +
    `  longest pause of the event loop ${Math.round(longestPause)} ms, most memory ${Math.round(peak / 1e6)} MB\n`,
)
await platform.database.close()
await server.stop()
