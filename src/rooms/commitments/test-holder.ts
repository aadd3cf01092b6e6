import { keepHouse, readAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, system } from '../access/index.ts'
import { actAs } from '../agreements/index.ts'
import { type Duty, giveDuty, listHeldPosts, registerPosts } from '../parties/index.ts'

/** Someone who holds a post from today on, acting for it; for tests. */
export const holdPost = async (
  platform: Platform,
  { name, title, organisation, duty }: { name: string; title: string; organisation: string; duty?: Duty },
): Promise<Actor> => {
  const day = today(platform.clock)
  const holder = { name, email: null, introduction: null }
  const post = { organisation, kind: 'other' as const, plan: null, unit: null, title, holder, provisional: false }
  await keepHouse(platform, system, async (tx) => {
    const [registered] = await registerPosts(tx, [post], day, false)
    if (registered && duty) await giveDuty(tx, registered.postId, duty)
  })
  const held = (await readAs(platform, system, (tx) => listHeldPosts(tx, day))).find((one) => one.name === name)
  if (!held) throw new Error(`${name} holds no post`)
  return (await actAs(platform, held.personId, held.postId)).actor
}
