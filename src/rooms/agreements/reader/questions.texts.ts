type Facts = Record<string, string | number>

/** What the reader asks a person to settle, in both languages. Each text takes the question's facts. */
export const questionTexts = {
  da: {
    contact_without_post: (f: Facts) => `Hvilken stilling har ${f['holder']}?`,
    contact_without_party: (f: Facts) => `Hvilken part hører ${f['who']} til?`,
    holder_missing: (f: Facts) => `Hvem har posten »${f['post']}«? Der er ikke nævnt et navn.`,
    person_with_two_posts: (f: Facts) => `${f['holder']} står som ${f['posts']}. Hvilken stilling er den rigtige?`,
    written_several_ways: (f: Facts) => `Er ${f['names']} det samme?`,
    place_spelt_two_ways: (f: Facts) => `»${f['odd']}« ligner »${f['usual']}«. Er det det samme?`,
    share_differs: (f: Facts) =>
      `${f['written']}: ${f['fraction']} er ${f['exact']} pct. Det aftalte beløb på ${f['agreed']} kr. bruges. Brøken ville give ${f['byFraction']} kr., en forskel på ${f['difference']} kr. Er det i orden?`,
    answer_missing: (f: Facts) => `»${f['activity']}« siger intet om ${f['questions']}. Mangler der noget?`,
    heading_unknown: (f: Facts) => `Overskriften »${f['heading']}« findes ikke i formularen. Hvor hører teksten til?`,
    until_a_year: (f: Facts) =>
      `Forbeholdet gælder til et årstal. Betyder det til og med ${f['year']} (${f['end']}), som her, eller kun til årets begyndelse?`,
    reservation_without_day: () => 'Hvornår skal forbeholdet være afklaret? Der står ingen dato.',
    amount_typed_oddly: (f: Facts) => `»${f['written']}« er læst som ${f['amount']} kr. Er det rigtigt?`,
    ages_differ: (f: Facts) => `Aldersgruppen står både som ${f['one']} og ${f['other']}. Hvilken gælder?`,
    period_missing: () => 'Hvornår gælder kontrakten fra og til?',
    signing_missing: () => 'Hvornår er kontrakten indgået?',
    title_missing: () => 'Hvad hedder kontrakten?',
    activity_without_title: () => 'Hvad hedder aktiviteten? Titlen er ikke fundet.',
    district_missing: () => 'Hvilken bydel gælder kontrakten?',
    activity_not_found: (f: Facts) =>
      `»${f['title']}« står i indholdsfortegnelsen, men er ikke fundet i teksten. Mangler aktiviteten?`,
    lines_unplaced: (f: Facts) => `${f['lines']} har ikke fået plads i kontrakten. Skal noget af det med?`,
  },
  en: {
    contact_without_post: (f: Facts) => `Which post does ${f['holder']} hold?`,
    contact_without_party: (f: Facts) => `Which party does ${f['who']} belong to?`,
    holder_missing: (f: Facts) => `Who holds the post “${f['post']}”? No name is given.`,
    person_with_two_posts: (f: Facts) => `${f['holder']} is named as ${f['posts']}. Which post is right?`,
    written_several_ways: (f: Facts) => `Are ${f['names']} the same?`,
    place_spelt_two_ways: (f: Facts) => `“${f['odd']}” looks like “${f['usual']}”. Are they the same?`,
    share_differs: (f: Facts) =>
      `${f['written']}: ${f['fraction']} is ${f['exact']} per cent. The agreed sum of kr. ${f['agreed']} is used. The fraction would give kr. ${f['byFraction']}, a difference of kr. ${f['difference']}. Is that right?`,
    answer_missing: (f: Facts) => `“${f['activity']}” says nothing on ${f['questions']}. Is something missing?`,
    heading_unknown: (f: Facts) => `The heading “${f['heading']}” is not in the form. Where does the text belong?`,
    until_a_year: (f: Facts) =>
      `The reservation runs until a year. Does that mean through ${f['year']} (${f['end']}), as here, or only to the year's beginning?`,
    reservation_without_day: () => 'When must the reservation be settled? No date is given.',
    amount_typed_oddly: (f: Facts) => `“${f['written']}” is read as kr. ${f['amount']}. Is that right?`,
    ages_differ: (f: Facts) => `The ages are given both as ${f['one']} and ${f['other']}. Which holds?`,
    period_missing: () => 'From when until when does the agreement hold?',
    signing_missing: () => 'When was the agreement made?',
    title_missing: () => 'What is the agreement called?',
    activity_without_title: () => 'What is the activity called? No title was found.',
    district_missing: () => 'Which district is the agreement for?',
    activity_not_found: (f: Facts) =>
      `“${f['title']}” is in the table of contents but was not found in the text. Is the activity missing?`,
    lines_unplaced: (f: Facts) => `${f['lines']} found no place in the agreement. Should any of it be kept?`,
  },
}

/** The name of a question the reader may ask. */
export type QuestionName = keyof typeof questionTexts.da
