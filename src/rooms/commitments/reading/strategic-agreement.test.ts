import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../../../platform/root.ts'
import { read } from './havneby-agreement.ts'
import { readSource } from './read-source.ts'

const told = (text: string) => read('milestones', text).map(({ kind, owedBy, notation }) => [kind, owedBy, notation])

describe('the promises of a strategic agreement', () => {
  it('reads a milestone with a day as a promise of those responsible, by that day', () => {
    const owed = ['Projektkoordinator', 'Ungemedarbejder', 'Pædagogisk leder af Juniorklubben Søstjernen']
    assert.deepEqual(told('• Senest den 1. marts 2027 er caféen åben'), [['task', owed, 'DEADLINE=2027-03-01']])
    assert.deepEqual(told('• 1. juni 2028: Caféen er også åben på Tangvej'), [['task', owed, 'DATE=2028-06-01']])
  })

  it('makes no promise of a milestone without a day', () => {
    assert.deepEqual(told('• Flere unge kommer i job'), [])
  })

  it('makes no promise of whom it is for, what is hoped for or who is responsible', () => {
    for (const kind of ['target_group', 'sub_goals', 'success_criteria', 'responsible', 'focus_areas'] as const) {
      assert.deepEqual(read(kind, 'Projektkoordinatoren mødes med mindst 20 unge hver uge.'), [])
      assert.equal(read('content', 'Projektkoordinatoren mødes med mindst 20 unge hver uge.').length, 1)
    }
  })

  it('finds those of the sample: the milestones, and what the chapters promise of the whole', async () => {
    const name = 'strategisk-aftale.txt'
    const { document } = await readSource(readFileSync(join(projectRoot, 'samples/havneby', name)), name)
    const milestones = document.activities.flatMap(({ id, sections, commitments }) =>
      commitments
        .filter(({ within }) => sections[within?.section ?? -1]?.kind === 'milestones')
        .map(({ owedBy, notation }) => `${id} ${owedBy.join('+')} ${notation}`),
    )
    assert.deepEqual(milestones, [
      'a2.1 Projektleder DEADLINE=2026-10-01',
      'a2.1 Projektleder QUANTITY=8 unit=volunteers;DEADLINE=2027-01-31',
      'a2.1 Projektleder DATE=2028-06-01',
      'a2.2 Ungevejleder DEADLINE=2026-11-15',
      'a2.3 Fritidsjobkonsulent QUANTITY=10 unit=young people;DEADLINE=2026-12-01',
      'a2.3 Fritidsjobkonsulent QUANTITY=100 unit=young people;DEADLINE=2029-06-30',
      'a3.1 Afdelingsleder DEADLINE=2026-09-01',
    ])
    const [whole] = document.activities
    const board = whole?.commitments.find(({ text }) => text.startsWith('Bestyrelsen mødes'))
    assert.deepEqual([board?.kind, board?.notation], ['meeting', 'FREQ=YEARLY;COUNT_PER_PERIOD=4'])
  })
})
