import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { projectRoot } from './modules.ts'

const ignoredFolders = new Set(['.git', 'node_modules', 'dist', 'data'])

/** Every file of the project, as paths from the root with forward slashes, sorted; what git ignores is left out. */
export const projectFiles = (): string[] => {
  const below = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : below(join(folder, entry.name))
      return entry.isFile() && !entry.name.endsWith('.log') ? [join(folder, entry.name)] : []
    })
  return below(projectRoot)
    .map((path) => relative(projectRoot, path).split(sep).join('/'))
    .toSorted()
}

const isText = (bytes: Buffer): boolean => !bytes.subarray(0, 8000).includes(0)

/** The text of every project file that is text, by path. The lockfile is left out: it is npm's, and checked by itself. */
export const projectTexts = (): Map<string, string> =>
  new Map(
    projectFiles()
      .filter((path) => path !== 'package-lock.json')
      .map((path): [string, Buffer] => [path, readFileSync(join(projectRoot, path))])
      .filter(([, bytes]) => isText(bytes))
      .map(([path, bytes]) => [path, bytes.toString('utf8')]),
  )
