import { formatDay } from '../../platform/dates.ts'
import type { Language } from '../../platform/language.ts'

type Facts = Readonly<Record<string, string | number>>

const dayIn = ({ day }: Facts, language: Language): string => formatDay(Temporal.PlainDate.from(String(day)), language)

/** The sentences for what is refused about units, names and merges. */
export const registerRefusalTexts = {
  da: {
    merge_with_itself: ({ kept }: Facts) => `»${kept}« kan ikke lægges sammen med sig selv. Vælg en anden.`,
    merge_both_signed: ({ kept, lost }: Facts) =>
      `»${kept}« og »${lost}« har hver for sig tiltrådt den samme udgave. Så er de to.`,
    merge_of_two_organisations: ({ kept, lost }: Facts) =>
      `»${kept}« og »${lost}« hører under to organisationer. Læg organisationerne sammen først.`,
    merge_both_sign_in: ({ kept, lost }: Facts) =>
      `Både »${kept}« og »${lost}« har en mail eller logger selv ind. Så er de to, til den ene ikke gør det mere.`,
    merge_lost_signs_in: ({ lost }: Facts) =>
      `Den »${lost}«, der ville forsvinde, har en mail eller logger selv ind. Behold den, og læg den anden ind i den.`,
    merge_posts_collide: ({ kept, lost }: Facts) =>
      `»${kept}« og »${lost}« har hver sin indehaver på samme tid eller hver sit hverv. Så er de to.`,
    merged_already: ({ kept, lost }: Facts) => `»${lost}« er allerede lagt sammen med »${kept}«.`,
    merge_thing_not_found: 'Den, du vil lægge sammen, findes ikke.',
    merge_not_found: 'Den sammenlægning findes ikke.',
    merge_undone_already: ({ kept, lost }: Facts) => `»${lost}« og »${kept}« er allerede to igen.`,
    merge_built_on: ({ kept, lost }: Facts) => `Siden er »${lost}« lagt sammen med »${kept}«. Fortryd det først.`,
    merge_name_taken: ({ lost }: Facts) =>
      `En anden har fået navnet, funktionen eller pladsen imens, så »${lost}« kan ikke komme tilbage.`,
    name_missing: 'Skriv et navn.',
    name_taken: ({ name }: Facts) => `Der er allerede en »${name}«. Er det den samme, så læg dem sammen.`,
    name_is_that_already: ({ name }: Facts) => `Den hedder allerede »${name}«.`,
    name_not_of_today: 'Navnet er ikke skrevet ned i dag. Giv et nyt navn fra en dag i stedet.',
    name_built_on: ({ name }: Facts) =>
      `Siden er der sat en aftale i kraft eller lagt noget sammen med navnet »${name}«. Giv et nyt navn fra en dag i stedet.`,
    renamed_from_then_on: (facts: Facts) =>
      `Den fik navnet »${facts['name']}« ${dayIn(facts, 'da')}. Vælg en dag efter den.`,
    unit_ends_before_it_begins: (facts: Facts) =>
      `»${facts['name']}« begynder ${dayIn(facts, 'da')}. Vælg en dag efter den.`,
    unit_closed_by_then: (facts: Facts) =>
      `»${facts['name']}« er nedlagt fra ${dayIn(facts, 'da')}. Vælg en dag før den.`,
    unit_under_itself: ({ name }: Facts) => `»${name}« kan ikke ligge under sig selv.`,
    unit_of_another: ({ kept }: Facts) => `»${kept}« hører under en anden organisation.`,
    unit_not_empty: ({ name }: Facts) => `Der er funktioner eller enheder i »${name}« den dag. Flyt dem først.`,
    unit_not_found: 'Den enhed findes ikke.',
    organisation_not_found: 'Den organisation findes ikke.',
    plan_not_found: 'Den helhedsplan findes ikke.',
    area_not_found: 'Det område findes ikke.',
    post_not_found: 'En af funktionerne findes ikke længere. Se siden igen, og vælg så.',
    posts_missing: 'Vælg mindst én funktion.',
    post_moved_from_then_on: (facts: Facts) =>
      `En af funktionerne er flyttet ${dayIn(facts, 'da')} eller senere. Vælg en senere dag.`,
    span_ends_before_it_begins: 'Perioden slutter, før den begynder. Ret dagene.',
    sameness_not_found: 'Det spørgsmål er allerede afgjort.',
  },
  en: {
    merge_with_itself: ({ kept }: Facts) => `“${kept}” cannot be merged with itself. Choose another.`,
    merge_both_signed: ({ kept, lost }: Facts) =>
      `“${kept}” and “${lost}” have each signed the same version. So they are two.`,
    merge_of_two_organisations: ({ kept, lost }: Facts) =>
      `“${kept}” and “${lost}” are of two organisations. Merge the organisations first.`,
    merge_both_sign_in: ({ kept, lost }: Facts) =>
      `Both “${kept}” and “${lost}” have a mail address or sign in themselves. They are two until one no longer does.`,
    merge_lost_signs_in: ({ lost }: Facts) =>
      `The “${lost}” that would go has a mail address or signs in. Keep that one, and merge the other into it.`,
    merge_posts_collide: ({ kept, lost }: Facts) =>
      `“${kept}” and “${lost}” are held by two at once, or have different duties. So they are two.`,
    merged_already: ({ kept, lost }: Facts) => `“${lost}” is merged with “${kept}” already.`,
    merge_thing_not_found: 'What you want to merge is not there.',
    merge_not_found: 'There is no such merge.',
    merge_undone_already: ({ kept, lost }: Facts) => `“${lost}” and “${kept}” are two again already.`,
    merge_built_on: ({ kept, lost }: Facts) => `Since then “${lost}” was merged with “${kept}”. Undo that first.`,
    merge_name_taken: ({ lost }: Facts) =>
      `Somebody else got the name, post or place meanwhile, so “${lost}” cannot come back.`,
    name_missing: 'Write a name.',
    name_taken: ({ name }: Facts) => `There is a “${name}” already. If it is the same, merge them.`,
    name_is_that_already: ({ name }: Facts) => `It is called “${name}” already.`,
    name_not_of_today: 'The name was not written down today. Give a new name from a day instead.',
    name_built_on: ({ name }: Facts) =>
      `An agreement came into force or something was merged under the name “${name}” since. Give a new name from a day instead.`,
    renamed_from_then_on: (facts: Facts) =>
      `It got the name “${facts['name']}” on ${dayIn(facts, 'en')}. Choose a later day.`,
    unit_ends_before_it_begins: (facts: Facts) =>
      `“${facts['name']}” begins on ${dayIn(facts, 'en')}. Choose a later day.`,
    unit_closed_by_then: (facts: Facts) =>
      `“${facts['name']}” is closed from ${dayIn(facts, 'en')}. Choose an earlier day.`,
    unit_under_itself: ({ name }: Facts) => `“${name}” cannot lie under itself.`,
    unit_of_another: ({ kept }: Facts) => `“${kept}” is of another organisation.`,
    unit_not_empty: ({ name }: Facts) => `There are posts or units in “${name}” that day. Move them first.`,
    unit_not_found: 'There is no such unit.',
    organisation_not_found: 'There is no such organisation.',
    plan_not_found: 'There is no such plan.',
    area_not_found: 'There is no such area.',
    post_not_found: 'One of the posts is no longer there. Look at the page again, then choose.',
    posts_missing: 'Choose at least one post.',
    post_moved_from_then_on: (facts: Facts) =>
      `One of the posts was moved on ${dayIn(facts, 'en')} or later. Choose a later day.`,
    span_ends_before_it_begins: 'The period ends before it begins. Correct the days.',
    sameness_not_found: 'That question is settled already.',
  },
}
