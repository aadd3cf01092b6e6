import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How many processes share the files that need none of their own. */
const shares = 12

const isOfTheBrowser = (file: string): boolean => file.startsWith('test/browser/')
const isOfAPart = (file: string): boolean => file.startsWith('src/')

/**
 * The programs that run these test files, the longest first. A program of several files imports what they share once and finds it warm:
 * that costs most of a small file. Those of the whole program have a process each, as they start and kill others.
 */
export const inBatches = (folder: string, root: string, files: readonly string[]): string[] => {
  mkdirSync(folder, { recursive: true })
  const batch = (name: string, members: readonly string[]): string => {
    const path = join(folder, `${name}.mjs`)
    writeFileSync(path, members.map((file) => `await import('${pathToFileURL(join(root, file)).href}')\n`).join(''))
    return path
  }
  const dealt = (name: string, hands: number, members: readonly string[]): string[] =>
    Array.from({ length: Math.min(hands, members.length) }, (_, hand) =>
      batch(
        `${name}-${hand + 1}`,
        members.filter((_file, at) => at % hands === hand),
      ),
    )
  const alone = files.filter((file) => !isOfTheBrowser(file) && !isOfAPart(file))
  const everyPage = files.filter((file) => file.endsWith('every-page.test.ts'))
  const journeys = files.filter((file) => isOfTheBrowser(file) && !everyPage.includes(file))
  return [
    ...everyPage.map((file) => join(root, file)),
    ...dealt('journeys', 2, journeys),
    ...alone.map((file) => join(root, file)),
    ...dealt('parts', shares, files.filter(isOfAPart)),
  ]
}
