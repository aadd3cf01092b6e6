import { readAs, type ReadTx } from '../../src/platform/database/index.ts'
import type { Day } from '../../src/platform/day.ts'
import { visitor } from '../../src/rooms/access/index.ts'
import { knownOn, listAgreements, listProposals, seeAround, stateOfProposal } from '../../src/rooms/agreements/index.ts'
import { findVersionOn, listVersions } from '../../src/rooms/agreements/agreement.queries.ts'
import { listJournal } from '../../src/rooms/agreements/journal/journal.queries.ts'
import { documentHash } from '../../src/rooms/agreements/sign-off/canonical-json.rules.ts'
import { listSigningParties } from '../../src/rooms/agreements/sign-off/signature.queries.ts'
import { listAnchoringPlans } from '../../src/rooms/commitments/anchoring.queries.ts'
import { loadContacts } from '../../src/rooms/commitments/contacts/load-contacts.ts'
import { listOwedPromises } from '../../src/rooms/commitments/owed-promises.ts'
import { loadPostWork } from '../../src/rooms/commitments/post-work.ts'
import { listAgreementsOn } from '../../src/rooms/commitments/web/list-agreements-on.ts'
import { loadPromise } from '../../src/rooms/commitments/web/load-promise.ts'
import { getPost, holdingOn, listHolders, listHoldersOfPost } from '../../src/rooms/parties/index.ts'
import type { UnitBranch } from '../../src/rooms/parties/register.ts'
import { listRegister } from '../../src/rooms/parties/register.queries.ts'
import { treeOf } from '../../src/rooms/parties/register.rules.ts'
import type { Aspect, World } from './history-world.ts'

/** What the pages tell of a day, in lines that can be compared. */
export type Answers = Readonly<Record<Aspect, readonly string[]>>

/** Asks everything of a day, by the functions behind the pages, with what is known in this world now. */
export const answersOn = async (world: World, day: Day): Promise<Answers> => {
  const { platform, lead } = world
  const contacts = [...(await contactsOn(world, day)), ...(await publishedOn(world, day))]
  return readAs(platform, lead, async (tx) => ({
    contacts: [...contacts, ...(await peopleOn(tx, day))],
    register: await placesOn(tx, day),
    ...(await agreementsOn(tx, day)),
    promises: await promisesOn(tx, day),
  }))
}

const wholeList = { sought: '', grouping: 'party', activity: '', from: 0, most: null } as const

const line = (...parts: readonly (string | number | boolean | null | undefined)[]): string => parts.join(' | ')

/** Who holds what under which name. Posts nobody holds are left out: a post has no first day of its own. */
const contactsOn = async ({ platform, lead }: World, day: Day): Promise<string[]> => {
  const { contacts } = await loadContacts(platform, lead, { ...wholeList, day }, 'names and numbers')
  return contacts
    .filter(({ holder }) => holder !== null)
    .map(({ title, organisation, plan, unit, holder }) =>
      line('contact', title, organisation, plan, unit, holder?.name),
    )
    .toSorted()
}

const publishedOn = async ({ platform }: World, day: Day): Promise<string[]> => {
  const { contacts } = await loadContacts(platform, visitor, { ...wholeList, day }, 'names and numbers')
  return contacts
    .filter(({ holder }) => holder !== null)
    .map(({ title, organisation, unit, holder }) => line('published', title, organisation, unit, holder?.name))
    .toSorted()
}

const peopleOn = async (tx: ReadTx, day: Day): Promise<string[]> => {
  const holders = (await listHolders(tx, day, day)).filter(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
  const posts = []
  for (const { postId } of holders) {
    const { title, organisation, unit } = await getPost(tx, postId, day)
    const holder = holdingOn(await listHoldersOfPost(tx, postId, { from: null }), day)
    posts.push(line('post', title, organisation, unit, holder?.name, holder?.from.toString()))
  }
  const people = holders.map((one) => line('person', one.name, one.title, one.organisation, one.unit))
  return [...people, ...posts].toSorted()
}

/** Where in the register each post stands that somebody holds. */
const placesOn = async (tx: ReadTx, day: Day): Promise<string[]> => {
  const lines: string[] = []
  const walk = (path: string, branch: Pick<UnitBranch, 'posts' | 'units'>) => {
    for (const { title, holder } of branch.posts) if (holder !== null) lines.push(line(path, title, holder))
    for (const unit of branch.units) walk(`${path} / ${unit.name}`, unit)
  }
  for (const organisation of treeOf(await listRegister(tx, day))) walk(organisation.name, organisation)
  return lines.toSorted()
}

const agreementsOn = async (tx: ReadTx, day: Day) => {
  const lines: Record<'agreements' | 'signatures' | 'proposals' | 'anchoring' | 'journal', string[]> = {
    agreements: [],
    signatures: [],
    proposals: [],
    anchoring: [],
    journal: [],
  }
  const standing = new Set((await listAgreementsOn(tx, { day, isOfAnotherDay: true })).map(({ slug }) => slug))
  for (const { slug } of await listAgreements(tx, day)) {
    lines.proposals.push(...(await proposalsTo(tx, slug, day)))
    lines.journal.push(...(await journalOf(tx, slug, day)))
    if (!standing.has(slug)) continue
    const version = await findVersionOn(tx, slug, day)
    if (version === undefined) throw new Error('An agreement in force has no version')
    const known = knownOn(await listVersions(tx, slug), day).map(({ number }) => number)
    lines.agreements.push(line(slug, version.number, documentHash(version.document), `of ${known.join()}`))
    const { confirmed, parties } = await seeAround(tx, version, day)
    lines.signatures.push(line(slug, confirmed, parties))
    for (const { organisation, signature } of await listSigningParties(tx, version.agreementVersionId, day))
      lines.signatures.push(line(slug, organisation, signature?.name, signature?.post, signature?.signedAt.toString()))
    const plans = await listAnchoringPlans(tx, [version.agreementVersionId], day)
    for (const plan of plans.get(version.agreementVersionId)?.values() ?? [])
      lines.anchoring.push(line(slug, plan.activityId, plan.takenOverBy, plan.state, plan.number))
  }
  return lines
}

const proposalsTo = async (tx: ReadTx, slug: string, day: Day): Promise<string[]> => {
  const version = await findVersionOn(tx, slug, day)
  const proposals = await listProposals(tx, version?.agreementId ?? '', day)
  return proposals.map((proposal) => line(slug, proposal.number, proposal.title, stateOfProposal(proposal)))
}

const journalOf = async (tx: ReadTx, slug: string, day: Day): Promise<string[]> =>
  (await listJournal(tx, day, slug)).map(({ happenedOn, theme }) => line(slug, happenedOn.toString(), theme)).toSorted()

/** Every promise in force with how it stands, what its own page tells, and whose it is. */
const promisesOn = async (tx: ReadTx, day: Day): Promise<string[]> => {
  const { promises } = await listOwedPromises(tx, day, null)
  const lines: string[] = []
  for (const { commitment, standing } of promises) {
    const { commitmentId, text, notation, owedBy } = commitment
    lines.push(line('promise', commitmentId, text, notation, owedBy.join(), JSON.stringify(standing)))
    const page = await loadPromise(tx, commitmentId, day)
    const done = page.evidence.map(({ happenedOn, quantity, isCancelled }) => line(happenedOn, quantity, isCancelled))
    lines.push(line('page', commitmentId, JSON.stringify(page.standing), done.join('; '), page.goesOn?.version))
  }
  const held = (await listHolders(tx, day)).filter(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
  const [first] = held.toSorted((one, other) => (one.postId < other.postId ? -1 : 1))
  if (first !== undefined) {
    const work = await loadPostWork(tx, await getPost(tx, first.postId, day), day)
    lines.push(
      line('work', first.title, ...work.promises.map(({ commitment, share }) => `${commitment.text} ${share}`)),
    )
  }
  return lines
}
