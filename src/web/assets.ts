import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../platform/root.ts'

/** The built public files: their hashed names by plain name (`brobyg.css` → `brobyg-1A2B.css`). */
let manifest: Record<string, string> | undefined

export const publicFolder = join(projectRoot, 'dist', 'public')

/** The address of a built file, changed whenever its bytes change. Throws when the build has not made it. */
export const assetHref = (name: string): string => {
  manifest ??= readManifest()
  const hashed = manifest[name]
  if (hashed === undefined) throw new Error(`The build has no file ${name}. Run npm run build.`)
  return `/filer/${hashed}`
}

const readManifest = (): Record<string, string> => {
  const read: unknown = JSON.parse(readFileSync(join(publicFolder, 'manifest.json'), 'utf8'))
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : []
  return Object.fromEntries(entries.map(([name, hashed]) => [name, String(hashed)]))
}
