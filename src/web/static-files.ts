import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { publicFolder } from './assets.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface StaticFile {
  readonly mediaType: string
  readonly plain: Buffer
  /** The bytes packed as the browser likes them, made at the first request and kept; null for what is packed already. */
  packed(encoding: Encoding): Buffer | null
}

type Encoding = 'br' | 'gzip'

/** `/filer/…`: the built files, read once, compressed once each, cached for a year where their name carries their hash. */
export const staticRoutes = (): Hono => {
  const files = new Map(readPublic().map((name) => [name, readFile(name)]))
  const routes = new Hono()
  routes.get('/filer/:name', (c) => {
    const name = c.req.param('name')
    const file = files.get(name)
    if (!file) return c.notFound()
    const encoding = preferred(c.req.header('accept-encoding') ?? '')
    const packed = encoding === null ? null : file.packed(encoding)
    const isHashed = /-[0-9A-Z]{8}\./.test(name)
    return c.body(new Uint8Array(packed ?? file.plain), 200, {
      'content-type': file.mediaType,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      vary: 'accept-encoding',
      ...(encoding === null || packed === null ? {} : { 'content-encoding': encoding }),
    })
  })
  return routes
}

const preferred = (accepted: string): Encoding | null =>
  /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null

const readPublic = (): string[] => readdirSync(publicFolder).filter((name) => extname(name) in mediaTypes)

const readFile = (name: string): StaticFile => {
  const plain = readFileSync(join(publicFolder, name))
  const kept = new Map<Encoding, Buffer>()
  return {
    mediaType: mediaTypes[extname(name)] ?? 'application/octet-stream',
    plain,
    packed: (encoding) => {
      if (['.woff2', '.png'].includes(extname(name))) return null
      const packed = kept.get(encoding) ?? (encoding === 'br' ? brotliCompressSync(plain) : gzipSync(plain))
      kept.set(encoding, packed)
      return packed
    },
  }
}
