import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { openZip } from './zip-writer.ts'

const madeAt = Temporal.Instant.from('2026-11-21T12:00:00Z')

const zipped = async (files: readonly (readonly [path: string, bytes: Uint8Array, isPacked?: 'packed'])[]) => {
  const pieces: Uint8Array[] = []
  const zip = openZip(madeAt, (piece) => pieces.push(piece))
  const added = []
  for (const [path, bytes, isPacked] of files) added.push(await zip.add(path, bytes, isPacked))
  zip.end()
  return { added, bytes: Buffer.concat(pieces) }
}

describe('a zip archive that is written file by file', () => {
  it('holds every byte of every file, packed or as it was, the empty one too', async () => {
    const long = new Uint8Array(700_001).map((_, at) => (at * 7919) % 251)
    const { added, bytes } = await zipped([
      ['a.txt', strToU8('Rødgrød med fløde')],
      ['b/c/long.bin', long],
      ['packed.pdf', long, 'packed'],
      ['empty.csv', new Uint8Array()],
    ])
    const files = unzipSync(bytes)
    assert.equal(strFromU8(files['a.txt'] ?? new Uint8Array()), 'Rødgrød med fløde')
    assert.deepEqual(files['b/c/long.bin'], long)
    assert.deepEqual(files['packed.pdf'], long)
    assert.deepEqual(files['empty.csv'], new Uint8Array())
    assert.deepEqual(
      added.map(({ path, size }) => [path, size]),
      [
        ['a.txt', 18 + 2],
        ['b/c/long.bin', 700_001],
        ['packed.pdf', 700_001],
        ['empty.csv', 0],
      ],
    )
    // The hash of nothing. Source: FIPS 180-4.
    assert.equal(added[3]?.sha256, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('is the same bytes for the same files', async () => {
    const files = [['a.txt', strToU8('a')]] as const
    assert.deepEqual((await zipped(files)).bytes, (await zipped(files)).bytes)
  })

  it('refuses a path that leads out of it, and one it has', async () => {
    for (const path of ['../a', '/a', 'a//b', 'a/../b', 'a\\b', '', 'a/'])
      await assert.rejects(zipped([[path, strToU8('a')]]), /Not a path/)
    await assert.rejects(
      zipped([
        ['a', strToU8('a')],
        ['a', strToU8('b')],
      ]),
      /has a already/,
    )
  })
})
