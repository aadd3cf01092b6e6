import type { AgreementDocument } from '../agreement-format.ts'

/** Writes the agreement's JSON, indented for people who look inside. */
export const writeJson = (agreement: AgreementDocument): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(agreement, null, 2)}\n`)
