import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isOwedBy, type Place } from './owed-by.rules.ts'

const post = (title: string | null, organisation: string, at: Partial<Place> = {}): Place => ({
  title,
  organisation,
  plan: null,
  unit: null,
  ...at,
})

const coordinator = post('projektkoordinator', 'Boligforeningen Fyret', { plan: 'Bølgen' })
const worker = post('boligsocial medarbejder', 'Boligselskabet Sundlyst', { plan: 'Bølgen' })
const youth = post('ungemedarbejder', 'Almenbolig Strand', { plan: 'Kajkanten' })
const dokken = post('pædagogisk leder', 'Børne- og Skoleforvaltningen', { unit: 'Ungdomsklubben Dokken' })
const stjernen = post('pædagogisk leder', 'Børne- og Skoleforvaltningen', { unit: 'Juniorklubben Søstjernen' })
const guides = post('projektleder for FritidsLodserne', 'Kultur- og Idrætsforvaltningen')
const family = post('familierådgiver', 'Social- og Arbejdsmarkedsforvaltningen', { unit: 'Familiehuset Sundstrand' })
const everyone = { coordinator, worker, youth, dokken, stjernen, guides, family }

const owing = (name: string, contacts: readonly Place[] = []): string[] =>
  Object.entries(everyone)
    .filter(([, one]) => isOwedBy([name], one, contacts))
    .map(([who]) => who)

describe('who a promise is owed by', () => {
  const cases: [name: string, posts: string[]][] = [
    ['helhedsplanen Bølgen', ['coordinator', 'worker']],
    ['Bølgen', ['coordinator', 'worker']],
    ['BØLGEN', ['coordinator', 'worker']],
    ['Ungemedarbejder i Kajkanten', ['youth']],
    ['Ungemedarbejderen i helhedsplanen Kajkanten', ['youth']],
    ['Ungemedarbejder i Bølgen', []],
    ['medarbejdere i Bølgen', ['coordinator', 'worker']],
    ['koordinator i Bølgen', ['coordinator']],
    ['boligsociale medarbejdere i Bølgen', ['worker']],
    ['Dokken', ['dokken']],
    ['Dokkens pædagogiske leder', ['dokken']],
    ['Ungdomsklubben Dokken', ['dokken']],
    ['Børne- og Skoleforvaltningen', ['dokken', 'stjernen']],
    ['Børne- og Skoleforvaltningen (BSF)', ['dokken', 'stjernen']],
    ['Kultur- og Idrætsforvaltningen, Fritid', ['guides']],
    ['Projektleder', ['guides']],
    ['Projektlederen for FritidsLodserne', ['guides']],
    ['familierådgiverne', ['family']],
    ['Familierådgivere fra Familiehuset Sundstrand', ['family']],
    ['Familiehuset Sundstrand, Tværkajen', ['family']],
    ['Boligforeningen Fyret og Boligselskabet Sundlyst', ['coordinator', 'worker']],
    ['Boligforeningen Havblik', []],
    ['nærpolitiet', []],
    ['', []],
  ]
  for (const [name, posts] of cases)
    it(`reads "${name}" as ${posts.join(', ') || 'none of them'}`, () => {
      assert.deepEqual(owing(name), posts)
    })

  it('takes a bare title for the post that the activity names by it', () => {
    assert.deepEqual(owing('Pædagogisk leder'), ['dokken', 'stjernen'])
    assert.deepEqual(owing('Pædagogisk leder', [dokken, youth]), ['dokken'])
  })

  it('takes a word of many for those of the kind that the activity names', () => {
    assert.deepEqual(owing('klubberne'), [])
    assert.deepEqual(owing('klubberne', [dokken, youth]), ['dokken'])
    assert.deepEqual(owing('Parterne', [dokken, youth]), ['youth', 'dokken'])
    assert.deepEqual(owing('alle relevante parter', [family]), ['family'])
    assert.deepEqual(owing('helhedsplanerne', [coordinator, dokken]), ['coordinator', 'worker'])
    assert.deepEqual(owing('helhedsplanernes medarbejdere', [youth]), ['youth'])
    assert.deepEqual(owing('boligsociale medarbejdere i helhedsplanerne', [worker, youth]), ['worker'])
    assert.deepEqual(owing('Boligorganisationerne', [coordinator, guides]), ['coordinator', 'worker'])
  })

  it('takes a place without a post for all that is owed by someone there', () => {
    const plan = post(null, '', { plan: 'Kajkanten' })
    assert.ok(isOwedBy(['Ungemedarbejder i Kajkanten'], plan, []))
    assert.ok(isOwedBy(['Værftet', 'helhedsplanen Kajkanten'], plan, []))
    assert.ok(!isOwedBy(['helhedsplanen Bølgen'], plan, []))
  })
})

describe('a place with other names', () => {
  const post = { title: 'leder', organisation: 'Børne- og Ungdomsforvaltningen', plan: null, unit: null }

  it('is meant by each of them', () => {
    assert.equal(isOwedBy(['BUF'], post, []), false)
    assert.equal(isOwedBy(['BUF'], { ...post, otherNames: ['BUF'] }, []), true)
    assert.equal(isOwedBy(['Leder i BUF'], { ...post, otherNames: ['BUF'] }, []), true)
    assert.equal(isOwedBy(['KFF'], { ...post, otherNames: ['BUF'] }, []), false)
  })
})
