import { globSync } from 'node:fs'
import { build } from 'esbuild'
import { projectRoot } from '../src/platform/root.ts'

/** Translates all TypeScript of the program and its tests into a folder, file by file, with where each line came from. */
export const compileInto = (folder: string) =>
  build({
    absWorkingDir: projectRoot,
    entryPoints: globSync(['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'], {
      cwd: projectRoot,
      exclude: ['**/*.d.ts'],
    }),
    outbase: projectRoot,
    outdir: folder,
    bundle: false,
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  })
