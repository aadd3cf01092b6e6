import { z } from 'zod'
import { partyKinds, sectionKinds } from '../agreement-format.ts'

/** The stretches a filled form falls into, in the order a form prints them. */
const formParts = [
  'cover',
  'contents',
  'preamble',
  'overall',
  'areaName',
  'validity',
  'goals',
  'policyGoals',
  'sharedActivities',
  'parties',
  'frame',
  'coordination',
  'activities',
  'otherParties',
  'otherActivities',
  'attachments',
  'signatures',
] as const

export type FormPart = (typeof formParts)[number]

const words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) })
const wordings = z.array(z.string().min(1)).min(1)

/**
 * One question of the template. `name` is what people call it among themselves; `help` is said beside it to whoever writes a
 * new agreement. A question that is `isUsual` is missed when it has no answer; the others may be left out.
 */
const question = z.strictObject({
  kind: z.enum(sectionKinds),
  name: z.string().min(1),
  isUsual: z.boolean(),
  help: words,
  wordings,
})

/**
 * A form as data: what its parts and questions are called, in order, and what is said beside them. The first wording is what a
 * new agreement prints; any of them will do when one is read: spelling, case, order and extra words may differ.
 */
export const formTemplate = z.strictObject({
  /** Name and version: an agreement keeps the one it was written by. A change of what is asked is a new version. */
  id: z.string().regex(/^[a-z-]+\/\d+$/),
  version: z.int().min(1),
  /** `activities`: an overall part, then the questions of each activity. `sub_agreements`: chapters, and a sub-agreement for each focus area. */
  layout: z.enum(['activities', 'sub_agreements']),
  name: words,
  about: words,
  /** What the document calls itself on its cover. */
  documentTitles: wordings,
  parts: z.array(z.strictObject({ part: z.enum(formParts), help: words.nullable(), wordings })),
  /** What the chapters about the cooperation as a whole are called together; null where there are none. */
  wholeTitle: z.string().nullable(),
  whole: z.array(question),
  subAgreement: z
    .strictObject({
      /** Words that open the title of a sub-agreement ("Delaftale 2: …"). */
      titles: wordings,
      /** Headings above all of them. */
      chapterWordings: wordings,
      questions: z.array(question).min(1),
    })
    .nullable(),
  /** The questions of each activity. */
  questions: z.array(question).min(1),
  partyHeadings: z.array(z.strictObject({ kind: z.enum(partyKinds), wordings })),
  /** Labels of a cell or line whose answer is an activity's name. */
  activityNameLabels: wordings,
  /** Words that open the title of an activity inside another. */
  subActivityWords: wordings,
  /** Instructions printed in the form that ask for nothing. */
  instructions: z.array(z.string()),
})

export type FormTemplate = z.infer<typeof formTemplate>
export type FormQuestion = z.infer<typeof question>
