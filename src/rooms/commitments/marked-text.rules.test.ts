import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Commitment } from './commitment.ts'
import { markText } from './marked-text.rules.ts'

const promise = (from: number, to: number, readingId = `a1/k${from}`): Commitment => ({
  commitmentId: readingId,
  agreementVersionId: 'v',
  origin: 'read',
  corrections: 0,
  readingId,
  kind: 'task',
  text: '',
  owedBy: [],
  owedTo: [],
  notation: '',
  within: { section: 0, from, to },
  sourceLine: 1,
  lineageId: readingId,
  inForceDuring: { from: null, to: null },
  meantDuring: null,
  judgedFrom: null,
})

describe('marking the promises in a text', () => {
  it('marks a sentence and leaves the rest plain', () => {
    const text = 'Vi mødes hver uge. Det er rart.'
    const [line] = markText(text, [promise(0, 18)])
    assert.deepEqual(
      line?.runs.map((run) => [run.text, run.promises.length]),
      [
        ['Vi mødes hver uge.', 1],
        [' Det er rart.', 0],
      ],
    )
  })

  it('takes the bullet sign away and keeps its depth', () => {
    const lines = markText('De står for:\n• kaffe\n  • mælk', [promise(15, 20)])
    assert.deepEqual(
      lines.map((line) => [line.level, line.runs.map((run) => run.text).join('')]),
      [
        [0, 'De står for:'],
        [1, 'kaffe'],
        [2, 'mælk'],
      ],
    )
    assert.equal(lines[1]?.promises.length, 1)
  })

  it('makes one mark of two promises in the same words', () => {
    const [line] = markText('Betales bagud og varsles.', [promise(0, 13, 'a'), promise(0, 25, 'b')])
    assert.deepEqual(
      line?.runs.map((run) => run.promises.map((mark) => mark.readingId)),
      [['a', 'b']],
    )
  })

  it('gives every character of the text back once and in order, wherever the marks stand', () => {
    const word = fc.constantFrom('a', 'b ', '• ', '\n', 'ø', '. ')
    const mark = fc.tuple(fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.array(mark, { maxLength: 6 }), (words, marks) => {
        const text = words.join('')
        const promises = marks.map(([a, b], at) => promise(Math.min(a, b), Math.max(a, b), `k${at}`))
        const plain = text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => line.replace(/^ *• ?/, ''))
        const marked = markText(text, promises).map((line) => line.runs.map((run) => run.text).join(''))
        assert.deepEqual(marked, plain)
      }),
    )
  })
})
