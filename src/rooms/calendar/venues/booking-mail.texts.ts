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
      link: 'Bekræft eller giv fri',
    },
    released: {
      subject: (place: string) => `${place} er givet fri`,
      intro: (place: string) => `Ingen bekræftede bookingen, så ${place} er givet fri til andre.`,
      link: 'Se dine bookinger',
    },
    why: 'Du får denne mail, fordi du eller din organisation booker eller har stedet.',
    kindNo: 'Vi fik flere ønsker om samme tid, og en anden fik stedet. Du er velkommen til at spørge om en anden tid.',
    placeTaken: 'Noget andet har allerede stedet på det tidspunkt.',
    notConfirmed: 'Ingen bekræftede, at stedet skulle bruges, så det blev givet fri.',
    saidNo: 'Stedet kunne ikke fås.',
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
      link: 'Confirm or give it up',
    },
    released: {
      subject: (place: string) => `${place} is released`,
      intro: (place: string) => `Nobody confirmed the booking, so ${place} is released to others.`,
      link: 'See your bookings',
    },
    why: 'You get this mail because you or your organisation book or have the place.',
    kindNo: 'Several wished for the same time, and another got the place. You are welcome to ask for another time.',
    placeTaken: 'Something else has the place at that time already.',
    notConfirmed: 'Nobody confirmed that the place would be used, so it was released.',
    saidNo: 'The place could not be had.',
  },
}
