import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { installIfMissing } from './install.js'
import { findNode } from './node.js'
import { root, sayAndEnd, SetUpFault } from './root.js'

// Everything that is checked, in order; the first step that fails ends it. `needs` are files without which a step would check nothing.
const tool = (name, ...path) => join(root, 'node_modules', name, ...path)
const steps = [
  { name: 'format', needs: ['.oxfmtrc.json'], run: [tool('oxfmt', 'bin', 'oxfmt'), '--check', '.'] },
  { name: 'lint', needs: ['.oxlintrc.json'], run: [tool('oxlint', 'bin', 'oxlint'), '--type-aware'] },
  { name: 'types', needs: ['tsconfig.json'], run: [tool('typescript', 'bin', 'tsc'), '-p', '.'] },
  { name: 'unused', needs: ['knip.json'], run: [tool('knip', 'bin', 'knip.js'), '--no-config-hints'] },
  { name: 'build', needs: ['src/main.ts', 'src/web/styles/brobyg.css'], run: [join(root, 'bin', 'build.js')] },
  { name: 'browser', needs: ['test/chromium.ts'], run: [join(root, 'test', 'chromium.ts')] },
  { name: 'tests', needs: ['test/run-tests.ts'], run: ['--import', 'tsx', join(root, 'test', 'run-tests.ts')] },
]

const check = async (wanted) => {
  await installIfMissing('check')
  const node = findNode()
  // Scripts and tests that run `node` mean the one the program is made for.
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':')
  for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const missing = step.needs.find((file) => !existsSync(join(root, file)))
    if (missing !== undefined)
      throw new SetUpFault(`${step.name}: there is no ${missing}, so nothing would be checked.`)
    const began = performance.now()
    process.stdout.write(`${step.name} …\n`)
    const { status, error } = spawnSync(node, step.run, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: path },
    })
    if (error !== undefined) throw new SetUpFault(`${step.name} cannot be run: ${error.message}`)
    if (status !== 0) {
      process.exitCode = 1
      process.stderr.write(`${step.name} failed\n`)
      return
    }
    if (step.name !== 'tests')
      process.stdout.write(`${step.name} ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  }
}

try {
  await check(process.argv.slice(2))
} catch (error) {
  sayAndEnd(error)
}
