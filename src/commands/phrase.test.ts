import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Readable } from 'node:stream'
import { runPhrase } from './phrase.ts'

const run = async (args: string[], typed: string | Buffer[] = '') => {
  const out: string[] = []
  const told: string[] = []
  const code = await runPhrase(args, {
    stdin: Readable.from(typeof typed === 'string' ? [Buffer.from(typed)] : typed),
    stdout: { write: (output) => out.push(String(output)) },
    stderr: { write: (text) => told.push(text) },
    environment: {},
  })
  return { code, out: out.join(''), told: told.join('') }
}

describe('brobyg phrase', () => {
  it('prints one line per rule', async () => {
    const { code, out, told } = await run(['tirsdag kl. 9-12, onsdag kl. 13-16'])
    assert.equal(out, 'FREQ=WEEKLY;BYDAY=TU;TIME=09:00-12:00\nBYDAY=WE;TIME=13:00-16:00\n')
    assert.deepEqual([code, told], [0, ''])
  })

  it('prints nothing for a phrase with nothing measurable', async () => {
    assert.deepEqual(await run(['Parterne vil arbejde tæt sammen']), { code: 0, out: '', told: '' })
  })

  it('reads a phrase a line and answers with a JSON string a line', async () => {
    const { out } = await run(['--json', '-'], 'fire møder om året\r\nvi hygger os\n\nhver tredje måned')
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
      ['FREQ=YEARLY;COUNT_PER_PERIOD=4', '', '', 'FREQ=MONTHLY;INTERVAL=3'],
    )
  })

  it('reads a letter that is split between two pieces of input', async () => {
    const whole = Buffer.from('tre møder årligt\n')
    const middle = whole.indexOf(0xc3) + 1
    const { out } = await run(['--json', '-'], [whole.subarray(0, middle), whole.subarray(middle)])
    assert.equal(out, '"FREQ=YEARLY;COUNT_PER_PERIOD=3"\n')
  })

  it('tells how it is used', async () => {
    const { code, out } = await run(['--help'])
    assert.equal(code, 0)
    assert.match(out, /^Usage: brobyg phrase/)
  })

  it('says what is wrong when there is no phrase, or more than one', async () => {
    const none = await run([])
    assert.deepEqual([none.code, none.out], [2, ''])
    assert.match(none.told, /no phrase/)
    const many = await run(['fire', 'møder'])
    assert.equal(many.code, 2)
    assert.match(many.told, /quotes/)
  })
})
