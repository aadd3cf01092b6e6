import type { Platform } from '../../src/platform/platform.ts'
import type { Actor } from '../../src/rooms/access/index.ts'
import { layMissingGroups } from '../../src/rooms/meetings/reading/lay-groups.ts'

/** A group the party sits in, and a poll about when it can meet. */
export interface PollThings {
  readonly pollGroup: string
  readonly poll: string
}

/** A group the party sits in, and a poll about when it can meet, with a word of its own. */
export const addPoll = async (
  { platform, party }: { platform: Platform; party: Actor },
  one: (query: string) => Promise<string>,
  word: string,
): Promise<PollThings> => {
  await layMissingGroups(platform)
  const pollGroup = await one(
    `select g.meeting_group_id as id from @meeting_group g join @agreement a using (agreement_id)
     where g.name = 'Koordineringsmøder' and g.activity = 'Klubberne og Bølgen' and a.slug = 'havneby-boern-unge-og-familie'`,
  )
  // The party holds two posts of one name: it is the one they act for that sits there.
  await one(
    `update @group_member set post_id = '${party.postId}' where meeting_group_id = '${pollGroup}' and name = 'projektkoordinator'
     returning group_member_id as id`,
  )
  const poll = await one(
    `insert into @poll (poll_id, meeting_group_id, title, asked_at, asked_by, closes_at)
     values (gen_random_uuid(), '${pollGroup}', '${word}', now(), 'x', '2027-01-01') returning poll_id as id`,
  )
  await one(
    `insert into @poll_time (poll_time_id, poll_id, starts_at, ends_at)
     values (gen_random_uuid(), '${poll}', '2027-01-12 10:00', '2027-01-12 12:00') returning poll_time_id as id`,
  )
  await one(
    `insert into @poll_invitee (poll_invitee_id, poll_id, name, mail, token_hash)
     values (gen_random_uuid(), '${poll}', 'Amina Afstemt', 'amina@beboer.example', '\\x01') returning poll_invitee_id as id`,
  )
  return { pollGroup, poll }
}
