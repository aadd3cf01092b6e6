import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build.js'
import { findNode } from './node.js'
import { root, SetUpFault, sayAndEnd } from './root.js'
import { installIfMissing } from './install.js'

/** Sets up what is missing, then runs the program with these arguments under the Node it is made for. */
export const launch = async (args) => {
  try {
    await installIfMissing('run')
    await buildIfStale()
    const program = join(root, 'dist', 'brobyg.js')
    const node = findNode()
    endWithNpm()
    if (node === process.execPath) await import(pathToFileURL(program).href)
    else await runUnder(node, [program, ...args])
  } catch (error) {
    sayAndEnd(error)
  }
}

// Asked to end, npm ends its shell but not what the shell runs: whoever loses that shell was meant too.
const endWithNpm = () => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

/** Runs a program to its end as if it were this process: same streams, signals passed on, same exit code. */
export const runUnder = (node, args, environment = process.env) =>
  new Promise((resolve, reject) => {
    // Over the fourth stream the program notices when this process is killed.
    const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: environment })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const passOn = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, passOn)
    child.once('error', (error) => {
      reject(
        new SetUpFault(
          `The Node that comes along cannot run on this machine (${error.message}). Install Node 26 or newer.`,
        ),
      )
    })
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn)
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
      resolve(process.exitCode)
    })
  })
