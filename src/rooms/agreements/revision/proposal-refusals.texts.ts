import { formatDay } from '../../../platform/dates.ts'
import type { Language } from '../../../platform/language.ts'

type Facts = Readonly<Record<string, string | number>>

const dayOf = (fact: string | number | undefined, language: Language): string =>
  typeof fact === 'string' && fact !== '' ? formatDay(Temporal.PlainDate.from(fact), language) : ''

/** Why something cannot be done to a proposal, and what can be done instead. */
export const proposalRefusalTexts = {
  da: {
    proposal_not_found: 'Det forslag findes ikke, eller det er kun for parterne.',
    clause_not_found: 'Den bestemmelse findes ikke, eller den er kun for parterne.',
    proposal_version_succeeded:
      'Aftalen er ændret, siden du åbnede siden. Åbn den nye udgave, og skriv dit forslag til den. Din tekst står stadig her.',
    proposal_place_not_found: 'Det sted findes ikke længere i teksten. Vælg det igen.',
    proposal_changes_nothing: 'Teksten står, som den gjorde. Ret noget, og gem igen.',
    proposal_text_too_long: ({ most }: Facts) => `Teksten er for lang: højst ${most} tegn.`,
    proposal_needs_heading: 'Giv det nye afsnit en overskrift.',
    proposal_needs_words: 'Skriv de nye ord.',
    proposal_end_not_a_day: 'Skriv en dag, der findes, eller lad feltet stå tomt.',
    proposal_changed_meanwhile: 'En anden har ændret forslaget, siden du åbnede det. Læs det, som det står nu.',
    proposal_put_already: 'Forslaget er sendt til forummet. Ordene ligger fast; træk det tilbage, hvis de skal ændres.',
    proposal_not_put: 'Forslaget er ikke sendt til forummet endnu. Send det først; så kan det afgøres.',
    proposal_decided_already: ({ outcome, on }: Facts) =>
      `Forslaget er afgjort: det blev ${outcome === 'adopted' ? 'vedtaget' : 'afvist'} ${dayOf(on, 'da')}. Der kan kun være én beslutning.`,
    proposal_withdrawn_already: 'Forslaget er trukket tilbage. Lav et nyt, hvis det skal frem igen.',
    proposal_carried_already: 'Forslaget står allerede på den nyeste udgave.',
    proposal_words_not_chosen: ({ count }: Facts) =>
      count === 1 ? 'Vælg, hvilke ord der skal gælde.' : `Vælg, hvilke ord der skal gælde, ${count} steder.`,
    proposal_base_succeeded: ({ number }: Facts) =>
      `Aftalen er ændret, siden forslaget blev skrevet. Før det over på udgave ${number} først.`,
    decision_in_future: 'Beslutningen kan ikke være taget på en dag, der ikke er kommet endnu.',
    decision_needs_day: 'Skriv, fra hvilken dag den nye udgave gælder.',
    version_begins_in_the_past: 'En ny udgave gælder tidligst fra i dag. Det, der har været, ændres ikke.',
    version_begins_before_the_last: ({ from }: Facts) =>
      `Den udgave, der gælder nu, begyndte ${dayOf(from, 'da')}. Vælg en dag derefter.`,
    version_begins_after_its_end: ({ to }: Facts) =>
      `Aftalen slutter ${dayOf(to, 'da')}. Vælg en dag før, eller lad forslaget ændre slutdatoen.`,
    version_overlaps_another: 'En anden udgave gælder allerede i de dage.',
  },
  en: {
    proposal_not_found: 'There is no such proposal, or it is for the parties only.',
    clause_not_found: 'There is no such clause, or it is for the parties only.',
    proposal_version_succeeded:
      'The agreement was changed since you opened the page. Open the new version and write your proposal to it. Your text still stands here.',
    proposal_place_not_found: 'That place is no longer in the text. Choose it again.',
    proposal_changes_nothing: 'The text stands as it did. Change something, then save again.',
    proposal_text_too_long: ({ most }: Facts) => `The text is too long: at most ${most} characters.`,
    proposal_needs_heading: 'Give the new section a heading.',
    proposal_needs_words: 'Write the new words.',
    proposal_end_not_a_day: 'Write a day that exists, or leave the field empty.',
    proposal_changed_meanwhile: 'Someone else changed the proposal since you opened it. Read it as it stands now.',
    proposal_put_already: 'The proposal was put to the forum. Its words stand still; withdraw it if they must change.',
    proposal_not_put: 'The proposal has not been put to the forum. Put it first; then it can be decided.',
    proposal_decided_already: ({ outcome, on }: Facts) =>
      `The proposal is decided: it was ${outcome === 'adopted' ? 'adopted' : 'rejected'} on ${dayOf(on, 'en')}. There can be one decision only.`,
    proposal_withdrawn_already: 'The proposal was withdrawn. Make a new one if it is to come up again.',
    proposal_carried_already: 'The proposal already stands on the newest version.',
    proposal_words_not_chosen: ({ count }: Facts) =>
      count === 1 ? 'Choose which words are to stand.' : `Choose which words are to stand, in ${count} places.`,
    proposal_base_succeeded: ({ number }: Facts) =>
      `The agreement was changed since the proposal was written. Carry it over to version ${number} first.`,
    decision_in_future: 'The decision cannot have been taken on a day that has not come.',
    decision_needs_day: 'Write from which day the new version is in force.',
    version_begins_in_the_past: 'A new version is in force from today at the earliest. What has been is not changed.',
    version_begins_before_the_last: ({ from }: Facts) =>
      `The version before began on ${dayOf(from, 'en')}. Choose a day after that.`,
    version_begins_after_its_end: ({ to }: Facts) =>
      `The agreement ends on ${dayOf(to, 'en')}. Choose a day before, or let the proposal change its end.`,
    version_overlaps_another: 'Another version is in force in those days.',
  },
}
