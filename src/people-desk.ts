import { leaveTrace, readAs, writeAs } from './platform/database/index.ts'
import { today } from './platform/day.ts'
import type { Platform } from './platform/platform.ts'
import { Refused } from './platform/refused.ts'
import { signInDesk } from './rooms/access/index.ts'
import type { CastMember, PeopleDesk } from './rooms/access/web/index.ts'
import {
  findPersonMail,
  giveDuty,
  type HeldPost,
  listHeldPosts,
  listPeopleByMail,
  postWords,
  registerPosts,
} from './rooms/parties/index.ts'

/** What signing in is told of people. While Brobyg is tried out, everyone who holds a post today may be chosen. */
export const peopleDesk = (platform: Platform): PeopleDesk => ({
  listCast: async () => castOf(await heldToday(platform)),
  addPerson: async ({ name, post, organisation }) => {
    const holder = { name, email: null, introduction: null }
    const registered = {
      organisation,
      kind: 'other' as const,
      plan: null,
      unit: null,
      title: post,
      holder,
      provisional: false,
    }
    await writeAs(platform, signInDesk, async (tx) => {
      if ((await listHeldPosts(tx, today(platform.clock))).length > 0) throw new Refused('cast_not_empty')
      const [post] = await registerPosts(tx, [registered], today(platform.clock), false)
      if (post) await giveDuty(tx, post.postId, 'administrator')
      leaveTrace(tx, { verb: 'partnership.begun', thing: 'post', ref: post?.postId ?? null })
    })
    const held = (await heldToday(platform)).find((person) => person.name === name)
    if (!held) throw new Error('The person who was just added holds no post today')
    return held.personId
  },
  findPeopleByMail: (address) => readAs(platform, signInDesk, (tx) => listPeopleByMail(tx, address)),
  findMailOf: async (personId) =>
    (await readAs(platform, signInDesk, (tx) => findPersonMail(tx, personId)))?.email ?? null,
})

const heldToday = (platform: Platform): Promise<HeldPost[]> =>
  readAs(platform, signInDesk, (tx) => listHeldPosts(tx, today(platform.clock)))

/** One entry a person with all their posts; those who are introduced come first. */
const castOf = (held: readonly HeldPost[]): CastMember[] =>
  [...Map.groupBy(held, (post) => post.personId)]
    .flatMap(([personId, posts]) => {
      const [first] = posts
      if (!first) return []
      const { name, organisation, introduction } = first
      const words = posts.map((post) =>
        post.plan === null && post.organisation === organisation ? post.title : postWords(post),
      )
      const distinct = new Map(words.map((post) => [post.toLowerCase(), post]))
      return [{ personId, name, organisation, posts: [...distinct.values()].join(' · '), introduction }]
    })
    .toSorted((a, b) => Number(b.introduction !== null) - Number(a.introduction !== null))
