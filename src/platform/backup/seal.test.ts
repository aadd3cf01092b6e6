import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { inPieces } from './pieces.ts'
import { chunkSize, seal, unseal } from './seal.ts'

const key = randomBytes(32)
const sealedChunk = chunkSize + 16

const flow = async function* (bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}

const all = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}

const sealed = (plain: Uint8Array, step = 10_000): Promise<Buffer> => all(seal(flow(plain, step), key))
const opened = (bytes: Uint8Array, with_ = key, step = 10_000): Promise<Buffer> =>
  all(unseal(inPieces(flow(bytes, step)), with_))

const lengths = fc.constantFrom(0, 1, 100, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, 3 * chunkSize + 7)
const steps = fc.integer({ min: 1000, max: 200_000 })

describe('a sealed stream', () => {
  it('opens to what was sealed, whatever its length and however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, steps, steps, async (length, stepIn, stepOut) => {
        const plain = randomBytes(length)
        assert.deepEqual(await opened(await sealed(plain, stepIn), key, stepOut), plain)
      }),
    )
  })

  it('is refused when any one bit of it is another', async () => {
    const plain = randomBytes(2 * chunkSize + 100)
    const bytes = await sealed(plain)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        await assert.rejects(opened(changed))
      }),
    )
  })

  it('is refused when it ends anywhere before its end, also between two chunks', async () => {
    const bytes = await sealed(randomBytes(2 * chunkSize + 100))
    const ends = fc.oneof(fc.nat(bytes.length - 1), fc.constantFrom(0, 16, sealedChunk, 2 * sealedChunk))
    await fc.assert(fc.asyncProperty(ends, async (end) => assert.rejects(opened(bytes.subarray(0, end)))))
  })

  it('is refused when anything follows it', async () => {
    for (const plain of [randomBytes(chunkSize), randomBytes(100)]) {
      const bytes = await sealed(plain)
      await assert.rejects(opened(Buffer.concat([bytes, Buffer.alloc(1)])))
      await assert.rejects(opened(Buffer.concat([bytes, bytes])))
    }
  })

  it('is refused when chunks are swapped, repeated or left out', async () => {
    const bytes = await sealed(randomBytes(3 * chunkSize + 100))
    const chunks = [0, 1, 2, 3].map((at) => bytes.subarray(at * sealedChunk, (at + 1) * sealedChunk))
    const orders = fc.array(fc.nat(3), { maxLength: 6 }).filter((order) => order.join() !== '0,1,2,3')
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const mixed = Buffer.concat(order.map((at) => chunks[at] ?? Buffer.alloc(0)))
        await assert.rejects(opened(mixed))
      }),
    )
  })

  it('is refused with another key', async () => {
    await assert.rejects(opened(await sealed(randomBytes(100)), randomBytes(32)))
  })
})
