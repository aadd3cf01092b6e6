import type { Day } from '../../src/platform/day.ts'
import { type Aspect, type Effect, heldToday, type World } from './history-world.ts'

/** What may happen to a partnership. */
export const stepKinds = [
  'swap',
  'end',
  'rename organisation',
  'rename unit',
  'move posts',
  'move unit',
  'close unit',
  'reopen unit',
  'revise',
  'propose',
  'evidence',
  'cancel evidence',
  'sign',
  'anchor',
  'settle',
  'begin',
  'correct',
  'merge',
] as const

/** One thing that happens: what, on which of the things there are, and how many days from that day it takes effect. */
export interface Step {
  readonly kind: (typeof stepKinds)[number]
  /** Days that pass before it. */
  readonly wait: number
  /** Chooses among what there is. */
  readonly which: number
  /** Days from the day it is written down; below 0 it is written down late. */
  readonly shift: number
  /** Makes names of its own. */
  readonly word: string
}

/** What follows a post, an organisation or a unit. */
export const everyone: readonly Aspect[] = ['contacts', 'register', 'promises', 'signatures']

/** The one a step means, among those there are. */
export const pick = <Thing>(things: readonly Thing[], which: number): Thing | undefined =>
  things.length === 0 ? undefined : things[which % things.length]

/** Does a step; answers with what it made true from when, or null where there was nothing to do it to. */
export type Doing = (world: World, step: Step, effective: Day) => Promise<Effect | null>

/** Everyone who holds a post today but the lead, who goes on acting. */
export const othersHeld = async (world: World) =>
  (await heldToday(world)).filter(({ personId }) => personId !== world.lead.personId)
