export type { SchedulingMessage } from './scheduling/scheduling.ts'
export type { Settled } from './scheduling/settled.ts'
