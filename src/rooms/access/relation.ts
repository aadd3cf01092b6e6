/**
 * What an actor is to what they ask for. `anyone` everybody · `holder` holds a post today · `self` it is their own · `organisation` it
 * belongs to the organisation they act for · `party` that organisation or plan is party to the agreement · `signatory` that organisation
 * itself is, so they may speak for it · `named` the activity names their post · `post_holder` it is about the post they act for · `lead`
 * their post leads the forum of an agreement in force · `organiser` they act for the organisation or plan that arranges it · `venue_keeper`
 * they act for the organisation or plan that has the venue · `convenor` it is their turn to call the group's meeting · `member` they sit in the group · `circle` in the circle around the person it is about · `administrator`,
 * `data_protection` duties given to their post · `program` Brobyg itself.
 */
export type Relation = (typeof relationsInOrder)[number]

/** Every relation, the nearest to the thing first: the first one somebody has is the reason why they see it. */
export const relationsInOrder = [
  'self',
  'post_holder',
  'circle',
  'organiser',
  'venue_keeper',
  'convenor',
  'member',
  'named',
  'signatory',
  'party',
  'organisation',
  'lead',
  'data_protection',
  'administrator',
  'program',
  'holder',
  'anyone',
] as const
