import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { assetHref, publicFolder } from './assets.ts'

/** The bytes of a built public file, for addresses that stay the same whatever the bytes. */
export const builtFile = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(publicFolder, basename(assetHref(name)))))
