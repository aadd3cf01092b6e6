import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { constraintOf } from './platform/database/test-constraint.ts'
import { clonedDatabase, testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import { readAs } from './platform/database/index.ts'
import { testPlatform } from './platform/test-platform.ts'
import { type Actor, system } from './rooms/access/index.ts'
import { actAs } from './rooms/agreements/index.ts'
import { listHolders } from './rooms/parties/index.ts'
import { loadSampleIfEmpty } from './sample.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const contract = '/aftaler/havneby-boern-unge-og-familie'
const signing = `${contract}/tiltraedelse`
const checking = `${signing}/kontrol`
const day = Temporal.PlainDate.from('2026-11-21')

/** What the form on the page would send. */
const formOn = async (visitor: TestVisitor): Promise<Record<string, string>> => {
  const page = await visitor.text(signing)
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  return { udgave: field('udgave'), funktion: field('funktion'), aftryk: field('aftryk') }
}

describe('confirming a version', () => {
  const database = testDatabase(theSample)
  const platform = (moment?: string) => testPlatform(database.database, moment)
  const open = (moment?: string) => openSample(platform(moment))

  it('shows what is confirmed, and is done once on behalf of the party, for everyone to see', async () => {
    const sample = await open()
    const ida = await sample.signIn('Ida Holt')
    const before = await ida.text(signing)
    assert.match(before, /Tiltræd på vegne af Boligforeningen Fyret/)
    assert.match(before, /0 af \d+ parter har tiltrådt/)
    const form = await formOn(ida)
    assert.match(form['aftryk'] ?? '', /^[0-9a-f]{64}$/)
    assert.equal((await ida.send(signing, form)).status, 303)
    const seen = await sample.visit().text(signing)
    assert.match(seen, /1 af \d+ parter har tiltrådt/)
    assert.match(seen, /Ida Holt, projektkoordinator, Bølgen/)
    assert.match(seen, /21\. november 2026 kl\. 13\.00/)
    assert.doesNotMatch(seen, /Tiltræd på vegne/)
    const again = await ida.send(signing, form)
    assert.equal(again.status, 422)
    assert.match(await again.text(), /Boligforeningen Fyret har allerede tiltrådt/)
    const colleague = await sample.signIn('Birgitte Vestergaard')
    assert.match(await colleague.text(signing), /Boligforeningen Fyret har tiltrådt udgaven/)
  })

  it('is refused where the document is another than the one seen, or the post is held no more', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    const form = await formOn(ida)
    const changed = await ida.send(signing, { ...form, aftryk: '0'.repeat(64) })
    assert.equal(changed.status, 422)
    assert.match(await changed.text(), /Udgaven er ikke den, du så/)
    const left = await ida.send(signing, { ...form, funktion: crypto.randomUUID() })
    assert.equal(left.status, 422)
    assert.match(await left.text(), /Du har ikke længere den funktion/)
  })

  it('goes with the sample when the sample does', async () => {
    const sample = await open()
    const lead = await sample.signIn('Pernille Skovgaard')
    await lead.send(signing, await formOn(lead))
    await lead.send(`${signing}/bed`, { udgave: '1' })
    assert.equal((await lead.send('/proeven/fjern', {})).status, 303)
    assert.equal((await sample.visit().ask(signing)).status, 404)
  })

  it('is refused once the version is over', async () => {
    const ida = await (await open('2029-06-01T12:00:00Z')).signIn('Ida Holt')
    assert.match(await ida.text(signing), /Udgaven gælder ikke længere/)
    const form = await formOn(await (await open()).signIn('Ida Holt'))
    const late = await ida.send(signing, form)
    assert.equal(late.status, 422)
    assert.match(await late.text(), /Udgaven gælder ikke længere, så den kan ikke tiltrædes/)
  })
})

describe('a confirmation in the database', () => {
  const own = clonedDatabase(theSample)
  const platform = () => testPlatform(own.database)
  before(() => loadSampleIfEmpty(platform()))
  const acting = async (name: string): Promise<Actor> => {
    const holders = await readAs(platform(), system, (tx) => listHolders(tx, day))
    const held = holders.find((holder) => holder.name === name)
    if (held === undefined) throw new Error(`${name} holds no post`)
    return (await actAs(platform(), held.personId, held.postId)).actor
  }
  const signature = (actor: Actor, changes: Partial<Record<'during' | 'on' | 'person' | 'hash', string>> = {}) =>
    `insert into version_signature (agreement_version_id, organisation_id, post_id, person_id, holder_id, signer_name, signer_post,
       signer_organisation, document_hash, signed_at, signed_on, held_during)
     select v.agreement_version_id, p.organisation_id, h.post_id, ${changes.person ?? 'h.person_id'}, h.holder_id, 'x', 'x', 'x',
       '${changes.hash ?? '0'.repeat(64)}', now(), ${changes.on ?? `'2026-11-21'`}, ${changes.during ?? 'h.holder_during'}
     from holder h join post p using (post_id), agreement_version v join agreement a using (agreement_id)
     where h.post_id = '${actor.postId}' and a.slug = 'havneby-boern-unge-og-familie' returning 1`

  it('is written by whoever acts for a party, for their own post and today', async () => {
    const ida = await acting('Ida Holt')
    assert.equal((await runSql(platform(), ida, signature(ida))).length, 1)
  })

  it('is refused by row-level security for another post, another person, another day and another span', async () => {
    const ida = await acting('Ida Holt')
    const karim = await acting('Karim Haddad')
    for (const statement of [
      signature(karim),
      signature(ida, { person: `'${karim.personId}'::uuid` }),
      signature(ida, { on: `'2026-11-20'` }),
      signature(ida, { during: `'[2020-01-01,)'::daterange` }),
    ])
      await assert.rejects(runSql(platform(), ida, statement), /row-level security/)
  })

  it('is refused by a constraint where the post is not held on the day, by the program too', async () => {
    const karim = await acting('Karim Haddad')
    const outside = signature(karim, { on: `'2020-01-01'` })
    assert.equal(await constraintOf(own, outside), 'signatory_holds_the_post_that_day')
    const another = signature(karim, { person: 'gen_random_uuid()' })
    assert.equal(await constraintOf(own, another), 'signature_is_by_the_holder_of_the_post')
    assert.equal(await constraintOf(own, signature(karim, { hash: 'x' })), 'signature_has_a_hash')
  })

  it('is never changed and never taken back', async () => {
    const ida = await acting('Ida Holt')
    for (const statement of [`update version_signature set signer_name = 'y'`, 'delete from version_signature'])
      await assert.rejects(runSql(platform(), ida, statement), /permission denied/)
  })
})

describe('asking the parties that are missing', () => {
  const database = testDatabase(theSample)
  const open = (moment?: string) => openSample(testPlatform(database.database, moment))

  it('mails those the agreement names, once a week, and tells the journal', async () => {
    const sample = await open()
    const lead = await sample.signIn('Pernille Skovgaard')
    assert.match(await lead.text(signing), /Send en mail til de \d+ parter, der mangler/)
    const asked = await lead.send(`${signing}/bed`, { udgave: '1' })
    assert.equal(asked.status, 303)
    assert.match(await lead.text(asked.headers.get('location') ?? ''), /personer hos \d+ parter får en mail/)
    const mails = await runSql<{ subject: string; plain: string }>(
      testPlatform(database.database),
      system,
      `select subject, plain from mail where subject like 'Tiltræder I udgave 1%'`,
    )
    assert.ok(mails.length > 3, `${mails.length} mails`)
    assert.match(mails[0]?.plain ?? '', /Pernille Skovgaard beder .+ tiltræde udgave 1/)
    assert.match(await lead.text(`${contract}/journal`), /bedt om at tiltræde udgave 1/)
    assert.match(await lead.text(signing), /spurgt 21\. november 2026/)
    const soon = await lead.send(`${signing}/bed`, { udgave: '1' })
    assert.equal(soon.status, 422)
    assert.match(await soon.text(), /inden for den seneste uge|ingen mailadresse/)
    const later = await (await open('2026-11-28T12:00:01Z')).signIn('Pernille Skovgaard')
    assert.equal((await later.send(`${signing}/bed`, { udgave: '1' })).status, 303)
  })

  it('is only for the lead and the administrator', async () => {
    const ida = await (await open()).signIn('Ida Holt')
    assert.doesNotMatch(await ida.text(signing), /Send en mail/)
    assert.equal((await ida.send(`${signing}/bed`, { udgave: '1' })).status, 403)
  })
})

describe('checking a file', () => {
  const database = testDatabase(theSample)
  const open = () => openSample(testPlatform(database.database))
  const file = async (visitor: TestVisitor, format: string) =>
    new File([await (await visitor.ask(`${contract}/hent.${format}?udgave=1`)).arrayBuffer()], `aftale.${format}`)

  it('tells anyone that a PDF or JSON file holds what the parties confirmed, and who they are', async () => {
    const sample = await open()
    const ida = await sample.signIn('Ida Holt')
    await ida.send(signing, await formOn(ida))
    const visitor = sample.visit()
    for (const format of ['pdf', 'json', 'docx', 'html']) {
      const answer = await visitor.send(checking, { fil: await file(visitor, format) })
      assert.equal(answer.status, 200)
      const told = await answer.text()
      assert.match(told, /Ja\. Det er udgave 1, tegn for tegn/, format)
      assert.match(told, /Boligforeningen Fyret: Ida Holt/, format)
    }
  })

  it('tells that nobody has confirmed it yet', async () => {
    const visitor = (await open()).visit()
    const answer = await visitor.send(checking, { fil: await file(visitor, 'json') })
    assert.match(await answer.text(), /Ingen part har tiltrådt den endnu/)
  })

  it('tells when a word is another, though the rest is the same', async () => {
    const visitor = (await open()).visit()
    const json: unknown = JSON.parse(await (await file(visitor, 'json')).text())
    const changed = JSON.stringify(json).replace('Havneby', 'Havnby')
    const answer = await visitor.send(checking, { fil: new File([changed], 'aftale.json') })
    assert.match(await answer.text(), /Nej\. Aftalen i filen er ikke magen til nogen udgave/)
  })

  it('tells when something was added that is no part of the format', async () => {
    const visitor = (await open()).visit()
    const changed = (await (await file(visitor, 'json')).text()).replace('{', '{"tilføjet":"noget",')
    const answer = await visitor.send(checking, { fil: new File([changed], 'aftale.json') })
    assert.match(await answer.text(), /Nej\. Aftalen i filen/)
  })

  it('says in words when a file holds no agreement, is none, or was not chosen', async () => {
    const visitor = (await open()).visit()
    const text = await visitor.send(checking, { fil: new File(['Kære alle'], 'brev.txt') })
    assert.match(await text.text(), /Der er ingen aftale som data i filen/)
    const noise = await visitor.send(checking, { fil: new File([new Uint8Array(400).map((_, at) => at)], 'x.pdf') })
    assert.equal(noise.status, 422)
    const none = await visitor.send(checking, {})
    assert.equal(none.status, 422)
    assert.match(await none.text(), /Vælg en fil først/)
    assert.equal((await visitor.ask('/aftaler/findes-ikke/tiltraedelse/kontrol')).status, 404)
  })
})
