import { bare, findContact, findPartyByShortName } from './roster.ts'
import type { Roster } from './roster.ts'
import { withoutArticle } from './people.ts'

/**
 * Names as a person would: a plan by its name, a post by its plan, an abbreviation by the party it stands for.
 * "helhedsplanens ungekoordinator" → `Ungekoordinator i Fjordglimt`, "helhedsplanerne" → each plan of the activity.
 * What the agreement does not tell stays as written, without its article.
 */
export const resolveName = (written: string, roster: Roster): string[] => {
  const name = written.replace(/\s+/gu, ' ').trim()
  return (
    planNames(name, roster) ??
    postOfPlan(name, roster) ??
    shortName(name, roster) ??
    heldPost(name, roster) ?? [asWritten(name, roster)]
  )
}

/** The names of several, each once. */
export const resolveNames = (written: readonly string[], roster: Roster): string[] => [
  ...new Set(written.flatMap((name) => resolveName(name, roster))),
]

const planWord = /^(?:(?:den|de|begge|alle|hver|lokale) )*(?:boligsociale? )?helhedsplan(en|er|erne)?(?:$|[ ,])/iu

const planNames = (name: string, roster: Roster): string[] | null => {
  const key = bare(name)
  const alone = roster.allPlans.find((plan) => bare(plan) === key)
  if (alone !== undefined) return [`helhedsplanen ${alone}`]
  const found = planWord.exec(name)
  if (found === null) return null
  const named = roster.allPlans.find((plan) => key.includes(bare(plan)))
  if (named !== undefined) return [`helhedsplanen ${named}`]
  const isPlural = /^erne?$|^er$/u.test(found[1] ?? '') || /^(?:hver|begge|alle) /iu.test(name)
  const plans = roster.plans.length > 0 ? roster.plans : roster.allPlans
  if (isPlural && plans.length > 0) return plans.map((plan) => `helhedsplanen ${plan}`)
  return !isPlural && plans.length === 1 ? [`helhedsplanen ${plans[0]}`] : null
}

const postOfPlan = (name: string, roster: Roster): string[] | null => {
  const plan = roster.allPlans.find((known) => name.toLowerCase().startsWith(`${known.toLowerCase()}s `))
  const post =
    plan === undefined ? /^(?:den boligsociale )?helhedsplanens (.+)$/iu.exec(name)?.[1] : name.slice(plan.length + 2)
  if (post === undefined) return null
  const contact = findContact(roster, indefinite(post), true)
  if (contact?.post !== undefined && contact.post !== null) return [`${firstPart(contact.post)} i ${contact.plan}`]
  const only = plan ?? (roster.plans.length === 1 ? roster.plans[0] : undefined)
  return only === undefined ? null : [`${post} i ${only}`]
}

const firstPart = (post: string): string => post.split(/,| i den boligsociale /u)[0]?.trim() ?? post

const shortName = (name: string, roster: Roster): string[] | null => {
  if (!/^[\p{Lu}&]{2,5}$/u.test(name)) return null
  const party = findPartyByShortName(roster, name)
  return party === undefined ? [name] : [`${party} (${name})`]
}

const bareCommonPost =
  /^(?:den |en |denne )?(?:lokale? )?(koordinator|projektleder|projektkoordinator|leder|konsulent|medarbejder|sekretariatsleder)(?:en)?$/iu

const heldPost = (name: string, roster: Roster): string[] | null => {
  if (/\s(?:i|fra|for|på|af)\s/u.test(name)) return null
  const post = indefinite(withoutArticle(name)).replace(/^([\p{Lu}&]{2,5}) (?=\p{Ll})/u, '$1-')
  if (/erne?$/u.test(name) || post === '') return null
  const contact = findContact(roster, post, null)
  if (contact === undefined || contact.post === null) return null
  const full = firstPart(contact.post)
  const saysLess = bareCommonPost.test(name) || (!/[&-]/u.test(name) && bare(full).endsWith(bare(post)))
  const called = saysLess ? full : post
  return [contact.plan === null ? called : `${called} i ${contact.plan}`]
}

/** "koordinatoren" → "koordinator": the post without its article. */
const indefinite = (post: string): string =>
  post
    .replace(/(\p{L}{4,}(?:sk|lig|ig))e (?=\p{L}+$)/u, '$1 ')
    .replace(
      /(koordinator|leder|chef|konsulent|medarbejder|vejleder|sekretær|formand|repræsentant|rådgiver|tovholder)en$/iu,
      '$1',
    )

const asWritten = (name: string, roster: Roster): string => {
  const holders = roster.all.flatMap(({ holder }) => holder ?? [])
  const [post, person] = name.split(', ')
  const isHolder = person !== undefined && holders.some((holder) => firstWord(holder) === firstWord(person))
  return withoutArticle(isHolder && post !== undefined ? post : name)
}

const firstWord = (name: string): string => bare(name.split(' ')[0] ?? '')
