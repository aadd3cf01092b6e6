import type { FC } from 'hono/jsx'
import type { CommitmentState } from '../state/state.ts'
import type { SignPlace } from '../wheel/wheel-layout.ts'

/** The states' signs as lines round 0,0 in a square of ten: the same in every font and on paper. */
const outlines: Readonly<Record<CommitmentState, string>> = {
  kept: 'M-4 .4-1.2 3.3 4.2-3.4',
  due: 'M-4.2 0H4M.8-3.3 4.1 0 .8 3.3',
  at_risk: 'M0-4 4.4 3.6H-4.4Z',
  broken: 'M-3.4-3.4 3.4 3.4M3.4-3.4-3.4 3.4',
  waiting: 'M-4 0h.1M0 0h.1M4 0h.1',
  on_demand: 'M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0',
  unjudged: 'M-4 0H4',
  ended: 'M-3-3H3V3H-3Z',
}

/** A state's sign drawn at its place in the wheel. */
export const Sign: FC<{ state: CommitmentState; place: SignPlace }> = ({ state, place }) => (
  <path
    class="wheel-sign"
    d={outlines[state]}
    transform={`translate(${place.x} ${place.y})${place.degrees === 0 ? '' : `rotate(${place.degrees})`}scale(${Math.round(place.size * 10) / 100})`}
  />
)
