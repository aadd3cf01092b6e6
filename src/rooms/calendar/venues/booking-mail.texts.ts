/** The words of mails about bookings. `place` is the venue, `when` a moment in words. */
export const bookingMailTexts = {
  da: {
    hello: (name: string) => `Hej ${name}`,
    times: (times: number) => (times === 1 ? '' : ` og ${times - 1} gange til`),
    asked: {
      subject: (place: string) => `Nogen spørger om ${place}`,
      intro: (place: string) => `Der er spurgt om ${place}. Sig ja eller nej, så de kan planlægge videre.`,
      link: 'Svar dem',
    },
    approved: {
      subject: (place: string) => `Ja til ${place}`,
      intro: (place: string) => `Du har fået ja til ${place}.`,
      link: 'Se stedet',
    },
    refused: {
      subject: (place: string) => `Nej til ${place}`,
      intro: (place: string) => `Du kan desværre ikke få ${place} denne gang.`,
      link: 'Find et andet ledigt sted',
    },
    came_back: {
      subject: (place: string) => `${place} er blevet ledigt`,
      intro: (place: string) => `${place} er blevet ledigt, og en gang, der ventede, er tilbage i kalenderen.`,
      asks: 'Den, der har stedet, er spurgt og skal sige ja.',
      link: 'Se gangen i kalenderen',
    },
    confirm: {
      subject: (place: string) => `Bruger I ${place}?`,
      intro: (place: string) => `Bekræft, at I bruger ${place}. Ellers bliver tiden givet fri til andre.`,
      link: 'Se alle dine bookinger',
      tap: 'ja, vi bruger det',
    },
    taken_back: {
      subject: (place: string) => `I kan alligevel ikke få ${place}`,
      intro: (place: string) => `I havde fået ja til ${place}, men det gælder ikke længere.`,
      link: 'Find et andet ledigt sted',
    },
    released: {
      subject: (place: string) => `${place} er givet fri`,
      intro: (place: string) => `Ingen bekræftede bookingen, så ${place} er givet fri til andre.`,
      link: 'Se dine bookinger',
    },
    // One mail a night to whoever has places that were asked for
    laid: {
      subject: (count: number) => (count === 1 ? 'Nogen spørger om jeres sted' : `${count} spørger om jeres steder`),
      intro: 'Kalenderen er lagt længere frem, og nogen skal bruge jeres steder igen. Sig ja eller nej.',
      link: 'Se alle steder',
      more: (count: number) => `… og ${count} til.`,
    },
    // The page a link opens
    linkTitle: 'Bruger I stedet?',
    linkConfirm: 'Ja, vi bruger det',
    linkOtherwise: 'Bruger I det ikke? Så log ind, og giv tiden fri under “Mine bookinger”.',
    linkThanks: 'Tak. Stedet er jeres.',
    linkClosed: 'Linket virker ikke',
    linkSeeAll: 'Se dine bookinger',
    booking_link_not_found: 'Det link kender vi ikke. Måske blev det kopieret forkert; åbn det igen fra mailen.',
    booking_link_expired: 'Linket virker ikke længere. Log ind, og se dine bookinger.',
    booking_link_used: 'Der er allerede svaret, eller stedet er ikke længere booket.',
    why: 'Du får denne mail, fordi du eller din organisation booker eller har stedet.',
  },
  en: {
    hello: (name: string) => `Hello ${name}`,
    times: (times: number) => (times === 1 ? '' : ` and ${times - 1} more times`),
    asked: {
      subject: (place: string) => `Somebody asks for ${place}`,
      intro: (place: string) => `Somebody has asked for ${place}. Say yes or no, so that they can plan on.`,
      link: 'Answer them',
    },
    approved: {
      subject: (place: string) => `Yes to ${place}`,
      intro: (place: string) => `You have got a yes to ${place}.`,
      link: 'See the place',
    },
    refused: {
      subject: (place: string) => `No to ${place}`,
      intro: (place: string) => `Sadly you cannot have ${place} this time.`,
      link: 'Find another free place',
    },
    came_back: {
      subject: (place: string) => `${place} is free again`,
      intro: (place: string) => `${place} is free again, and a time that waited is back in the calendar.`,
      asks: 'Whoever has the place is asked and must say yes.',
      link: 'See it in the calendar',
    },
    confirm: {
      subject: (place: string) => `Do you use ${place}?`,
      intro: (place: string) => `Confirm that you use ${place}. Otherwise the time is released to others.`,
      link: 'See all your bookings',
      tap: 'yes, we use it',
    },
    taken_back: {
      subject: (place: string) => `You cannot have ${place} after all`,
      intro: (place: string) => `You had got a yes to ${place}, but it no longer holds.`,
      link: 'Find another free place',
    },
    released: {
      subject: (place: string) => `${place} is released`,
      intro: (place: string) => `Nobody confirmed the booking, so ${place} is released to others.`,
      link: 'See your bookings',
    },
    laid: {
      subject: (count: number) => (count === 1 ? 'Somebody asks for your place' : `${count} ask for your places`),
      intro: 'The calendar has been laid further ahead, and somebody needs your places again. Say yes or no.',
      link: 'See all places',
      more: (count: number) => `… and ${count} more.`,
    },
    linkTitle: 'Do you use the place?',
    linkConfirm: 'Yes, we use it',
    linkOtherwise: 'You do not use it? Then sign in, and give the time up under “My bookings”.',
    linkThanks: 'Thank you. The place is yours.',
    linkClosed: 'The link does not work',
    linkSeeAll: 'See your bookings',
    booking_link_not_found: 'We do not know that link. Perhaps it was copied wrongly; open it again from the mail.',
    booking_link_expired: 'The link no longer works. Sign in, and see your bookings.',
    booking_link_used: 'It has been answered already, or the place is no longer booked.',
    why: 'You get this mail because you or your organisation book or have the place.',
  },
}
