import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { unzipSync } from 'fflate'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { testOrigin } from '../../src/test-visitor.ts'
import { canaries, neighbourCanaries, type Things } from './things.ts'
import { type Asker, askers, makeWorld, type World } from './world.ts'

/** How many requests each asker makes; set BROBYG_FUZZ for a longer hunt. */
const rounds = Number(process.env['BROBYG_FUZZ'] ?? 90)

/** What would end the world in the middle of it: the sample and everyone in it, and the asker's own session. */
const notFuzzed = ['/proeven/fjern', '/log-ud']

/** Who may see the word that stands in a thing alone. */
const seers: Readonly<Record<keyof typeof canaries, readonly Asker[]>> = {
  hidden: ['party', 'partyByPlan', 'lead', 'administrator', 'officer'],
  source: ['party', 'partyByPlan', 'lead', 'administrator'],
  draft: ['party', 'lead', 'administrator'],
  mail: ['party', 'partyByPlan', 'otherParty', 'volunteer', 'lead', 'administrator', 'officer', 'otherHat', 'forged'],
  child: ['partyByPlan', 'volunteer', 'guardian'],
  guardian: ['guardian'],
  handover: ['party', 'lead', 'administrator'],
  wish: ['party', 'partyByPlan', 'otherParty', 'volunteer', 'lead', 'administrator', 'otherHat', 'forged'],
  guest: ['party', 'partyByPlan', 'lead', 'administrator'],
  plan: ['party', 'partyByPlan', 'otherParty', 'volunteer', 'lead', 'administrator', 'officer', 'otherHat', 'forged'],
  poll: ['party', 'partyByPlan', 'lead', 'administrator'],
  knownHost: ['party'],
  archive: ['lead'],
  agenda: ['party', 'partyByPlan', 'lead', 'administrator'],
  answer: ['party', 'partyByPlan', 'lead', 'administrator'],
  seat: ['party', 'partyByPlan', 'lead', 'administrator'],
  seatMail: ['party', 'partyByPlan', 'lead', 'administrator'],
  note: ['party', 'partyByPlan', 'otherParty', 'volunteer', 'lead', 'administrator', 'otherHat', 'forged'],
}

/** The same numbers each time, so that what was found is found again. */
const randomFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return (state >>> 0) % below
  }
}

const oddities = [
  '',
  'x',
  '0',
  '-1',
  '99999999999999999999',
  "'; select 1; --",
  '%00',
  'a\u0000b',
  '../../etc/passwd',
  'ja',
  '2026-11-19',
  '00000000-0000-0000-0000-000000000000',
  'æøå\u202e<script>alert(1)</script>',
  'a'.repeat(3000),
]

const names =
  'dag antal note henvisning person til udgave offentlig rettelser ord frist skylder art nummer tilstand hvem inden bevis blev sidste afklaringer aktivitet felt saa goer q fra dage adresse ugentlig udloeb post funktion navn mail nr titel organisation plan enhed samme afloeser varsel dagsorden mindst varer indsigelse indkalder personfri plads kontakt tur nr minutter med svar besked dato sidste soeg administrator data_protection sidst ja history gap until_next ting ref linje overdraget laest efter side vis indehaver svar telefon hvad tema retning delt dokumentnr uge omraade gentag ord ugedag sted som goer fradag fjern slags alligevel aftryk'.split(
    ' ',
  )

const idsOf = (things: Things): string[] => Object.values(things)

describe('a stranger who tries everything', () => {
  const own = clonedDatabase()
  let world: World
  before(async () => {
    world = await makeWorld(own)
  })
  after(() => world.close())

  const routes = () => {
    const seen = new Set<string>()
    return world.app.routes.filter(({ method, path }) => {
      const isNew = !seen.has(`${method} ${path}`)
      seen.add(`${method} ${path}`)
      const isPage = ['GET', 'POST'].includes(method) && !path.includes('*') && !path.startsWith('/filer/')
      return isNew && isPage && !notFuzzed.includes(path)
    })
  }

  for (const [index, asker] of askers.entries())
    it(`sees nothing that is not for them, in whatever is answered: ${asker}`, async () => {
      const random = randomFrom(index + 1)
      const pick = <T>(from: readonly T[]): T => {
        const one = from[random(from.length)]
        if (one === undefined) throw new Error('Nothing to pick from')
        return one
      }
      const values = [...idsOf(world.things), ...idsOf(world.things), ...idsOf(world.neighbour), ...oddities]
      const all = routes()
      assert.ok(all.length > 40, `only ${all.length} routes seen`)
      const found: string[] = []
      for (let round = 0; round < Math.max(rounds, all.length); round += 1) {
        const { method, path } = all[round] ?? pick(all)
        const filled = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) =>
          encodeURIComponent(name === 'slug' ? pick(slugsOf(world)) : pick(values)),
        )
        const fields = Array.from({ length: random(6) }, () => [pick(names), pick(values)] as [string, string])
        const request = { method, path: filled, fields }
        found.push(...(await lookFor(world, asker, request)))
      }
      assert.deepEqual(found, [])
    })
})

const slugsOf = ({ things, neighbour }: World): string[] => [
  things.publishedSlug,
  things.hiddenSlug,
  things.hiddenSlug,
  neighbour.hiddenSlug,
  'findes-ikke',
]

interface Asked {
  readonly method: string
  readonly path: string
  readonly fields: readonly [string, string][]
}

/** Asks, and tells what in the answer should not have been there. */
const lookFor = async ({ app, askers: all }: World, asker: Asker, asked: Asked): Promise<string[]> => {
  const query = new URLSearchParams(asked.fields.map(([name, value]): [string, string] => [name, value]))
  const isForm = asked.method === 'POST'
  const answer = await app.request(`${testOrigin}${asked.path}${isForm ? '' : `?${query}`}`, {
    method: asked.method,
    headers: { cookie: all[asker].cookie, origin: testOrigin },
    body: isForm ? query : null,
  })
  const told = `${textOf(Buffer.from(await answer.arrayBuffer()))}\n${JSON.stringify([...answer.headers])}`
  const at = `${asked.method} ${asked.path} ${JSON.stringify(asked.fields)}`
  const forbidden = [
    ...Object.values(neighbourCanaries),
    ...Object.entries(canaries).flatMap(([thing, word]) => (isSeer(thing, asker) ? [] : [word])),
    'permission denied for',
    'violates ',
    'invalid input syntax',
    'node_modules',
  ]
  const found = forbidden.filter((word) => told.includes(word)).map((word) => `${at} shows ${word}`)
  return answer.status === 500 ? [...found, `${at} breaks`] : found
}

const isSeer = (thing: string, asker: Asker): boolean =>
  Object.entries(seers).some(([name, may]) => name === thing && may.includes(asker))

/** What a file tells, packed or not. */
const textOf = (bytes: Buffer): string => {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return bytes.toString('utf8')
  return Object.values(unzipSync(bytes))
    .map((file) => Buffer.from(file).toString('utf8'))
    .join('\n')
}
