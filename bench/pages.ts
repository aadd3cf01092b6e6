import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'

// Goals: a page's first load under 100 KB compressed, under 15 KB of it script; an agreement's page under 50 ms at the server.

const probe = createServer().listen(0, '127.0.0.1')
await new Promise((resolve) => probe.once('listening', resolve))
const address = probe.address()
const port = typeof address === 'object' && address !== null ? address.port : 0
await new Promise((resolve) => probe.close(resolve))

const folder = mkdtempSync(join(tmpdir(), 'brobyg-bench-'))
chmodSync(folder, 0o755)
const program = [join(projectRoot, 'bin', 'brobyg.js'), 'start', '--port', String(port), '--data', join(folder, 'data')]
const server = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] })
for await (const chunk of server.stdout) if (String(chunk).includes('Brobyg is ready at')) break

const origin = `http://127.0.0.1:${port}`
/** Bytes as they travel: what fetch unpacks is asked for once more with the length told. */
const travels = async (path: string): Promise<number> => {
  const answer = await fetch(`${origin}${path}`, { headers: { 'accept-encoding': 'br, gzip' } })
  const encoding = answer.headers.get('content-encoding')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (encoding === null) return bytes.length
  const { brotliCompressSync, gzipSync } = await import('node:zlib')
  return encoding === 'br' ? brotliCompressSync(bytes).length : gzipSync(bytes).length
}

const list = await (await fetch(`${origin}/aftaler`)).text()
const contract = /href="(\/aftaler\/[^"]+)"/.exec(list)?.[1] ?? '/aftaler'
for (const path of ['/', '/aftaler', contract, '/loefter', '/aarshjul']) {
  const page = await fetch(`${origin}${path}`)
  if (!page.ok) continue
  const html = await page.text()
  const files = [...html.matchAll(/(?:href|src)="(\/filer\/[^"]+)"/g)].map(([, name]) => name ?? '')
  const css = await Promise.all(
    files.filter((name) => name.endsWith('.css')).map(async (name) => (await fetch(origin + name)).text()),
  )
  const fonts = css.flatMap((text) =>
    [...text.matchAll(/url\("?\.?\/?([^")]+\.woff2)/g)].map(([, name]) => `/filer/${name}`),
  )
  const scripts = files.filter((name) => name.endsWith('.js'))
  const sizes = await Promise.all([path, ...files, ...fonts].map(travels))
  const script = (await Promise.all(scripts.map(travels))).reduce((sum, size) => sum + size, 0)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const times: number[] = []
  for (let run = 0; run < 30; run++) {
    const begun = performance.now()
    await (await fetch(`${origin}${path}`)).arrayBuffer()
    times.push(performance.now() - begun)
  }
  const middle = times.toSorted((a, b) => a - b)[15] ?? 0
  process.stdout.write(
    `${path}: ${(total / 1024).toFixed(0)} KB = ${(total / 102_400).toFixed(2)} of the goal, script ${(script / 1024).toFixed(1)} KB, ${middle.toFixed(1)} ms\n`,
  )
}

server.kill('SIGTERM')
await new Promise((resolve) => server.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
