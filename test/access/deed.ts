import type { Permission } from '../../src/rooms/access/index.ts'
import type { Things } from './things.ts'
import type { Asker } from './world.ts'

/** What the pages answer when somebody may: any of these; every other answer is a no. */
interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: (things: Things) => string
  readonly form?: Readonly<Record<string, string>> | ((things: Things) => Readonly<Record<string, string>>)
  /** Statuses that mean yes: also 422 where a form that was let in is then found wanting. */
  readonly yes: readonly number[]
  /** The answer must hold this too, where a page is open to all but not all of it. */
  readonly holds?: string
  /** Who may, but on another page than this. */
  readonly elsewhere?: readonly Asker[]
}

/** One thing that can be done, by the three walls that guard it. */
export interface Deed {
  readonly what: string
  readonly may: readonly Asker[]
  readonly permission: Permission
  /** What the asker's relations are counted to: a version, a draft, a holding that is left, a proposal, an activity, somebody worked for, or themselves. */
  readonly to: (things: Things) => {
    version?: string
    draft?: string
    self?: string
    subject?: string
    holding?: string
    proposal?: string
    series?: string
    season?: string
    group?: string
  }
  /** Raw SQL as the asker: yes = it finds or changes a row; no = it finds none or is refused. */
  readonly sql: (things: Things) => string
  readonly route: Route
}
