import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { ReadCommitment } from '../../agreements/index.ts'
import { readSource } from './read-source.ts'

/** Promises a person found in two contracts, by the hash of the file and of their sentence: kinds that fit, and the notation ('' = no term). */
const found: Record<string, [sentence: string, kinds: string, notation: string][]> = {
  '6fb5a7ae008bd423': [
    ['864cd1dfafdf2be4', 'session', 'QUANTITY<=6 unit=workshops per=area'],
    ['f79240b7814df7f7', 'session', 'FREQ=YEARLY;SEASON=LATE_SPRING,LATE_AUTUMN'],
    ['d59c682b2aff343d', 'session', 'QUANTITY<=6/YEAR unit=workshops per=area'],
    ['4e820766e154fbaa', 'inform|task', ''],
    ['c6688d99963a4bd9', 'staffing', ''],
    ['7d5755c3f6e1146a', 'planning', ''],
    ['574e9a4d06028b5f', 'session', ''],
    ['dd9fa42e8a74d9ec', 'inform', ''],
    ['57c3d6a4d75b1967', 'task', ''],
    ['90eccbb0e47ac13a', 'task', ''],
    ['643ca05617c9c102', 'meeting', 'FREQ=ON_DEMAND'],
    ['837023121bfbd936', 'planning', 'FREQ=YEARLY;BYMONTH=2,9'],
    ['142fa8d4af512365', 'payment', 'AMOUNT=5000 DKK per=workshop'],
    ['48bd392edd0625ec', 'task', 'FREQ=CONTINUOUS'],
    ['e4c65fa679ff3695', 'task', ''],
    ['20d1fe5f0d7ef1de', 'task', ''],
    ['94a6f697b8df2bdb', 'meeting', 'FREQ=CONTINUOUS'],
    ['e081d5775e2b5c20', 'task', ''],
    ['733b7312feaf3800', 'staffing', ''],
    ['0862caed354f83b2', 'inform', ''],
    ['d214345f9cfd039c', 'staffing', 'QUANTITY=12/WEEK unit=hours;VALID=2013-01-01/..'],
    ['b0923b3041d928a6', 'presence', ''],
    ['d395118d2c4b85b5', 'task', ''],
    ['533dbaed2d690f04', 'inform', 'FREQ=CONTINUOUS'],
    ['045d2324baba6aa5', 'meeting', 'FREQ=ON_DEMAND'],
    ['262f2ca1e84cdf0c', 'payment', 'QUANTITY=12/WEEK unit=hours'],
    ['9f94be356754dc4b', 'payment', 'AMOUNT=20000 DKK/YEAR'],
    ['6175a0f4b947f17a', 'session', 'FREQ=WEEKLY;COUNT_PER_PERIOD=1'],
    ['b738768014b2d895', 'meeting', 'FREQ=UNSPECIFIED_REGULAR'],
    ['2b37becb8bda9098', 'meeting', 'FREQ=YEARLY;COUNT_PER_PERIOD=1'],
    ['3305b170458f48e5', 'meeting', ''],
    ['bbc88b3af3a5bb90', 'task|inform', ''],
    ['a1f2c6907467328c', 'planning', ''],
    ['981bfd131b67d1b4', 'meeting', 'FREQ=MONTHLY;INTERVAL=3;COUNT_PER_PERIOD>=1 + FREQ=ON_DEMAND'],
    ['5f18ae7d476a60c5', 'meeting', 'FREQ=YEARLY;COUNT_PER_PERIOD=4'],
    ['c53892e89804e2bc', 'planning', ''],
    ['1d1a6785deab04c1', 'inform|meeting', ''],
    ['a2f23eaaf1a35d22', 'task|availability', 'FREQ=ON_DEMAND'],
    ['974044212349f379', 'task', ''],
    ['36a063370ffeaf66', 'staffing', 'FREQ=WEEKLY;COUNT_PER_PERIOD=1'],
    ['68600c4f5a9f55c6', 'task|session', ''],
    ['9a9b9e3b5e8eae11', 'availability', ''],
    ['337379e476177e70', 'availability', 'AMOUNT=518 DKK/MONTH per=place'],
    ['da569f9339ef4f21', 'session', 'FREQ=YEARLY;COUNT_PER_PERIOD=1'],
    ['3f50ac2a5064b298', 'task|presence', ''],
    ['8ae18de7b3cfcdab', 'meeting', 'FREQ=YEARLY;COUNT_PER_PERIOD=2 + FREQ=ON_DEMAND;SCOPE=participants'],
    ['af4533c39e7446ca', 'task|planning', ''],
    ['51b3ead40e1f3524', 'meeting', ''],
    ['6fb150c48f88b4d1', 'meeting', 'FREQ=CONTINUOUS'],
    ['71a53c05569e26d2', 'meeting', ''],
    ['373d3367918aca5f', 'meeting', 'FREQ=YEARLY;COUNT_PER_PERIOD=3;ROTATION=convenor'],
    ['987f9dc380d2be3a', 'task|planning', ''],
    ['b6f249d52301d4e8', 'meeting', 'FREQ=MONTHLY;COUNT_PER_PERIOD=1'],
    ['4bca5b09d2c064f1', 'task', ''],
    ['97ff8cfe9c6afae3', 'meeting', ''],
    ['101159f448bb3c72', 'availability', ''],
    ['68fcff9513f0f1ad', 'planning', ''],
    [
      'be26dbed0747ef69',
      'presence',
      'FREQ=WEEKLY;COUNT_PER_PERIOD=2;QUANTITY=7.5/WEEK unit=hours per=plan;APPROX=true',
    ],
    ['bf9417c693394c95', 'staffing|presence', ''],
    ['7af034caaa9641f7', 'planning', 'DATE=2012-12(END)'],
    ['4e49d352f93a5323', 'payment', ''],
    ['36d7c1df759c0cd8', 'payment', 'AMOUNT=400000 DKK;VALID=2013/2016;APPROX=true'],
    ['c5744867ee855abf', 'payment', 'AMOUNT=400000 DKK;VALID=2013/2016;APPROX=true'],
    ['65a99cbd2065177f', 'payment', 'PAYMENT=QUARTERLY;TIMING=IN_ARREARS'],
    ['3eb10dcbd45adccb', 'notice', 'NOTICE=P1M'],
    ['f61d7e135612f2d6', 'availability', ''],
    ['7bfa5f7e91e20104', 'availability', ''],
    ['df89e2879aceced9', 'task|planning', 'FREQ=CONTINUOUS'],
    ['fb18ec952ea95e74', 'planning', 'FREQ=CONTINUOUS'],
    ['f1b36349ccddabbc', 'planning|meeting', 'FREQ=CONTINUOUS'],
    [
      '57e74cfa8d080d50',
      'payment',
      'SHARE=40%;RATIO=15/37;AMOUNT=800000 DKK;AMOUNT=400000 DKK per=plan;VALID=2013/2016',
    ],
    ['28c5e644b9ab419f', 'task|session', ''],
    ['74bc7d66e6e46503', 'task', ''],
    ['8cc1d65e50d91e8b', 'inform', ''],
    ['8c7369f20ff44249', 'meeting', 'FREQ=YEARLY;COUNT_PER_PERIOD=1'],
    ['c0a11dd581aa1381', 'presence', 'FREQ=ON_DEMAND'],
    ['9a1653f49227b838', 'task|presence', 'FREQ=YEARLY;COUNT_PER_PERIOD=1'],
    ['430e15569cfa0615', 'task', ''],
  ],
  '8f94400f8543c42b': [
    ['b12b95ed9a410aa6', 'task', ''],
    ['b26f95c23f2d220a', 'task', ''],
    ['a5d9c9787b26cffd', 'task', ''],
    ['37b946a63286ca34', 'task', 'VALID=2013-01/..'],
    ['0e3ce5f60a911cff', 'task', ''],
    ['ae75a898cfa4e39d', 'task|inform', ''],
    ['45c737a232a3b25e', 'task', ''],
    ['2dbd52283caaf989', 'session|task', ''],
    ['cb41bfe908aad366', 'task', ''],
    ['954577e3f7375bc7', 'task', ''],
    ['864cf0ec9d1cdae1', 'planning', ''],
    ['5f8c6148a9926bd4', 'session', ''],
    ['6e21814a89231a11', 'inform|task', ''],
    ['24ea3309a7fc48c3', 'meeting', 'FREQ=HALFYEARLY;COUNT_PER_PERIOD=1'],
    ['4d76c0dddd447aa9', 'task', ''],
    ['46827d9814191ba6', 'task', ''],
    ['295ac0342e0452b9', 'session|task', ''],
    ['0eb2bddb3225ad51', 'availability', ''],
    ['709a27ba85de86c3', 'availability', ''],
    ['0ec0a04e65561032', 'inform|planning|notice', ''],
    [
      '28f7cb07b42f2603',
      'session|presence',
      'FREQ=WEEKLY;COUNT_PER_PERIOD=1;BYDAY=TU;TIME=09:00-15:00;QUANTITY=2 unit=job consultants',
    ],
    ['f7dad2050c48e9c2', 'availability', ''],
    ['a10b04806b2b3c52', 'session', ''],
    ['14736147ada4e0a8', 'availability', ''],
    ['5f3815b39ce43ca3', 'availability', 'FREQ=WEEKLY;COUNT_PER_PERIOD=1'],
    ['cf18567656d10fc7', 'availability', ''],
    ['b619f4056d3ef13e', 'task', 'FREQ=CONTINUOUS'],
    ['f578df7df1266746', 'meeting', 'FREQ=AD_HOC'],
    ['efce99205d4e1765', 'session|availability', 'FREQ=WEEKLY;COUNT_PER_PERIOD=3'],
    ['ebf129b7ae4f247b', 'session|availability', 'FREQ=WEEKLY;COUNT_PER_PERIOD=2'],
    ['8260d0b3bf60efdb', 'task', ''],
    ['18347c202ebf5e3f', 'task', 'DEADLINE_REL=reference_date+P1M'],
    ['e9b27556c83393e3', 'task', ''],
    ['fc2cfbab6e4c003a', 'task', ''],
  ],
}

const folder = new URL('../../../../../shared/contracts/', import.meta.url)

const hashOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The contracts at hand by their hash; none where the folder is missing. */
const contracts = new Map(
  (existsSync(folder) ? readdirSync(folder) : []).map((name) => {
    const bytes = readFileSync(new URL(name, folder))
    return [hashOf(bytes), bytes]
  }),
)

const share = (right: number, all: number): number => Math.round((1000 * right) / all) / 10

const readPromises = async (contract: string): Promise<ReadCommitment[]> => {
  const bytes = contracts.get(contract)
  assert.ok(bytes)
  const { document } = await readSource(bytes, 'contract.txt')
  return [...document.activities, ...document.otherActivities].flatMap(({ commitments }) => commitments)
}

describe('the promises of the real contracts', () => {
  for (const [contract, expected] of Object.entries(found)) {
    const skip = !contracts.has(contract) && 'the real contracts are not here'
    it(`are found in contract ${contract.slice(0, 4)}, with their kind and term`, { skip }, async (test) => {
      const read = new Map(
        (await readPromises(contract)).map((promise) => [hashOf(promise.text.replace(/\s+/gu, ' ')), promise]),
      )
      const recalled = expected.filter(([sentence]) => read.has(sentence))
      const rightKind = recalled.filter(([sentence, kinds]) =>
        kinds.split('|').includes(read.get(sentence)?.kind ?? ''),
      )
      const dated = expected.filter(([, , notation]) => notation !== '')
      const rightTerm = dated.filter(([sentence, , notation]) => read.get(sentence)?.notation === notation)
      const others = [...read.keys()].filter((sentence) => expected.every(([known]) => known !== sentence))
      test.diagnostic(
        `found ${recalled.length} of ${expected.length}, kinds right ${rightKind.length}, terms right ${rightTerm.length} of ${dated.length}, further ${others.length}`,
      )
      assert.ok(share(recalled.length, expected.length) >= 95, `found ${recalled.length} of ${expected.length}`)
      assert.ok(
        share(rightKind.length, recalled.length) >= 95,
        `kind right in ${rightKind.length} of ${recalled.length}`,
      )
      assert.ok(share(rightTerm.length, dated.length) >= 90, `term right in ${rightTerm.length} of ${dated.length}`)
      assert.ok(share(others.length, read.size) <= 15, `${others.length} of ${read.size} are no promise a person named`)
    })

    it(`are owed by somebody in contract ${contract.slice(0, 4)}`, { skip }, async () => {
      const owners = (await readPromises(contract)).map(({ owedBy }) => owedBy.length)
      assert.ok(share(owners.filter((count) => count > 0).length, owners.length) >= 98)
    })
  }
})
