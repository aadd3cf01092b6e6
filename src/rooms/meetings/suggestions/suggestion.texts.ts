/** About what Brobyg puts on an agenda. */
export const suggestionTexts = {
  da: {
    fetch: 'Hent forslag',
    fetchHint: 'Løfter, der glider, forslag til forummet, sammenfald i kalenderen og åbne opfølgninger.',
    fetched: 'Der er kommet nye punkter på dagsordenen.',
    nothing: 'Der er ikke noget nyt at sætte på.',
    byBrobyg: 'fundet af Brobyg',
    slipping: (count: number) => (count === 1 ? 'Et løfte, der glider' : `${count} løfter, der glider`),
    proposal: (number: number, title: string) => `Forslag ${number}: ${title}`,
    putBy: (post: string) => `Forelagt af ${post}.`,
    fallTogether: 'Aktiviteter, der falder sammen de næste seks uger',
    pair: (one: string, other: string, count: number, day: string) =>
      `${one} og ${other}: ${count === 1 ? '1 gang' : `${count} gange`}, første gang ${day}`,
    andMore: (count: number) => `Og ${count} mere.`,
    by: (day: string) => `senest ${day}`,
  },
  en: {
    fetch: 'Fetch suggestions',
    fetchHint: 'Promises that slip, proposals to the forum, collisions in the calendar and open follow-ups.',
    fetched: 'New items are on the agenda.',
    nothing: 'There is nothing new to put on it.',
    byBrobyg: 'found by Brobyg',
    slipping: (count: number) => (count === 1 ? 'A promise that slips' : `${count} promises that slip`),
    proposal: (number: number, title: string) => `Proposal ${number}: ${title}`,
    putBy: (post: string) => `Put by ${post}.`,
    fallTogether: 'Activities that fall together within six weeks',
    pair: (one: string, other: string, count: number, day: string) =>
      `${one} and ${other}: ${count === 1 ? 'once' : `${count} times`}, first on ${day}`,
    andMore: (count: number) => `And ${count} more.`,
    by: (day: string) => `by ${day}`,
  },
}
