import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { partnershipPartsOfRooms } from './partnership-parts.ts'
import { readAs } from './platform/database/index.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { type Actor, system } from './rooms/access/index.ts'
import {
  actAs,
  commentOnProposal,
  documentHash,
  getVersionOn,
  proposeChange,
  putProposal,
} from './rooms/agreements/index.ts'
import { addJournalEntry } from './rooms/agreements/journal/add-journal-entry.ts'
import { takeOutPartnership } from './rooms/commitments/index.ts'
import { planAnchoring } from './rooms/commitments/plan-anchoring.ts'
import { openArchive } from './rooms/commitments/partnership-export/test-archive.ts'
import { recordEvidence } from './rooms/commitments/record-evidence.ts'
import { decideProposal } from './rooms/commitments/revision/decide-proposal.ts'
import { settleReservation } from './rooms/commitments/settle-reservation.ts'
import { listHeldPosts } from './rooms/parties/index.ts'
import { loadSampleIfEmpty } from './sample.ts'

const slug = 'havneby-boern-unge-og-familie'
const day = (iso: string) => Temporal.PlainDate.from(iso)
/** Stands only in what came after 25 November 2026. */
const later = 'KANARIEFUGL-SENERE'
/** What was written about evidence is not taken out. */
const note = 'KANARIEFUGL-NOTE'

describe('the whole partnership as one archive', () => {
  const own = clonedDatabase()
  const platformOn = (moment = '2026-11-21T12:00:00Z') => testPlatform(own.database, moment)
  const owner = <Row extends object>(query: string) =>
    runSqlAsOwner<Row>(own.url, query.replaceAll('@', `${own.database.schema}.`))

  const acting = async (name: string): Promise<Actor> => {
    const posts = await readAs(platformOn(), system, (tx) => listHeldPosts(tx, day('2026-11-21')))
    const post = posts.find((one) => one.name === name)
    assert.ok(post)
    return (await actAs(platformOn(), post.personId, post.postId)).actor
  }

  const takeOut = async (asked: { on: string; plan?: string }, actor: Actor = system) => {
    const pieces: Uint8Array[] = []
    const steps: number[] = []
    await takeOutPartnership(platformOn('2026-12-06T12:00:00Z'), actor, {
      asked: { day: day(asked.on), plan: asked.plan ?? null, language: 'da' },
      parts: partnershipPartsOfRooms,
      partnership: 'Havneby',
      take: (piece) => pieces.push(piece),
      tell: async (done, all) => {
        steps.push(done)
        assert.ok(done <= all)
      },
    })
    const bytes = Buffer.concat(pieces)
    return { bytes, steps, archive: openArchive(bytes) }
  }
  let whole: ReturnType<typeof takeOut> | undefined
  /** All of it on 5 December, taken out once. */
  const takeOutAll = () => (whole ??= takeOut({ on: '2026-12-05' }))

  before(async () => {
    const [november, december] = [platformOn(), platformOn('2026-12-05T12:00:00Z')]
    await loadSampleIfEmpty(november)
    const [ida, pernille] = [await acting('Ida Holt'), await acting('Pernille Skovgaard')]
    const propose = async (platform: typeof november, title: string, on: string) => {
      const version = await readAs(platform, ida, (tx) => getVersionOn(tx, slug, day(on)))
      const words = { heading: 'Mere', text: `Parterne mødes en gang om måneden. ${title}` }
      const base = { slug, baseVersionId: version.agreementVersionId }
      const change = { place: 'a1/ny', words, title, reason: 'Det hjælper.', wantedFromOn: null }
      return proposeChange(platform, ida, { ...base, ...change })
    }
    const adopted = await propose(november, '=1+1;"mere"\nhver måned', '2026-11-21')
    await commentOnProposal(november, pernille, adopted, { text: '@SUM(A1) er ikke nok', stance: 'remark' })
    await putProposal(november, ida, { proposalId: adopted, revision: 0 })
    await decideProposal(november, pernille, {
      proposalId: adopted,
      revision: 0,
      outcome: 'adopted',
      decidedOn: day('2026-11-21'),
      forum: 'Boligsocialt Forum',
      meetingRef: '4/2026',
      note: 'Enigt vedtaget.',
      from: day('2026-12-01'),
    })
    const open = await propose(december, later, '2026-12-05')
    await commentOnProposal(december, ida, open, { text: later, stance: 'for' })
    const plan = { activityId: 'a1', takenOverBy: later, byOn: null, proof: later, takenOverOn: null, number: 0 }
    await planAnchoring(december, ida, slug, { ...plan, state: 'agreed' })
    const entry = { happenedOn: day('2026-12-04'), direction: 'in', documentNumber: null, isShared: true } as const
    await addJournalEntry(december, ida, slug, { ...entry, theme: later })
    const [promise] = await owner<{ id: string }>(
      `select c.commitment_id as id from @commitment c join @agreement_version v using (agreement_version_id)
       where v.number = 2 order by c.position limit 1`,
    )
    const done = { commitmentId: promise?.id ?? '', quantity: 7, note, link: null }
    await recordEvidence(december, ida, { ...done, happenedOn: '2026-12-03' })
    const [reservation] = await owner<{ id: string }>(
      `select r.reservation_id as id from @reservation r join @agreement_version v using (agreement_version_id) where v.number = 2 limit 1`,
    )
    const settled = { reservationId: reservation?.id ?? '', settlements: 0, outcome: 'goes_on', endedOn: null } as const
    await settleReservation(december, ida, settled)
    await owner(`insert into @alias (alias_id, organisation_id, name, settled_at, settled_by)
      select gen_random_uuid(), organisation_id, '${later}', '2026-12-04T10:00:00Z', 'x' from @organisation limit 1`)
  })

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
          const plain = Array.isArray(value) ? value.join(' | ') : String(value)
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
    await assert.rejects(takeOut({ on: '2026-12-05' }, await acting('Ida Holt')), { code: 'not_permitted' })
    const traces = () =>
      owner<{ number: number }>(
        `select count(*)::int as number from @audit_entry where verb = 'export.taken' and thing = 'partnership'`,
      )
    const [old] = await traces()
    await takeOut({ on: '2020-01-01' }, await acting('Pernille Skovgaard'))
    assert.equal((await traces())[0]?.number, (old?.number ?? 0) + 1)
  })
})
