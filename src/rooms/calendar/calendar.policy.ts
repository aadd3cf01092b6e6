import type { Permission } from '../access/index.ts'

/** Who may do what with the shared calendar. Row-level security says the same of the rows. */
export const calendarPolicy = {
  readPublished: ['anyone'],
  /** The week of those who plan: also what is not published, and who has booked what. */
  readPlans: ['holder', 'program'],
  /** For the organisation or plan of the post they act for. */
  addSeries: ['holder', 'program'],
  changeSeries: ['organiser', 'lead', 'administrator', 'program'],
  /** For the organisation or plan of the post they act for; a place nobody owns by the lead or an administrator. */
  openVenue: ['organiser', 'lead', 'administrator', 'program'],
  /** For the organisation of the post they act for. */
  bookVenue: ['organiser', 'lead', 'administrator', 'program'],
  /** What they have booked: confirmed or given up by who booked it. */
  settleBooking: ['organiser', 'lead', 'administrator', 'program'],
  /** Which collisions are known, and which areas are near each other. */
  noteCollision: ['organiser', 'lead', 'administrator', 'program'],
  placeAreas: ['lead', 'administrator', 'program'],
  keepVenue: ['venue_keeper', 'lead', 'administrator', 'program'],
  /** What a promise of so many a year comes to: both sides of the agreement. */
  readSeason: ['organiser', 'party', 'lead', 'administrator', 'program'],
  wishForSeason: ['organiser', 'party', 'lead', 'administrator', 'program'],
  /** Whoever owes the promise opens its seasons and says yes to days. */
  agreeSeason: ['organiser', 'lead', 'administrator', 'program'],
  /** For the post they act for: whether it hears of larger events, and whether it comes. */
  answerEvent: ['holder'],
} satisfies Record<string, Permission>
