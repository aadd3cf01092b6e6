import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { partnershipPartsOfRooms } from '../../src/partnership-parts.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import type { Actor } from '../../src/rooms/access/index.ts'
import { documentHash } from '../../src/rooms/agreements/index.ts'
import { countSteps } from '../../src/rooms/commitments/partnership-export/write-partnership.ts'
import { acting, asOwner, later, liveThrough, note, slug, takeOut as takeOutOf } from './whole-life.ts'

describe('the whole partnership as one archive', () => {
  const own = clonedDatabase()
  const owner = <Row extends object>(query: string) => asOwner<Row>(own, query)
  const takeOut = (asked: { on: string; plan?: string }, actor?: Actor) => takeOutOf(own, asked, actor)
  let whole: ReturnType<typeof takeOut> | undefined
  /** All of it on 5 December, taken out once. */
  const takeOutAll = () => (whole ??= takeOut({ on: '2026-12-05' }))

  before(() => liveThrough(own))

  it('opens in another program, and every file is as the manifest says', async (t) => {
    const { bytes, archive, steps } = await takeOutAll()
    assert.deepEqual(archive.faults(), [])
    assert.equal(archive.manifest.files.length, archive.paths.length - 1)
    assert.equal(archive.paths.at(-1), 'manifest.json')
    assert.equal(steps.at(-1), partnershipPartsOfRooms.length + archive.manifest.counts.versions + 1)
    const folder = mkdtempSync(join(tmpdir(), 'brobyg-zip-'))
    try {
      writeFileSync(join(folder, 'x.zip'), bytes)
      const unzip = spawnSync('unzip', ['-t', join(folder, 'x.zip')], { encoding: 'utf8' })
      if (unzip.error) return t.skip('this machine has no unzip')
      assert.match(unzip.stdout, /No errors detected/)
      assert.equal(unzip.status, 0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('has every row there is', async () => {
    const { archive } = await takeOutAll()
    const count = async (from: string) =>
      (await owner<{ number: number }>(`select count(*)::int as number from ${from}`))[0]?.number
    const withdrawn = `(select from @commitment_correction n where n.commitment_id = c.commitment_id and n.is_withdrawn)`
    const expected: readonly (readonly [part: string, from: string])[] = [
      ['versions', '@agreement_version'],
      ['signatures', '@version_signature'],
      ['clauses', '@clause'],
      ['proposals', '@proposal'],
      ['comments', '@proposal_comment'],
      ['promises', `@commitment c where not exists ${withdrawn}`],
      ['reservations', '@reservation'],
      ['anchoring', '@anchoring_plan'],
      ['journal', '@journal_entry'],
      ['case-references', '@case_reference'],
      ['focus-areas', "@focus_area where lower(valid_during) <= '2026-12-05'"],
      ['aliases', '@alias where person_id is null'],
      ['plans', '@plan'],
    ]
    for (const [part, from] of expected) {
      const there = await count(from)
      assert.equal(archive.rows(part).length, there, part)
      assert.equal(archive.manifest.files.find(({ path }) => path === `data/${part}.json`)?.rows, there, part)
    }
    assert.ok(archive.rows('promises').length > 100)
    assert.ok(archive.rows('periods').length > 1000)
    assert.ok(
      archive.rows('contacts').some((row) => row['name'] === 'Ida Holt' && row['post'] === 'projektkoordinator'),
    )
    assert.equal(archive.rows('proposals').find((row) => row['state'] === 'adopted')?.['newVersion'], 2)
    assert.deepEqual(
      archive.rows('anchoring').map((row) => row['state']),
      ['agreed'],
    )
    assert.ok(archive.rows('reservations').some((row) => row['outcome'] === 'goes_on'))
  })

  it('tells a promise with its evidence, period by period', async () => {
    const { archive } = await takeOutAll()
    const evidence = archive.rows('evidence').find((row) => row['quantity'] === 7)
    assert.ok(evidence)
    assert.equal(evidence['happenedOn'], '2026-12-03')
    const promise = archive
      .rows('promises')
      .find((row) => row['agreement'] === slug && row['version'] === 2 && row['promise'] === evidence['promise'])
    assert.ok(promise)
    const period = archive
      .rows('periods')
      .filter((row) => row['agreement'] === slug && row['version'] === 2 && row['promise'] === evidence['promise'])
      .at(-1)
    assert.equal(period?.['period'], promise['period'])
    const done = archive
      .rows('evidence')
      .filter((row) => row['agreement'] === slug && row['version'] === 2 && row['promise'] === evidence['promise'])
      .filter((row) => String(row['happenedOn']).startsWith(String(period?.['period'])))
    assert.ok(done.length > 0)
    const older = archive
      .rows('promises')
      .find((row) => row['agreement'] === slug && row['version'] === 1 && row['lineage'] === promise['lineage'])
    assert.deepEqual([older?.['state'], older?.['outcomeOn']], ['ended', '2026-11-30'])
    assert.notEqual(older?.['outcome'], 'ended')
  })

  it('holds each version’s document just as it was confirmed', async () => {
    const { archive } = await takeOutAll()
    const stored = await owner<{ path: string; document: unknown }>(
      `select 'aftaler/' || slug || '/udgave-' || number || '.json' as path, document
       from @agreement join @agreement_version using (agreement_id)`,
    )
    assert.equal(stored.length, 3)
    for (const { path, document } of stored) {
      assert.equal(documentHash(archive.json(path)), documentHash(document), path)
      const row = archive.rows('versions').find((one) => one['document'] === path)
      assert.equal(row?.['documentHash'], documentHash(document))
      assert.ok(archive.paths.includes(String(row?.['pdf'])))
    }
    const proposed = archive
      .rows('proposals')
      .map((row) => `aftaler/${String(row['agreement'])}/forslag-${String(row['proposal'])}.json`)
    assert.ok(proposed.every((path) => archive.paths.includes(path)))
  })

  it('says the same in CSV as in JSON, and no cell is a formula', async () => {
    const { archive } = await takeOutAll()
    for (const { name } of partnershipPartsOfRooms) {
      const [heading = [], ...lines] = archive.csv(name)
      const rows = archive.rows(name)
      assert.equal(lines.length, rows.length, name)
      for (const [at, row] of rows.entries())
        for (const [column, key] of heading.entries()) {
          const value = row[key] ?? ''
          const cell = lines[at]?.[column] ?? assert.fail(`${name} lacks a cell`)
          const plain = Array.isArray(value) ? value.join(' | ') : `${value}`
          assert.equal(cell, /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain)
          assert.doesNotMatch(cell, /^[=+\-@\t\r]/)
        }
    }
    assert.ok(archive.csv('comments').some((cells) => cells.includes("'@SUM(A1) er ikke nok")))
    assert.ok(archive.csv('proposals').some((cells) => cells.some((cell) => cell.startsWith("'=1+1"))))
  })

  it('has a report that can be read, with what was agreed and what came of it', async () => {
    const { archive } = await takeOutAll()
    const report = (await archive.pdfText('aflevering.pdf')).replaceAll(/(\p{L})- (?=\p{Ll})/gu, '$1')
    for (const said of [
      'Aflevering',
      'Alle helhedsplaner',
      'Uddannelse og job',
      'Løfter og udfald',
      'Ændringer undervejs',
      'Vedtaget af Boligsocialt Forum, forslag 1. Enigt vedtaget.',
      'Parterne mødes en gang om måneden.',
      'Kontakter',
      'Ida Holt',
    ])
      assert.ok(report.includes(said), said)
    const [promise] = archive.rows('promises')
    assert.ok(report.includes(String(promise?.['outcomeInWords']).split('.')[0] ?? ''))
    assert.match(Buffer.from(archive.bytes('aflevering.pdf')).toString('latin1'), /pdfuaid|\/MarkInfo/)
    assert.match(await archive.pdfText(`aftaler/${slug}/udgave-2.pdf`), /Parterne mødes en gang om måneden/)
  })

  it('lets nothing later in, as of an earlier day', async () => {
    const { archive } = await takeOut({ on: '2026-11-25' })
    assert.deepEqual(archive.manifest.counts, { agreements: 2, versions: 2 })
    for (const path of archive.paths) {
      const said = path.endsWith('.pdf') ? await archive.pdfText(path) : archive.text(path)
      assert.doesNotMatch(said, new RegExp(later), path)
    }
    const version = archive.rows('versions').find((row) => row['agreement'] === slug)
    assert.deepEqual([version?.['version'], version?.['to']], [1, '2028-12-31'])
    assert.deepEqual(archive.rows('anchoring'), [])
    assert.ok(archive.rows('evidence').every((row) => String(row['happenedOn']) <= '2026-11-25'))
    assert.ok(archive.rows('promises').every((row) => row['outcomeOn'] === '2026-11-25' || row['state'] === 'ended'))
    const late = partnershipPartsOfRooms.flatMap(({ name, columns }) =>
      columns
        .filter(({ kind }) => kind === 'moment')
        .flatMap((column) =>
          archive.rows(name).filter((row) => String(row[column.name] ?? '') >= '2026-11-25T23:00:00Z'),
        ),
    )
    assert.deepEqual(late, [])
  })

  it('keeps to itself what was written about evidence, and people’s other names', async () => {
    const { archive } = await takeOutAll()
    for (const path of archive.paths.filter((one) => !one.endsWith('.pdf')))
      assert.doesNotMatch(archive.text(path), new RegExp(note), path)
    assert.deepEqual(
      archive.manifest.files.find(({ path }) => path === 'data/contacts.csv')?.columns?.map(({ name }) => name),
      ['post', 'organisation', 'plan', 'unit', 'name', 'email', 'phone', 'heldFrom', 'agreements'],
    )
  })

  it('is of one plan where one is asked for, and empty before anything was agreed', async () => {
    const { archive } = await takeOut({ on: '2026-12-05', plan: 'bølgen' })
    assert.equal(archive.manifest.plan, 'Bølgen')
    assert.equal(archive.manifest.counts.agreements, 2)
    await assert.rejects(takeOut({ on: '2026-12-05', plan: 'Findes ikke' }), { code: 'plan_not_found' })
    const empty = (await takeOut({ on: '2020-01-01' })).archive
    assert.deepEqual(empty.manifest.counts, { agreements: 0, versions: 0 })
    assert.deepEqual(empty.faults(), [])
    assert.deepEqual(empty.rows('promises'), [])
    assert.match(await empty.pdfText('aflevering.pdf'), /Ingen aftaler var trådt i kraft/)
  })

  it('is refused to a party, and leaves a trace when it is taken', async () => {
    await assert.rejects(takeOut({ on: '2026-12-05' }, await acting(own, 'Ida Holt')), { code: 'not_permitted' })
    const traces = () =>
      owner<{ number: number }>(
        `select count(*)::int as number from @audit_entry where verb = 'export.taken' and thing = 'partnership'`,
      )
    const [old] = await traces()
    await takeOut({ on: '2020-01-01' }, await acting(own, 'Pernille Skovgaard'))
    assert.equal((await traces())[0]?.number, (old?.number ?? 0) + 1)
  })
})

describe('the steps of making an archive', () => {
  it('are its parts, its versions, and a volume of the report for every 20 agreements', () => {
    const versions = Array.from({ length: 41 }, (_, at) => ({
      agreementVersionId: `v${at}`,
      agreementId: `a${at}`,
      slug: `s${at}`,
      agreement: 'x',
      number: 1,
      from: null,
      to: null,
    }))
    const scope = {
      day: Temporal.PlainDate.from('2026-11-21'),
      planId: null,
      plan: null,
      language: 'da',
      versions,
    } as const
    assert.equal(countSteps({ parts: [], scope }), 41 + 3)
    assert.equal(countSteps({ parts: [], scope: { ...scope, versions: versions.slice(0, 20) } }), 20 + 1)
    assert.equal(
      countSteps({ parts: partnershipPartsOfRooms, scope: { ...scope, versions: [] } }),
      partnershipPartsOfRooms.length + 1,
    )
  })
})
