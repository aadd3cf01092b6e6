import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The project's root folder. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** One import of a module: `target` is the imported file's path from the root, or null for a package. */
export interface ModuleImport {
  specifier: string
  target: string | null
}

/** A TypeScript file under `src`, by its path from the root, and what it imports, types included. */
export interface Module {
  path: string
  imports: ModuleImport[]
}

const fromClause = /^(?:import|export)\b(?:[\w\s{},*$]+?\bfrom)?\s*['"](?<specifier>[^'"]+)['"]/gm
const importCall = /\bimport\(\s*['"](?<specifier>[^'"]+)['"]/g

/** The specifiers a source text imports, re-exports or loads, types included, in the order they stand. */
export const specifiersIn = (source: string): string[] =>
  [...source.matchAll(fromClause), ...source.matchAll(importCall)]
    .toSorted((a, b) => a.index - b.index)
    .flatMap((match) => match.groups?.['specifier'] ?? [])

/** The TypeScript files below a folder, as paths from the root with forward slashes, sorted. */
export const modulePathsUnder = (root: string, folder: string): string[] => {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

const resolved = (path: string, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null

/** Every module under `src` of the project at `root`. */
export const readModules = (root: string): Module[] =>
  modulePathsUnder(root, 'src').map((path) => ({
    path,
    imports: specifiersIn(readFileSync(join(root, path), 'utf8')).map((specifier) => ({
      specifier,
      target: resolved(path, specifier),
    })),
  }))

/**
 * The same modules as esbuild's own parser sees them: path → files imported by value. It drops imports of types, so it
 * sees less than `readModules`, but nothing that `readModules` may miss.
 */
export const valueImportsSeenByEsbuild = async (root: string): Promise<Map<string, string[]>> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: modulePathsUnder(root, 'src'),
    bundle: true,
    // Else each of a thousand files would be put together with all that it imports.
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    write: false,
    outdir: 'never-written',
    logLevel: 'silent',
    loader: { '.css': 'empty', '.svg': 'empty', '.woff2': 'empty', '.ttf': 'empty' },
  })
  return new Map(
    Object.entries(metafile.inputs).map(([path, input]) => [
      path,
      input.imports.filter((seen) => seen.external !== true).map((seen) => seen.path),
    ]),
  )
}

/** The shortest circle of imports in which a module takes part, one circle per module that closes one, or none. */
export const importCircles = (modules: readonly Module[]): string[] => {
  const targets = new Map(modules.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of modules) visit(path, [])
  return circles
}

/** The imports of files that are not there. */
export const danglingImports = (root: string, modules: readonly Module[]): string[] =>
  modules.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => target !== null && !existsSync(join(root, target)))
      .map(({ specifier }) => `${path} imports ${specifier}, which is not there`),
  )
