export const frontTexts = {
  da: {
    title: (partnership: string) => `Samarbejdet i ${partnership}`,
    intro:
      'Kommunen og boligorganisationerne har lovet hinanden at hjælpes ad om børn, unge og familier. Her kan du se, hvad de har lovet, og om de holder det.',
    noAccount: 'Du behøver ikke logge ind for at se med.',
    promises: (count: number) => (count === 1 ? '1 løfte' : `${count} løfter`),
    now: (told: string) => `Lige nu er ${told}.`,
    nowThen: (told: string) => `Den dag: ${told}.`,
    rest: (count: number) =>
      count === 1
        ? 'Det sidste gælder efter behov, venter eller kan ikke måles.'
        : `De øvrige ${count} gælder efter behov, venter eller kan ikke måles.`,
    counts: 'Løfter efter tilstand',
    urgent: 'Her halter det',
    yourUrgent: 'Det haster for dig',
    nothingUrgent: 'Intet løfte er i fare eller ikke holdt.',
    nothingYourUrgent: 'Ingen af dine løfter er i fare eller ikke holdt.',
    upcoming: 'De næste frister',
    yourUpcoming: 'Dine næste frister',
    nothingUpcoming: 'Ingen frister de næste 90 dage.',
    allPromises: (count: number) => `Se alle ${count} løfter`,
    yourPromises: 'Se alle dine løfter',
    wheel: 'Se årets gang i årshjulet',
    agreements: 'Aftalerne',
    legend: 'Sådan læser du det',
    meanings: {
      kept: 'Alt, hvad der skulle være sket indtil nu, er sket.',
      due: 'Fristen er ikke kommet endnu.',
      at_risk: 'Det når ikke fristen i det tempo, der er nu.',
      broken: 'Fristen er gået, og noget mangler.',
      on_demand: 'Gøres, når nogen har brug for det. Det bliver talt, men ikke bedømt.',
      unjudged: 'Der er ingen frist eller mængde at måle på.',
    },
  },
  en: {
    title: (partnership: string) => `The cooperation in ${partnership}`,
    intro:
      'The municipality and the housing organisations have promised each other to help children, young people and families. Here you can see what they promised, and whether they keep it.',
    noAccount: 'You need not sign in to look.',
    promises: (count: number) => (count === 1 ? '1 promise is' : `${count} promises are`),
    now: (told: string) => `Right now ${told}.`,
    nowThen: (told: string) => `That day ${told}.`,
    rest: (count: number) =>
      count === 1
        ? 'The last one is on demand, waiting, or cannot be measured.'
        : `The other ${count} are on demand, waiting, or cannot be measured.`,
    counts: 'Promises by state',
    urgent: 'Here it falters',
    yourUrgent: 'Urgent for you',
    nothingUrgent: 'No promise is at risk or not kept.',
    nothingYourUrgent: 'None of your promises is at risk or not kept.',
    upcoming: 'Next due',
    yourUpcoming: 'Your next due',
    nothingUpcoming: 'Nothing falls due in the next 90 days.',
    allPromises: (count: number) => `See all ${count} promises`,
    yourPromises: 'See all your promises',
    wheel: 'See the year in the year wheel',
    agreements: 'The agreements',
    legend: 'How to read it',
    meanings: {
      kept: 'Everything that should have happened by now has happened.',
      due: 'It is not due yet.',
      at_risk: 'It will miss its date at the present pace.',
      broken: 'The date has passed and something is missing.',
      on_demand: 'Done when someone needs it. It is counted but not judged.',
      unjudged: 'There is no date or amount to measure.',
    },
  },
}
