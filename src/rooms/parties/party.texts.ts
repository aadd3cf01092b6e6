import { formatDay } from '../../platform/dates.ts'
import type { Language } from '../../platform/language.ts'

import { samenessTexts } from './sameness.texts.ts'

type Facts = Readonly<Record<string, string | number>>

const dayIn = ({ day }: Facts, language: Language): string => formatDay(Temporal.PlainDate.from(String(day)), language)

/** The sentences for what is refused about people, posts and invitations. */
export const partyTexts = {
  da: {
    mail_address_wrong: 'Det er ikke en mailadresse. Den skal ligne navn@sted.dk.',
    same_person_asked: ({ who }: Facts) => `Vi kender en ${who} uden mailadresse. Er det den samme?`,
    post_held: ({ who }: Facts) =>
      `${who} har funktionen. Skal den inviterede afløse ${who}, så sæt kryds ved det nedenfor.`,
    post_held_later: ({ who, ...facts }: Facts) =>
      `${who} har funktionen fra ${dayIn(facts, 'da')}. Afslut det først, eller vælg en anden funktion.`,
    post_taken: 'En anden har fået funktionen imens.',
    invited_already: ({ who }: Facts) =>
      `${who} er allerede inviteret til den funktion. Find ${who} under Personer, hvis linket skal sendes igen.`,
    replaces_self_today: 'Du kan tidligst lade dig afløse fra i morgen. Så når du at give funktionen videre.',
    post_not_found: 'Den funktion kender vi ikke.',
    swap_to_same: ({ who, ...facts }: Facts) =>
      `${who} har allerede funktionen fra ${dayIn(facts, 'da')}. Vælg en anden.`,
    swap_before_holder: ({ who, ...facts }: Facts) =>
      `${who} fik funktionen ${dayIn(facts, 'da')}. Skiftet kan tidligst ske dagen efter.`,
    swap_asks: 'Skiftet gør mere end at skifte. Læs det nedenfor, og sæt kryds, hvis det er rigtigt.',
    swapped_meanwhile: ({ who, ...facts }: Facts) =>
      `En anden nåede det før dig: ${who} har funktionen fra ${dayIn(facts, 'da')}. Se efter, før du skifter igen.`,
    swap_undone_meanwhile: 'En anden har imens ændret, hvem der har funktionen. Se efter, før du skifter.',
    handover_not_found: 'Den overdragelse kender vi ikke.',
    holder_not_found: 'Den person har ikke den funktion længere.',
    ends_before_it_began: ({ who, ...facts }: Facts) =>
      `${who} fik funktionen ${dayIn(facts, 'da')}. Vælg en dag efter den, eller tag funktionen tilbage.`,
    ended_already: ({ who, ...facts }: Facts) => `${who} har ikke funktionen efter ${dayIn(facts, 'da')}.`,
    not_ended: ({ who }: Facts) => `${who} har stadig funktionen.`,
    held_before_today: ({ who }: Facts) => `${who} har haft funktionen før i dag. Afslut den i stedet.`,
    last_administrator: ({ who }: Facts) =>
      `${who} er den sidste administrator. Giv en anden hvervet, eller invitér en afløser, først.`,
    last_lead: ({ who }: Facts) => `${who} er den sidste tovholder. Invitér en afløser i stedet.`,
    not_waiting: ({ who }: Facts) => `Der venter ingen invitation på ${who}.`,
    invitation_not_found: 'Vi kender ikke linket. Måske er det ikke kommet helt med, eller også er der sendt et nyere.',
    invitation_accepted: 'Du har allerede sagt ja, og linket kan kun bruges én gang. Log ind i stedet.',
    invitation_withdrawn: 'Invitationen er trukket tilbage. Spørg den, der inviterede dig.',
    sameness_unanswered: ({ count }: Facts) => samenessTexts.da.unanswered(Number(count)),
    invitation_expired: 'Linket er for gammelt. Bed den, der inviterede dig, om at sende det igen.',
    phone_wrong: 'Det er ikke et telefonnummer. Skriv det med tal, for eksempel 22 33 44 55.',
    confirmation_not_found:
      'Vi kender ikke linket. Måske er det ikke kommet helt med, eller også er der sendt et nyere.',
    confirmation_expired: 'Linket er for gammelt. Log ind, eller bed om et nyt.',
    confirmation_no_posts: 'Du har ingen funktion i samarbejdet i dag, så der er ikke noget at bekræfte.',
    nobody_to_ask: ({ lately, withoutMail }: Facts): string =>
      Number(lately) > 0
        ? 'De er spurgt inden for den sidste uge. Giv dem lidt tid.'
        : Number(withoutMail) > 0
          ? 'Vi kender ingen mailadresse at skrive til.'
          : 'Der er ingen at spørge her.',
    answer_settled: 'Svaret er der allerede taget hånd om.',
  },
  en: {
    mail_address_wrong: 'That is no mail address. It must look like name@place.dk.',
    same_person_asked: ({ who }: Facts) => `We know a ${who} without a mail address. Is it the same person?`,
    post_held: ({ who }: Facts) => `${who} holds the post. If the one you invite replaces ${who}, tick that below.`,
    post_held_later: ({ who, ...facts }: Facts) =>
      `${who} holds the post from ${dayIn(facts, 'en')}. End that first, or choose another post.`,
    post_taken: 'Somebody else got the post meanwhile.',
    invited_already: ({ who }: Facts) =>
      `${who} is invited to that post already. Find ${who} under People to send the link again.`,
    replaces_self_today: 'You can be replaced from tomorrow at the earliest, so that you have time to hand over.',
    post_not_found: 'We do not know that post.',
    swap_to_same: ({ who, ...facts }: Facts) =>
      `${who} holds the post already from ${dayIn(facts, 'en')}. Choose another.`,
    swap_before_holder: ({ who, ...facts }: Facts) =>
      `${who} got the post on ${dayIn(facts, 'en')}. The swap can be the day after at the earliest.`,
    swap_asks: 'The swap does more than swap. Read it below, and tick it if it is right.',
    swapped_meanwhile: ({ who, ...facts }: Facts) =>
      `Somebody was there before you: ${who} holds the post from ${dayIn(facts, 'en')}. Look before you swap again.`,
    swap_undone_meanwhile: 'Somebody changed who holds the post meanwhile. Look before you swap.',
    handover_not_found: 'We do not know that handover.',
    holder_not_found: 'That person does not hold that post any more.',
    ends_before_it_began: ({ who, ...facts }: Facts) =>
      `${who} got the post on ${dayIn(facts, 'en')}. Choose a later day, or take the post back.`,
    ended_already: ({ who, ...facts }: Facts) => `${who} does not hold the post after ${dayIn(facts, 'en')}.`,
    not_ended: ({ who }: Facts) => `${who} still holds the post.`,
    held_before_today: ({ who }: Facts) => `${who} held the post before today. End it instead.`,
    last_administrator: ({ who }: Facts) =>
      `${who} is the last administrator. Give somebody else the duty, or invite a successor, first.`,
    last_lead: ({ who }: Facts) => `${who} is the last lead. Invite a successor instead.`,
    not_waiting: ({ who }: Facts) => `No invitation waits for ${who}.`,
    invitation_not_found: 'We do not know that link. Part of it may be missing, or a newer one was sent.',
    invitation_accepted: 'You have accepted already, and the link works only once. Sign in instead.',
    invitation_withdrawn: 'The invitation was withdrawn. Ask whoever invited you.',
    sameness_unanswered: ({ count }: Facts) => samenessTexts.en.unanswered(Number(count)),
    invitation_expired: 'The link is too old. Ask whoever invited you to send it again.',
    phone_wrong: 'That is no phone number. Write it in digits, such as 22 33 44 55.',
    confirmation_not_found: 'We do not know that link. Part of it may be missing, or a newer one was sent.',
    confirmation_expired: 'The link is too old. Sign in, or ask for a new one.',
    confirmation_no_posts: 'You hold no post in the cooperation today, so there is nothing to confirm.',
    nobody_to_ask: ({ lately, withoutMail }: Facts): string =>
      Number(lately) > 0
        ? 'They were asked within the last week. Give them a little time.'
        : Number(withoutMail) > 0
          ? 'We know no mail address to write to.'
          : 'There is nobody to ask here.',
    answer_settled: 'That answer is settled already.',
  },
}
