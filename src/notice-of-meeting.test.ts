import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { words } from './test-calendar.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

describe('the notice of a meeting in the journal', () => {
  const own = clonedDatabase(theSample)
  const platform = () => testPlatform(own.database, '2026-11-21T12:00:00Z')
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  /** Plans and calls a meeting of the group for a day. Answers with its address. */
  const callMeeting = async (visitor: TestVisitor, group: string, dag: string) => {
    const path = new RegExp(`href="(/moeder/gruppe/[^"]+)">${group}<`).exec(await visitor.text('/moeder'))?.[1] ?? ''
    const typed = { dato: '', dag, fra: '10', til: '12', sted: '', hvor: 'Lokale 2', online: '' }
    const planned = await visitor.send(`${path}/indkald`, typed)
    assert.equal(planned.status, 303, words(await planned.text()))
    const meeting = (planned.headers.get('location') ?? '').split('?')[0] ?? ''
    await act(visitor, meeting, 'indkald')
    return meeting
  }

  const act = async (visitor: TestVisitor, meeting: string, what: string, typed: Record<string, string> = {}) => {
    const form = new RegExp(`action="${meeting}/${what}"[^>]*>\\s*<input type="hidden" name="udgave" value="(\\d+)"`)
    const [, udgave = ''] = form.exec(await visitor.text(meeting)) ?? []
    const answer = await visitor.send(`${meeting}/${what}`, { udgave, ...typed })
    assert.equal(answer.status, 303, words(await answer.text()))
  }

  /** Writes the mails that wait in the queue; answers with their tasks. */
  const tell = async () => {
    const { tasks, close } = await allTasks(platform())
    const queue = `"${own.database.schema}_queue"`
    const waiting = await sql<{ payload: Record<string, string> }>(
      `delete from ${queue}._private_jobs j using ${queue}._private_tasks t where t.id = j.task_id and t.identifier = 'tell_invited' returning j.payload`,
    )
    for (const { payload } of waiting) await tasks['tell_invited']?.(payload)
    close()
    return waiting.map(({ payload }) => payload)
  }

  const themes = async () =>
    (
      await sql<{ theme: string }>(
        `select direction || ': ' || theme as theme from @journal_entry where thing in ('notice', 'agenda') order by written_at, theme`,
      )
    ).map(({ theme }) => theme.replace(/\d+\. møde/, 'N. møde'))

  it('is noted once for each edition that goes to the municipality, whoever asks for it again', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const meeting = await callMeeting(lead, 'Koordineringsmøder', '2026-11-25')
    assert.deepEqual(await themes(), [], 'nothing is sent yet')
    const [called] = await tell()
    assert.deepEqual(await themes(), ['out: Indkaldelse til N. møde i Koordineringsmøder sendt'])

    const { tasks, close } = await allTasks(platform())
    const [one] = await sql<{ id: string }>(
      `select i.meeting_invitee_id as id from @meeting_invitee i where mail <> '' and meeting_id = '${called?.['meetingId']}' limit 1`,
    )
    await tasks['tell_invited']?.({ ...called, version: 'again', only: one?.id ?? '' })
    await tasks['tell_invited']?.({ ...called })
    close()
    assert.equal((await themes()).length, 1, 'sent again it is the same edition')

    await act(lead, meeting, 'flyt', { dag: '2026-11-26', fra: '10', til: '12', hvorfor: 'Sygdom', goer: 'alligevel' })
    await tell()
    await act(lead, meeting, 'dagsorden')
    await tell()
    await act(lead, meeting, 'aflys', { hvorfor: 'Sygdom' })
    await tell()
    assert.deepEqual(await themes(), [
      'out: Aflysning af N. møde i Koordineringsmøder sendt',
      'out: Besked om ny tid til N. møde i Koordineringsmøder sendt: 26. november 2026',
      'out: Dagsorden til N. møde i Koordineringsmøder sendt',
      'out: Indkaldelse til N. møde i Koordineringsmøder sendt',
    ])
  })

  it('is not noted where nobody from the municipality has it sent', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const meeting = await callMeeting(lead, 'Koordineringsmøder', '2026-12-02')
    const meetingId = meeting.split('/').at(-1) ?? ''
    await sql(
      `update @meeting_invitee i set mail = '' from @group_member m left join @post p using (post_id)
       where m.group_member_id = i.group_member_id and i.meeting_id = '${meetingId}'
         and coalesce(p.organisation_id, m.organisation_id) in (select organisation_id from @organisation where kind = 'department')`,
    )
    const before = await themes()
    await tell()
    const [{ mails } = { mails: 0 }] = await sql<{ mails: number }>(
      `select count(*)::int as mails from @mail where about_uid like '${meetingId}%'`,
    )
    assert.ok(mails > 0, 'others have it sent')
    assert.deepEqual(await themes(), before)
  })
})
