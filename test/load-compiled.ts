import { existsSync, readFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// Given to `node --import` in the place of tsx, and to the threads that ask for tsx: tests that translate nothing themselves start in
// half the time. A file keeps its address, so that all it knows by it (fixtures, the folder it lies in) is as when tsx runs it.
const root = pathToFileURL(`${join(import.meta.dirname, '..')}/`).href
const compiled = process.env['BROBYG_COMPILED'] ?? ''

const compiledFile = (url: string): string | undefined => {
  if (!url.startsWith(root) || !/\.tsx?$/.test(url)) return undefined
  const path = join(
    compiled,
    fileURLToPath(url)
      .slice(fileURLToPath(root).length)
      .replace(/\.tsx?$/, '.js'),
  )
  return existsSync(path) ? path : undefined
}

/** One of our own files by its address beside another of them: it need not be looked for. */
const ownFile = (specifier: string, parent: string | undefined): string | undefined => {
  if (!/^\.\.?\/.*\.tsx?$/.test(specifier)) return undefined
  const url = new URL(specifier, parent).href
  return compiledFile(url) === undefined ? undefined : url
}

process.setSourceMapsEnabled(true)
// What one file has translated to the machine's own words, the next finds done.
enableCompileCache(join(compiled, 'cache'))
registerHooks({
  resolve: (specifier, context, next) => {
    const url = specifier === 'tsx' ? import.meta.url : ownFile(specifier, context.parentURL)
    return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true }
  },
  load: (url, context, next) => {
    const path = compiledFile(url)
    if (path === undefined) return next(url, context)
    return { format: 'module', source: readFileSync(path, 'utf8'), shortCircuit: true }
  },
})
