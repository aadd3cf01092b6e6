import { noun } from './nouns.ts'
import { anyDigits, anyWord, map, not, oneOf, opt, pick, seq, sign, token, word } from './parser.ts'
import type { Parser } from './parser.ts'

const perTable: [RegExp, string][] = [
  [/^gang$/, 'occurrence'],
  [/^(?:modtager|bevillingsmodtager)$/, 'recipient'],
  [/^barn$/, 'child'],
  [/^ung$|^unge$/, 'young person'],
  [/^(?:familie)$/, 'family'],
  [/^(?:boligområde|område|byområde|lokalområde|bydel)r?n?e?$/, 'area'],
  [/^boligområde(?:r|rne)$|^område(?:r|rne)$|^bydele(?:ne)?$/, 'area'],
  [/^(?:deltager|kursist)$/, 'participant'],
  [/^medlem$/, 'member'],
  [/^(?:helhedsplan|plan)(?:er|erne)?$/, 'plan'],
  [/^afdeling(?:er|erne)?$|^boligafdeling(?:er|erne)?$/, 'estate'],
  [/^boligorganisation(?:er|erne)?$/, 'housing organisation'],
  [/^indsatsområde(?:r|rne)?$/, 'focus area'],
  [/^projektperiode(?:n)?$/, 'project period'],
  [/^periode(?:n)?$/, 'period'],
  [/^sæson(?:en)?$/, 'season'],
  [/^forening(?:er|erne)?$/, 'association'],
  [/^klub(?:ber|berne)?$/, 'club'],
  [/^skole(?:r|rne)?$/, 'school'],
  [/^klasse(?:r|rne)?$/, 'class'],
  [/^institution(?:er|erne)?$/, 'institution'],
  [/^aktivitet(?:er|erne)?$/, 'activity'],
  [/^workshops?$|^\p{L}*værksted$/u, 'workshop'],
  [/^møde(?:r|t)?$/, 'meeting'],
  [/^arrangement(?:er)?$/, 'event'],
  [/^person$|^borger$|^næse$|^hoved$/, 'person'],
  [/^beboer$/, 'resident'],
  [/^husstand$|^lejemål$|^bolig$/, 'household'],
  [/^medarbejder$/, 'employee'],
  [/^frivillig$/, 'volunteer'],
  [/^hold(?:et)?$/, 'team'],
  [/^gruppe(?:n)?$/, 'group'],
  [/^forløb$/, 'course'],
  [/^time$/, 'hour'],
  [/^fritidspas$/, 'leisure pass'],
  [/^kommune(?:r|rne)?$/, 'municipality'],
  [/^ansøgning$/, 'application'],
  [/^projekt$/, 'project'],
  [/^plads$/, 'place'],
  [/^part(?:er|erne)?$/, 'party'],
  [/^organisation(?:er|erne)?$/, 'organisation'],
  [/^afdelingsbestyrelse(?:r|rne)?$/, 'estate board'],
  [/^forvaltning(?:er|erne)?$/, 'department'],
  [/^virksomhed(?:er|erne)?$/, 'company'],
]

/** Everything something may be counted for each of. */
export const perNames: readonly string[] = [...perTable.map(([, name]) => name), 'project period', 'hour']

const perNoun: Parser<string> = pick(anyWord, (found) => perTable.find(([pattern]) => pattern.test(found.text))?.[1])

const perLead = word(
  'pr, per, i hver, i hvert, for hver, for hvert, til hver, til hvert, fra hver, fra hvert, på hver, på hvert, hver, hvert',
  'for den samlede, for hele, i den samlede, i hele',
)

const wholePeriod: Parser<string> = pick(
  seq(
    word('i, i løbet af, inden for, over, gennem'),
    opt(word('hele, den samlede')),
    word('projektperioden, tilskudsperioden, aftaleperioden, bevillingsperioden, sæsonen, forløbet'),
    opt(token((found) => found.kind === 'digits')),
  ),
  ([, , name, digits]) =>
    digits !== null
      ? undefined
      : name === 'sæsonen'
        ? 'season'
        : name === 'forløbet'
          ? 'course'
          : name === 'projektperioden'
            ? 'project period'
            : 'period',
)

const filler = token(
  (found) =>
    found.kind === 'word' &&
    /^(?:af|de|den|enkelt|enkelte|valgt|valgte|nyt|ny|lokale|udsatte|deltagende|boligsociale|påbegyndt)$/.test(
      found.text,
    ),
)

/** `60 kr. i timen`. */
const perHour: Parser<string> = map(word('i timen, pr time, per time'), () => 'hour')

const perEach: Parser<string> = map(
  seq(
    perLead,
    opt(filler),
    opt(filler),
    opt(filler),
    opt(oneOf(anyDigits, word('to, tre, fire'))),
    perNoun,
    opt(seq(sign('/'), anyWord)),
  ),
  ([, , , , , name]) => name,
)

/** `pr. temadag`: any noun of the table after `pr.`. */
const perAnyNoun: Parser<string> = map(seq(word('pr, per'), noun, not(word('om, i'))), ([, { one }]) => one)

/** What something is counted per: `pr. modtager`, `i hvert boligområde`, `i hver af de tre afdelinger`, `pr. barn/ung`. */
export const perWhat: Parser<string> = oneOf(perHour, perEach, perAnyNoun, wholePeriod)
