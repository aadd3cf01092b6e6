/** How something comes round, as the form offers it; `words` is written in the planner's own words. */
export const repeats = [
  'once',
  'weekly',
  'other_week',
  'even_weeks',
  'odd_weeks',
  'weekdays',
  'nth_weekday',
  'last_weekday',
  'yearly',
  'words',
] as const

export type Repeat = (typeof repeats)[number]
