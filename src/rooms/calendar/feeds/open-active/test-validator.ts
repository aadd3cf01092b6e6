import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const findings = z.array(z.object({ severity: z.string(), type: z.string(), path: z.string(), message: z.string() }))

type Validate = (item: unknown, options: Record<string, unknown>) => Promise<unknown>

const validator: { validate: Validate } = createRequire(import.meta.url)('@openactive/data-model-validator')

/** The names OpenActive gave activities when its list was looked up; the list itself is never fetched from a test. */
const listed = {
  '0a5f732d-e806-4e51-ad40-0a7de0239c8c': 'Football',
  'c0360db0-a817-4bae-9167-40f89b49fc9e': 'Badminton',
  '72ddb2dc-7d75-424e-880a-d90eabe91381': 'Running',
}

const listAddress = 'https://openactive.io/activity-list'

const keptList = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-openactive-'))
  const concept = Object.entries(listed).map(([id, prefLabel]) => ({
    id: `${listAddress}#${id}`,
    type: 'Concept',
    prefLabel,
  }))
  const data = { '@context': 'https://openactive.io/', type: 'ConceptScheme', id: listAddress, concept }
  const file = { errorCode: 'error_none', statusCode: 200, url: listAddress, fetchTime: Date.now(), data }
  writeFileSync(join(folder, `${createHash('sha256').update(listAddress).digest('hex')}.json`), JSON.stringify(file))
  return folder
}

const options = { loadRemoteJson: true, remoteJsonCachePath: keptList(), remoteJsonCacheTimeToLive: 1e9 }

/** What OpenActive's own validator holds to be wrong with an item; it is asked without the network. */
export const listFailures = async (item: unknown): Promise<string[]> => {
  const found = findings.parse(await validator.validate(item, options))
  return found
    .filter(({ severity }) => severity === 'failure')
    .map(({ type, path, message }) => `${type} ${path}: ${message}`)
}
