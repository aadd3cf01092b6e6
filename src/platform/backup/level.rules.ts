import type { Head } from './manifest.ts'

interface RunFile {
  readonly name: string
  readonly checksum: string
}

/** Whether a program can restore a backup: the migrations that make its tables, or why it cannot. */
export type Level<File> =
  | { readonly files: readonly File[] }
  | { readonly unknown: string }
  | { readonly changed: string }

const isMigration = ({ name }: RunFile) => name.startsWith('migrations/')

/** Finds the program's migrations that make the tables a backup was taken from. */
export const levelOf = <File extends RunFile>({ migrations }: Head, program: readonly File[]): Level<File> => {
  const files: File[] = []
  for (const { name, checksum } of migrations.filter(isMigration)) {
    const file = program.find((one) => one.name === name)
    if (file === undefined) return { unknown: name }
    if (file.checksum !== checksum) return { changed: name }
    files.push(file)
  }
  return { files: files.toSorted((one, other) => (one.name < other.name ? -1 : 1)) }
}
