import assert from 'node:assert/strict'
import { newId } from './platform/id.ts'
import type { TestVisitor } from './test-visitor.ts'

/** The path of a post's page, by who holds it, where everyone with a post finds it. */
export const postOf = async (reader: TestVisitor, name: string): Promise<string> => {
  const people = (await reader.text('/personer')).split('<li class="person">')
  const row = people.find((one) => one.includes(name)) ?? assert.fail(`${name} is not in the list`)
  return /href="(\/funktioner\/[0-9a-f-]{36})"/.exec(row)?.[1] ?? assert.fail(`${name} has no post`)
}

/** The hidden fields of the form as it stands now. */
const shown = async (lead: TestVisitor, post: string) => {
  const page = await lead.text(`${post}/skift`)
  const seen = /name="sidst" value="([^"]*)"/.exec(page)?.[1] ?? assert.fail('no form')
  return { sidst: seen, nr: newId<'invitation'>() }
}

/** The swap form as a browser sends it, seen now. */
export const swapping = async (lead: TestVisitor, post: string, typed: Record<string, string>) => ({
  ...(await shown(lead, post)),
  navn: 'Maja Lindskov',
  mail: 'maja.lindskov@havneby.example',
  fra: '2026-12-01',
  ...typed,
})

/** Swaps the holder of a post by the form. */
export const swap = async (lead: TestVisitor, post: string, typed: Record<string, string>): Promise<Response> =>
  lead.send(`${post}/skift`, await swapping(lead, post, typed))
