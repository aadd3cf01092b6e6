/** About what Brobyg puts on an agenda. */
export const suggestionTexts = {
  da: {
    fetch: 'Hent forslag',
    fetchHint: 'Løfter, der glider, forslag til forummet, sammenfald i kalenderen og åbne opfølgninger.',
    fetched: 'Der er kommet nye punkter på dagsordenen.',
    nothing: 'Der er ikke noget nyt at sætte på.',
    byBrobyg: 'fundet af Brobyg',
  },
  en: {
    fetch: 'Fetch suggestions',
    fetchHint: 'Promises that slip, proposals to the forum, collisions in the calendar and open follow-ups.',
    fetched: 'New items are on the agenda.',
    nothing: 'There is nothing new to put on it.',
    byBrobyg: 'found by Brobyg',
  },
}
