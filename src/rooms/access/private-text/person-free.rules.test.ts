import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { projectRoot } from '../../../platform/root.ts'
import { isOtherName } from './word-shapes.ts'
import type { FindingKind } from './finding.ts'
import { everydayWords, givenNames, surnames } from './name-lists.ts'
import { findPersons } from './person-free.rules.ts'

const found = (text: string, knownNames: string[] = []): [FindingKind, string][] =>
  findPersons(text, { knownNames }).map(({ kind, at, length }) => [kind, text.slice(at, at + length)])

const tells = (kind: FindingKind, rows: readonly (readonly [text: string, words: string])[]) => {
  for (const [text, words] of rows) {
    // A pronoun may stand beside what is told of.
    const others = found(text).filter(([other]) => other === kind || other !== 'pronoun')
    assert.deepEqual(others, [[kind, words]], text)
  }
}

const tellsNobody = (texts: readonly string[]) => {
  for (const text of texts) assert.deepEqual(found(text), [], text)
}

const corpus = readFileSync(join(projectRoot, 'bench', 'person-free.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'))

describe('a name in a text', () => {
  it('is found at the head of a sentence and inside it, with a genitive, a hyphen and an initial', () => {
    tells('name', [
      ['Fatima er bange for at gå hjem.', 'Fatima'],
      ['Vi talte om Fatimas lektier.', 'Fatimas'],
      ["Vi talte om Jonas' lektier.", 'Jonas'],
      ['Her savner Anne-Sofie et lokale.', 'Anne-Sofie'],
      ['Formand for klubben er Jens Holm fra i dag.', 'Jens Holm'],
      ['Mødet med Jakob K blev aflyst.', 'Jakob K'],
      ['Oplæg ved Kaj von Munkholm i aften', 'Kaj von Munkholm'],
    ])
  })

  it('is found without its capital, and where it is spelled in another way', () => {
    tells('name', [
      ['mohamed blev sendt hjem', 'mohamed'],
      ['snak med ali om det', 'ali'],
      ['Mange er bange for Sulejman.', 'Sulejman'],
    ])
  })

  it('is told from the word it may also be by its place in the sentence', () => {
    tells('name', [
      ['Så kom Bo ind.', 'Bo'],
      ['Storm siger, at han er træt.', 'Storm'],
      ['Her må Sol gerne sidde.', 'Sol'],
    ])
    tellsNobody(['Bo godt i byen.', 'Storm og regn aflyste turen.', 'Sol var der nok af.', 'I Maj holder vi fest.'])
  })

  it('is found in no list where the words around it belong to a person', () => {
    tells('name', [
      ['De siger, at Tyxol ryger bag skolen.', 'Tyxol'],
      ['De andre kalder ham Skralle.', 'Skralle'],
      ['Det er Klamp, der har nøglen.', 'Klamp'],
      ['Hos familien Brozik er der syv.', 'Brozik'],
      ['Spranglas storesøster venter barn.', 'Spranglas'],
      ['Kære Plirum', 'Plirum'],
      ['Tyxol er bange for at gå hjem.', 'Tyxol'],
      ['Møde med Brozik-familien i uge 4', 'Brozik-familien'],
    ])
  })

  it('is found in a nickname and in a letter that stands for somebody', () => {
    tells('name', [
      ['Han kaldes i gården »Skralle«.', 'Skralle'],
      ['de kalder ham rotten', 'rotten'],
      ['Vi har talt med K om det.', 'K'],
      ['G og hans venner larmer.', 'G'],
    ])
    tellsNobody(['Gruppe B ryger ud.', 'Opgang B og C får lys.', 'Plan B', 'De kalder stedet »Hulen«.'])
  })

  it('is not seen in works, in shops and in what is named after somebody', () => {
    tellsNobody([
      'Vi ser Harry Potter på fredag.',
      'Filmen Terkel vises i klubben.',
      'Cafe Mathilde har åbent.',
      'Mortens Aften og Kalles Boldcup',
      'Hansen & Co. sætter hegn op.',
      'Sofie-klubben har 20 medlemmer.',
    ])
  })

  it('is not seen in places, shops, clubs, months and posts', () => {
    tellsNobody([
      'Møllers Plads og Frederiks Allé skal have lys.',
      'Vestergårdens klub og Fodboldklubben Viking deler hal.',
      'Hassans Grill har åbent.',
      'Fra Nordre Kaj til Sankt Hans på Christianshøj.',
      'Hans og hendes ønsker er de samme.',
      'Karen Blixens Vej er lukket.',
      'Ansvarlig: Projektkoordinator',
      'Til stede: 14 beboere og to medarbejdere',
      'Tak til Lokaludvalget for tilskuddet.',
      'REFERAT AF MØDET I BEBOERHUSET',
    ])
  })

  it('of somebody the system knows is told apart', () => {
    const known = ['Ida Holt', 'Bo Sten']
    assert.deepEqual(found('Ida Holts forslag og Idas kage.', known), [
      ['known_person', 'Ida Holts'],
      ['known_person', 'Idas'],
    ])
    assert.deepEqual(found('Bo Sten kom.', known), [['known_person', 'Bo Sten']])
    assert.deepEqual(found('Bo godt.', known), [])
  })
})

describe('what tells of a person without a name', () => {
  it('is initials with an age or a class', () => {
    tells('initials_with_age', [
      ['Samtale med A.H. på 14 om skolen', 'A.H. på 14'],
      ['M., 13 år, er alene.', 'M., 13 år'],
      ['Karantæne til K.S. (15 år)', 'K.S. (15 år)'],
    ])
    tellsNobody(['SSP, 14 år efter starten', 'Linje 4A på 12 minutter', 'I 14 år har vi ventet.'])
  })

  it('is an age or a class with a place', () => {
    tells('age_with_place', [
      ['En 14-årig dreng fra Tangvej er set med kniv.', 'En 14-årig dreng fra Tangvej'],
      ['dreng, 12, 6.b, er væk', 'dreng, 12, 6.b'],
      ['Drengen i 8.b truer de små.', 'Drengen i 8.b'],
    ])
    tellsNobody(['De 14-årige fra Tangvej vil have en bane.', 'Eleverne i 7.b tager på tur.', 'Unge på 15-17 år'])
  })

  it('is an address with a number or a floor, but not a street alone', () => {
    tells('address', [
      ['Larm fra Tangvej 14, 2. tv. igen', 'Tangvej 14, 2. tv.'],
      ['Kom til Nordre Kaj 118 klokken otte', 'Nordre Kaj 118'],
      ['det er på strandvej 5', 'strandvej 5'],
    ])
    tellsNobody(['Tangvej er mørk.', 'Deltager 3 talte om lys.', 'Blok 12 og 14', 'På 2. sal er et lokale.'])
  })

  it('is kinship to a certain person, but not to anybody', () => {
    tells('relation', [
      ['Moren til drengen, der faldt, er vred.', 'Moren til drengen'],
      ['Hans storesøster i 9.b er gravid.', 'Hans storesøster i 9.b'],
      ['Formandens søn fik jobbet.', 'Formandens søn'],
    ])
    tellsNobody(['En mor til tre syntes om det.', 'Søn og far går til kor.', 'Moren har typisk ansvaret.'])
  })

  it('is what one person or family has, does or lives beside, but not what many do', () => {
    tells('description', [
      ['Drengen med krykkerne er trist.', 'Drengen med krykkerne'],
      ['Hun er den eneste pige på holdet.', 'den eneste pige'],
      ['Pigen, der blev filmet, er bange.', 'Pigen, der blev filmet'],
      ['Tvillingerne er tilbage.', 'Tvillingerne'],
      ['Familien på 3. sal skal flytte.', 'Familien på 3. sal'],
      ['Hun er blevet gravid.', 'Hun er blevet gravid'],
    ])
    tellsNobody([
      'Drengene med knallerter kører på stien.',
      'Familien er vigtig for fritidslivet.',
      'Den unge, der får en advarsel, tilbydes en samtale.',
      'Hende fra kommunen fortæller om tal.',
      'Snak med eleverne i 7.b.',
    ])
  })

  it('is a pronoun, but not where it stands for anybody or for whoever speaks', () => {
    tells('pronoun', [
      ['Klubben har givet ham en pause.', 'ham'],
      ['Hans forældre ved det ikke.', 'Hans'],
    ])
    tellsNobody([
      'Den unge skal opleve, at han eller hun bliver hørt.',
      'En ung fortalte, at hun savner et stille sted.',
      'Den enkelte medarbejder afgør selv, hvornår hun går hjem.',
      'Viceværten siger, at han sætter lås på.',
    ])
  })

  it('is one that something happened to, but not anybody who may, shall or speaks', () => {
    tells('description', [
      ['Moren har fået afslag.', 'Moren'],
      ['Den 15-årige har fået en dom.', 'Den 15-årige'],
      ['En ældre beboer i stuen faldt på trappen.', 'En ældre beboer'],
      ['en mor ringede grædende til klubben', 'en mor'],
      ['Et ægtepar i blok 4 skændes.', 'Et ægtepar'],
      ['Skolen har haft en elev til samtale om tyveri.', 'en elev'],
      ['To søskende er fjernet fra hjemmet.', 'To søskende'],
      ['Vedr. ung mand, 19: dom for salg', 'mand'],
      ['Klubbens yngste medlem er i plejefamilie.', 'Klubbens yngste medlem'],
    ])
    tellsNobody([
      'En ung kan få en mentor.',
      'Når en dreng mister sit job, skal nogen tale med alle.',
      'Hvis en elev har meget fravær, kontakter skolen forældrene.',
      'Det er vigtigt, at barnet kommer i klub.',
      'En beboer spurgte, om der kommer lys på stien.',
      'En lejer må have to katte.',
      'En ung med fritidsjob er en god rollemodel.',
      'En gruppe drenge hænger ud ved kiosken.',
    ])
  })

  it('is a post that something private is told about, but not a post at work', () => {
    tells('description', [
      ['Kassereren har gæld og er trådt tilbage.', 'Kassereren'],
      ['Læreren i indskolingen er sygemeldt.', 'Læreren'],
    ])
    tellsNobody(['SSP-konsulenten kontakter skolen om vold.', 'Viceværten har sat ny lås på kælderen.'])
  })

  it('is a day of birth, a profile or a number plate', () => {
    tells('birthday', [['Han er født den 4. april 2010.', 'født den 4. april 2010']])
    tells('handle', [['Se @lille.trold_7 på nettet', '@lille.trold_7']])
    tells('plate', [['En bil, XY 12 345, holder der.', 'XY 12 345']])
    tellsNobody(['Klubbens fødselsdag den 4. april', 'Skriv til @kommunen', 'EN 12 966', 'Børn født i 2010 inviteres.'])
  })

  it('is a number or an address to reach or look somebody up by', () => {
    tells('phone', [['Ring på 20 30 40 50.', '20 30 40 50']])
    tells('mail', [['Skriv til lille.trold@post.example', 'lille.trold@post.example']])
    tells('cpr', [['Ansøgning 010190-1234', '010190-1234']])
    tells('case_number', [['Elevnr. 20881 mangler.', 'Elevnr. 20881']])
    tellsNobody(['CVR 22334455', 'sagen fra 2012', 'i årene 2025-2028', 'den 2013-01-01', 'kr. 22.334.455'])
  })
})

describe('findings', () => {
  it('stand in the order of the text, overlap nowhere and lie within it, whatever it holds', () => {
    const word = fc.constantFrom(...corpus.flatMap(([, , , text]) => (text ?? '').split(' ')))
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (text) => {
        let from = 0
        for (const { at, length } of findPersons(text, { knownNames: ['Ida Holt'] })) {
          assert.ok(length > 0 && at >= from && at + length <= text.length)
          from = at + length
        }
      }),
    )
  })

  it('find any listed given name that is no word, wherever it stands in a sentence', () => {
    const name = fc.constantFrom(
      ...[...givenNames].filter((name) => name.length > 3 && !everydayWords.has(name) && !isOtherName(name)),
    )
    const sentence = fc.constantFrom('Her er @ igen.', '@ vil gerne være med.', 'De talte om @ i går.', '- @ og en til')
    fc.assert(
      fc.property(name, sentence, (name, sentence) => {
        const capital = name.charAt(0).toUpperCase() + name.slice(1)
        return found(sentence.replace('@', capital)).length > 0
      }),
    )
  })

  it('suggest wording in which nobody is known', () => {
    const [one, two, three] = findPersons('Fatimas mor bor på Tangvej 14. M., 15 år.', { knownNames: [] })
    assert.deepEqual([one?.suggestion, two?.suggestion, three?.suggestion], ['en persons', 'Tangvej', 'en ung'])
  })
})

describe('the lists of names', () => {
  it('are long enough to know most of the people who live here', () => {
    assert.ok(givenNames.size > 3000 && surnames.size > 2000 && everydayWords.size > 1500)
  })
})

describe('the corpus of texts', () => {
  const share = (verdict: string, split: string): number => {
    const some = corpus.filter((row) => row[0] === split && row[1] === verdict)
    assert.ok(some.length >= 40)
    return some.filter((row) => found(row[3] ?? '').length > 0).length / some.length
  }

  for (const split of new Set(corpus.map((row) => row[0] ?? ''))) {
    it(`has its unsafe texts marked and its safe ones let be: ${split}`, () => {
      assert.ok(share('unsafe', split) >= 0.97, `${share('unsafe', split)} of the unsafe texts are marked`)
      assert.ok(share('safe', split) <= 0.12, `${share('safe', split)} of the safe texts are marked`)
    })
  }
})
