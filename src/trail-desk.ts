import { readAs } from './platform/database/index.ts'
import type { Platform } from './platform/platform.ts'
import type { TrailDesk } from './rooms/access/web/index.ts'
import { listPersonNames, listPostNames } from './rooms/parties/index.ts'

/** Names for the audit trail, which keeps ids only: looked up as the one who reads it, when it is read. */
export const trailDesk = (platform: Platform): TrailDesk => ({
  listNames: (actor) =>
    readAs(platform, actor, async (tx) => {
      const [people, posts] = [await listPersonNames(tx), await listPostNames(tx)]
      return {
        people: new Map(people.map(({ personId, name }) => [personId, name])),
        posts: new Map(
          posts.map(({ postId, title, plan, organisation }) => [postId, { title, place: plan ?? organisation }]),
        ),
      }
    }),
})
