import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const findRoot = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}`)
  return findRoot(parent)
}

/** The project's own folder; the same whether the code runs from `src` or, built, from `dist`. */
export const projectRoot = findRoot(import.meta.dirname)

/** The version a package.json tells. */
export const versionIn = (packageFile: string): string => {
  const told: unknown = JSON.parse(readFileSync(packageFile, 'utf8'))
  if (typeof told === 'object' && told !== null && 'version' in told && typeof told.version === 'string')
    return told.version
  throw new Error(`${packageFile} tells no version`)
}

/** The version of the program. */
export const programVersion = (): string => versionIn(join(projectRoot, 'package.json'))
