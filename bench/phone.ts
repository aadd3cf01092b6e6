import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { projectRoot } from '../src/platform/root.ts'
import { getChromium } from '../test/chromium.ts'

// Goal: the largest part of the residents' pages is in sight within a second on a slow phone: a quarter of this machine's speed, 1.6 Mbit/s
// and 150 ms there and back, nothing kept from before.

const slow = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: 96 * 1024 }
const runs = 5

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

const origin = `http://localhost:${port}`
const browser = await chromium.launch({ executablePath: getChromium(), args: ['--no-sandbox', '--disable-gpu'] })

/** Milliseconds until the largest part was painted, as the browser itself tells it. */
const largestPaint = async (path: string): Promise<number> => {
  const window = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const page = await window.newPage()
  const session = await window.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' })
  const at = await page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) =>
    resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`)
  await window.close()
  return Number(at)
}

const list = await (await fetch(`${origin}/?uger=4`)).text()
const happening = /href="(\/det-sker\/[^"]+)"/.exec(list)?.[1] ?? '/'
for (const path of ['/', happening, '/?sprog=ar', '/plakat']) {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await largestPaint(path))
  const middle = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
  process.stdout.write(`${path}: ${middle.toFixed(0)} ms = ${(middle / 1000).toFixed(2)} of the goal\n`)
}

await browser.close()
server.kill('SIGTERM')
await new Promise((resolve) => server.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
