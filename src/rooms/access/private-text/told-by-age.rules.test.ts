import { describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { findPersons } from './person-free.rules.ts'
import { findToldByAge } from './told-by-age.rules.ts'

const told = (text: string): string[] => findToldByAge(text).map(({ at, length }) => text.slice(at, at + length))
const isMarked = (text: string): boolean => findPersons(text, { knownNames: [] }).length > 0

describe('somebody told by their age', () => {
  const somebody: readonly (readonly [text: string, marked: string])[] = [
    ['Truffet dreng, 15 år, med hash.', 'dreng, 15 år'],
    ['Lederen af flokken er 17 år, går på FGU.', 'er 17 år'],
    ['Naboen hørte den lille på fire år.', 'den lille på fire år'],
    ['Målvagten kom med blå mærker.', 'med blå mærker'],
  ]
  for (const [text, marked] of somebody) it(`is marked: ${text}`, () => assert.deepEqual(told(text), [marked]))

  const nobody = [
    'De fleste er 15 år, og mange kommer igen.',
    'En dreng på 10 år kan være med.',
    'Huset er 30 år, og taget er utæt.',
    'Aldersgrænsen er 13 år, men søskende må komme med.',
    'Aftalen er 4 år, og så ses den efter.',
  ]
  for (const text of nobody) it(`is nobody: ${text}`, () => assert.deepEqual(told(text), []))
})

describe('somebody told beside a group', () => {
  const marked = [
    'Formandens barnebarn var med i slagsmålet.',
    'Konflikten mellem de to familier på 3. sal i Blok B fortsætter.',
    'Kommentar fra al-masri: der mangler voksne.',
    'Eleven A.-S. Kroghøj har en handleplan.',
    'Politiet mener, at Bilal-gruppen er opløst.',
    'En enkelt, der lige er kommet hjem fra en sikret institution, skal have hjælp.',
    'Den pensionerede lærer i rækkehuset får besøg.',
  ]
  for (const text of marked) it(`is marked: ${text}`, () => assert.ok(isMarked(text)))

  const free = [
    'To familier kan dele en have.',
    'Folehaven-gruppen mødes tirsdag.',
    'En enkelt kan dog ikke alene løse det.',
    'Al-anon holder møde i beboerhuset.',
    'J.C. Hostrups Vej får nye lamper.',
  ]
  for (const text of free) it(`is let be: ${text}`, () => assert.ok(!isMarked(text)))
})
