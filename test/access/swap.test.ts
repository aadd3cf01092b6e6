import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from '../../src/app.ts'
import { allTasks } from '../../src/jobs.ts'
import { clockAt } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase, testDatabase } from '../../src/platform/database/test-database.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import { newId } from '../../src/platform/id.ts'
import { testMailServer } from '../../src/platform/mail/test-mail-server.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { runDueJobs } from '../../src/platform/queue/run-queue.ts'
import { Refused } from '../../src/platform/refused.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { actAs, listRelationsTo } from '../../src/rooms/agreements/index.ts'
import { writePersonCalendar } from '../../src/rooms/commitments/feed/person-calendar.ts'
import { listOwedPromises } from '../../src/rooms/commitments/owed-promises.ts'
import { swapHolder } from '../../src/rooms/parties/swap-holder.ts'
import { pageOf } from '../../src/test-invitation.ts'
import { postOf, swap, swapping } from '../../src/test-swap.ts'
import { theSample } from '../../src/test-sample.ts'
import { openSample, visitorOf } from '../../src/test-visitor.ts'

const contract = 'havneby-uddannelse-og-job'

describe('a swap', () => {
  const own = clonedDatabase(theSample)
  const server = testMailServer()
  const on = (moment: string): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
    config: readConfig({ SMTP_URL: server.url }),
  })

  const personNamed = async (name: string): Promise<string> =>
    (
      await runSql<{ id: string }>(
        on('2026-11-21T12:00:00Z'),
        system,
        `select person_id as id from person where name = '${name}'`,
      )
    )[0]?.id ?? assert.fail(`${name} is not known`)

  const mailTo = async (platform: Platform, personId: string): Promise<string | null> => {
    const { tasks, close } = await allTasks(platform)
    const from = server.inbox.length
    await tasks['weekly_mail']?.({ personId })
    const send = tasks['send_mail'] ?? assert.fail('nothing sends mails')
    await runDueJobs({ url: own.url, schema: platform.database.schema, log: platform.log }, { send_mail: send })
    close()
    return server.inbox.slice(from).find(({ subject }) => /haster/.test(subject))?.text ?? null
  }

  /** What follows a post, as one person meets it on one day. */
  const walk = async (name: string, moment: string) => {
    const platform = on(moment)
    const day = platform.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
    const personId = await personNamed(name)
    const { actor, posts } = await actAs(platform, personId, null)
    return readAs(platform, actor, async (tx) => {
      const [version] = (
        await tx
          .selectFrom('agreement_version')
          .innerJoin('agreement', 'agreement.agreement_id', 'agreement_version.agreement_id')
          .select('agreement_version_id as id')
          .where('slug', '=', contract)
          .execute()
      ).map(({ id }) => id)
      const { promises } = await listOwedPromises(tx, day, personId)
      const calendar = await writePersonCalendar(tx, { personId, day, language: 'da', baseUrl: 'http://localhost' })
      return {
        posts: posts.map(({ title }) => title),
        isParty: (await listRelationsTo(tx, version ?? '')).has('party'),
        owed: promises.filter(({ share }) => share === 'ours').map(({ commitment }) => commitment.commitmentId),
        deadlines: calendar?.match(/^UID:.*$/gm) ?? [],
        mail: /Det skylder du som (.*)\./.exec((await mailTo(platform, personId)) ?? '')?.[1] ?? null,
      }
    })
  }

  it('moves promises, agreements, calendar and mails from one day to the next, and nothing else is written', async () => {
    const { signIn } = await openSample(on('2026-11-21T12:00:00Z'))
    const lead = await signIn('Pernille Skovgaard')
    const post = await postOf(lead, 'Rasmus Thorup')
    const answer = await swap(lead, post, {})
    assert.equal(answer.status, 303, await answer.text())
    for (const name of ['Rasmus Thorup', 'Maja Lindskov'])
      await runSql(
        on('2026-11-21T12:00:00Z'),
        system,
        `insert into mail_choice values ('${await personNamed(name)}', true, false, 'da', now())`,
      )
    const before = '2026-11-30T12:00:00Z'
    const after = '2026-12-01T12:00:00Z'
    const none = { posts: [], isParty: false, owed: [], deadlines: [], mail: null }
    const rasmus = await walk('Rasmus Thorup', before)
    const title = 'fritidsjobkonsulent'
    assert.equal(rasmus.posts.map((one) => one.toLowerCase()).join(), title)
    assert.match(rasmus.mail ?? '', /^fritidsjobkonsulent/i)
    assert.ok(rasmus.isParty && rasmus.owed.length > 3 && rasmus.deadlines.length > 0, JSON.stringify(rasmus))
    assert.deepEqual(await walk('Maja Lindskov', before), none)
    const maja = await walk('Maja Lindskov', after)
    const followed = ({ posts, isParty, owed, deadlines }: typeof maja) => ({ posts, isParty, owed, deadlines })
    assert.deepEqual(followed(maja), followed(rasmus))
    assert.match(maja.mail ?? '', /^fritidsjobkonsulent/i)
    assert.deepEqual(await walk('Rasmus Thorup', after), none)
  })
})

describe('swapping the holder of a post', () => {
  const own = testDatabase(theSample)
  const platform = (moment = '2026-11-21T12:00:00Z'): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
  })

  const open = async (holder = 'Rasmus Thorup') => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    return { signIn, lead, post: await postOf(lead, holder) }
  }

  const holdings = async (post: string): Promise<string[]> =>
    (
      await runSql<{ told: string }>(
        platform(),
        system,
        `select person.name || ' ' || holder_during::text as told from holder join person using (person_id)
         where post_id = '${post.split('/')[2]}' order by holder_during`,
      )
    ).map(({ told }) => told)

  it('takes somebody known by their name alone, and asks for the mail of somebody new', async () => {
    const { lead, post } = await open()
    const unknown = await swap(lead, post, { mail: '' })
    assert.equal(unknown.status, 422)
    assert.match(await unknown.text(), /id="felt-mail-error".*Vi kender ikke en mailadresse/s)
    const known = await swap(lead, post, { navn: 'malthe riis', mail: '' })
    assert.equal(known.status, 200)
    assert.deepEqual(await holdings(post), ['Rasmus Thorup [2025-01-01,2026-12-01)', 'Malthe Riis [2026-12-01,)'])
    assert.match(await lead.text(post), /Rasmus Thorup.*Malthe Riis overtager 1\. december 2026/s)
  })

  it('warns before it changes what has been, and shows each day as it was', async () => {
    const { lead, post } = await open()
    const asked = await swap(lead, post, { fra: '2026-11-01' })
    assert.equal(asked.status, 422)
    assert.match(
      await asked.text(),
      /skiftet skete allerede 1\. november 2026.*name="history"|name="history".*skiftet skete allerede 1\. november 2026/s,
    )
    assert.deepEqual(await holdings(post), ['Rasmus Thorup [2025-01-01,)'])
    assert.equal((await swap(lead, post, { fra: '2026-11-01', history: 'ja' })).status, 200)
    const nameOn = async (day: string) =>
      /class="post-name[^"]*">([^<]+)</.exec(await lead.text(`${post}?dag=${day}`))?.[1]
    assert.deepEqual(
      [await nameOn('2026-10-31'), await nameOn('2026-11-01'), await nameOn('2024-12-31')],
      ['Rasmus Thorup', 'Maja Lindskov', 'Ubesat'],
    )
    assert.doesNotMatch(await lead.text(`${post}?dag=2026-10-31`), /Maja/)
    assert.equal((await lead.ask(`${post}?dag=i-gaar`)).status, 422)
  })

  it('refuses one to the same person, before the holder began, and a day that is none', async () => {
    const { lead, post } = await open()
    const refused = async (typed: Record<string, string>) => {
      const answer = await swap(lead, post, typed)
      assert.equal(answer.status, 422)
      return answer.text()
    }
    const same = { navn: 'Rasmus Thorup', mail: 'rasmus.thorup@havneby.example' }
    assert.match(await refused(same), /Rasmus Thorup har allerede funktionen fra 1\. januar 2025/)
    assert.match(await refused({ fra: '2025-01-01', history: 'ja' }), /Rasmus Thorup fik funktionen 1\. januar 2025/)
    assert.match(await refused({ fra: '2026-02-30' }), /id="felt-fra-error"/)
    assert.deepEqual(await holdings(post), ['Rasmus Thorup [2025-01-01,)'])
  })

  it('lets one of two at the same moment through and tells the other who got it', async () => {
    const { lead, post, signIn } = await open()
    const postId = post.split('/')[2] ?? ''
    const other = await signIn('Ida Holt')
    await runSql(
      platform(),
      system,
      `insert into post_duty select post_id, 'administrator' from holder where person_id = '${other.personId}' limit 1`,
    )
    const actors = await Promise.all(
      [lead, other].map(async ({ personId }) => {
        const { posts } = await actAs(platform(), personId, null)
        const chosen = await Promise.all(
          posts.map(async (one) => (await actAs(platform(), personId, one.postId)).actor),
        )
        return chosen.find(({ relations }) => relations.has('administrator')) ?? assert.fail('may not swap')
      }),
    )
    const form = await swapping(lead, post, {})
    const tried = await Promise.allSettled(
      actors.map((actor, index) => {
        const name = ['Maja Lindskov', 'Noa Krogh'][index] ?? ''
        const email = `${name.toLowerCase().replace(' ', '.')}@havneby.example`
        const who = { invitationId: newId<'invitation'>(), name, email, samePerson: null }
        const from = Temporal.PlainDate.from('2026-12-01')
        const wanted = { ...who, postId, from, seen: form.sidst, agreed: new Set<never>() }
        return swapHolder(platform(), actor, wanted, 'da')
      }),
    )
    const lost = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    const [, winner = ''] = await holdings(post)
    assert.equal((await holdings(post)).length, 2)
    assert.equal(lost.length, 1)
    const [reason] = lost
    assert.ok(reason instanceof Refused)
    assert.deepEqual([reason.code, `${reason.facts['who']} [${reason.facts['day']},)`], ['swapped_meanwhile', winner])
    const late = await lead.send(`${post}/skift`, {
      ...form,
      nr: newId<'invitation'>(),
      navn: 'Eva Holm',
      mail: 'eva@havneby.example',
    })
    assert.match(await late.text(), new RegExp(`En anden nåede det før dig: ${winner.split(' [')[0]} har funktionen`))
  })

  it('puts one in before another that is to come, and leaves no gap where either is undone', async () => {
    const { lead, post } = await open()
    assert.equal(
      (await swap(lead, post, { navn: 'Noa Krogh', mail: 'noa@havneby.example', fra: '2027-03-01' })).status,
      200,
    )
    const asked = await (await swap(lead, post, {})).text()
    assert.match(asked, /gælder kun til og med 28\. februar 2027\. Noa Krogh får funktionen 1\. marts 2027/)
    assert.equal((await swap(lead, post, { until_next: 'ja' })).status, 200)
    const all = [
      'Rasmus Thorup [2025-01-01,2026-12-01)',
      'Maja Lindskov [2026-12-01,2027-03-01)',
      'Noa Krogh [2027-03-01,)',
    ]
    assert.deepEqual(await holdings(post), all)
    const withdraw = async (name: string) => lead.send(`${await pageOf(lead, name)}/traek-tilbage`, {})
    assert.equal((await withdraw('Noa Krogh')).status, 303)
    assert.deepEqual(await holdings(post), [all[0], 'Maja Lindskov [2026-12-01,)'])
    assert.equal(
      (await swap(lead, post, { navn: 'Noa Krogh', mail: 'noa@havneby.example', fra: '2027-03-01' })).status,
      200,
    )
    assert.deepEqual(await holdings(post), all)
    assert.equal((await withdraw('Maja Lindskov')).status, 303)
    assert.deepEqual(await holdings(post), ['Rasmus Thorup [2025-01-01,2027-03-01)', all[2]])
  })

  it('asks before it leaves a gap, and the promises of a post that nobody holds still show', async () => {
    const { lead, post } = await open()
    const page = await pageOf(lead, 'Rasmus Thorup')
    assert.equal((await lead.send(`${page}/slut`, { dag: '2026-11-25' })).status, 303)
    const asked = await (await swap(lead, post, {})).text()
    assert.match(asked, /står ubesat fra 25\. november 2026 til og med 30\. november 2026/)
    assert.equal((await swap(lead, post, { gap: 'ja' })).status, 200)
    const unheld = await lead.text(`${post}?dag=2026-11-27`)
    assert.match(unheld, /Ubesat.*Maja Lindskov overtager 1\. december 2026/s)
    assert.ok((unheld.match(/class="owed state-/g)?.length ?? 0) > 3)
  })

  it('fills a post that nobody holds without a question', async () => {
    const { lead, post } = await open()
    const page = await pageOf(lead, 'Rasmus Thorup')
    assert.equal((await lead.send(`${page}/slut`, { dag: '2026-11-21' })).status, 303)
    assert.match(await lead.text(`${post}/skift`), /<h1>Besæt funktionen/)
    assert.equal((await swap(lead, post, { fra: '2026-11-21' })).status, 200)
    assert.deepEqual(await holdings(post), ['Rasmus Thorup [2025-01-01,2026-11-21)', 'Maja Lindskov [2026-11-21,)'])
  })

  it('swaps once where the form is sent twice', async () => {
    const { lead, post } = await open()
    const form = await swapping(lead, post, {})
    assert.equal((await lead.send(`${post}/skift`, form)).status, 200)
    assert.equal((await lead.send(`${post}/skift`, form)).status, 303)
    assert.equal((await holdings(post)).length, 2)
  })

  it('knows no post by a number that is none', async () => {
    const { lead } = await open()
    for (const id of ['findes-ikke', newId<'post'>()])
      for (const path of [`/funktioner/${id}`, `/funktioner/${id}/skift`, `/funktioner/${id}/overdragelse`])
        assert.equal((await lead.ask(path)).status, 404, path)
    assert.equal((await visitorOf(await createApp(platform())).ask('/foerste-time')).status, 303)
  })
})
