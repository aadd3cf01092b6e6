import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inLanguage, keptAs, standingPoint, wordsOfStanding } from './item-words.ts'

const [da, en] = [standingPoint('next_meeting'), standingPoint('next_meeting', 'en')]
const words = wordsOfStanding({ wordsKey: 'next_meeting', ...da })

describe('what Brobyg writes on an agenda', () => {
  const shown: readonly (readonly [says: string, title: string, body: string, inEnglish: readonly [string, string]])[] =
    [
      ['is read in the reader’s language', da.title, da.body, [en.title, en.body]],
      [
        'keeps its title where the group words the body',
        da.title,
        'Vi holder det på skolen.',
        [en.title, 'Vi holder det på skolen.'],
      ],
      ['keeps its body where the group words the title', 'Hvornår igen?', da.body, ['Hvornår igen?', en.body]],
      ['stands as it was typed where all of it was', 'Andet', 'Mere', ['Andet', 'Mere']],
    ]
  for (const [says, title, body, inEnglish] of shown)
    it(says, () => {
      const item = inLanguage({ title, body, words }, 'en')
      assert.deepEqual([item.title, item.body], inEnglish)
      assert.deepEqual(inLanguage({ title, body, words }, 'da'), { title, body, words })
    })

  it('is the same where the group typed it in its own words from the first', () =>
    assert.equal(inLanguage({ title: da.title, body: '', words: null }, 'en').title, da.title))

  it('is kept as its own when it is saved as it was shown, in either language', () => {
    assert.deepEqual(keptAs(words, en), da)
    assert.deepEqual(keptAs(words, da), da)
    assert.deepEqual(keptAs(words, { title: en.title, body: 'At school.' }), { title: da.title, body: 'At school.' })
    assert.deepEqual(keptAs(null, en), en)
  })

  it('goes along as a point what of a standing item is still its own', () => {
    const changed = wordsOfStanding({ wordsKey: 'next_meeting', title: da.title, body: 'På skolen' })
    assert.deepEqual(changed?.en, { title: en.title, body: 'På skolen' })
    assert.equal(wordsOfStanding({ wordsKey: null, ...da }), null)
  })
})
