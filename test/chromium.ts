import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The Chromium that pages are tested in: CHROMIUM where set, else one of the system's, else the one Playwright fetched. */
export const findChromium = (): string | undefined => {
  const set = process.env['CHROMIUM']
  if (set !== undefined && set !== '') return set
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const usual = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const onMac = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return [...usual, ...onMac, ...fetchedByPlaywright()].find((path) => existsSync(path))
}

/** The Chromium that pages are tested in. Throws where there is none; npm test installs one. */
export const getChromium = (): string => {
  const found = findChromium()
  if (found === undefined) throw new Error('No Chromium was found. npm test installs one; CHROMIUM may name another.')
  return found
}

const fetchedByPlaywright = (): string[] => {
  const folder =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) =>
      [
        'chrome-linux/chrome',
        'chrome-linux64/chrome',
        'chrome-linux/headless_shell',
        'chrome-headless-shell-linux64/chrome-headless-shell',
      ].map((program) => join(folder, name, program)),
    )
}

const run = (program: string, args: string[]): boolean => {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status === 0) return true
  process.stderr.write(
    `${program} ${args.join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`.trim().split('\n').at(-1)}\n`,
  )
  return false
}

const installChromium = (): boolean => {
  process.stdout.write('Installing Chromium, once …\n')
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (
    isDebianRoot &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  )
    return findChromium() !== undefined
  const playwright = join(import.meta.dirname, '..', 'node_modules', 'playwright-core', 'cli.js')
  return run(process.execPath, [playwright, 'install', 'chromium']) && findChromium() !== undefined
}

if (process.argv[1] === import.meta.filename) {
  if (findChromium() === undefined && !installChromium()) {
    process.stderr.write(
      'Pages are tested in Chromium, and none could be installed. Install it, or name one in CHROMIUM.\n',
    )
    process.exitCode = 1
  } else process.stdout.write(`${findChromium()}\n`)
}
