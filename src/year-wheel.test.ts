import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createApp } from './app.ts'
import { today } from './platform/day.ts'
import { readAs, keepHouse } from './platform/database/index.ts'
import { newId } from './platform/id.ts'
import { projectRoot } from './platform/root.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { insertSource } from './rooms/agreements/index.ts'
import { listCommitmentsInForce, putInForce, readContract } from './rooms/commitments/index.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { theSample } from './test-sample.ts'

const part = (html: string, from: string, to: string): string => html.slice(html.indexOf(from), html.indexOf(to))

const countOf = (html: string, pattern: RegExp): number => [...html.matchAll(pattern)].length

describe('the year wheel', () => {
  const database = testDatabase(theSample)
  const open = async () => {
    const platform = testPlatform(database.database)
    await loadSampleIfEmpty(platform)
    const app = await createApp(platform)
    const ask = (path: string) => app.request(`http://localhost:3000${path}`)
    return { ask, text: async (path: string) => (await ask(path)).text() }
  }

  it('shows everyone the published promises of this year, in the wheel and in its table', async () => {
    const { text } = await open()
    const html = await text('/aarshjul')
    const [wheel, table] = [
      part(html, '<svg class="wheel"', '</svg>'),
      part(html, '<table class="wheel-table"', '</table>'),
    ]
    assert.match(wheel, /<title id="hjul-navn">Årshjul for [^<]+, 2026<\/title>/)
    assert.match(wheel, />i dag</)
    assert.match(table, /id="maaned-1"[\s\S]*id="maaned-12"[\s\S]*id="hele-aaret"[\s\S]*id="naar-som-helst"/)
    assert.ok(countOf(wheel, /href="\/loefter\/[0-9a-f-]{36}"/g) > 20)
    const links = new Set([...table.matchAll(/href="(\/loefter\/[0-9a-f-]{36})"/g)].map(([, href]) => href))
    for (const [, href] of wheel.matchAll(/href="(\/loefter\/[0-9a-f-]{36})"/g))
      assert.ok(links.has(href), `only in the wheel: ${href}`)
  })

  it('has as many rows as the wheel has things, however the rings are drawn', async () => {
    const { text } = await open()
    for (const question of [
      '',
      '?ringe=part',
      '?aar=2027',
      '?aar=2025&ringe=part',
      '?aftale=havneby-uddannelse-og-job',
    ]) {
      const html = await text(`/aarshjul${question}`)
      const wheel = part(html, '<svg class="wheel"', '</svg>')
      // A piece is named by each of its things on a line of its own, a ring's rhythms by each promise.
      const named = [...wheel.matchAll(/class="wheel-piece[^>]*aria-label="([^"]*)"/g)].flatMap(([, said = '']) =>
        said.split('\n'),
      )
      const rows = countOf(part(html, 'id="maaned', 'id="hele-aaret"'), /class="number"/g)
      assert.equal(named.length, rows, question)
      assert.ok(rows > 5, question)
    }
  })

  it('has no hand in other years, and begins again where nothing is agreed', async () => {
    const { text } = await open()
    assert.doesNotMatch(await text('/aarshjul?aar=2027'), /class="wheel-hand"/)
    const empty = await text('/aarshjul?aar=2019')
    assert.match(empty, /Der er ingen løfter at vise i 2019/)
    assert.doesNotMatch(empty, /<svg class="wheel"/)
  })

  it('keeps what was chosen in its links', async () => {
    const { text } = await open()
    const html = (await text('/aarshjul?aar=2027&ringe=part')).replaceAll('&amp;', '&')
    assert.match(html, /href="\/aarshjul\?aar=2028&ringe=part"/)
    assert.match(html, /href="\/aarshjul\?ringe=part"/)
    assert.match(html, /href="\/aarshjul\?aar=2027&ringe=part&aftale=havneby-/)
  })

  it('refuses what is no year with a sentence', async () => {
    const { ask } = await open()
    for (const year of ['ja', '20266', '0000', '-2026']) {
      const answer = await ask(`/aarshjul?aar=${year}`)
      assert.equal(answer.status, 422, year)
      assert.match(await answer.text(), /Skriv et årstal/)
    }
  })

  it('speaks English too', async () => {
    const { text } = await open()
    const html = await text('/aarshjul?sprog=en')
    assert.match(html, /Year wheel for /)
    assert.match(html, />October<[\s\S]*All through the year/)
  })

  it('weighs little', async () => {
    const { text } = await open()
    assert.ok(gzipSync(await text('/aarshjul')).length < 40_000)
  })
})

describe('the year wheel of an agreement for the parties only', () => {
  const database = testDatabase()

  it('keeps it from visitors', async () => {
    const platform = testPlatform(database.database)
    const name = 'uddannelse-og-job.txt'
    const bytes = await readFile(join(projectRoot, 'samples', 'havneby', name))
    const read = await readContract(bytes, name)
    const sourceDocumentId = newId<'source_document'>()
    const kept = { receivedAt: platform.clock.now(), receivedBy: 'system', isSample: false }
    await keepHouse(platform, system, async (tx) => {
      const { mediaType, sha256 } = read.document.source
      await insertSource(tx, {
        sourceDocumentId,
        source: { name, mediaType, sha256, bytes, lines: read.lines },
        ...kept,
      })
      const agreement = { document: read.document, sourceDocumentId, isSample: false, confirmedBy: 'system' }
      await putInForce(tx, platform, { ...agreement, isPublished: false })
    })
    const inForce = await readAs(platform, system, (tx) => listCommitmentsInForce(tx, today(platform.clock)))
    const app = await createApp(platform)
    const html = await (await app.request('http://localhost:3000/aarshjul')).text()
    assert.ok(inForce.length > 20)
    assert.match(html, /Der er ingen løfter at vise i 2026/)
    assert.doesNotMatch(html, /Uddannelse og job/)
  })
})
