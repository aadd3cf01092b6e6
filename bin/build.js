import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inTurn } from './lock.js'
import { root, sayAndEnd, SetUpFault } from './root.js'

const dist = join(root, 'dist')
const stampFile = join(dist, 'built-from')

/** Builds the program and its public files into `dist`, unless they are built from just these sources. */
export const buildIfStale = async () => {
  if (isCurrent()) return
  await inTurn('be built', async () => {
    if (!isCurrent()) await build()
  })
}

const build = async () => {
  const { build: bundle, stop } = await import('esbuild')
  const stamp = stampOfSources()
  rmSync(stampFile, { force: true })
  for (const folder of ['public', 'chunks']) removeOld(join(dist, folder))
  try {
    const [, pages] = await Promise.all([bundle(server()), bundle(publicFiles())])
    writeManifest(pages.metafile)
  } catch (error) {
    throw new SetUpFault(`The program could not be built.\n${error.message}`)
  } finally {
    // Its own process would otherwise stay as long as the server.
    await stop()
  }
  writeFileSync(stampFile, stamp)
}

// A server that runs still needs the files of its own build for a while; their names carry hashes, so they do no harm.
const removeOld = (folder) => {
  mkdirSync(folder, { recursive: true })
  const aWeekAgo = Date.now() - 7 * 24 * 3600 * 1000
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).mtimeMs < aWeekAgo) rmSync(join(folder, name))
  }
}

// A package that a piece of the program does not use is not loaded by it: most packages do not say so themselves.
const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path, external: true, sideEffects: false },
    )
  },
}

const server = () => ({
  absWorkingDir: root,
  entryPoints: present([
    'src/commands/brobyg.ts',
    'src/reading.worker.ts',
    'src/setting.worker.ts',
    'src/calendar.worker.ts',
    'src/mail.worker.ts',
  ]),
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  outdir: dist,
  bundle: true,
  splitting: true,
  plugins: [packagesStayOutside],
  platform: 'node',
  format: 'esm',
  target: 'node26',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'silent',
})

const publicFiles = () => ({
  absWorkingDir: root,
  entryPoints: [
    ...present(['src/web/styles/brobyg.css', 'src/web/styles/resident-pages.css']),
    ...islands(),
    ...icons(),
  ],
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  outdir: join(dist, 'public'),
  loader: { '.woff2': 'file', '.png': 'copy' },
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome110', 'firefox115', 'safari16'],
  legalComments: 'none',
  metafile: true,
  logLevel: 'silent',
})

const present = (paths) => paths.filter((path) => existsSync(join(root, path)))

const islands = () => {
  const folder = join(root, 'src', 'web', 'islands')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) =>
    /(?<!\.test)\.tsx?$/.test(name) ? [join('src', 'web', 'islands', name)] : [],
  )
}

const icons = () => {
  const folder = join(root, 'src', 'web', 'icons')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => (name.endsWith('.png') ? [join('src', 'web', 'icons', name)] : []))
}

// From a file's plain name to its name with the hash: brobyg.css → brobyg-1A2B3C4D.css.
const writeManifest = ({ outputs }) => {
  const names = Object.entries(outputs).map(([path, { entryPoint, inputs }]) => {
    const source = entryPoint ?? Object.keys(inputs)[0] ?? path
    return [basename(source, extname(source)) + extname(path), basename(path)]
  })
  writeFileSync(join(dist, 'public', 'manifest.json'), `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`)
}

const isCurrent = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOfSources()

const stampOfSources = () => {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .toSorted()
  for (const path of [...sources, join(root, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildIfStale()
  } catch (error) {
    sayAndEnd(error)
  }
}
