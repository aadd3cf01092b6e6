import type { Platform } from '../../platform/platform.ts'
import type { Actor } from '../access/index.ts'

/** Who plans, and what with. */
export interface Planner {
  readonly platform: Platform
  readonly actor: Actor
}
