import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainSaid } from './clean-said.ts'

const cases: readonly (readonly [what: string, typed: string, text: string])[] = [
  ['plain text', 'Vi talte om sommeren.\r\n\r\n\r\n\r\nOg om vinteren.', 'Vi talte om sommeren.\n\nOg om vinteren.'],
  ['a sign that is no tag', 'Færre end 5 < 10, og 3 > 2', 'Færre end 5 < 10, og 3 > 2'],
  [
    'paragraphs and letters',
    '<p>K&oslash;b af is &amp; saft</p><p>P&aring; torsdag</p>',
    'Køb af is & saft\n\nPå torsdag',
  ],
  ['a list', '<ul><li>Ring</li><li>Skriv</li></ul>', '• Ring\n• Skriv'],
  [
    "Word's list",
    '<p class=MsoListParagraph><!--[if !supportLists]--><span style="mso-list:Ignore">·&nbsp;</span><!--[endif]-->Ring til skolen<o:p></o:p></p>',
    '• Ring til skolen',
  ],
  ['styles and scripts', '<style>p { color: red }</style><script>alert(1)</script><p>Kun dette</p>', 'Kun dette'],
  ['a table', '<table><tr><td>Navn</td><td>Dag</td></tr></table>', 'Navn Dag'],
  ['a tag that never ends', '<p>Før</p><script>alert(1)', 'Før'],
]

describe('what was pasted into minutes', () => {
  for (const [what, typed, text] of cases) it(`is text alone: ${what}`, () => assert.equal(plainSaid(typed), text))

  it('is text alone where it is five megabytes of markup', () => {
    const markup = '<p class=MsoNormal><span lang=DA style="font-size:11.0pt">Punkt</span><o:p></o:p></p>\n'
    const typed = markup.repeat(Math.ceil((5 * 1024 * 1024) / markup.length))
    assert.match(plainSaid(typed), /^Punkt\n\nPunkt\n/)
  })

  for (const [what, piece] of [
    ['tags that never end', '<script'],
    ['comments that never end', '<!--'],
    ['tags within tags', '<div><b>'],
    ['white space', ' '],
    ['lists of Word that never end', '<![if !supportlists]>'],
  ] as const)
    it(`is read to its end where it is a megabyte of ${what}`, () =>
      assert.ok(plainSaid(`<p>Først</p>${piece.repeat(Math.ceil((1024 * 1024) / piece.length))}`).startsWith('Først')))
})
