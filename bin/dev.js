import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildIfStale } from './build.js'
import { installIfMissing } from './install.js'
import { findNode } from './node.js'
import { root, sayAndEnd, SetUpFault } from './root.js'

// Serves the pages, and builds and starts them anew whenever a source was saved.
const develop = async () => {
  await installIfMissing('check')
  let program
  let isEnding = false

  const start = async () => {
    try {
      await buildIfStale()
    } catch (error) {
      if (!(error instanceof SetUpFault)) throw error
      process.stderr.write(`${error.message}\n`)
      return
    }
    program = spawn(findNode(), [join(root, 'dist', 'brobyg.js'), 'start', ...process.argv.slice(2)], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
  }
  const stop = () =>
    new Promise((resolve) => {
      if (program === undefined || program.exitCode !== null || program.signalCode !== null) return resolve()
      program.once('exit', resolve)
      program.kill('SIGTERM')
    })

  let turn = start()
  let pending
  const restart = () => {
    clearTimeout(pending)
    pending = setTimeout(() => {
      turn = turn.then(stop).then(() => (isEnding ? undefined : start()))
    }, 150)
  }
  for (const folder of ['src', 'db']) watch(join(root, folder), { recursive: true }, restart)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      isEnding = true
      await stop()
      process.exit(0)
    })
  }
}

try {
  await develop()
} catch (error) {
  sayAndEnd(error)
}
