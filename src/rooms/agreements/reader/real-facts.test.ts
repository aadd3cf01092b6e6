import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../../../platform/root.ts'
import type { AgreedActivity, AgreementDocument } from '../agreement-format.ts'
import { listFacts } from './list-facts.ts'
import { openSource } from './open-source.ts'
import { readForm } from './read-form.ts'
import { realFacts } from './real-facts.hashes.ts'
import { sevenQuestions } from './templates.ts'

const folder = join(projectRoot, '../shared/contracts')
const skip = existsSync(folder) ? false : 'the real contracts are not beside this project'

const names = skip === false ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
const longest = names.toSorted((a, b) => readFileSync(join(folder, b)).length - readFileSync(join(folder, a)).length)
const read = async (which: 'longer' | 'shorter'): Promise<AgreementDocument> => {
  const name = longest[which === 'longer' ? 0 : 1] ?? ''
  return readForm(await openSource(readFileSync(join(folder, name)), name), sevenQuestions)
}

const hashOf = (kind: string, fact: string): string =>
  createHash('sha256').update(`brobyg real facts 1|${kind}|${fact}`).digest('hex').slice(0, 10)

/** How many of the facts a person found were read, and how many of those read a person found. */
const compare = (agreement: AgreementDocument, which: 'longer' | 'shorter') => {
  const wanted = Object.entries(realFacts[which]).flatMap(([kind, hashes]) =>
    hashes.split(' ').map((hash) => `${kind} ${hash}`),
  )
  const left = listFacts(agreement).map(({ kind, fact }) => `${kind} ${hashOf(kind, fact)}`)
  const said = left.length
  const missed = wanted.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const met = wanted.length - missed.length
  return { recall: met / wanted.length, precision: met / said, missed: missed.map((one) => one.split(' ')[0]), wanted }
}

const sections = (activity: AgreedActivity): string =>
  activity.sections
    .map(({ kind, text }) => {
      const lines = text.split('\n')
      return `${kind} ${lines.length}/${lines.filter((line) => line.trimStart().startsWith('• ')).length}`
    })
    .join(', ')

const asked = (agreement: AgreementDocument, about: RegExp): number =>
  agreement.questions.filter((question) => about.test(question.about)).length

describe('reading the real contracts', { skip }, () => {
  for (const which of ['longer', 'shorter'] as const) {
    it(`finds what a person finds in the ${which} one, and little else`, async () => {
      const { recall, precision, missed, wanted } = compare(await read(which), which)
      assert.ok(wanted.length > 140)
      assert.ok(recall >= 0.97, `recall ${recall.toFixed(3)}, missed ${missed.join(', ')}`)
      assert.ok(precision >= 0.97, `precision ${precision.toFixed(3)}`)
    })
  }

  it('reads the frames and prices in whole øre', async () => {
    const longer = await read('longer')
    const shorter = await read('shorter')
    assert.deepEqual(
      longer.frames.map((frame) => frame.amountOere),
      [483935800, 533500000],
    )
    assert.deepEqual(
      shorter.frames.map((frame) => frame.amountOere),
      [138623500, null],
    )
    assert.deepEqual(
      longer.activities.flatMap(({ id, amounts }) =>
        amounts.map((amount) => `${id} ${amount.amountOere} ${amount.per}`),
      ),
      [
        'a1 500000 workshop',
        'a2 2000000 year',
        'a3.2 51800 month',
        'a4 40000000 period',
        'a4 40000000 period',
        'a4 50000000 year',
        'a4 200000000 period',
        'a4 80000000 period',
        'a4 40000000 helhedsplan',
      ],
    )
  })

  it('reads the days', async () => {
    for (const which of ['longer', 'shorter'] as const) {
      const { signedOn, validDuring } = await read(which)
      assert.equal(signedOn, '2012-11-29')
      assert.deepEqual(validDuring, { from: '2013-01-01', to: '2016-12-31' })
    }
    assert.deepEqual(
      (await read('shorter')).otherActivities.map((other) => other.validDuring),
      [null, null, { from: '2012-07-01', to: '2014-06-30' }, null],
    )
  })

  it('joins the rows a page break split, a heading cut in the middle and a footnote between', async () => {
    const { activities } = await read('longer')
    assert.deepEqual(
      activities.map((activity) => `${activity.id}: ${sections(activity)}`),
      [
        'a1: purpose 6/0, posts 5/3, responsibilities 12/8, economy 1/0, venues 2/0, anchoring 2/0, revision 1/0',
        'a2: purpose 4/0, posts 4/2, responsibilities 6/0, economy 2/0, venues 1/0, anchoring 1/0, revision 1/0',
        'a3: purpose 6/0',
        'a3.1: purpose 5/3, posts 5/3, responsibilities 3/0, venues 1/0, anchoring 1/0, revision 1/0',
        'a3.2: purpose 2/0, posts 5/3, responsibilities 3/0, venues 2/0, anchoring 1/0, revision 1/0',
        'a4: purpose 17/13, posts 5/3, responsibilities 2/0, economy 4/0, venues 3/0, anchoring 9/6, revision 1/0',
        'a5: purpose 4/0, posts 4/2, responsibilities 7/4, venues 1/0, anchoring 1/0, revision 1/0',
      ],
    )
  })

  it('asks about the share that is not its fraction, the bare year, the missing post, the slips and the names', async () => {
    const longer = await read('longer')
    const shorter = await read('shorter')
    const share = longer.questions.find((question) => question.about === 'activities.a4.amounts.4.amountOere')
    assert.match(share?.text ?? '', /40,54 pct\..*800\.000 kr\..*10\.810,81 kr\./u)
    assert.equal(asked(longer, /^activities\.a3\.1\.reservations\.0\.until$/u), 1)
    assert.equal(asked(longer, /^coordination\.lead\.post$/u), 1)
    assert.equal(asked(longer, /^activities\.a1\.sections\.4\.text$/u), 1)
    assert.equal(asked(longer, /\.party$/u), 4)
    assert.equal(asked(shorter, /^frames\.0\.amountOere$/u), 1)
    assert.equal(asked(shorter, /^activities\.a1\.reservations\.0\.until$/u), 1)
  })

  it('leaves only lines of the cover without a place in the form', async () => {
    assert.deepEqual((await read('longer')).trace, { lines: 220, mapped: 139, unmapped: [13, 14, 19, 20, 21] })
    assert.deepEqual((await read('shorter')).trace, { lines: 135, mapped: 78, unmapped: [15, 16, 21, 22, 23] })
  })
})
