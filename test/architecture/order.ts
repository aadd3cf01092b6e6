import type { Module } from './modules.ts'
import { databasePackages, outsideWorldPackages, roomsInOrder, roomsLeftOf, roomsOfTheShell } from './room-order.ts'

/** Where a file under `src` stands: a room's name, `platform`, `web` (the shell) or `application`. */
export const placeOf = (path: string): string => {
  const [, first = '', second = ''] = path.split('/')
  if (first === 'platform' || first === 'web') return first
  return first === 'rooms' ? second : 'application'
}

const roomsOpenTo = (place: string): readonly string[] => {
  if (place === 'platform') return []
  if (place === 'web') return roomsOfTheShell
  return place === 'application' ? roomsInOrder : roomsLeftOf(place)
}

/** The places a file of `place` may import from, besides its own. */
export const placesOpenTo = (place: string): readonly string[] => {
  if (place === 'platform') return []
  const rooms = roomsOpenTo(place)
  return place === 'web' ? ['platform', ...rooms] : ['platform', 'web', ...rooms]
}

/** The files of a room that another place may import; only the application hangs up a room's pages. */
const doorsOf = (room: string, visitor: string): string[] => {
  const door = `src/rooms/${room}/index.ts`
  return visitor === 'application' ? [door, `src/rooms/${room}/web/index.ts`] : [door]
}

const isWebFile = (path: string): boolean => path.includes('/web/') || path.startsWith('src/web/')

const whyNotFile = (from: string, to: string): string | null => {
  const [place, other] = [placeOf(from), placeOf(to)]
  if (place === other) return null
  if (!placesOpenTo(place).includes(other)) return `${place} may not use ${other}`
  if (roomsInOrder.includes(other) && !doorsOf(other, place).includes(to))
    return `${other} is used through its index.ts`
  if (other === 'web' && roomsInOrder.includes(place) && !isWebFile(from)) return 'only web folders use the web shell'
  return null
}

const isQueryFile = (path: string): boolean => path.endsWith('.queries.ts') || path.startsWith('src/platform/database/')

const isOneOf = (specifier: string, packages: readonly string[]): boolean =>
  packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))

const whyNotPackage = (from: string, specifier: string): string | null => {
  if (isOneOf(specifier, databasePackages) && !isQueryFile(from)) return 'SQL belongs in *.queries.ts'
  if (isOneOf(specifier, outsideWorldPackages) && from.endsWith('.rules.ts')) return 'rules are pure'
  return null
}

/** What a `*.rules.ts` file may not reach by value through any chain of imports. */
const isImpure = (path: string): boolean =>
  path.startsWith('src/platform/database/') || path.endsWith('.queries.ts') || isWebFile(path)

const isRuleImpurity = (from: string, to: string): boolean =>
  from.endsWith('.rules.ts') && (isImpure(to) || to === 'src/platform/clock.ts')

/** Every import that breaks the order of rooms, one line each. */
export const breachesOfOrder = (modules: readonly Module[]): string[] =>
  modules.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, target }) => {
      const why = target === null ? whyNotPackage(path, specifier) : whyNotFile(path, target)
      if (why !== null) return [`${path} imports ${specifier}: ${why}`]
      return target !== null && isRuleImpurity(path, target) ? [`${path} imports ${specifier}: rules are pure`] : []
    }),
  )

/** Rule files that reach the database or the web through others, by value; types leave no trace in the running program. */
export const impureRules = (valueImports: ReadonlyMap<string, readonly string[]>): string[] => {
  const chainFrom = (path: string, seen: Set<string>): string | null => {
    if (seen.has(path)) return null
    seen.add(path)
    for (const target of valueImports.get(path) ?? []) {
      if (isImpure(target)) return `${path} → ${target}`
      const rest = chainFrom(target, seen)
      if (rest !== null) return `${path} → ${rest}`
    }
    return null
  }
  return [...valueImports.keys()]
    .filter((path) => path.endsWith('.rules.ts'))
    .flatMap((path) => chainFrom(path, new Set()) ?? [])
}
