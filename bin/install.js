import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn } from './lock.js'
import { root, SetUpFault } from './root.js'

const purpose = 'install its packages'

/** Installs the packages unless they are there: for `run` what the program needs, for `check` the tools too. */
export const installIfMissing = async (use) => {
  if (isInstalled(use)) return
  await inTurn(purpose, async () => {
    if (isInstalled(use)) return
    process.stderr.write('Installing packages, once …\n')
    await npmCi()
  })
}

// npm writes this second lockfile when an installation is complete, and only then.
const isInstalled = (use) => {
  const wanted = readPackages('package-lock.json')
  const present = readPackages(join('node_modules', '.package-lock.json'))
  if (wanted === undefined)
    throw new SetUpFault(`The file package-lock.json is missing in ${root}: this is not a whole copy of Brobyg.`)
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.peer || entry.devOptional || (entry.dev && use === 'run')) return true
    return present?.[path]?.version === entry.version
  })
}

const readPackages = (name) => {
  try {
    return JSON.parse(readFileSync(join(root, name), 'utf8')).packages
  } catch {
    return undefined
  }
}

const npmCi = async () => {
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [program, ...before] = npm
  const child = spawn(program, [...before, ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && program === 'npm',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new SetUpFault(`npm cannot be run to install the packages: ${error.message}.`)),
    )
    child.once('close', resolve)
  })
  if (code !== 0) throw installFault(said)
}

const installFault = (said) => {
  const network =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/.exec(said)
  if (network !== null)
    return new SetUpFault(
      `The packages could not be fetched: the package registry cannot be reached (${network[1]}). Try again with a connection.`,
    )
  if (/\b(EACCES|EPERM|EROFS)\b/.test(said))
    return new SetUpFault(
      `Brobyg must ${purpose} in ${root}, but you may not write there. Copy it to a folder of your own and start it there.`,
    )
  if (/\bENOSPC\b/.test(said)) return new SetUpFault('The packages could not be installed: the disk is full.')
  const lines = said.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  return new SetUpFault(`The packages could not be installed.\n${lines.slice(0, 8).join('\n')}`)
}
