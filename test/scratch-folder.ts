import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const inMemory = '/dev/shm'
const room = 3 * 2 ** 30

const hasRoom = (): boolean => {
  try {
    accessSync(inMemory, constants.W_OK)
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize > room && freemem() > 2 * room
  } catch {
    return false
  }
}

// Tests put programs there and run them; some machines forbid that of memory.
const runsPrograms = (folder: string): boolean => {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o700 })
  const { status } = spawnSync(program)
  rmSync(program)
  return status === 0
}

/**
 * Makes a folder for what a run of the tests writes and throws away. It lies in memory where the machine has room: each test file has a
 * database of its own, which is a copy of a thousand small files, and takes 40 ms there instead of a second.
 */
export const makeScratchFolder = (): string => {
  const made = (above: string): string => {
    const folder = mkdtempSync(join(above, 'brobyg-tests-'))
    // PostgreSQL runs as another user when root runs the tests.
    chmodSync(folder, 0o711)
    return folder
  }
  if (!hasRoom()) return made(tmpdir())
  const folder = made(inMemory)
  if (runsPrograms(folder)) return folder
  rmSync(folder, { recursive: true })
  return made(tmpdir())
}
