import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample } from './test-visitor.ts'

const contract = '/aftaler/havneby-boern-unge-og-familie'
const blank = { art: 'meeting', skylder: '', til: '' }

describe('a term typed that cannot be meant', () => {
  const database = testDatabase(theSample)
  const signIn = async () => (await openSample(testPlatform(database.database))).signIn('Ida Holt')

  it('is refused beside its field, with the rest of what was typed kept', async () => {
    const visitor = await signIn()
    const promise = /href="(\/loefter\/[\w-]{36})/.exec(await visitor.text(contract))?.[1] ?? ''
    const correct = async (frist: string) =>
      visitor.send(`${promise}/ret`, { ...blank, ord: 'Holder et møde', frist, rettelser: '0', goer: 'gem' })
    for (const [frist, sentence] of [
      ['senest 1. marts 2019', /Fristen ligger uden for aftalens løbetid/],
      ['FREQ=YEARLY;COUNT_PER_PERIOD=0', /antallet er 0/],
      ['SHARE=140%', /højst være 100 %/],
      ['FREQ=WEEKLY;FREQ=YEARLY', /modsiger hinanden/],
    ] as const) {
      const answer = await correct(frist)
      const page = await answer.text()
      assert.equal(answer.status, 422, frist)
      assert.match(page, sentence)
      assert.match(page, /Holder et møde/)
    }
    assert.equal((await correct('senest 1. marts 2027')).status, 303)
  })

  it('is refused for a promise written by hand, too', async () => {
    const visitor = await signIn()
    const byHand = { ...blank, aktivitet: 'a1', ord: 'Holder et møde' }
    const refused = await visitor.send(`${contract}/nyt-loefte`, { ...byHand, frist: 'senest 1. marts 2019' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Fristen ligger uden for aftalens løbetid/)
    assert.equal((await visitor.send(`${contract}/nyt-loefte`, { ...byHand, frist: 'to gange om året' })).status, 303)
  })
})
