/** What an invitation's mail tells; days and moments in words. */
interface Told {
  readonly name: string
  readonly post: string
  readonly partnership: string
  readonly invitedBy: string | null
}

export const invitationMailTexts = {
  da: {
    subject: ({ partnership }: Told) => `Du er inviteret til Brobyg i ${partnership}`,
    hello: (name: string) => `Kære ${name}`,
    intro: ({ post, partnership, invitedBy }: Told) =>
      invitedBy === null
        ? `Du er inviteret til samarbejdet i ${partnership} som ${post}.`
        : `${invitedBy} inviterer dig til samarbejdet i ${partnership} som ${post}.`,
    what: 'I Brobyg ser du, hvad parterne har lovet hinanden, og hvad din funktion skylder.',
    from: (day: string) => `Du har funktionen fra ${day}.`,
    accept: 'Sig ja til invitationen',
    ends: (moment: string) => `Linket virker én gang og til ${moment}. Del det ikke med andre.`,
    why: 'Kender du ikke samarbejdet, så slet mailen. Der sker ikke noget.',
  },
  en: {
    subject: ({ partnership }: Told) => `You are invited to Brobyg in ${partnership}`,
    hello: (name: string) => `Dear ${name}`,
    intro: ({ post, partnership, invitedBy }: Told) =>
      invitedBy === null
        ? `You are invited to the cooperation in ${partnership} as ${post}.`
        : `${invitedBy} invites you to the cooperation in ${partnership} as ${post}.`,
    what: 'In Brobyg you see what the parties have promised each other, and what your post owes.',
    from: (day: string) => `You hold the post from ${day}.`,
    accept: 'Accept the invitation',
    ends: (moment: string) => `The link works once and until ${moment}. Do not share it.`,
    why: 'If you do not know the cooperation, delete this mail. Nothing will happen.',
  },
}
