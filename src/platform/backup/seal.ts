import { createCipheriv, createDecipheriv } from 'node:crypto'
import { inPieces, type Pieces } from './pieces.ts'

/** Bytes of plain text in a chunk; only the last chunk may hold fewer. */
export const chunkSize = 64 * 1024

const tagSize = 16
const cipher = 'aes-256-gcm'

/**
 * Encrypts a stream in chunks of AES-256-GCM. A chunk's nonce is its number and whether it is the last, so that none can be changed, left out,
 * moved or cut off unseen. The key must be used for one stream only.
 */
export async function* seal(source: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Buffer> {
  const pieces = inPieces(source)
  try {
    for (let number = 0; ; number += 1) {
      const plain = await pieces.take(chunkSize)
      const isLast = await pieces.isAtEnd()
      const sealing = createCipheriv(cipher, key, nonceOf(number, isLast), { authTagLength: tagSize })
      yield Buffer.concat([sealing.update(plain), sealing.final(), sealing.getAuthTag()])
      if (isLast) return
    }
  } finally {
    await pieces.close()
  }
}

/** Decrypts what `seal` made. Throws where a byte of it is not as it was, and then gives nothing of that chunk. */
export async function* unseal(pieces: Pieces, key: Uint8Array): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const sealed = await pieces.take(chunkSize + tagSize)
    const isLast = await pieces.isAtEnd()
    if (sealed.length < tagSize) throw new Error('The sealed stream ends inside a chunk')
    const opening = createDecipheriv(cipher, key, nonceOf(number, isLast), { authTagLength: tagSize })
    opening.setAuthTag(sealed.subarray(-tagSize))
    const plain = opening.update(sealed.subarray(0, -tagSize))
    opening.final()
    yield plain
    if (isLast) return
  }
}

const nonceOf = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}
