import { globSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { transform } from 'esbuild'
import { projectRoot } from '../src/platform/root.ts'

/** Translates all TypeScript of the program and its tests into a folder, file by file, with where each line came from. */
export const compileInto = async (folder: string): Promise<void> => {
  const paths = globSync(['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'], { cwd: projectRoot, exclude: ['**/*.d.ts'] })
  const tsconfigRaw = readFileSync(join(projectRoot, 'tsconfig.json'), 'utf8')
  await Promise.all(
    paths.map(async (path) => {
      const { code } = await transform(await readFile(join(projectRoot, path), 'utf8'), {
        loader: extname(path) === '.tsx' ? 'tsx' : 'ts',
        tsconfigRaw,
        target: 'node26',
        // Told beside the file's own address, at which the result is loaded.
        sourcefile: basename(path),
        sourcemap: 'inline',
        sourcesContent: false,
      })
      const place = join(folder, path.replace(/\.tsx?$/, '.js'))
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, code)
    }),
  )
}
