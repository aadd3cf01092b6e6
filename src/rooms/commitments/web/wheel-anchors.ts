import { civilDate } from '../../../platform/day-number.ts'
import type { Beat, Occurrence } from '../wheel/wheel.ts'

/** Where in the table a month's things begin. */
export const monthAnchor = ({ from }: Pick<Occurrence, 'from'>): string => `maaned-${civilDate(from).month}`

/** Where in the table what has this beat begins. */
export const anchorOf = (beat: Beat): string => (beat === 'anytime' ? 'naar-som-helst' : 'hele-aaret')
