type Facts = Readonly<Record<string, string | number>>

/** What a meeting falls together with, and that it may all the same. */
export const clashTexts = {
  da: {
    planAnyway: 'Læg det alligevel',
    moveAnyway: 'Flyt alligevel',
    meeting_collides: ({ busy = '', day = '', elsewhere = 0, members = 0 }: Facts) =>
      [
        busy === '' ? '' : `Er til et andet møde samtidig: ${busy}.`,
        elsewhere === 0 ? '' : `${elsewhere} af ${members} har andet i kalenderen på det tidspunkt.`,
        day === 'holiday' ? 'Dagen er en helligdag.' : day === 'no_school' ? 'Der er ikke skole den dag.' : '',
        'Vælg en anden tid, eller tryk en gang til, hvis det skal være sådan.',
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  en: {
    planAnyway: 'Put it there anyway',
    moveAnyway: 'Move it anyway',
    meeting_collides: ({ busy = '', day = '', elsewhere = 0, members = 0 }: Facts) =>
      [
        busy === '' ? '' : `In another meeting then: ${busy}.`,
        elsewhere === 0 ? '' : `${elsewhere} of ${members} have something else in the calendar at that time.`,
        day === 'holiday' ? 'That day is a public holiday.' : day === 'no_school' ? 'There is no school that day.' : '',
        'Choose another time, or press once more if it is to be so.',
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
}
