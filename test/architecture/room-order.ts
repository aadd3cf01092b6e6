/**
 * The one line the architecture is drawn along. A room may use the rooms to its left through their `index.ts`, and the
 * platform, and nothing else. `.oxlintrc.json`, the order test and the picture in ARCHITECTURE.md are made from it.
 */
export const roomsInOrder: readonly string[] = [
  'access',
  'parties',
  'agreements',
  'commitments',
  'calendar',
  'meetings',
  'residents',
]

/** The rooms that the shell in `src/web` may use beside the platform. */
export const roomsOfTheShell: readonly string[] = ['access']

/** Database packages: only query files and `src/platform/database` know of them. */
export const databasePackages: readonly string[] = ['kysely', 'pg']

/** What a `*.rules.ts` file may not know, besides the database: web packages and Node's doors to the outside. */
export const outsideWorldPackages: readonly string[] = [
  'hono',
  'node:fs',
  'node:http',
  'node:net',
  'node:child_process',
]

/** The rooms that `room` may use. */
export const roomsLeftOf = (room: string): readonly string[] => roomsInOrder.slice(0, roomsInOrder.indexOf(room))

/** The rooms that `room` may not use, itself left out. */
export const roomsRightOf = (room: string): readonly string[] => roomsInOrder.slice(roomsInOrder.indexOf(room) + 1)
