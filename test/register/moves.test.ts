import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clockAt } from '../../src/platform/clock.ts'
import { readAs } from '../../src/platform/database/index.ts'
import { testDatabase } from '../../src/platform/database/test-database.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { listMerges } from '../../src/rooms/parties/merge.queries.ts'
import { mergeParties, undoMerge } from '../../src/rooms/parties/merge-parties.ts'
import { movePosts, moveUnit } from '../../src/rooms/parties/move-unit.ts'
import { getOrganisation, getUnit, listRegister } from '../../src/rooms/parties/register.queries.ts'
import { treeOf } from '../../src/rooms/parties/register.rules.ts'
import { everything, idOf, openDoubled, toMerge } from './doubled-register.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('a unit that is moved', () => {
  const own = testDatabase()
  const on = (iso: string) => ({ ...testPlatform(own.database), clock: clockAt(`${iso}T12:00:00Z`) })

  const parentOn = async (unitId: string, iso: string) => {
    const { parentUnitId } = await readAs(on(iso), system, (tx) => getUnit(tx, unitId, day(iso)))
    return parentUnitId
  }
  const units = async () => {
    const [kept, lost] = [
      await idOf(on('2026-11-21'), 'unit', 'Kontoret'),
      await idOf(on('2026-11-21'), 'unit', 'Beboerkontoret'),
    ]
    const { organisationId } = await readAs(on('2026-11-21'), system, (tx) => getUnit(tx, lost, day('2026-11-21')))
    const { units } = await readAs(on('2026-11-21'), system, (tx) => listRegister(tx, day('2026-11-21')))
    const office = units.find((unit) => unit.organisationId === organisationId && unit.name === 'Kontoret')
    return { office: office?.unitId ?? kept, residents: lost, organisationId }
  }

  it('lies where it lay, as of the days before', async () => {
    const lead = await openDoubled(on('2026-11-21'))
    const { office, residents } = await units()
    await moveUnit(on('2026-11-23'), lead, residents, office)
    await moveUnit(on('2026-11-25'), lead, residents, null)
    await moveUnit(on('2026-11-25'), lead, residents, office)
    assert.deepEqual(
      await Promise.all(
        ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2027-01-01'].map((iso) => parentOn(residents, iso)),
      ),
      [null, office, office, office, office],
    )
  })

  it('goes along in a merge with where it lay, and comes back with it', async () => {
    const lead = await openDoubled(on('2026-11-21'))
    const { office, residents } = await units()
    await moveUnit(on('2026-11-23'), lead, residents, office)
    await moveUnit(on('2026-11-25'), lead, residents, null)
    const before = await everything(on('2026-11-26'))
    await mergeParties(on('2026-11-26'), lead, { kind: 'unit', keptId: residents, lostId: office })
    assert.equal(await parentOn(residents, '2026-11-24'), null)
    const [made] = await readAs(on('2026-11-26'), lead, listMerges)
    await undoMerge(on('2026-11-26'), lead, made?.mergeId ?? '')
    assert.deepEqual(await everything(on('2026-11-26')), before)
  })
})

describe('a post that is moved', () => {
  const own = testDatabase()
  const platform = () => testPlatform(own.database)

  it('goes along where the unit it was moved to becomes one with another, and comes back', async () => {
    const lead = await openDoubled(platform())
    const asked = await toMerge(platform(), 'unit', 'Beboerkontoret', 'Kontoret')
    const { organisationId } = await readAs(platform(), system, (tx) => getUnit(tx, asked.keptId, day('2026-11-21')))
    const register = () => readAs(platform(), system, (tx) => listRegister(tx, day('2026-12-24')))
    const { posts, units } = await register()
    const office = units.find((unit) => unit.organisationId === organisationId && unit.name === 'Kontoret')
    const moved = posts.find((post) => post.organisationId === organisationId && post.unitId === null)
    assert.ok(office && moved)
    const move = { organisationId, postIds: [moved.postId], to: { unitId: office.unitId }, from: day('2026-12-01') }
    await movePosts(platform(), lead, move)
    const before = await everything(platform())
    await mergeParties(platform(), lead, { ...asked, lostId: office.unitId })
    const after = await register()
    assert.equal(after.posts.find(({ postId }) => postId === moved.postId)?.unitId, asked.keptId)
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
    assert.deepEqual(await everything(platform()), before)
    assert.ok(await readAs(platform(), system, (tx) => getOrganisation(tx, organisationId, day('2026-11-21'))))
    assert.ok(treeOf(await register()).length > 5)
  })
})
