import type { FC } from 'hono/jsx'
import type { OwedPromise } from '../owed-promises.rules.ts'
import type { CommitmentState } from '../state/state.ts'

const barOrder: readonly CommitmentState[] = [
  'kept',
  'due',
  'at_risk',
  'broken',
  'waiting',
  'on_demand',
  'unjudged',
  'ended',
]

/** How many promises are in each state, as one bar; a picture beside words that say the same. */
export const StateBar: FC<{ promises: readonly OwedPromise[] }> = ({ promises }) => {
  const byState = Map.groupBy(promises, ({ standing }) => standing.state)
  let from = 0
  const pieces = barOrder.flatMap((state) => {
    const width = byState.get(state)?.length ?? 0
    const x = from
    from += width
    return width === 0 ? [] : [{ state, x, width }]
  })
  return (
    <svg class="state-bar" viewBox={`0 0 ${from} 1`} preserveAspectRatio="none" aria-hidden="true">
      {pieces.map(({ state, x, width }) => (
        <rect class={`state-${state}`} x={x} width={width} height="1" />
      ))}
    </svg>
  )
}
