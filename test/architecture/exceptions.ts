import assert from 'node:assert/strict'

/** How many exceptions the project has. It may be lowered, never raised. */
const mostExceptions = 0

/** What a convention lets pass until it is mended: by convention, the offenders word for word, each with its reason. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {}

/** Fails on every offender without an exception, and on every exception that nothing needs any longer. */
export const assertNone = (convention: string, offenders: readonly string[]): void => {
  const excused = Object.keys(exceptions[convention] ?? {})
  assert.deepEqual(
    offenders.filter((offender) => !excused.includes(offender)),
    [],
    convention,
  )
  assert.deepEqual(
    excused.filter((offender) => !offenders.includes(offender)),
    [],
    `${convention}: exceptions to strike out`,
  )
}

/** Fails when the list of exceptions has grown. */
export const assertExceptionsOnlyShrink = (): void => {
  const count = Object.values(exceptions).reduce((sum, offenders) => sum + Object.keys(offenders).length, 0)
  assert.equal(count, mostExceptions, 'lower mostExceptions when the list shrinks; never raise it')
}
