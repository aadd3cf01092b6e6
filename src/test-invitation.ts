import assert from 'node:assert/strict'
import { newId } from './platform/id.ts'
import type { TestVisitor } from './test-visitor.ts'

/** A post that is on no list yet. */
export const newPost = {
  titel: 'klubassistent',
  organisation: 'Børne- og Skoleforvaltningen',
  enhed: 'Fritidsklubben Molen',
}

/** The form as a browser sends it. */
export const inviting = (typed: Record<string, string>) => ({
  nr: newId<'invitation'>(),
  navn: 'Maja Lindskov',
  mail: 'maja.lindskov@havneby.example',
  fra: '2026-11-21',
  ...typed,
})

/** The path of the link in a page or a mail. */
export const linkIn = (text: string): string => /\/invitation\/[\w-]{43}/.exec(text)?.[0] ?? assert.fail('no link')

/** Invites and answers with the link, as it is shown where there is no mail server. */
export const invite = async (lead: TestVisitor, typed: Record<string, string>): Promise<string> => {
  const answer = await lead.send('/personer/inviter', inviting(typed))
  const page = await answer.text()
  assert.equal(answer.status, 200, page)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  return linkIn(page)
}

/** The path of a person's page, found where the lead finds it. */
export const pageOf = async (lead: TestVisitor, name: string): Promise<string> =>
  new RegExp(`href="(/personer/[0-9a-f-]{36})">${name}<`).exec(await lead.text('/personer'))?.[1] ??
  assert.fail(`${name} is not in the list`)
