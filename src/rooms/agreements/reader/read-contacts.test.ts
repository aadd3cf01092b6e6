import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readContacts } from './read-contacts.ts'
import type { AnswerLine } from './read-sections.ts'
import { sevenQuestions } from './templates.ts'

/** Lines as a person would type them: `• ` opens a bullet, two spaces more a deeper one, `**` marks what a line leads with. */
const lines = (text: string): AnswerLine[] =>
  text.split('\n').map((raw, at) => {
    const bullet = /^(\s*)• /u.exec(raw)
    const bare = raw.replace(/^\s*• /u, '')
    const lead = /^\*\*(.+?)\*\*/u.exec(bare)?.[1] ?? null
    const place = { line: at + 1, toLine: at + 1, page: null }
    return {
      text: bare.replaceAll('**', ''),
      bullet: bullet === null ? 0 : 1 + (bullet[1] ?? '').length / 2,
      lead,
      place,
    }
  })

/** Each contact as `party / plan / unit / post / holder`, a star behind a holder marked "pt.". */
const read = (text: string): string[] =>
  readContacts(lines(text), sevenQuestions, 'Havneby').map(
    ({ party, plan, unit, post, holder, provisional }) =>
      `${party} / ${plan ?? ''} / ${unit ?? ''} / ${post ?? ''} / ${holder ?? ''}${provisional ? '*' : ''}`,
  )

describe('reading contacts line by line', () => {
  it('takes the party from the bullet and the plan from the line above', () => {
    assert.deepEqual(
      read(
        "Boligorganisationer\n• Fyret og Sundlyst\nDen boligsociale helhedsplan 'Bølgen'\nProjektleder, pt. Ida Holt\nSekretær, p.t. Bo Dam",
      ),
      [
        'Fyret og Sundlyst / Bølgen /  / Projektleder / Ida Holt*',
        'Fyret og Sundlyst / Bølgen /  / Sekretær / Bo Dam*',
      ],
    )
  })

  it('reads a plan without quotes and a plan behind the post', () => {
    assert.deepEqual(read('• Sundlyst\nMedarbejder i den boligsociale helhedsplan Kyst-samarbejdet'), [
      'Sundlyst / Kyst-samarbejdet /  / Medarbejder / ',
    ])
    assert.deepEqual(read('• Sundlyst\nSekretariatsleder i den boligsociale helhedsplan “Bølgen”, pt. Gry Toft'), [
      'Sundlyst / Bølgen /  / Sekretariatsleder / Gry Toft*',
    ])
  })

  it('takes a unit from before the post, from behind it, and from a line of its own', () => {
    assert.deepEqual(
      read(
        'Forvaltninger\n• Socialforvaltningen\nJobcenter Nord (unge), afdelingschef, pt. Eva Friis\nLeder af Ungdomsgården, pt. Per Lund\nFamiliecenter Øst\nKoordinator, pt. Mia Skov',
      ),
      [
        'Socialforvaltningen /  / Jobcenter Nord (unge) / afdelingschef / Eva Friis*',
        'Socialforvaltningen /  / Ungdomsgården / Leder / Per Lund*',
        'Socialforvaltningen /  / Familiecenter Øst / Koordinator / Mia Skov*',
      ],
    )
  })

  it('reads a unit that repeats the party without the party', () => {
    assert.deepEqual(read('• Socialforvaltningen\nOmrådechef Socialforvaltningen Familiecenter Kyst, pt. Lis Bak'), [
      'Socialforvaltningen /  / Familiecenter Kyst / Områdechef / Lis Bak*',
    ])
  })

  it('keeps the district in the post, for it is no unit', () => {
    assert.deepEqual(read('• Børneforvaltningen\nKlubchef i Havneby, Jan Rose (jan@by.example, tlf. 70 11 22 33)'), [
      'Børneforvaltningen /  /  / Klubchef i Havneby / Jan Rose',
    ])
  })

  it('reads holders without "pt.", behind "v/", a colon, "Kontaktperson:" and in brackets', () => {
    assert.deepEqual(
      read(
        '• BUF\nKlubmedarbejder Ole Juul\nTeam Kyst v/ teamleder Rie Møl Nielsen\nSkoleleder på Kystskolen: Pia Friis\nKontaktperson: Else Bak, afdelingschef\nSSP-konsulent, Karim El-Haddad (pt.)',
      ),
      [
        'BUF /  /  / Klubmedarbejder / Ole Juul',
        'BUF /  / Team Kyst / teamleder / Rie Møl Nielsen',
        'BUF /  / Kystskolen / Skoleleder / Pia Friis',
        'BUF /  /  / afdelingschef / Else Bak',
        'BUF /  /  / SSP-konsulent / Karim El-Haddad*',
      ],
    )
  })

  it('reads posts without a holder, and posts that are empty', () => {
    assert.deepEqual(
      read(
        '• Jobforvaltningen\n2 jobkonsulenter fra Jobcenter Kyst\nMedarbejder fra Havnehuset\nFædrekonsulent, vakant\nLeder af Værftet, stillingen er p.t. ubesat',
      ),
      [
        'Jobforvaltningen /  / Jobcenter Kyst / 2 jobkonsulenter / ',
        'Jobforvaltningen /  / Havnehuset / Medarbejder / ',
        'Jobforvaltningen /  /  / Fædrekonsulent / ',
        'Jobforvaltningen /  / Værftet / Leder / *',
      ],
    )
  })

  it('reads initials, nicknames, particles and two holders of one post', () => {
    assert.deepEqual(
      read(
        "• Fyret\nKoordinator, pt. Ahmed 'Momo' Said\nVært, pt. T. K. Bruun-Lassen\nProjektchef pt.: Hanne von Bülow\nTo rådgivere, pt. Pia Strøm og Nabil Haddad",
      ),
      [
        "Fyret /  /  / Koordinator / Ahmed 'Momo' Said*",
        'Fyret /  /  / Vært / T. K. Bruun-Lassen*',
        'Fyret /  /  / Projektchef / Hanne von Bülow*',
        'Fyret /  /  / To rådgivere / Pia Strøm*',
        'Fyret /  /  / To rådgivere / Nabil Haddad*',
      ],
    )
  })

  it('leaves the post empty where only a unit and a holder stand', () => {
    assert.deepEqual(read('• By- og Miljøforvaltningen, Center for Byliv, pt. Cille Vedel Bo'), [
      'By- og Miljøforvaltningen /  / Center for Byliv /  / Cille Vedel Bo*',
    ])
  })

  it('tells the kind of a party by its heading, or by its name', () => {
    const kinds = (text: string) => readContacts(lines(text), sevenQuestions).map((contact) => contact.kind)
    assert.deepEqual(kinds('Foreninger\n• Havneby Boldklub, formand Erik Rønn'), ['association'])
    assert.deepEqual(kinds('Boligorganisationer:\n• fsb\nVært, pt. Bo Dam\nForvaltninger\n• SOF\nVært, pt. Ib Ro'), [
      'housing_organisation',
      'department',
    ])
    assert.deepEqual(kinds('• Boligselskabet Sund\nVært, pt. Bo Dam\n• Klub Nord\nVært, pt. Ib Ro'), [
      'housing_organisation',
      'club',
    ])
  })
})

describe('reading contacts whose line breaks were lost', () => {
  it('cuts after each name, also before a post of two words', () => {
    assert.deepEqual(
      read(
        "• Fyret og Sundlyst Den boligsociale helhedsplan 'Bølgen', projektleder, pt. Ida Holt Boligsocial medarbejder, pt. Per Åse Lund Projekt Koordinator, pt. Bo Dam.",
      ),
      [
        'Fyret og Sundlyst / Bølgen /  / projektleder / Ida Holt*',
        'Fyret og Sundlyst / Bølgen /  / Boligsocial medarbejder / Per Åse Lund*',
        'Fyret og Sundlyst / Bølgen /  / Projekt Koordinator / Bo Dam*',
      ],
    )
  })

  it('ends a department with its "forvaltningen" and begins a second contact at a capital post or unit', () => {
    assert.deepEqual(
      read(
        '• Sundheds- og Omsorgsforvaltningen Medarbejder fra Sundhedscenter NK Leder af kostcenteret, pt. Ane Kruse',
      ),
      [
        'Sundheds- og Omsorgsforvaltningen /  / Sundhedscenter NK / Medarbejder / ',
        'Sundheds- og Omsorgsforvaltningen /  / kostcenteret / Leder / Ane Kruse*',
      ],
    )
    assert.deepEqual(
      read('• Kultur- og Fritidsforvaltningen Projektleder fra Lodserne, pt. Tom Sand Kultur Kyst, medarbejder'),
      [
        'Kultur- og Fritidsforvaltningen /  / Lodserne / Projektleder / Tom Sand*',
        'Kultur- og Fritidsforvaltningen /  / Kultur Kyst / medarbejder / ',
      ],
    )
  })

  it('gives the words in front of a capital post to the unit', () => {
    assert.deepEqual(
      read(
        '• Socialforvaltningen, Familiecenter Sundstrand, Kyst Områdechef, pt. Ib Ro Koordinator/terapeut, Rådgivningen, pt. Berta Rask',
      ),
      [
        'Socialforvaltningen /  / Familiecenter Sundstrand, Kyst / Områdechef / Ib Ro*',
        'Socialforvaltningen /  / Rådgivningen / Koordinator/terapeut / Berta Rask*',
      ],
    )
  })

  it('knows the party by the words a bullet leads with', () => {
    assert.deepEqual(read('• **Almenbolig Strand København** Havnens venner: Koordinator, pt. Ida Holt'), [
      'Almenbolig Strand København /  / Havnens venner / Koordinator / Ida Holt*',
    ])
  })

  it('cuts headings of parties that ran into the lines beside them, and short names of departments', () => {
    assert.deepEqual(
      read(
        'Boligorganisationer: Fyret: Vært, pt. Else Rø (kontaktperson) Forvaltninger:\n• SUF, Sundhedscenter Kyst: Diætist, pt. Ib Ro, og konsulent, pt. Ida Sø',
      ),
      [
        'Fyret /  /  / Vært / Else Rø*',
        'SUF /  / Sundhedscenter Kyst / Diætist / Ib Ro*',
        'SUF /  /  / konsulent / Ida Sø*',
      ],
    )
  })

  it('takes what a comma leads to behind the last name for more about that contact', () => {
    assert.deepEqual(
      read('• Kulturforvaltningen\nBibliotekschef pt. Niels Ole Dam, Kulturhuset Syd\npt. Ane Bo, klubleder'),
      [
        'Kulturforvaltningen /  / Kulturhuset Syd / Bibliotekschef / Niels Ole Dam*',
        'Kulturforvaltningen /  /  / klubleder / Ane Bo*',
      ],
    )
  })

  it('begins another party where a line opens with another department, and knows a plan in bare quotes', () => {
    assert.deepEqual(
      read(
        "• Jobforvaltningen\nTeamchef, pt. Jan Hvid\nKultur- og Idrætsforvaltningen: Konsulent, Fritid & Unge, pt. Maja From\n• Fyret, 'Bølgen'\nVært, pt. Bo Dam",
      ),
      [
        'Jobforvaltningen /  /  / Teamchef / Jan Hvid*',
        'Kultur- og Idrætsforvaltningen /  / Fritid & Unge / Konsulent / Maja From*',
        'Fyret / Bølgen /  / Vært / Bo Dam*',
      ],
    )
  })

  it('takes a name before a "pt." that nothing follows, and two names with a slash between them', () => {
    assert.deepEqual(read('• Sundlyst\nDriftschef Ida Holt, pt.\nVært, pt. Bo Dam / Mia Skov'), [
      'Sundlyst /  /  / Driftschef / Ida Holt*',
      'Sundlyst /  /  / Vært / Bo Dam*',
      'Sundlyst /  /  / Vært / Mia Skov*',
    ])
  })

  it('begins a contact at a craft that runs on from the name before it', () => {
    assert.deepEqual(read('• Sundlyst\nVært, pt. Bo Dam Chauffør og vært, pt. Mia Skov'), [
      'Sundlyst /  /  / Vært / Bo Dam*',
      'Sundlyst /  /  / Chauffør og vært / Mia Skov*',
    ])
  })

  it('keeps a party whose name ends as a heading does, and what a department is for', () => {
    assert.deepEqual(read('Boligorganisationer\n• **Fjord Boligselskab**\nVært, pt. Bo Dam'), [
      'Fjord Boligselskab /  /  / Vært / Bo Dam*',
    ])
    assert.deepEqual(read('Forvaltninger\n• **Forvaltningen for Havn og Vand**\nLeder, pt. Bo Dam'), [
      'Forvaltningen for Havn og Vand /  /  / Leder / Bo Dam*',
    ])
  })
})
