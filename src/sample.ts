import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { leaveTrace, readAs, writeAs } from './platform/database/index.ts'
import { newId } from './platform/id.ts'
import type { Platform } from './platform/platform.ts'
import { projectRoot } from './platform/root.ts'
import { type Actor, deleteSampleSubjects, requirePermission, system } from './rooms/access/index.ts'
import { agreementPolicy, deleteSampleAgreements, insertSource, listAgreements } from './rooms/agreements/index.ts'
import { deleteSampleCalendar } from './rooms/calendar/index.ts'
import { deleteSampleMeetings } from './rooms/meetings/index.ts'
import { putInForce, readContract } from './rooms/commitments/index.ts'
import {
  deleteSampleParties,
  giveDuty,
  listHeldPosts,
  type PostToRegister,
  registerPosts,
} from './rooms/parties/index.ts'
import { today } from './platform/day.ts'
import { leaveSampleEvidence } from './sample-evidence.ts'
import { loadSampleCalendar } from './sample-calendar.ts'
import { loadSampleMeetings } from './sample-meetings.ts'
import { loadSampleFamilies } from './sample-families.ts'

const sampleFolder = join(projectRoot, 'samples', 'havneby')
const contractFiles = ['boern-unge-og-familie.txt', 'uddannelse-og-job.txt']

/** The cast hold their posts from the day the sample's contracts begin. */
const firstDay = Temporal.PlainDate.from('2025-01-01')

const castFile = z.array(
  z.object({
    name: z.string(),
    post: z.string(),
    party: z.string(),
    plan: z.string().nullable(),
    unit: z.string().nullable(),
    email: z.string().nullable(),
    role: z.string().nullable(),
    duties: z.array(z.enum(['administrator', 'data_protection'])).optional(),
  }),
)

/** Loads the invented partnership Havneby where there is nothing yet: its contracts go through the reader like anyone's. Answers whether it did. */
export const loadSampleIfEmpty = async (platform: Platform): Promise<boolean> => {
  const isEmpty = await readAs(platform, system, async (tx) => {
    const day = today(platform.clock)
    return (await listAgreements(tx, day)).length === 0 && (await listHeldPosts(tx, day)).length === 0
  })
  if (!isEmpty) return false
  contractsRead ??= readContracts()
  const contracts = await contractsRead
  const cast = castFile.parse(JSON.parse(await readFile(join(sampleFolder, 'cast.json'), 'utf8')))
  await writeAs(platform, system, async (tx) => {
    for (const { bytes, read } of contracts) {
      const sourceDocumentId = newId<'source_document'>()
      const { name, mediaType, sha256 } = read.document.source
      const source = { name, mediaType, sha256, bytes, lines: read.lines }
      await insertSource(tx, {
        sourceDocumentId,
        source,
        receivedAt: platform.clock.now(),
        receivedBy: 'system',
        isSample: true,
      })
      await putInForce(tx, platform, {
        document: read.document,
        sourceDocumentId,
        isPublished: true,
        isSample: true,
        confirmedBy: 'system',
      })
    }
    const posts = await registerPosts(tx, cast.map(castPost), firstDay, true)
    for (const [index, { duties }] of cast.entries())
      for (const duty of duties ?? []) await giveDuty(tx, posts[index]?.postId ?? '', duty)
    await leaveSampleEvidence(tx, platform)
    const held = await listHeldPosts(tx, today(platform.clock))
    // Who holds several posts acts for the first unless they choose.
    const postOf = (name: string) => held.find((post) => post.name === name)?.postId ?? ''
    await loadSampleFamilies(tx, platform, sampleFolder, postOf)
    await loadSampleCalendar(tx, platform, sampleFolder, held)
    await loadSampleMeetings(tx, platform, sampleFolder)
    leaveTrace(tx, { verb: 'sample.loaded', thing: 'sample' })
  })
  return true
}

let contractsRead: ReturnType<typeof readContracts> | undefined

/** The sample's contracts, read once in a process. */
const readContracts = () =>
  Promise.all(
    contractFiles.map(async (name) => {
      const bytes = await readFile(join(sampleFolder, name))
      return { bytes, read: await readContract(bytes, name) }
    }),
  )

const castPost = (member: z.infer<typeof castFile>[number]): PostToRegister => ({
  organisation: member.party,
  kind: 'other',
  plan: member.plan,
  unit: member.unit,
  title: member.post,
  holder: { name: member.name, email: member.email, introduction: member.role },
  provisional: false,
})

/** Removes the sample partnership, its people and its agreements. What people made themselves stays. */
export const removeSample = (platform: Platform, actor: Actor): Promise<void> => {
  requirePermission(actor, agreementPolicy.removeSample)
  // Who asks is of the sample and goes with it, so the program does the work.
  return writeAs(platform, { ...system, requestId: actor.requestId ?? null }, async (tx) => {
    await deleteSampleMeetings(tx)
    await deleteSampleCalendar(tx)
    await deleteSampleSubjects(tx)
    await deleteSampleAgreements(tx)
    await deleteSampleParties(tx)
    leaveTrace(tx, { verb: 'sample.removed', thing: 'sample', about: actor.personId })
  })
}
