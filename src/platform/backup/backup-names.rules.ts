const suffix = '.backup'

/** The name of a backup's file: the municipality and the moment, so that names sort by age. */
export const backupName = (municipality: string, madeAt: Temporal.Instant): string =>
  `brobyg-${municipality}-${madeAt.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}${suffix}`

/** The municipality's backups among a folder's names, the newest first. */
export const backupsAmong = (names: readonly string[], municipality: string): string[] => {
  const pattern = new RegExp(`^brobyg-${municipality}-\\d{8}T\\d{6}Z\\${suffix}$`)
  return names
    .filter((name) => pattern.test(name))
    .toSorted()
    .toReversed()
}

/** The name under which a backup is written; it counts only when it has its own. */
export const halfName = (name: string, processId: number): string => `.${name}.${processId}.half`

/** The process that wrote a half backup, or null where the name is of something else. */
export const writerOf = (name: string): number | null => {
  const [, processId] = /^\.brobyg-.*\.(\d+)\.half$/.exec(name) ?? []
  return processId === undefined ? null : Number(processId)
}
