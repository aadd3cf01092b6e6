import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Folders of the typefaces a PDF is set in. Signs they lack (Arabic, emoji) come from the machine's own typefaces.
 * One weight a folder, as the package lays them out.
 */
export const fontFolders = (): string[] => {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans/package.json'))
  return ['400Regular', '400Regular_Italic', '600SemiBold'].map((weight) => join(folder, weight))
}
