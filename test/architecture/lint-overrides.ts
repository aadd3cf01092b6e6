import {
  databasePackages,
  outsideWorldPackages,
  roomsInOrder,
  roomsLeftOf,
  roomsOfTheShell,
  roomsRightOf,
} from './room-order.ts'

interface Pattern {
  group: string[]
  message: string
}

interface LintOverride {
  files: string[]
  rules: { 'no-restricted-imports': ['error', { patterns: Pattern[] }] }
}

const behindTheDoor = (room: string): Pattern => ({
  group: [`../**/${room}/**`, `!../**/${room}/index.ts`],
  message: `Use the room ${room} through its index.ts.`,
})

const outOfReach = (place: string, room: string): Pattern => ({
  group: [`../**/${room}/**`],
  message: `${place} stands left of ${room} in the order of rooms and may not use it.`,
})

const packages = (names: readonly string[], message: string): Pattern => ({
  group: names.flatMap((name) => [name, `${name}/**`]),
  message,
})

const theApplication: Pattern = {
  group: ['../**/app.ts', '../**/main.ts', '../**/commands/**'],
  message: 'The application uses the rooms, never the other way.',
}
const noDatabase = packages(databasePackages, 'SQL belongs in a *.queries.ts file or in platform/database.')
const theShell: Pattern = { group: ['../**/web/**'], message: 'The platform does not know the web shell.' }
const onlyWebFolders: Pattern = {
  group: ['../../web/**', '../../../web/**'],
  message: 'Only the web folder of a room uses the web shell.',
}
const rulesArePure: Pattern[] = [
  packages(outsideWorldPackages, 'A rule is pure: it reads no file, no network and no request.'),
  {
    group: ['**/platform/database/**', '**/platform/clock.ts', '**/web/**', '**/*.queries.ts'],
    message: 'A rule is pure: no database, no clock, no web. Let the caller hand in what is so.',
  },
]

const override = (files: string[], patterns: Pattern[]): LintOverride => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

const forPlatform = (): LintOverride[] => {
  const order = [...roomsInOrder.map((room) => outOfReach('The platform', room)), theShell, theApplication]
  return [
    override(['src/platform/**'], [...order, noDatabase]),
    override(['src/platform/database/**', 'src/platform/**/*.queries.ts'], order),
  ]
}

const forShell = (): LintOverride[] => [
  override(
    ['src/web/**'],
    [
      ...roomsOfTheShell.map(behindTheDoor),
      ...roomsInOrder
        .filter((room) => !roomsOfTheShell.includes(room))
        .map((room) => outOfReach('The web shell', room)),
      theApplication,
      noDatabase,
    ],
  ),
]

const forRoom = (room: string): LintOverride[] => {
  const order = [
    ...roomsLeftOf(room).map(behindTheDoor),
    ...roomsRightOf(room).map((other) => outOfReach(room, other)),
    theApplication,
  ]
  return [
    override([`src/rooms/${room}/**`], [...order, noDatabase, onlyWebFolders]),
    override([`src/rooms/${room}/web/**`], [...order, noDatabase]),
    override([`src/rooms/${room}/**/*.queries.ts`], [...order, onlyWebFolders]),
    override([`src/rooms/${room}/**/*.rules.ts`], [...order, noDatabase, ...rulesArePure]),
  ]
}

const behindBothDoors = (room: string): Pattern => ({
  group: [`**/rooms/${room}/**`, `!**/rooms/${room}/index.ts`, `!**/rooms/${room}/web/index.ts`],
  message: `Use the room ${room} through its index.ts, and its pages through its web/index.ts.`,
})

const forApplication = (): LintOverride[] => [
  override(['src/*.ts', 'src/*.tsx', 'src/commands/**'], [...roomsInOrder.map(behindBothDoors), noDatabase]),
]

/** The part of `.oxlintrc.json` that follows from the order of rooms; a later override replaces an earlier one for its files. */
export const lintOverridesOfTheOrder = (): LintOverride[] => [
  ...forPlatform(),
  ...forShell(),
  ...roomsInOrder.flatMap(forRoom),
  ...forApplication(),
]
