import type { PollAnswer } from './poll.ts'

/** How a time was answered. */
export interface CountedTime {
  readonly timeId: string
  readonly yes: number
  readonly perhaps: number
  readonly no: number
  /** So many have not answered. */
  readonly silent: number
  /** 1 = the best; times that are equally good share it. */
  readonly place: number
}

type Given = readonly { readonly answers: ReadonlyMap<string, PollAnswer> }[]

/**
 * The times by how well they suit, the best first: whom they do not suit counts most, then whom they do. Times that are equally good keep
 * the order they were given in and share their place. Nobody's silence is read as an answer. Pure.
 */
export const rankTimes = (times: readonly string[], invitees: Given): CountedTime[] => {
  const counted = times.map((timeId) => {
    const said = invitees.map(({ answers }) => answers.get(timeId))
    const count = (answer: PollAnswer | undefined) => said.filter((one) => one === answer).length
    return { timeId, yes: count('yes'), perhaps: count('perhaps'), no: count('no'), silent: count(undefined) }
  })
  const inOrder = counted.toSorted(byFit)
  return inOrder.map((time) => ({ ...time, place: 1 + inOrder.filter((other) => byFit(other, time) < 0).length }))
}

type Count = Omit<CountedTime, 'place'>

const byFit = (a: Count, b: Count): number => a.no - b.no || b.yes - a.yes || b.perhaps - a.perhaps
