import { map, oneOf, word } from '../parser.ts'
import { ready, term } from '../facts.ts'
import type { BareTerm, Fact, GrammarRule, Hint } from '../facts.ts'
import type { Parser } from '../parser.ts'
import type { TermKey } from '../../notation.ts'

// "omkring" alone may mean "concerning"; before a number it is read with the number.
const about = map(word('ca, cirka, i gennemsnit, gennemsnitligt, i snit'), () => term('APPROX', 'true'))

const hedge = (key: TermKey, ...words: string[]) => map(word(...words), () => term(key, 'true'))

const typically = hedge(
  'TYPICAL',
  'typisk, som regel, normalt, sædvanligvis, oftest, almindeligvis, som hovedregel',
  'i reglen, for det meste, primært, generelt, normalvis',
)
const byDefault = hedge('DEFAULT', 'som udgangspunkt, i udgangspunktet, udgangspunktet er')
const expected = hedge(
  'EXPECTED',
  'forventes, ventes, forventeligt, forventer, forventet, forventede, anslås',
  'påregnes, skønnes, forventning, planlagt, planlægges',
)
const forExample = hedge('EXAMPLE', 'fx, f eks, for eksempel, eksempelvis, f x, feks')

/** Any word that loosens what stands beside it, as a term. */
export const hedgeTerm: Parser<BareTerm> = oneOf(about, typically, byDefault, expected, forExample)

const alone = (part: Parser<BareTerm>): Parser<Fact> => map(part, (found) => ready(found))

/** Words that loosen what the sentence says. They stand beside another term, never alone. */
export const hedges: GrammarRule[] = [
  {
    name: 'about',
    examples: [
      ['Der deltager ca. 20 børn', 'QUANTITY=20 unit=children;APPROX=true'],
      ['omkring fire møder om året', 'FREQ=YEARLY;COUNT_PER_PERIOD=4;APPROX=true'],
    ],
    read: alone(about),
  },
  {
    name: 'typically',
    examples: [['Gruppen mødes som regel én gang om måneden', 'FREQ=MONTHLY;COUNT_PER_PERIOD=1;TYPICAL=true']],
    read: alone(typically),
  },
  {
    name: 'by default',
    examples: [['Der holdes som udgangspunkt møde hver anden måned', 'FREQ=MONTHLY;INTERVAL=2;DEFAULT=true']],
    read: alone(byDefault),
  },
  {
    name: 'expected',
    examples: [['Det forventes, at 15 unge deltager', 'QUANTITY=15 unit=young people;EXPECTED=true']],
    read: alone(expected),
  },
  {
    name: 'for example',
    examples: [['fx en gang om måneden', 'FREQ=MONTHLY;COUNT_PER_PERIOD=1;EXAMPLE=true']],
    read: alone(forExample),
  },
]

const hint = (name: Hint, words: Parser<unknown>): Parser<Fact> => map(words, () => ({ is: 'hint', hint: name }))

/** Words that change how the rest of their sentence is read. */
export const hints: GrammarRule[] = [
  {
    name: 'or',
    examples: [['én gang om året eller hvert kvartal', 'FREQ=YEARLY | FREQ=QUARTERLY']],
    read: hint('or', word('eller')),
  },
  {
    name: 'minutes of a meeting',
    examples: [['udsender referat inden 5 dage', 'DEADLINE_REL=meeting+P5D']],
    read: hint('minutes', word('referat, referatet, mødereferat, beslutningsreferat')),
  },
  {
    name: 'an enquiry',
    examples: [['svarer på en henvendelse inden for to hverdage', 'DEADLINE_REL=enquiry+P2D']],
    read: hint('enquiry', word('henvendelse, henvendelsen, henvendelser, henvendelserne')),
  },
  {
    name: 'told',
    examples: [['giver skolen skriftlig besked', 'FORM=WRITTEN']],
    read: hint('told', word('besked, orientering, orienteres, orienterer, underrettes, underretter, meddeles')),
  },
]
