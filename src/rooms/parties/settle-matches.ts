import type { WriteTx } from '../../platform/database/index.ts'
import { Refused } from '../../platform/refused.ts'
import { insertAlias, listKnownNames, rememberSameness, type Said } from './known-name.queries.ts'
import { nameKey } from './match-names.rules.ts'
import * as parties from './find-party.queries.ts'
import type { PostToRegister } from './party.ts'
import { asProposed, proposeMatches } from './propose-matches.rules.ts'
import type { NamedInAgreement, NamedPlace, SamenessAnswers, SamenessKind, SamenessQuestion } from './sameness.ts'
import { findUnit } from './unit.queries.ts'

/** The names of an agreement as the register is to have them, and what is still to be written once they are there. */
export interface SettledNames {
  readonly posts: readonly PostToRegister[]
  readonly others: readonly string[]
  /** Writes the other names, what was said to be another, and what is to be settled later. */
  readonly remember: (tx: WriteTx, said: Said) => Promise<void>
}

/**
 * Settles which names of an agreement are of what is known or named before: a name said to be the same gives way to it. `answers` null =
 * as proposed. Throws Refused('sameness_unanswered') where one is missing.
 */
export const settleMatches = async (
  tx: WriteTx,
  named: NamedInAgreement,
  answers: SamenessAnswers | null,
): Promise<SettledNames> => {
  const questions = proposeMatches(named, await listKnownNames(tx))
  const said = answers ?? asProposed(questions)
  const open = questions.filter(({ key }) => !said.has(key)).length
  if (open > 0) throw new Refused('sameness_unanswered', { count: open })
  const rename = renamer(questions, said)
  const posts = named.posts.map((post) => rename.post(post))
  return {
    posts,
    others: [...new Set(named.others.map((name) => rename.name('organisation', name, null)))],
    remember: async (tx, by) => {
      for (const question of questions) await rememberAnswer(tx, { question, said, rename }, by)
    },
  }
}

interface Renamer {
  readonly name: (kind: SamenessKind, name: string, place: NamedPlace | null) => string
  readonly post: (post: PostToRegister) => PostToRegister
  readonly place: (place: NamedPlace) => NamedPlace
}

/** Leads each name to the one it was said to be the same as, over as many steps as it takes. */
const renamer = (questions: readonly SamenessQuestion[], said: SamenessAnswers): Renamer => {
  const isThere = (question: SamenessQuestion, place: NamedPlace | null): boolean =>
    question.place === null ||
    (place !== null &&
      nameKey(name('organisation', place.organisation, null)) ===
        nameKey(name('organisation', question.place.organisation, null)) &&
      (question.kind === 'unit' || keyOf(placeOf(place)) === keyOf(placeOf(question.place))))
  const name = (kind: SamenessKind, called: string, place: NamedPlace | null): string => {
    const question = questions.find(
      (one) => one.kind === kind && nameKey(one.name) === nameKey(called) && isThere(one, place),
    )
    const answer = question === undefined ? undefined : said.get(question.key)
    if (answer === undefined || typeof answer === 'string') return called
    return answer.same.id === null ? name(kind, answer.same.name, place) : answer.same.name
  }
  const placeOf = (place: NamedPlace): NamedPlace => ({
    organisation: name('organisation', place.organisation, null),
    plan: place.plan === null ? null : name('plan', place.plan, null),
    unit: place.unit === null ? null : name('unit', place.unit, place),
  })
  const post = (one: PostToRegister): PostToRegister => ({
    ...one,
    ...placeOf(one),
    title: name('post', one.title, one),
    holder: one.holder === null ? null : { ...one.holder, name: name('person', one.holder.name, null) },
  })
  return { name, post, place: placeOf }
}

const keyOf = ({ organisation, plan, unit }: NamedPlace): string =>
  [organisation, plan, unit].map((part) => (part === null ? '' : nameKey(part))).join('|')

interface Answered {
  readonly question: SamenessQuestion
  readonly said: SamenessAnswers
  readonly rename: Renamer
}

const rememberAnswer = async (tx: WriteTx, { question, said, rename }: Answered, by: Said): Promise<void> => {
  const { kind, name, place, candidates } = question
  const answer = said.get(question.key)
  const home = place === null ? null : rename.place(place)
  const find = (called: string) => findThing(tx, kind, called, home)
  if (answer === undefined) return
  if (typeof answer !== 'string') {
    const id = answer.same.id ?? (await find(rename.name(kind, answer.same.name, place)))
    if (id !== undefined) await insertAlias(tx, { kind, id, name }, by)
    return
  }
  const otherId = (await find(name)) ?? null
  const outcome = answer === 'later' ? 'open' : 'another'
  for (const candidate of candidates) {
    const id = candidate.id ?? (await find(rename.name(kind, candidate.name, place)))
    if (id !== undefined && id !== otherId) await rememberSameness(tx, { kind, id, name, otherId, outcome }, by)
  }
}

/** The post that is named so, by any name it and where it is have; undefined where none is known. */
export const findNamedPost = (tx: WriteTx, post: PostToRegister): Promise<string | undefined> =>
  findThing(tx, 'post', post.title, post)

/** What has the name today; a unit and a post are sought where they are. */
const findThing = async (
  tx: WriteTx,
  kind: SamenessKind,
  name: string,
  place: NamedPlace | null,
): Promise<string | undefined> => {
  if (kind === 'organisation') return parties.findOrganisation(tx, name)
  if (kind === 'plan') return parties.findPlan(tx, name)
  if (kind === 'person') return parties.findPerson(tx, name)
  const organisationId = place === null ? undefined : await parties.findOrganisation(tx, place.organisation)
  if (place === null || organisationId === undefined) return undefined
  if (kind === 'unit') return findUnit(tx, organisationId, name)
  const planId = place.plan === null ? null : await parties.findPlan(tx, place.plan)
  const unitId = place.unit === null ? null : await findUnit(tx, organisationId, place.unit)
  return planId === undefined || unitId === undefined
    ? undefined
    : parties.findPost(tx, name, { organisationId, planId, unitId })
}
