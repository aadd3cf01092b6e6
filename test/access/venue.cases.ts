import { calendarPolicy } from '../../src/rooms/calendar/calendar.policy.ts'
import { signUpPolicy } from '../../src/rooms/calendar/sign-up/sign-up.policy.ts'
import type { Deed } from './deed.ts'
import { canaries, type Things } from './things.ts'
import { type Asker, askers } from './world.ts'

const nothing = () => ({})
const kept = ({ keptVenue }: Things) => ({ venue: keptVenue })
const shown = ({ shownSeries }: Things) => ({ series: shownSeries })

/** Who acts for the plan that has the venue or arranges the activity, leads the forum or administers the partnership. */
const theirs: readonly Asker[] = ['party', 'partyByPlan', 'lead', 'administrator']

/** Venues are kept, and those who ask for them answered, by whoever has them; who signed up is known by whoever arranges. */
export const venueDeeds: readonly Deed[] = [
  {
    what: 'change a venue',
    may: theirs,
    permission: calendarPolicy.keepVenue,
    to: kept,
    sql: ({ keptVenue }) => `update venue set conditions = 'x' where venue_id = '${keptVenue}'`,
    route: { method: 'GET', path: ({ keptVenue }) => `/steder/${keptVenue}/ret`, yes: [200] },
  },
  {
    what: 'say when a venue is open',
    may: theirs,
    permission: calendarPolicy.keepVenue,
    to: kept,
    sql: ({ keptVenue }) => `insert into opening values (gen_random_uuid(), '${keptVenue}', 1, 600, 660, '(,)', null)`,
    route: {
      method: 'POST',
      path: ({ keptVenue }) => `/steder/${keptVenue}/tider`,
      form: { udgave: '77' },
      yes: [422],
    },
  },
  {
    what: 'close a venue',
    may: theirs,
    permission: calendarPolicy.keepVenue,
    to: kept,
    sql: ({ keptVenue }) => `update venue set closed_at = now() where venue_id = '${keptVenue}'`,
    route: { method: 'POST', path: ({ keptVenue }) => `/steder/${keptVenue}/luk`, form: { udgave: '77' }, yes: [422] },
  },
  {
    what: 'answer who asks for a venue',
    may: theirs,
    permission: calendarPolicy.keepVenue,
    to: kept,
    sql: ({ askedBooking }) => `update booking set state = 'refused' where booking_id = '${askedBooking}'`,
    route: {
      method: 'POST',
      path: ({ keptVenue }) => `/steder/${keptVenue}/svar`,
      form: ({ askedBooking }) => ({ anmodning: askedBooking, stempel: 'x', svar: 'nej' }),
      yes: [422],
    },
  },
  {
    what: 'take back a yes to a venue',
    may: theirs,
    permission: calendarPolicy.keepVenue,
    to: kept,
    sql: ({ askedBooking }) =>
      `update booking set state = 'refused', answer_code = 'taken_back' where booking_id = '${askedBooking}'`,
    route: {
      method: 'POST',
      path: ({ keptVenue }) => `/steder/${keptVenue}/tag-tilbage`,
      form: ({ askedBooking }) => ({ booking: askedBooking, stempel: 'x', ord: 'x' }),
      yes: [422],
    },
  },
  {
    what: 'move a time elsewhere',
    may: theirs,
    permission: calendarPolicy.changeSeries,
    to: shown,
    sql: ({ shownTime, keptVenue }) =>
      `update occurrence set elsewhere_venue_id = '${keptVenue}' where occurrence_id = '${shownTime}'`,
    route: {
      method: 'POST',
      path: ({ shownTime }) => `/kalender/gang/${shownTime}`,
      form: ({ keptVenue }) => ({
        udgave: '77',
        goer: 'flyt',
        sted: keptVenue,
        dag: '2027-03-01',
        fra: '10',
        til: '11',
      }),
      yes: [422],
    },
  },
  {
    what: 'see what a move would come to',
    may: theirs,
    permission: calendarPolicy.changeSeries,
    to: shown,
    sql: ({ shownTime }) => `update occurrence set reason = 'x' where occurrence_id = '${shownTime}'`,
    route: {
      method: 'GET',
      path: ({ shownTime, keptVenue }) =>
        `/kalender/gang/${shownTime}?dag=2027-03-01&fra=10&til=11&sted=${keptVenue}&hvorfor=`,
      yes: [200],
    },
  },
  {
    what: 'see who signed up',
    may: theirs,
    permission: signUpPolicy.readSignUps,
    to: shown,
    sql: ({ signUp }) => `select 1 from sign_up where sign_up_id = '${signUp}'`,
    route: {
      method: 'GET',
      path: ({ shownTime }) => `/kalender/gang/${shownTime}`,
      yes: [200],
      holds: canaries.guest,
    },
  },
  {
    what: 'sign up for what is shown to everyone',
    may: [...askers],
    permission: signUpPolicy.signUp,
    to: nothing,
    sql: ({ shownTime }) => `select 1 from occurrence where occurrence_id = '${shownTime}'`,
    route: { method: 'GET', path: ({ shownTime }) => `/det-sker/${shownTime}/tilmeld`, yes: [200] },
  },
]
