import { createHmac, timingSafeEqual } from 'node:crypto'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** 16 bytes as 26 letters and digits of one case: on their way some servers write addresses in capitals. */
const written = (bytes: Uint8Array): string => {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) text += letters[(held >> (bits - 5)) & 31]
  }
  return bits === 0 ? text : text + letters[(held << (5 - bits)) & 31]
}

/** The token of one invitation: only who has the key can make it, and it is the same each time. */
export const replyTokenOf = (key: Uint8Array, uid: string, address: string): string =>
  written(createHmac('sha256', key).update(`answer-by-mail|${uid}|${address.toLowerCase()}`).digest().subarray(0, 16))

/** `svar@brobyg.example` and a token are `svar+token@brobyg.example`. */
export const replyAddressOf = (mailbox: string, token: string): string => mailbox.replace(/@(?=[^@]*$)/, `+${token}@`)

/** The tokens that addresses of the mailbox hold, each once. */
export const findReplyTokens = (mailbox: string, addresses: readonly string[]): string[] => {
  const at = mailbox.lastIndexOf('@')
  const [before, after] = [`${mailbox.slice(0, at)}+`.toLowerCase(), mailbox.slice(at).toLowerCase()]
  const found = addresses
    .map((address) => address.toLowerCase())
    .filter((address) => address.startsWith(before) && address.endsWith(after))
    .map((address) => address.slice(before.length, -after.length))
    .filter((token) => /^[a-z2-7]{26}$/.test(token))
  return [...new Set(found)]
}

/** Which of these addresses the token was made for; null = none of them. */
export const findTokenOwner = (
  key: Uint8Array,
  uid: string,
  token: string,
  addresses: readonly string[],
): string | null =>
  addresses.find((address) => {
    const made = Buffer.from(replyTokenOf(key, uid, address))
    return made.length === token.length && timingSafeEqual(made, Buffer.from(token))
  }) ?? null
