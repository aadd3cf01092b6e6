import { type RawBuilder, sql } from 'kysely'
import type { AskedContacts } from './contact.ts'

type Words = AskedContacts['words']

/** What a word is worth where it is a whole word of a name, begins one, or is only part of one. */
interface Worth {
  readonly whole: number
  readonly begins: number
  readonly part: number
}

const ofThePost: Worth = { whole: 8, begins: 6, part: 3 }
const ofItsPlace: Worth = { whole: 5, begins: 4, part: 1 }

/**
 * What is in `seen`, with its `rank`: how well each post fits the words; 0 where one of them is not found at all. Names and titles count
 * before places and activities, whole words before beginnings. Places are few and ranked once each, not once a post; `offset 0` keeps a
 * step from being worked out again wherever it is used.
 */
export const rankedBy = (words: Words, isWhole: boolean) => {
  const found = words.map((_, at) => sql.ref(`found_${at}`))
  const each = words.map((meant, at) => {
    const inPlaces = placesWithNames(isWhole).map(({ key }) => sql.ref(`${key}_${at}`))
    const own = ['folded_title', 'folded_name'].map((name) => rankIn(sql.ref(name), meant, ofThePost))
    return sql`greatest(${sql.join([...own, ...inPlaces])}, 0) as ${sql.ref(`found_${at}`)}`
  })
  const places = placesWithNames(isWhole).map((place) => ranked(place, words))
  return sql`select found.*, case when least(${sql.join(found)}) > 0 then ${sql.join(found, sql` + `)} else 0 end as rank
    from (select seen.*, ${sql.join(each)} from seen ${sql.join(places, sql` `)} offset 0) found`
}

interface Place {
  readonly key: string
  /** Rows of the key and a folded name. */
  readonly names: RawBuilder<unknown>
  readonly worth: Worth
}

/** What else a post is found by: all names of its organisation, plan and unit, its holder's other names, and the activities that name it. */
const placesWithNames = (isWhole: boolean): readonly Place[] => [
  {
    key: 'organisation_id',
    names: sql`select organisation_id, folded_name from organisation union all select organisation_id, folded_name from organisation_name
      union all select organisation_id, folded_name from alias where organisation_id is not null`,
    worth: ofItsPlace,
  },
  { key: 'plan_id', names: sql`select plan_id, folded_name from plan`, worth: ofItsPlace },
  {
    key: 'unit_id',
    names: sql`select unit_id, folded_name from unit_name
      union all select unit_id, folded_name from alias where unit_id is not null`,
    worth: ofItsPlace,
  },
  {
    key: 'post_id',
    names: sql`select post_id, folded as folded_name from named join (
      select agreement, activity, fold_name(concat_ws(' ', agreement, activity)) as folded
      from (select distinct agreement, activity from named) n) f
      on f.agreement = named.agreement and f.activity is not distinct from named.activity`,
    worth: ofItsPlace,
  },
  ...(isWhole
    ? [
        {
          key: 'person_id',
          names: sql`select person_id, folded_name from alias where person_id is not null`,
          worth: ofThePost,
        },
      ]
    : []),
]

const ranked = ({ key, names, worth }: Place, words: Words) => {
  const ranks = words.map(
    (meant, at) => sql`max(${rankIn(sql.ref('folded_name'), meant, worth)}) as ${sql.ref(`${key}_${at}`)}`,
  )
  return sql`left join (select ${sql.ref(key)}, ${sql.join(ranks)} from (${names}) n group by ${sql.ref(key)}) ${sql.ref(`by_${key}`)}
    using (${sql.ref(key)})`
}

/** The best a name does for any of the words; most names have none of them, which is seen first. */
const rankIn = (name: RawBuilder<unknown>, meant: readonly string[], { whole, begins, part }: Worth) =>
  sql`greatest(${sql.join(
    meant.map(
      (
        word,
      ) => sql`case when ${name} not like ${`%${word}%`} then 0 when ' ' || ${name} || ' ' like ${`% ${word} %`} then ${sql.lit(whole)}
        when ' ' || ${name} like ${`% ${word}%`} then ${sql.lit(begins)} when ${name} is not null then ${sql.lit(part)} end`,
    ),
  )})`
