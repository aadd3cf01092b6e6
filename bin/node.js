import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, SetUpFault } from './root.js'

const wanted = 26

/** The Node the program is made for: this one if new enough, else the one among the packages. */
export const findNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', name)
  if (existsSync(node)) return node
  throw new SetUpFault(
    `Brobyg runs on Node ${wanted}, and none comes along for ${process.platform} on ${process.arch}. Install Node ${wanted} or newer.`,
  )
}
