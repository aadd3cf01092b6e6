import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { words } from '../../src/test-calendar.ts'
import { theSample } from '../../src/test-sample.ts'
import { openSample, type TestVisitor } from '../../src/test-visitor.ts'

/** Plans a meeting of the sample's focus group as the one who calls it. Answers with its address. */
const planFocus = async (visitor: TestVisitor): Promise<string> => {
  const list = await visitor.text('/moeder')
  const group = /href="(\/moeder\/gruppe\/[^"]+)">Møder: medarbejdere i Bølgen/.exec(list)?.[1] ?? ''
  const dato = /name="dato" value="(\d{4}-[^"]+)"/.exec(await visitor.text(`${group}/indkald`))?.[1] ?? ''
  const place = { dag: '', fra: '', til: '', sted: '', hvor: '', online: '', goer: 'alligevel' }
  const planned = await visitor.send(`${group}/indkald`, { dato, ...place })
  assert.equal(planned.status, 303, words(await planned.text()))
  return (planned.headers.get('location') ?? '').split('?')[0] ?? ''
}

const point = (titel: string, tekst: string, more: Record<string, string> = {}) => ({
  titel,
  tekst,
  minutter: '',
  ...more,
})

describe('a group whose papers tell of nobody', () => {
  const own = clonedDatabase(theSample)
  const platform = () => testPlatform(own.database)

  it('refuses a point and a paper that may tell who somebody is, says which words, and loses nothing', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const meeting = await planFocus(yusuf)
    assert.match(words(await yusuf.text(meeting)), /Hvad må vi dele her\?/)

    const refused = await yusuf.send(
      `${meeting}/punkt`,
      point('Uro ved opgangen', 'Ali Hassan har ballade med sin lillebror.'),
    )
    assert.equal(refused.status, 422)
    const page = await refused.text()
    assert.match(words(page), /ingen enkeltpersoner nævnes/)
    assert.match(page, /Ali Hassan har ballade/, 'what was typed is kept')

    const safe = await yusuf.send(
      `${meeting}/punkt`,
      point('Uro ved stationen', 'Hvad ser vi ved stationen, og hvad gør vi?'),
    )
    assert.equal(safe.status, 303)
    // Numbers and addresses are somebody's, whatever the writer says.
    const vouched = await yusuf.send(`${meeting}/punkt`, point('Kontakt', 'Ring 20 30 40 50', { ingen: 'ja' }))
    assert.equal(vouched.status, 422)

    const items = await yusuf.text(meeting)
    const attach = /action="(\/moeder\/[^"]+\/papir)"/.exec(items)?.[1] ?? ''
    const text = (content: string, name: string) => new File([content], name, { type: 'text/plain' })
    const byName = await yusuf.send(attach, { fil: text('Temaer', 'samtale med Ali Hassan.txt') })
    assert.equal(byName.status, 422)
    const byText = await yusuf.send(attach, { fil: text('Ali Hassan fra opgang 4 var der igen.', 'temaer.txt') })
    assert.equal(byText.status, 422)
    const picture = await yusuf.send(attach, { fil: new File([new Uint8Array([1, 2, 3])], 'kort.png') })
    assert.equal(picture.status, 422)
    assert.match(words(await picture.text()), /kan ikke læses igennem/)
    const kept = await yusuf.send(attach, { fil: text('Temaer: uro, lys, mødesteder.', 'temaer.txt') })
    assert.equal(kept.status, 303, words(await kept.clone().text()))
    const paper = /href="(\/moeder\/[^"]+\/papir\/[^"]+)"/.exec(await yusuf.text(meeting))?.[1] ?? ''
    assert.equal(await yusuf.text(paper), 'Temaer: uro, lys, mødesteder.')
    // Somebody who does not sit there sees neither points nor papers.
    const stranger = await signIn('Malthe Riis')
    assert.doesNotMatch(await stranger.text(meeting), /Uro ved stationen/)
    assert.equal((await stranger.ask(paper)).status, 404)
  })
})
