import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { formWords, holderNamePairs, ownRuns, placeNames, realContracts, wordRuns } from './borrowed-words.ts'
import { assertExceptionsOnlyShrink, assertNone } from './exceptions.ts'
import { projectRoot } from './modules.ts'
import { projectFiles, projectTexts } from './project-files.ts'
import { roomsInOrder } from './room-order.ts'

const files = projectFiles()
const texts = projectTexts()
const filesWith = (pattern: RegExp): string[] =>
  [...texts].flatMap(([path, text]) => {
    const found = pattern.exec(text)
    return found === null ? [] : [`${path}: ${found[0].trim()}`]
  })

describe('the files of the project', () => {
  it('are seen', () => {
    for (const path of ['package.json', 'README.md', 'src/platform/clock.ts']) assert.ok(texts.has(path), path)
  })

  it('have names in plain letters', () => {
    assertNone(
      'plain file names',
      files.filter((path) => !/^[\w./-]+$/.test(path)),
    )
  })

  it('stay within 300 lines of code', () => {
    // Row types are generated from the database.
    const code = [...texts].filter(([path]) => /\.tsx?$/.test(path) && path !== 'src/platform/database/rows.ts')
    assert.ok(code.length > 20, 'too few files seen')
    assertNone(
      'file length',
      code.filter(([, text]) => text.trimEnd().split('\n').length > 300).map(([path]) => path),
    )
  })

  it('name no registry and no folder of any one machine', () => {
    assertNone('no registry', filesWith(/https?:\/\/[\w.-]*(?:registry|artifactory|verdaccio)[\w.-]*/i))
    assertNone('no machine path', filesWith(/(?:^|[\s'"`(=:])\/(?:home|root|Users|work|tmp)\/\w[\w./-]*/m))
    const lock = readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')
    assert.doesNotMatch(lock, /"resolved": "http/)
  })

  it('hold no focused, skipped or postponed test', () => {
    const pattern = new RegExp(String.raw`\b(?:it|test|describe)\.(?:only|skip|todo)\b`)
    assertNone('every test runs', filesWith(pattern))
  })

  it('say in tests what is, and mock nothing', () => {
    assertNone('test names in the present', filesWith(/\b(?:it|test|describe)\(\s*['"`]should\b.*/))
    assertNone('no mocks', filesWith(new RegExp(String.raw`\bmock\.(?:method|fn|module|timers)\b`)))
  })

  it('set up nothing for all tests of a process, which are those of several files', () => {
    const hook = /^(?:const [^=\n]* = )?(?:before|after|beforeEach|afterEach|testDatabase|clonedDatabase|openHouse)\(/m
    assertNone(
      'hooks stand in a describe',
      filesWith(hook).filter((found) => /^(?:src|test\/browser)\/\S+\.test\.tsx?:/.test(found)),
    )
  })

  it('say why where they switch a rule of the linter off', () => {
    const directive = /(?:oxlint|eslint)-disable(?!(?:-next-line|-line)? [\w/, -]+ -- \w).*/
    assertNone(
      'reasons for exceptions to lint',
      filesWith(directive).filter((found) => found.startsWith('src/')),
    )
  })

  it('have no names for drawers', () => {
    const drawer = /(?:^|[/.-])(?:utils?|helpers?|shared|common|misc|service|manager)(?:[/.-]|$)/i
    assertNone(
      'no drawers',
      files.filter((path) => path.startsWith('src/') && drawer.test(path)),
    )
  })
})

describe('the list of exceptions', () => {
  it('only shrinks', assertExceptionsOnlyShrink)
})

describe('a room', () => {
  for (const room of roomsInOrder) {
    it(`says what it is for: ${room}`, () => {
      const readme = texts.get(`src/rooms/${room}/README.md`)
      assert.ok(readme?.startsWith(`# ${room}`), 'a README.md that begins with the name of the room')
      assert.ok(files.includes(`src/rooms/${room}/index.ts`), 'a door: index.ts')
    })
  }
})

describe('migrations', () => {
  const owners = ['platform', ...roomsInOrder]
  const migrations = readdirSync(join(projectRoot, 'db/migrations')).toSorted()

  it('have a number each and carry the name of their room', () => {
    const numbers = migrations.map((name) => {
      const [, number = '', owner = ''] = /^(\d{4})_([a-z]+)_[a-z0-9_]+\.sql$/.exec(name) ?? []
      assert.ok(owners.includes(owner), `${name}: no such room`)
      return number
    })
    assert.ok(numbers.length > 0, 'no migrations seen')
    assert.equal(new Set(numbers).size, numbers.length)
  })

  it('and policies open by saying what they do', () => {
    const policies = readdirSync(join(projectRoot, 'db/repeatable')).toSorted()
    for (const name of policies)
      assert.match(name, new RegExp(`^(?:${owners.join('|')})\\.(?:functions|policies)\\.sql$`))
    const sql = files.filter((path) => path.startsWith('db/') && path.endsWith('.sql'))
    assert.equal(sql.length, migrations.length + policies.length)
    assertNone(
      'SQL opens with a comment',
      sql.filter((path) => texts.get(path)?.startsWith('-- ') !== true),
    )
  })
})

describe('the real contracts', () => {
  const contracts = realContracts()
  const skip = contracts.length === 0 ? 'the folder ../shared/contracts is missing' : false
  const all = [...texts].map(([path, text]): [string, string] => [path, text.replace(/\s+/g, ' ')])

  it('lend no name of a person or a place', { skip }, () => {
    const names = contracts.flatMap((contract) => [...holderNamePairs(contract), ...placeNames(contract)])
    assert.ok(names.length > 40, `only ${names.length} names found in the contracts`)
    const borrowed = all.flatMap(([path, text]) =>
      names.filter((name) => text.includes(name)).map((name) => `${path}: ${name}`),
    )
    assertNone('no borrowed names', borrowed)
  })

  it('lend no eight words in a row, the questions of the form left out', { skip }, () => {
    const own = ownRuns(contracts)
    assert.ok(own.size > 2000, `only ${own.size} runs of words found in the contracts`)
    const borrowed = all.flatMap(([path, text]) => {
      const run = [...wordRuns(text)].find((words) => own.has(words))
      return run === undefined ? [] : [`${path}: ${run}`]
    })
    assertNone('no borrowed sentences', borrowed)
  })
})

describe('the search for borrowed words', () => {
  const contract = [
    'KONTRAKT OM SAMARBEJDE I HAVNEBY',
    "Helhedsplanen 'Lyse veje', koordinator, pt. Asta Maj Krogh",
    'Hvem gør hvad og hvornår i denne aktivitet? Herunder en kontaktperson',
    'Klubben og skolen mødes den første tirsdag i hver måned på biblioteket.',
  ].join('\n')

  it('finds names, places and sentences where there are some', () => {
    assert.deepEqual(holderNamePairs(contract), ['Asta Maj', 'Maj Krogh'])
    assert.deepEqual(placeNames(contract), ['Havneby', 'Lyse veje'])
    assert.ok(ownRuns([contract]).has('klubben og skolen mødes den første tirsdag i'))
  })

  it('lets the questions of the form pass', () => {
    assert.ok(formWords([contract]).length > 0)
    assert.ok(!ownRuns([contract]).has('hvem gør hvad og hvornår i denne aktivitet'))
  })
})
