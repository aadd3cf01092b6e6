import { map, oneOf, opt, seq, token, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { bound } from '../numbers.ts'
import { length } from '../times.ts'
import type { Length } from '../times.ts'
import { ready, term } from '../facts.ts'
import type { BareTerm, GrammarRule } from '../facts.ts'

const isNotice = token(
  (found) => found.kind === 'word' && /varsel(?:et)?$|^varsling$|^opsigelse$|^opsigelsesfrist$/.test(found.text),
)

const notice: Parser<string> = map(isNotice, (found) => found.text)

const written: Parser<string> = word('skriftligt, skriftlig, skriftlige, skriftligt og')

const noticeTo: Parser<string> = oneOf(
  map(
    word(
      'til udgangen af en måned, til udløbet af en måned, til en måneds udgang',
      'til den sidste i en måned, til månedens udgang, til udgangen af måneden, til en måneds udløb',
      'til den sidste i måneden, ved udgangen af en måned, til udgangen af en kalendermåned',
    ),
    () => 'MONTH_END',
  ),
  map(
    word(
      'til den 1 i en måned, til den første i en måned, til den 1 i måneden',
      'til den første i måneden, til d 1 i en måned, til den 1',
    ),
    () => 'MONTH_START',
  ),
  map(
    word('til udgangen af et kvartal, til et kvartals udgang, til udløbet af et kvartal', 'til kvartalets udgang'),
    () => 'QUARTER_END',
  ),
  map(
    word(
      'til udgangen af et år, til årets udgang, til udgangen af et kalenderår',
      'til et kalenderårs udgang, til udgangen af kalenderåret, til et års udgang, til årets udløb',
      'til udgangen af året',
    ),
    () => 'YEAR_END',
  ),
  map(
    word('til udgangen af et skoleår', 'til skoleårets udgang', 'til skoleårets afslutning'),
    () => 'SCHOOL_YEAR_END',
  ),
  map(word('til udgangen af et halvår', 'til udgangen af et halvt år'), () => 'HALFYEAR_END'),
)

const form = (...parts: (string | null)[]): BareTerm[] =>
  parts.some((part) => part !== null) ? [term('FORM', 'WRITTEN')] : []

const end = (to: string | null): BareTerm[] => (to === null ? [] : [term('NOTICE_TO', to)])

const loose = (read: Length): BareTerm[] => (read.approx ? [term('APPROX', 'true')] : [])

/** How long before the end one must say so. */
export const noticeRules: GrammarRule[] = [
  {
    name: 'with a shorter notice than',
    examples: [['med kortere varsel end 14 dage', 'NOTICE<P14D']],
    read: map(seq(word('kortere', 'længere', 'mindre'), notice, word('end'), length), ([name, , , read]) =>
      ready(term('NOTICE', read.value, name === 'længere' ? '>' : '<')),
    ),
  },
  {
    name: 'with so long a notice',
    examples: [
      ['kan opsiges med 3 måneders varsel', 'NOTICE=P3M'],
      [
        'med mindst 1 måneds skriftligt varsel til udgangen af en måned',
        'NOTICE>=P1M;NOTICE_TO=MONTH_END;FORM=WRITTEN',
      ],
    ],
    read: map(seq(opt(bound), length, opt(written), notice, opt(noticeTo)), ([op, read, inWriting, , to]) =>
      ready(term('NOTICE', read.value, op ?? read.op), ...loose(read), ...end(to), ...form(inWriting)),
    ),
  },
  {
    name: 'a notice of so long',
    examples: [
      ['Opsigelsesvarslet er 6 måneder', 'NOTICE=P6M'],
      ['et varsel på mindst to uger', 'NOTICE>=P2W'],
      ['Ophør varsles med en måned', 'NOTICE=P1M'],
      ['Ophør varsles skriftligt med to måneder', 'NOTICE=P2M;FORM=WRITTEN'],
    ],
    read: map(
      seq(
        oneOf(
          map(isNoticeEnding(), () => ''),
          word('varsles, varsles skriftligt, opsiges, opsige, opsigelsesvarslet, varslet'),
        ),
        opt(word('er, på, med, udgør, er på, skal være, med et varsel på')),
        length,
        opt(noticeTo),
      ),
      ([name, , read, to]) =>
        ready(
          term('NOTICE', read.value, read.op),
          ...loose(read),
          ...end(to),
          ...form(name.endsWith('skriftligt') ? name : null),
        ),
    ),
  },
  {
    name: 'the running month and one more',
    examples: [['opsiges med løbende måned + 1 måned', 'NOTICE=P1M;NOTICE_TO=MONTH_END']],
    read: map(
      seq(
        word('løbende måned, løbende md, indeværende måned, resten af måneden, den løbende måned'),
        oneOf(
          word('plus', 'og'),
          map(
            token((found) => found.text === '+'),
            () => '+',
          ),
        ),
        length,
      ),
      ([, , read]) => ready(term('NOTICE', read.value), term('NOTICE_TO', 'MONTH_END')),
    ),
  },
  {
    name: 'to the end of a month',
    examples: [['Pladsen kan opsiges skriftligt til udgangen af en måned', 'NOTICE_TO=MONTH_END;FORM=WRITTEN']],
    read: map(noticeTo, (to) => ready(term('NOTICE_TO', to))),
  },
  {
    name: 'without notice',
    examples: [['kan ophøre uden varsel', 'NOTICE=P0D']],
    read: map(word('uden varsel', 'uden forudgående varsel', 'med øjeblikkelig virkning'), () =>
      ready(term('NOTICE', 'P0D')),
    ),
  },
  {
    name: 'in writing',
    examples: [['Udmeldelse skal ske skriftligt med 14 dages varsel', 'NOTICE=P14D;FORM=WRITTEN']],
    read: map(written, () => ({ is: 'hint', hint: 'written' })),
  },
  {
    name: 'giving notice',
    examples: [['Opsigelse skal ske skriftligt', 'FORM=WRITTEN']],
    read: map(
      token(
        (found) =>
          found.kind === 'word' &&
          /^(?:opsig(?:es|e|else|elsen)|udmeld(?:else|elsen|es)|varsl(?:es|e|ing)|ophør(?:e|er)?|fratræd(?:else|er)?|udmeldes)$/.test(
            found.text,
          ),
      ),
      () => ({ is: 'hint', hint: 'notice' }),
    ),
  },
]

function isNoticeEnding(): Parser<unknown> {
  return token((found) => found.kind === 'word' && /varsel(?:et)?$|^opsigelsesfrist(?:en)?$/.test(found.text))
}
