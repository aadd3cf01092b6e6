import { readFile } from 'node:fs/promises'
import { addMerge } from './merge-things.ts'
import { addFollowed } from './followed.ts'
import { join } from 'node:path'
import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { newId } from '../../src/platform/id.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { beginDraft, insertSource, proposeChange } from '../../src/rooms/agreements/index.ts'
import { putInForce, readSource } from '../../src/rooms/commitments/index.ts'
import { insertContractLook } from '../../src/rooms/commitments/contract-look.queries.ts'
import { invitePerson, listHoldersOfPost, noteHandover } from '../../src/rooms/parties/index.ts'
import { addSeries, seasonOf, signUpFor, venueOf } from './calendar-things.ts'
import { addGroup, type GroupThings, meetingCanaries, neighbourMeetingCanaries } from './meeting-things.ts'
import { addKnown } from './known-things.ts'
import { addNote } from './note-things.ts'
import { addPoll, type PollThings } from './poll-things.ts'
import { actorNamed, cookieOf } from './people.ts'

/** The things that are asked for. `hidden` is an agreement that is not published; `otherParty` and `volunteer` have no part in it; `officer` reads it. */
export interface Things extends GroupThings, PollThings {
  readonly publishedSlug: string
  readonly publishedVersion: string
  readonly publishedSource: string
  readonly publishedPromise: string
  readonly publishedReservation: string
  readonly publishedEvidence: string
  readonly publishedEntry: string
  readonly hiddenSlug: string
  readonly hiddenVersion: string
  readonly hiddenSource: string
  readonly hiddenPromise: string
  readonly hiddenClause: string
  /** What the party proposes to change in the hidden agreement. */
  readonly hiddenProposal: string
  readonly draft: string
  readonly partySession: string
  readonly party: string
  /** A child whose guardian agreed that the volunteer may know of them, that guardian, and one of another family. */
  readonly child: string
  readonly guardian: string
  readonly otherGuardian: string
  readonly consent: string
  /** Somebody invited to a post, who has not said yes: the post as they hold it. */
  readonly invited: string
  /** The post the party acts for, and the party's holding of it, with a word said for whoever comes next. */
  readonly post: string
  readonly holding: string
  /** Two organisations that were made one. */
  readonly merge: string
  /** A post that the published agreement names, and who holds it without a mail address. */
  readonly contactPost: string
  readonly contactPerson: string
  /** The party's own post as they hold it. */
  readonly partyHolder: string
  /** An answer about an entry, that waits for the lead. */
  readonly contactAnswer: string
  /** What the party arranges and shows to everyone, what it plans and shows to those who take part, and a time of each. */
  readonly shownSeries: string
  readonly shownTime: string
  readonly keptVenue: string
  /** A booking of it that waits for an answer. */
  readonly askedBooking: string
  readonly signUp: string
  readonly plannedSeries: string
  readonly plannedTime: string
  /** The sample's season, and a wish of the party's for it. */
  readonly season: string
  readonly seasonWish: string
  /** The whole partnership as the lead took it out, and that lead. */
  readonly leadExport: string
  readonly lead: string
  /** A calendar elsewhere that the party follows, and something that came from it. */
  readonly followed: string
  /** Whose calendar elsewhere is known: the party's. */
  readonly knownOf: string
  readonly takenSeries: string
}

/** Words that stand in one thing alone: where they are seen, it was seen. */
export const canaries = {
  hidden: 'KANARIEFUGL-SKJULT',
  draft: 'KANARIEFUGL-UDKAST',
  note: 'KANARIEFUGL-NOTE',
  source: 'KANARIEFUGL-KILDE',
  mail: 'kanariefugl@havneby.example',
  child: 'KANARIEFUGL-BARN',
  guardian: '+45 00 00 77 01',
  handover: 'KANARIEFUGL-OVERDRAGELSE',
  plan: 'KANARIEFUGL-PLANLAGT',
  guest: 'KANARIEFUGL-TILMELDT',
  wish: 'KANARIEFUGL-OENSKE',
  archive: 'KANARIEFUGL-AFLEVERING',
  ...meetingCanaries,
  poll: 'KANARIEFUGL-AFSTEMNING',
  knownHost: 'kanariefugl-kalender.example',
} as const

/** The same in the municipality beside this one, where nobody here may see anything. */
export const neighbourCanaries = {
  hidden: 'NABOFUGL-SKJULT',
  draft: 'NABOFUGL-UDKAST',
  note: 'NABOFUGL-NOTE',
  source: 'NABOFUGL-KILDE',
  mail: 'nabofugl@havneby.example',
  child: 'NABOFUGL-BARN',
  guardian: '+45 00 00 77 02',
  handover: 'NABOFUGL-OVERDRAGELSE',
  plan: 'NABOFUGL-PLANLAGT',
  wish: 'NABOFUGL-OENSKE',
  guest: 'NABOFUGL-TILMELDT',
  archive: 'NABOFUGL-AFLEVERING',
  ...neighbourMeetingCanaries,
  poll: 'NABOFUGL-AFSTEMNING',
  knownHost: 'nabofugl-kalender.example',
} as const

type Canaries = Readonly<Record<keyof typeof canaries, string>>

/** Makes what is asked for, each with a word of its own in it. */
export const makeThings = async (platform: Platform, url: string, words: Canaries): Promise<Things> => {
  const schema = platform.database.schema
  const one = async (query: string): Promise<string> => {
    const [row] = await runSqlAsOwner<{ id: string }>(url, query.replaceAll('@', `"${schema}".`))
    if (row === undefined) throw new Error(`Nothing found by ${query}`)
    return row.id
  }
  const hiddenSlug = await addHidden(platform, words)
  const publishedSlug = 'havneby-boern-unge-og-familie'
  const versionOf = (slug: string) =>
    one(
      `select v.agreement_version_id as id from @agreement_version v join @agreement a using (agreement_id) where a.slug = '${slug}'`,
    )
  const sourceOf = (version: string) =>
    one(`select source_document_id as id from @agreement_version where agreement_version_id = '${version}'`)
  const promiseOf = (version: string) =>
    one(
      `select commitment_id as id from @commitment where agreement_version_id = '${version}' order by position limit 1`,
    )
  const [publishedVersion, hiddenVersion] = [await versionOf(publishedSlug), await versionOf(hiddenSlug)]
  const party = await actorNamed(platform, 'Ida Holt')
  await cookieOf(platform, party)
  const publishedPromise = await promiseOf(publishedVersion)
  const subjectOf = (called: string) =>
    one(`select data_subject_id as id from @data_subject where called = '${called}'`)
  const [child, guardian, otherGuardian] = [await subjectOf('Noor'), await subjectOf('Amal'), await subjectOf('Tove')]
  await one(
    `update @data_subject set called = '${words.child}' where data_subject_id = '${child}' returning data_subject_id as id`,
  )
  await one(
    `update @data_subject set phone = '${words.guardian}' where data_subject_id = '${guardian}' returning data_subject_id as id`,
  )
  await one(`insert into @subject_request (subject_request_id, data_subject_id, kind, text, received_at)
    values (gen_random_uuid(), '${guardian}', 'correction', 'Ret stavningen', now()) returning subject_request_id as id`)
  const invited = await addInvited(platform, words.mail)
  const shown = await addSeries(platform, party, { title: 'Fælles gåtur', isPublished: true })
  const planned = await addSeries(platform, party, { title: words.plan, isPublished: false })
  const timeOf = (series: string) =>
    one(`select occurrence_id as id from @occurrence where series_id = '${series}' order by starts_at limit 1`)
  const heldBy = (name: string, column: string) =>
    one(
      `select h.${column} as id from @holder h join @person p using (person_id) where p.name = '${name}' order by h.holder_id limit 1`,
    )
  const lead = (await actorNamed(platform, 'Pernille Skovgaard')).personId ?? ''
  return {
    publishedSlug,
    lead,
    leadExport: await one(
      `insert into @partnership_export (partnership_export_id, asked_by, stood_on, language, asked_at, steps, finished_at, archive, sha256)
       values (gen_random_uuid(), '${lead}', '2026-11-20', 'da', now(), 1, now(), '${words.archive}', 'x') returning partnership_export_id as id`,
    ),
    publishedVersion,
    publishedSource: await sourceOf(publishedVersion),
    publishedPromise,
    publishedReservation: await one(
      `select reservation_id as id from @reservation where agreement_version_id = '${publishedVersion}' limit 1`,
    ),
    publishedEntry: await one(
      `select journal_entry_id as id from @journal_entry j join @agreement using (agreement_id) where slug = '${publishedSlug}' limit 1`,
    ),
    publishedEvidence: await addNote(platform, party, { commitmentId: publishedPromise, note: words.note }),
    ...(await venueOf(one, shown)),
    signUp: await signUpFor(one, await timeOf(shown), words.guest),
    hiddenSlug,
    hiddenVersion,
    hiddenSource: await sourceOf(hiddenVersion),
    hiddenPromise: await promiseOf(hiddenVersion),
    hiddenClause: await one(
      `select clause_id as id from @clause where agreement_version_id = '${hiddenVersion}' limit 1`,
    ),
    hiddenProposal: await addProposal(platform, party, { slug: hiddenSlug, baseVersionId: hiddenVersion }),
    draft: await addDraft(platform, party, words.draft),
    partySession: await one(`select session_id as id from @session where person_id = '${party.personId}' limit 1`),
    party: party.personId ?? '',
    child,
    guardian,
    otherGuardian,
    consent: await one(
      `select consent_id as id from @consent where data_subject_id = '${child}' and consent_purpose = 'guide'`,
    ),
    ...(await addHandover(platform, party, words.handover)),
    shownSeries: shown,
    shownTime: await timeOf(shown),
    plannedSeries: planned,
    plannedTime: await timeOf(planned),
    ...(await addFollowed(one, planned)),
    knownOf: await addKnown(one, party.personId ?? '', words.knownHost),
    ...(await seasonOf(one, words.wish)),
    ...(await addPoll({ platform, party }, one, words.poll)),
    merge: await addMerge(platform),
    ...(await addGroup(
      platform,
      await actorNamed(platform, 'Ida Holt'),
      await actorNamed(platform, 'Yusuf Demir'),
      words,
    )),
    invited,
    contactPost: await heldBy('Trine Dalsgaard', 'post_id'),
    contactPerson: await heldBy('Trine Dalsgaard', 'person_id'),
    partyHolder: await heldBy('Ida Holt', 'holder_id'),
    contactAnswer: await one(
      `insert into @contact_answer values (gen_random_uuid(), '${invited}', true, null, now(), null) returning contact_answer_id as id`,
    ),
  }
}

/** What the party said for whoever comes next, and their first look at an agreement. */
const addHandover = async (platform: Platform, party: Actor, word: string) => {
  const [postId, personId] = [party.postId ?? '', party.personId ?? '']
  const holdings = await readAs(platform, party, (tx) => listHoldersOfPost(tx, postId, { from: null }))
  const holderId = holdings.find((one) => one.personId === personId)?.holderId ?? ''
  const said = { thing: 'promise', ref: 'x', note: word, isHandedOver: true } as const
  await noteHandover(platform, party, { postId, holderId, ...said })
  await keepHouse(platform, party, (tx) => insertContractLook(tx, { personId, postId, at: platform.clock.now() }))
  return { post: postId, holding: holderId }
}

const addInvited = async (platform: Platform, email: string): Promise<string> => {
  const post = {
    title: 'ventende vikar',
    organisation: 'Sundstrand Kommune',
    kind: 'other',
    plan: null,
    unit: null,
  } as const
  const from = Temporal.PlainDate.from('2026-11-01')
  const person = { invitationId: newId<'invitation'>(), name: 'Vera Ventende', email, samePerson: null }
  const form = { ...person, post, from, present: 'keeps_it', duty: null } as const
  const { holderId } = await invitePerson(platform, system, form, 'da')
  return holderId ?? ''
}

const addProposal = (platform: Platform, party: Actor, at: { slug: string; baseVersionId: string }): Promise<string> =>
  proposeChange(platform, party, {
    ...at,
    place: 'a1/ny',
    words: { heading: 'Mere', text: 'Parterne mødes en gang om måneden.' },
    title: 'Vi mødes mere',
    reason: '',
    wantedFromOn: null,
  })

const hiddenFile = join(projectRoot, 'samples', 'havneby', 'uddannelse-og-job.txt')
const read = async (word: string) => {
  const bytes = await readFile(hiddenFile)
  const { document, lines } = await readSource(bytes, 'uddannelse-og-job.txt')
  return { bytes, document, lines: [...lines, { number: lines.length + 1, text: word, page: null }] }
}

/** The second contract of the sample once more, not published. */
const addHidden = async (platform: Platform, words: Canaries): Promise<string> => {
  const { bytes, document, lines } = await read(words.source)
  const sourceDocumentId = newId<'source_document'>()
  const receivedAt = platform.clock.now()
  const { name, mediaType, sha256 } = document.source
  const focusArea = `${document.focusArea} ${words.hidden}`
  return keepHouse(platform, system, async (tx) => {
    const source = { name, mediaType, sha256, bytes, lines }
    await insertSource(tx, { sourceDocumentId, source, receivedAt, receivedBy: 'system', isSample: false })
    return putInForce(tx, platform, {
      document: { ...document, focusArea, title: `${document.title} ${words.hidden}` },
      sourceDocumentId,
      isPublished: false,
      isSample: false,
      confirmedBy: 'system',
    })
  })
}

const addDraft = async (platform: Platform, party: Actor, word: string): Promise<string> => {
  const { bytes, document, lines } = await read(word)
  const { name, mediaType, sha256 } = document.source
  const source = { name, mediaType, sha256, bytes, lines }
  return beginDraft(platform, party, {
    source,
    document: { ...document, title: word, focusArea: word },
  })
}
