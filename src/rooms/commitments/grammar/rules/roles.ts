import { ahead, beginningWith, like, map, oneOf, opt, seq, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { articleOrNumber, fraction } from '../numbers.ts'
import { ready, term } from '../facts.ts'
import type { GrammarRule, Hint } from '../facts.ts'

const howManyAsk: Parser<string> = oneOf(
  map(word('et flertal, flertallet, mindst en over halvdelen'), () => '>1/2'),
  map(
    seq(
      oneOf(
        map(word('mindst, minimum'), () => '>='),
        map(word('mere end, over, flere end'), () => '>'),
      ),
      oneOf(fraction, map(articleOrNumber, String)),
    ),
    ([op, value]) => `${op}${value}`,
  ),
)

const askLead = seq(
  word('når, hvis, såfremt, eller når, eller hvis, eller såfremt'),
  opt(word('formanden eller, formand eller, formanden eller hvis, formandskabet eller')),
  howManyAsk,
)

/** `skiftevis i klubben og i huset`: two places joined by "og" within a few words. */
const placeInTurn: Parser<null> = beginningWith(word('i', 'på'), (tokens, at) => {
  for (let index = at + 2; index <= at + 5; index += 1) {
    const next = tokens.at(index)
    if (next?.kind !== 'word') return undefined
    if (next.text === 'og') return { value: null, to: index }
  }
  return undefined
})

/** The words between those who ask and that they ask are skipped, five at most. */
const whoAsks: Parser<string> = beginningWith(askLead, (tokens, at) => {
  const lead = askLead(tokens, at)
  if (lead === undefined) return undefined
  const [, chair, many] = lead.value
  for (let index = lead.to; index < lead.to + 6; index += 1) {
    const next = tokens.at(index)
    if (next?.kind !== 'word') return undefined
    const asks = /^(?:anmoder|fremsætter|ønsker|kræver|begærer|forlanger|beder)$/.test(next.text)
    if (asks) return { value: `${chair === null ? '' : 'chair|'}members${many}`, to: index + 1 }
  }
  return undefined
})

/** Turns, availability, conditions: what the words say about who and when, beside the numbers. */
export const roleRules: GrammarRule[] = [
  {
    name: 'in turn',
    examples: [
      ['Det går på skift, hvem der indkalder', 'ROTATION=convenor'],
      ['tre pedeller, der på turnus lukker op', 'ROTATION=responsible'],
      ['afholdes skiftevis i klubben og i beboerhuset', 'ROTATION=venue'],
    ],
    read: map(
      seq(
        word(
          'på skift, skiftevis, skifter mellem, cirkulerer mellem, på turnus, på omgang, efter tur, skiftes til, skiftes, på skifte, turnusordning',
          'i turnus, roterer, går på runde, rotation, rotationsordning, roterende, på tur',
        ),
        opt(
          oneOf(
            word('hos', 'i parternes lokaler'),
            map(ahead(placeInTurn), () => 'venue'),
          ),
        ),
      ),
      ([, where]) => ready(term('ROTATION', where === null ? 'responsible' : where === 'venue' ? 'venue' : 'host')),
    ),
  },
  {
    name: 'at any time',
    examples: [['Aftalen skal til enhver tid kunne rekvireres', 'AVAILABLE=ANYTIME;TRIGGER=request']],
    read: map(word('til enhver tid', 'når som helst', 'døgnet rundt'), () => ready(term('AVAILABLE', 'ANYTIME'))),
  },
  {
    name: 'asked for',
    examples: [['Forvaltningen kan til enhver tid anmode om regnskabet', 'AVAILABLE=ANYTIME;TRIGGER=request']],
    read: map(like(/^(?:rekvirer|anmod|begær|udlever|indhent|forlang)/), () => ({ is: 'hint', hint: 'request' })),
  },
  {
    name: 'called off without anything to discuss',
    examples: [['Mødet kan aflyses, hvis der ikke er punkter til dagsordenen', 'CANCEL_IF=no_agenda']],
    read: map(
      seq(
        word('hvis, såfremt, dersom, når'),
        opt(word('der')),
        word('ikke er, er ingen, ingen, mangler, ikke foreligger'),
        opt(word('væsentlige, nogen')),
        like(/^(?:sager|punkter|emner)$/),
      ),
      () => ready(term('CANCEL_IF', 'no_agenda')),
    ),
  },
  {
    name: 'extraordinary',
    examples: [['Der kan efter behov indkaldes til ekstraordinære møder', 'FREQ=ON_DEMAND;SCOPE=extraordinary']],
    read: map(word('ekstraordinære', 'ekstraordinært', 'ekstraordinær'), () => ({ is: 'hint', hint: 'extraordinary' })),
  },
  {
    name: 'when so many ask',
    examples: [
      ['når mindst 1/4 af medlemmerne fremsætter ønske om det', 'FREQ=ON_DEMAND;TRIGGER=members>=1/4'],
      ['hvis formanden eller et flertal af medlemmerne ønsker det', 'FREQ=ON_DEMAND;TRIGGER=chair|members>1/2'],
    ],
    read: map(whoAsks, (who) => ready(term('FREQ', 'ON_DEMAND'), term('TRIGGER', who))),
  },
  {
    name: 'when the chair finds it needed',
    examples: [['når formanden finder det fornødent', 'FREQ=ON_DEMAND;TRIGGER=chair']],
    read: map(
      seq(
        word('når', 'hvis', 'såfremt'),
        word('formanden', 'formandskabet', 'formanden eller næstformanden'),
        opt(word('finder, skønner, ønsker, vurderer')),
        opt(word('det')),
        word('fornødent, nødvendigt, påkrævet, ønsker, det'),
      ),
      () => ready(term('FREQ', 'ON_DEMAND'), term('TRIGGER', 'chair')),
    ),
  },
  {
    name: 'for the coming year',
    examples: [['Udarbejdelse af årsplan for det kommende år', 'FREQ=YEARLY;PERIOD=NEXT_YEAR']],
    read: map(
      word(
        'for det kommende år, for det kommende kalenderår, for det følgende år, for næste år',
        'det kommende års, næste års, for det kommende skoleår',
      ),
      () => ready(term('FREQ', 'YEARLY'), term('PERIOD', 'NEXT_YEAR')),
    ),
  },
  {
    name: 'the first meeting of the year',
    examples: [['Formanden vælges på årets første møde', 'FREQ=YEARLY;COUNT_PER_PERIOD=1;POSITION=FIRST_MEETING']],
    read: map(
      oneOf(
        word('årets første møde, første møde i året, første møde hvert år, årets første ordinære møde'),
        map(
          seq(
            word('første'),
            opt(word('ordinære')),
            word('møde'),
            word('i et kalenderår, i kalenderåret, i hvert kalenderår, i et år, i hvert år, i det nye år'),
          ),
          () => '',
        ),
      ),
      () => ready(term('FREQ', 'YEARLY'), term('COUNT_PER_PERIOD', '1'), term('POSITION', 'FIRST_MEETING')),
    ),
  },
  {
    name: 'the first meeting of all',
    examples: [['Klubben indkalder til det første møde', 'POSITION=FIRST_MEETING']],
    read: map(word('det første møde'), () => ready(term('POSITION', 'FIRST_MEETING'))),
  },
  {
    name: 'condition',
    examples: [
      ['Hvis mere end 20 % udebliver, nedsættes tilskuddet', 'THRESHOLD>20%;TRIGGER=reduction'],
      ['Er der under 8 deltagere, aflyses holdet', 'CANCEL_IF=participants<8'],
    ],
    read: map(
      oneOf(
        word('hvis, såfremt, når, forudsat, dersom, under forudsætning af, udgør, falder til'),
        atStart(word('er, ved, har, overstiger, udgør')),
        seq(word('med'), ahead(word('mere end, flere end, mindre end, færre end, under, over'))),
      ),
      () => ({
        is: 'hint',
        hint: 'condition',
      }),
    ),
  },
  hintRule('who calls the meeting', 'convening', /^(?:indkald|mødeindkald)/),
  hintRule('who hosts', 'hosting', /^(?:vært|værter|værtskab)/),
  hintRule('who chairs', 'chairing', /^(?:formandskab|mødeled|ordstyr|formandspost)/),
  hintRule('who else is asked in', 'widening', /^(?:udvides|udvide|suppleres|inviteres|indbydes)$/),
  hintRule('less money', 'reduction', /^(?:nedsættes|reduceres|nedsættelse|nedskrives|beskæres)$/),
  hintRule('not shown', 'suppression', /^(?:leveres|offentliggøres|vises|diskretioneres|udelades)$/),
  hintRule('who is there', 'present', /^(?:tilstede|stede|fremmødte?|repræsenteret)$/),
  hintRule('called off', 'cancelling', /^(?:aflyses|aflysning|aflyst|aflyse)$/),
]

function atStart<T>(part: Parser<T>): Parser<T> {
  return beginningWith(part, (tokens, at) => {
    const before = tokens.at(at - 1)
    return before === undefined || before.kind === 'stop' ? part(tokens, at) : undefined
  })
}

function hintRule(name: string, hint: Hint, pattern: RegExp): GrammarRule {
  return { name, examples: [], read: map(like(pattern), () => ({ is: 'hint', hint })) }
}
