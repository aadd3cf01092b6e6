import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it, type TestContext } from 'node:test'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { type AgreementDocument, beginDraft } from '../../src/rooms/agreements/index.ts'
import { readContract } from '../../src/rooms/commitments/index.ts'
import { confirmAgreement } from '../../src/rooms/commitments/confirm-agreement.ts'
import { namedInAgreement } from '../../src/rooms/commitments/register-parties.ts'
import { nameKey } from '../../src/rooms/parties/match-names.rules.ts'
import { asProposed, listKnownNames, proposeMatches, type SamenessQuestion } from '../../src/rooms/parties/index.ts'

const folder = join(projectRoot, '../shared/contracts')
const skip = existsSync(folder) ? false : 'the real contracts are not beside this project'
const files = skip === false ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

/** Hashed, because the contracts' own words do not belong in this project. */
const hashOf = (name: string): string =>
  createHash('sha256').update(`brobyg one register 1|${name}`).digest('hex').slice(0, 8)

/** The names, as written, that a person found to be of one, in both contracts together: a line for each. */
const oneUnderSeveralNames = {
  organisation: [
    '0e5cad83 dc55d616',
    '4622da4b faf9ddb0',
    '59d62d07 753d081e a883b14c b6879ef0 f87885c2',
    'a2f67fad e344a178',
    'b14732d8 cae7e70c',
  ],
  plan: ['26f13fe7 ef6b31de', '314ed40e 636c95a9'],
  unit: ['04eeae70 1175fc6e', '4f8880f4 f4dd1aa1', 'ada17d61 bf76c751'],
}

/** Who a person found to stand under several titles, and how many. */
const withSeveralTitles = ['3f1548c7 2', '62940f91 2', '205aab3b 2']

describe('the two real contracts in one register', { skip }, () => {
  const own = clonedDatabase()
  const documents: AgreementDocument[] = []
  const asked: SamenessQuestion[] = []
  const platform = () => testPlatform(own.database)
  const rows = <Row>(statement: string) => runSql<Row>(platform(), system, statement)

  before(async () => {
    for (const file of files) {
      const bytes = readFileSync(join(folder, file))
      const { document, lines } = await readContract(bytes, file)
      const { name, mediaType, sha256 } = document.source
      const draftId = await beginDraft(platform(), system, {
        source: { name, mediaType, sha256, bytes, lines },
        document,
      })
      const questions = proposeMatches(namedInAgreement(document), await readAs(platform(), system, listKnownNames))
      await confirmAgreement(platform(), system, {
        draftId,
        revision: 0,
        isPublished: false,
        answers: asProposed(questions),
      })
      documents.push(document)
      asked.push(...questions)
    }
  })

  const different = (names: readonly (string | null | undefined)[]) =>
    new Set(names.filter((name) => typeof name === 'string')).size
  const posts = () => documents.flatMap((document) => namedInAgreement(document).posts)

  it('are one set of organisations, units and people', async (t: TestContext) => {
    const [after] = await rows<
      Record<string, number>
    >(`select (select count(*)::int from organisation) as organisations,
      (select count(*)::int from plan) as plans, (select count(*)::int from unit) as units, (select count(*)::int from post) as posts,
      (select count(*)::int from person) as people, (select count(*)::int from alias) as aliases`)
    const named = posts()
    const written = {
      organisations: different([
        ...named.map(({ organisation }) => organisation),
        ...documents.flatMap((one) => namedInAgreement(one).others),
      ]),
      plans: different(named.map(({ plan }) => plan)),
      units: different(named.map(({ organisation, unit }) => unit && `${organisation}|${unit}`)),
      posts: different(named.map(({ organisation, plan, unit, title }) => [organisation, plan, unit, title].join('|'))),
      people: different(named.map(({ holder }) => holder?.name)),
    }
    t.diagnostic(`as written: ${JSON.stringify(written)}`)
    t.diagnostic(`in the register: ${JSON.stringify(after)}; ${asked.length} questions`)
    assert.deepEqual(written, { organisations: 22, plans: 4, units: 29, posts: 51, people: 30 })
    assert.deepEqual(after, { organisations: 14, plans: 2, units: 24, posts: 42, people: 30, aliases: 6 })
  })

  /** Each thing's names as the contracts write them, hashed, where there are several. */
  const severalNames = async (kind: 'organisation' | 'plan' | 'unit', names: readonly (string | null)[]) => {
    const known = await readAs(platform(), system, listKnownNames)
    const all = { organisation: known.organisations, plan: known.plans, unit: known.units }[kind]
    const idOf = (name: string) => all.find((one) => one.names.some((called) => nameKey(called) === nameKey(name)))?.id
    const groups = Map.groupBy(new Set(names.filter((name) => name !== null)), idOf)
    assert.ok(!groups.has(undefined))
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => group.map(hashOf).toSorted().join(' '))
      .toSorted()
  }

  it('have each organisation, plan and unit once, under every name it is written by', async () => {
    const named = posts()
    assert.deepEqual(
      await severalNames(
        'organisation',
        named.map(({ organisation }) => organisation),
      ),
      oneUnderSeveralNames.organisation,
    )
    assert.deepEqual(
      await severalNames(
        'plan',
        named.map(({ plan }) => plan),
      ),
      oneUnderSeveralNames.plan,
    )
    assert.deepEqual(
      await severalNames(
        'unit',
        named.map(({ unit }) => unit),
      ),
      oneUnderSeveralNames.unit,
    )
  })

  it('are asked about once each, and not of what differs by case and signs alone', () => {
    assert.deepEqual(
      asked.map(({ kind }) => kind),
      ['organisation', 'organisation', 'organisation', 'organisation', 'unit', 'unit'],
    )
    for (const { name, candidates } of asked)
      assert.ok(candidates.every((candidate) => nameKey(candidate.name) !== nameKey(name)))
  })

  it('keep one person with several titles as one person with several posts', async () => {
    const held = await rows<{
      name: string
      titles: string[]
    }>(`select person.name, array_agg(distinct lower(post.title)) as titles
      from holder join person using (person_id) join post using (post_id) group by person.person_id
      having count(distinct lower(post.title)) > 1 order by 1`)
    assert.deepEqual(
      held.map(({ name, titles }) => `${hashOf(name)} ${titles.length}`),
      withSeveralTitles,
    )
    const names = await rows('select from person group by name_key(name) having count(*) > 1')
    assert.equal(names.length, 0)
  })

  it('ask nothing when they are read again', async () => {
    const known = await readAs(platform(), system, listKnownNames)
    assert.deepEqual(
      documents.flatMap((document) => proposeMatches(namedInAgreement(document), known)),
      [],
    )
  })
})
