import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseNotation } from '../../commitments/index.ts'
import { splitClauses } from '../../agreements/index.ts'
import { forumKey, groupWordsIn, handoverCandidates, rulesPersonsOut } from './group-words.ts'
import { type ActivityToRead, readGroups } from './read-groups.rules.ts'

type Said = readonly [text: string, notation: string, owedBy?: readonly string[], kind?: string]

/** An activity of one section whose sentences are the promises given, and what else stands between them. */
const activity = (...sentences: readonly (Said | string)[]): ActivityToRead => {
  const text = sentences.map((one) => (typeof one === 'string' ? one : one[0])).join(' ')
  return {
    title: 'Klubberne og planen',
    sections: [{ clauses: splitClauses(text) }],
    promises: sentences.flatMap((one, at) => {
      if (typeof one === 'string') return []
      const [sentence, notation, owedBy = ['klubberne', 'planen'], kind = 'meeting'] = one
      const from = text.indexOf(sentence)
      const within = { section: 0, from, to: from + sentence.length }
      return [{ lineageId: `k${at}`, kind, text: sentence, rules: parseNotation(notation), owedBy, owedTo: [], within }]
    }),
  }
}

describe('reading the groups an activity tells of', () => {
  it('makes one group of a sentence that names its meetings', () => {
    const [group, ...more] = readGroups(
      activity(['Planen og klubberne holder tre samarbejdsmøder om året.', 'FREQ=YEARLY;COUNT_PER_PERIOD=3']),
    )
    assert.deepEqual(more, [])
    assert.equal(group?.name, 'Samarbejdsmøder')
    assert.equal(group?.kind, 'cooperation')
    assert.deepEqual(group?.seats, ['klubberne', 'planen'])
    assert.equal(group?.convening, 'unsaid')
  })

  it('goes on about the group spoken of just before, and begins a turn with the one who calls first', () => {
    const groups = readGroups(
      activity(
        ['Der holdes løbende koordineringsmøder mellem klubberne og planen.', 'FREQ=CONTINUOUS'],
        ['Planen indkalder til det første møde.', 'POSITION=FIRST_MEETING', ['planen']],
        [
          'Der holdes tre møder om året, og de skiftes til at indkalde.',
          'FREQ=YEARLY;COUNT_PER_PERIOD=3;ROTATION=convenor',
        ],
      ),
    )
    assert.equal(groups.length, 1)
    assert.equal(groups[0]?.convening, 'rotation')
    assert.equal(groups[0]?.convenor, 'planen')
    assert.deepEqual(groups[0]?.inTurn, ['klubberne', 'planen'])
    assert.deepEqual(
      groups[0]?.promises.map(({ role }) => role),
      ['cadence', 'convening', 'cadence'],
    )
  })

  it('knows a convenor of the first year', () => {
    const [group] = readGroups(
      activity(
        ['To samarbejdsmøder om året holdes med skolen.', 'FREQ=YEARLY;COUNT_PER_PERIOD=2'],
        ['Planen indkalder til møderne det første år.', '', ['planen']],
      ),
    )
    assert.equal(group?.convening, 'fixed')
    assert.equal(group?.isFirstYearOnly, true)
  })

  it('reads a focus group that may tell of nobody, its listed members, and who should call it some day', () => {
    const [group] = readGroups(
      activity(
        [
          'Skolen og planen mødes i fokusgruppemøder (skolens kontaktlærer, klubbens leder, en fra nærpolitiet) én gang om måneden, og der deles ikke personfølsomme oplysninger.',
          'FREQ=MONTHLY;COUNT_PER_PERIOD=1',
        ],
        [
          'Planen indkalder indtil videre, men gruppen skal på sigt forankres hos en anden aktør, gerne den lokale skole eller klubben.',
          '',
          ['planen'],
        ],
      ),
    )
    assert.equal(group?.kind, 'focus')
    assert.equal(group?.isPersonFree, true)
    assert.deepEqual(group?.seats, ['skolens kontaktlærer', 'klubbens leder', 'fra nærpolitiet'])
    assert.deepEqual(group?.handover?.candidates, ['lokale skole', 'klubben'])
  })

  it('reads a group by its list of members alone, and the notice it is called with', () => {
    const groups = readGroups(
      activity(
        'Styregruppen, som er områdechefen og planens leder, følger arbejdet.',
        ['Den mødes to gange om året.', 'FREQ=YEARLY;COUNT_PER_PERIOD=2', ['områdechefen']],
        ['Områdechefen indkalder med mindst tre ugers varsel.', 'NOTICE>=P3W', ['områdechefen']],
      ),
    )
    assert.equal(groups.length, 1)
    assert.equal(groups[0]?.kind, 'following')
    assert.equal(groups[0]?.noticeDays, 21)
    assert.equal(groups[0]?.convenor, 'områdechefen')
    assert.deepEqual(groups[0]?.seats.slice(0, 2), ['områdechefen', 'planens leder'])
  })

  it('leaves a weekly activity and a running talk alone', () => {
    assert.deepEqual(readGroups(activity(['Pigerne mødes hver tirsdag kl. 17.', 'FREQ=WEEKLY;BYDAY=TU'])), [])
    assert.deepEqual(readGroups(activity(['Koordinatoren har løbende sparring med lederen.', 'FREQ=CONTINUOUS'])), [])
  })

  it('keeps the groups of two sections apart', () => {
    const one = activity(['Alle parter mødes jævnligt i netværket.', 'FREQ=UNSPECIFIED_REGULAR'])
    const other = activity(['Alle mødes én gang årligt.', 'FREQ=YEARLY;COUNT_PER_PERIOD=1'])
    const groups = readGroups({
      ...one,
      sections: [...one.sections, ...other.sections],
      promises: [
        ...one.promises,
        ...other.promises.map((promise) => ({
          ...promise,
          lineageId: 'x',
          within: promise.within && { ...promise.within, section: 1 },
        })),
      ],
    })
    assert.deepEqual(
      groups.map(({ kind }) => kind),
      ['network', 'other'],
    )
  })

  it('never throws on any text, and takes time in line with its length', () => {
    const long = `${'Følgegruppen (a, b og c) mødes ikke om personsager, '.repeat(4000)}.`
    assert.ok(Array.isArray(readGroups(activity([long, 'FREQ=YEARLY;COUNT_PER_PERIOD=1']))))
  })
})

describe('the words of groups', () => {
  it('know compounds, words a page broke, and adjectives; and leave plain words alone', () => {
    const stems = (text: string) => groupWordsIn(text).map(({ stem }) => stem)
    assert.deepEqual(stems('fire årlige samarbejds møder'), ['samarbejd'])
    assert.deepEqual(stems('koordinerende møder og koordinationsmøder'), ['koordinering'])
    assert.deepEqual(stems('fokusgruppemøder i fokusgruppen'), ['fokusgruppe'])
    assert.deepEqual(stems('målgruppen og aldersgruppen holder fire årlige møder'), [])
    assert.deepEqual(stems('planlægnings- og evalueringsmøder').length, 1)
  })

  it('see one forum under two spellings', () => {
    assert.equal(forumKey('Boligsocialt Forum i Havneby'), forumKey('Boligsocialt forum, Havneby'))
  })

  it('know when persons are ruled out, and who may take over', () => {
    assert.equal(rulesPersonsOut('Der deles ikke personfølsomme oplysninger.'), true)
    assert.equal(rulesPersonsOut('Vi samarbejder om personalet.'), false)
    assert.deepEqual(handoverCandidates('Opgaven bør ligge i en af klubberne.'), ['klubberne'])
    assert.deepEqual(handoverCandidates('Alt bliver som det er.'), [])
  })
})
