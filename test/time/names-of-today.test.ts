import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { clockAt } from '../../src/platform/clock.ts'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { listRegister } from '../../src/rooms/parties/register.queries.ts'
import { renameOrganisation } from '../../src/rooms/parties/rename-party.ts'
import { invite } from '../../src/test-invitation.ts'
import { openSample, type TestVisitor } from '../../src/test-visitor.ts'
import { actorNamed } from '../register/doubled-register.ts'

const renamed = 'Børne- og Skoleforvaltningen'
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('an organisation that gets a new name next month', () => {
  const own = clonedDatabase()
  const on = (iso: string) => ({ ...testPlatform(own.database), clock: clockAt(`${iso}T12:00:00Z`) })
  let lead: TestVisitor
  let link = ''
  let organisation = ''

  before(async () => {
    lead = await (await openSample(on('2026-11-21'))).signIn('Pernille Skovgaard')
    link = await invite(lead, { titel: 'klubassistent', organisation: renamed })
    const { organisations } = await readAs(on('2026-11-21'), system, (tx) => listRegister(tx, day('2026-11-21')))
    organisation = organisations.find(({ name }) => name === renamed)?.organisationId ?? assert.fail('not registered')
    const actor = await actorNamed(on('2026-11-21'), 'Pernille Skovgaard')
    const rename = { id: organisation, name: 'Børneforvaltningen', from: day('2026-12-01') }
    await renameOrganisation(on('2026-11-21'), actor, rename)
  })

  const pagesOn = async (iso: string, question = '') => {
    const visitor = await (await openSample(on(iso))).signIn('Pernille Skovgaard')
    const paths = ['/personer', '/kontakter', '/enheder', `/enheder/organisation/${organisation}`]
    return Promise.all(paths.map((path) => visitor.text(`${path}${question}`)))
  }

  it('has its old name until then wherever it is named, also on the page of an invitation', async () => {
    const { app } = await openSample(on('2026-11-22'))
    assert.match(await lead.moved(app).text(link), new RegExp(renamed))
    const { app: later } = await openSample(on('2026-12-02'))
    assert.match(await lead.moved(later).text(link), /Børneforvaltningen/)
  })

  it('has its old name on a page of an earlier day, and its new one on a page of a later day', async () => {
    for (const page of await pagesOn('2026-12-02', '?dag=2026-11-25')) {
      assert.match(page, new RegExp(renamed))
      assert.doesNotMatch(mainOf(page).replaceAll(/<p class="register-names">[^]*?<\/p>/g, ''), /Børneforvaltningen/)
    }
    for (const page of await pagesOn('2026-11-22', '?dag=2026-12-03')) assert.match(page, /Børneforvaltningen/)
    for (const page of await pagesOn('2026-12-02')) assert.match(page, /Børneforvaltningen/)
  })
})

const mainOf = (html: string): string => /<main[^]*<\/main>/.exec(html)?.[0] ?? ''
