import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../../src/platform/root.ts'
import { freePort, run, start, temporaryFolder } from './program.ts'

const sample = join(projectRoot, 'samples', 'havneby', 'boern-unge-og-familie.txt')

const commands = [
  'start',
  'read',
  'import',
  'phrase',
  'export-partnership',
  'backup',
  'restore',
  'check',
  'invite',
  'verify-audit',
  'migrate',
  'config',
  'version',
]

describe('the command line', () => {
  it('helps with everything, and lists every command', async () => {
    const all = await run([])
    assert.deepEqual([all.code, all.stderr], [0, ''])
    assert.deepEqual((await run(['--help'])).stdout, all.stdout)
    for (const command of commands) {
      assert.match(all.stdout, new RegExp(`^ {2}${command} `, 'm'))
      const help = await run([command, '--help'])
      assert.deepEqual([help.code, help.stderr], [0, ''])
      assert.match(help.stdout, new RegExp(`^Usage: brobyg ${command}`))
    }
  })

  it('tells its version in both ways', async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
    assert.match((await run(['version'])).stdout, new RegExp(`^brobyg ${version} \\(Node 2[6-9]`))
    assert.match((await run(['--version'])).stdout, /^brobyg \d/)
  })

  it('shows the settings as JSON, without the password', async () => {
    const end = await run(['config', '--port', '4711'], {
      environment: { DATABASE_URL: 'postgres://me:secret@there/x' },
    })
    assert.equal(JSON.parse(end.stdout).port, 4711)
    assert.doesNotMatch(end.stdout, /secret/)
  })
})

describe('brobyg read', () => {
  it('prints the agreement format and nothing else', async () => {
    const end = await run(['read', sample])
    assert.deepEqual([end.code, end.stderr], [0, ''])
    const document = JSON.parse(end.stdout)
    assert.equal(document.format, 'brobyg-agreement/1')
    assert.equal(document.source.name, 'boern-unge-og-familie.txt')
  })

  it('says in one sentence why a file cannot be read, in the language of the terminal', async () => {
    const folder = temporaryFolder()
    const empty = join(folder, 'tom.txt')
    writeFileSync(empty, '')
    const large = join(folder, 'stor.txt')
    writeFileSync(large, Buffer.alloc(21 * 1024 * 1024, 'a'))
    const cases: [string[], RegExp, string?][] = [
      [[join(folder, 'nowhere.txt')], /^There is no file .*nowhere\.txt\.\n$/],
      [[folder], /is a folder, not a file\.\n$/],
      [[], /^Name the file\./],
      [['one', 'two'], /^Name one file at a time\./],
      [[large], /20 MB.*\n$/],
      [[empty], /tom\.txt.*is empty.*\n$/],
      [[empty], /tom\.txt.* er tom.*\n$/, 'da_DK.UTF-8'],
    ]
    for (const [args, sentence, language = 'en_GB.UTF-8'] of cases) {
      const end = await run(['read', ...args], { environment: { LANG: language } })
      assert.deepEqual([end.code, end.stdout], [2, ''])
      assert.match(end.stderr, sentence)
      assert.equal(end.stderr.trim().split('\n').length, 1)
    }
  })
})

describe('brobyg import', () => {
  it('begins a draft while the pages are served, and also alone', async () => {
    const data = join(temporaryFolder(), 'data')
    const port = await freePort()
    const program = start(['start', '--port', port, '--data', data])
    await program.ready
    const ends = await Promise.all([1, 2].map(() => run(['import', sample, '--data', data, '--port', port])))
    for (const end of ends) {
      assert.equal(end.code, 0, end.stderr)
      assert.match(end.stdout, new RegExp(`^http://localhost:${port}/udkast/[0-9a-f-]{36}\n$`))
    }
    assert.notEqual(ends[0]?.stdout, ends[1]?.stdout)
    program.signal('SIGTERM')
    assert.equal((await program.ended).code, 0)
    assert.equal((await run(['import', sample, '--data', data])).code, 0)
  })

  it('stores nothing where it refuses', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'letter.txt'), 'Dear reader, this is a letter about the weather and nothing else.\n')
    const end = await run(['import', join(folder, 'letter.txt'), '--data', join(folder, 'data')])
    assert.deepEqual([end.code, end.stdout], [2, ''])
  })
})

describe('brobyg invite', () => {
  const invitation = `invite --name Maja --mail maja@havneby.example --post konsulent --organisation Kommunen`.split(
    ' ',
  )

  it('lets the first administrator in to an installation that knows nobody, and anew where the link was lost', async () => {
    const data = join(temporaryFolder(), 'data')
    const port = await freePort()
    const invite = (...more: string[]) => run([...invitation, '--data', data, '--port', port, ...more])
    const first = await invite('--duty', 'administrator')
    assert.equal(first.code, 0, first.stderr)
    assert.match(first.stdout, new RegExp(`^http://localhost:${port}/invitation/[\\w-]{43}\n$`))
    const second = (await invite()).stdout.trim()
    const program = start(['start', '--data', data, '--port', port], { environment: { NODE_ENV: 'production' } })
    await program.ready
    const accept = (link: string) =>
      fetch(link, { method: 'POST', redirect: 'manual', headers: { origin: `http://localhost:${port}` } })
    assert.equal((await accept(first.stdout.trim())).status, 410)
    const answer = await accept(second)
    assert.equal(answer.status, 303)
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    const page = await fetch(`http://localhost:${port}/personer`, { headers: { cookie: cookie.join('; ') } })
    assert.match(await page.text(), /Invitér en person.*Maja.*administrator/s)
    assert.match((await invite()).stdout, /\/invitation\//)
    program.signal('SIGTERM')
    assert.equal((await program.ended).code, 0)
  })

  it('says in a sentence what is missing or wrong', async () => {
    const whole = ['--name', 'Maja', '--mail', 'maja@havneby.example', '--post', 'x', '--organisation', 'y']
    const cases: [string[], RegExp][] = [
      [['--name', 'Maja'], /^Give --mail\./],
      [[...whole, '--duty', 'king'], /^--duty must be/],
      [[...whole, '--from', 'soon'], /^--from must be a day/],
    ]
    for (const [args, sentence] of cases) {
      const end = await run(['invite', ...args])
      assert.deepEqual([end.code, end.stdout], [2, ''])
      assert.match(end.stderr, sentence)
    }
  })
})
