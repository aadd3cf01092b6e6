import assert from 'node:assert/strict'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../../src/platform/root.ts'
import { freePort, isRoot, nobodyUser, run, skipsClosedFolders, start, temporaryFolder, withSample } from './program.ts'

const partsOfTheProject = ['bin', 'db', 'samples', 'src', 'package.json', 'package-lock.json', '.npmrc']

/** The project as a fresh clone has it, in a folder of this name; its packages are lent where they are not what is tested. */
const copyOfTheProject = ({ name = 'brobyg', withPackages = true } = {}): string => {
  const root = join(temporaryFolder(), name)
  mkdirSync(root)
  for (const part of partsOfTheProject) cpSync(join(projectRoot, part), join(root, part), { recursive: true })
  if (withPackages) symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  return root
}

const builtFiles = ['brobyg.js', 'reading.worker.js', 'built-from', 'public']

describe('a fresh copy', () => {
  it('builds itself and starts, in a folder with spaces and Danish letters', async () => {
    const root = copyOfTheProject({ name: 'Brobyg på øen' })
    const program = start(['start', '--port', await freePort()], { root })
    await program.ready
    program.signal('SIGTERM')
    assert.equal((await program.ended).code, 0)
    assert.ok(existsSync(join(root, 'data', 'brobyg.json')))
    assert.deepEqual(
      builtFiles.filter((file) => !readdirSync(join(root, 'dist')).includes(file)),
      [],
    )
  })

  it('is set up once by four processes that begin at once, and all of them work', async () => {
    const root = copyOfTheProject()
    const ends = await Promise.all([1, 2, 3, 4].map(() => run(['version'], { root })))
    for (const end of ends) assert.deepEqual([end.code, end.stderr, end.stdout.slice(0, 7)], [0, '', 'brobyg '])
    assert.ok(!existsSync(join(root, 'dist', '.set-up')))
  })

  it('is built anew when a source changed, and only then', async () => {
    const root = copyOfTheProject()
    await run(['version'], { root })
    const version = join(root, 'src', 'commands', 'version.ts')
    rmSync(join(root, 'dist', 'built-from'))
    writeFileSync(
      version,
      `export const runVersion = async (_args: string[], io: { stdout: { write(text: string): unknown } }) => { io.stdout.write('changed\\n'); return 0 }`,
    )
    assert.equal((await run(['version'], { root })).stdout, 'changed\n')
    chmodSync(join(root, 'dist'), 0o555)
    assert.equal((await run(['version'], { root })).stdout, 'changed\n')
    chmodSync(join(root, 'dist'), 0o755)
  })

  it('takes over the lock of a process that was killed while it set up', async () => {
    const root = copyOfTheProject()
    mkdirSync(join(root, 'dist'))
    writeFileSync(join(root, 'dist', '.set-up'), '4194304')
    assert.equal((await run(['version'], { root })).code, 0)
  })
})

describe('a copy that cannot be set up', () => {
  it('says so where it may not write', { skip: skipsClosedFolders }, async () => {
    const root = copyOfTheProject()
    chmodSync(root, 0o555)
    const end = await run(['version'], { root, ...(isRoot ? { user: nobodyUser } : {}) })
    chmodSync(root, 0o755)
    assert.deepEqual([end.code, end.stdout], [2, ''])
    assert.match(end.stderr, /^Brobyg must be built in .* but you may not write there\..*\n$/)
  })

  it('says so where the packages cannot be fetched', async () => {
    const root = copyOfTheProject({ withPackages: false })
    const environment = {
      npm_config_registry: `http://127.0.0.1:${await freePort()}`,
      npm_config_cache: temporaryFolder(),
      npm_config_fetch_retries: '0',
    }
    const end = await run(['version'], { root, environment })
    assert.deepEqual([end.code, end.stdout], [2, ''])
    assert.match(
      end.stderr,
      /^Installing packages, once …\nThe packages could not be fetched: the package registry cannot be reached \(ECONNREFUSED\)\..*\n$/,
    )
  })

  it('says so where it is not whole', async () => {
    const root = copyOfTheProject()
    rmSync(join(root, 'package-lock.json'))
    const end = await run(['version'], { root })
    assert.equal(end.code, 2)
    assert.match(end.stderr, /^The file package-lock\.json is missing in .*\n$/)
  })

  it('says what does not build', async () => {
    const root = copyOfTheProject()
    writeFileSync(join(root, 'src', 'commands', 'version.ts'), 'export const = 1')
    const end = await run(['version'], { root })
    assert.deepEqual([end.code, end.stdout], [2, ''])
    assert.match(end.stderr, /^The program could not be built\.\n.*src\/commands\/version\.ts/s)
  })
})

describe('a data folder that root’s PostgreSQL may not enter', { skip: !isRoot && 'only root meets this' }, () => {
  it('has its files kept elsewhere, told at start, and found again', async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o700)
    const data = join(folder, 'data')
    for (const time of ['first', 'second']) {
      const program = start(['start', '--port', await freePort(), '--data', data], withSample)
      await program.ready
      program.signal('SIGTERM')
      const end = await program.ended
      assert.equal(end.code, 0)
      const [, elsewhere = ''] = /its files are in (\S+)\.\n/.exec(end.stdout) ?? []
      assert.ok(existsSync(join(elsewhere, 'PG_VERSION')))
      assert.equal(end.stdout.includes('sample'), time === 'first')
      if (time === 'second') rmSync(elsewhere, { recursive: true })
    }
  })
})

describe('a data folder that may not be written to', () => {
  it('is told', { skip: skipsClosedFolders }, async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o555)
    const end = await run(
      ['start', '--port', await freePort(), '--data', join(folder, 'data')],
      isRoot ? { user: nobodyUser } : {},
    )
    chmodSync(folder, 0o755)
    assert.deepEqual([end.code, end.stdout], [2, ''])
    assert.match(end.stderr, /^The data folder .* cannot be used: you may not write there\..*\n$/)
  })
})
