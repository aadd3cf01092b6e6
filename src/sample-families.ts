import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { WriteTx } from './platform/database/index.ts'
import { type Day, today } from './platform/day.ts'
import type { Platform } from './platform/platform.ts'
import { insertSampleFamilies, type SampleFamily } from './rooms/access/index.ts'

const daysAgo = z.number().int().nonnegative()

const familiesFile = z.array(
  z.object({
    registeredBy: z.string(),
    registeredDaysAgo: daysAgo,
    people: z.array(
      z.object({
        called: z.string(),
        age: z.number().nullable(),
        mail: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    ),
    guardians: z.array(z.object({ child: z.string(), guardian: z.string(), holdsCustody: z.boolean() })),
    consents: z.array(
      z.object({
        about: z.string(),
        with: z.string(),
        dataKinds: z.array(z.string()),
        consentPurpose: z.string(),
        purpose: z.string(),
        isMaterial: z.boolean(),
        fromDaysAgo: daysAgo,
        lastsDays: z.number().int().positive(),
        answers: z.array(
          z.object({
            giver: z.string(),
            how: z.enum(['paper', 'spoken', 'signed_link']),
            daysAgo,
            withdrawnDaysAgo: daysAgo.nullable(),
          }),
        ),
      }),
    ),
  }),
)

type FamilyInFile = z.infer<typeof familiesFile>[number]

/** Loads the sample's invented families, whose consents stand differently; days are told from today, so that they stay so. */
export const loadSampleFamilies = async (
  tx: WriteTx,
  platform: Platform,
  folder: string,
  postOf: (name: string) => string,
): Promise<void> => {
  const families = familiesFile.parse(JSON.parse(await readFile(join(folder, 'families.json'), 'utf8')))
  const day = today(platform.clock)
  await insertSampleFamilies(
    tx,
    families.map((family) => toFamily(family, day, postOf)),
  )
}

const toFamily = (family: FamilyInFile, day: Day, postOf: (name: string) => string): SampleFamily => ({
  registeredPostId: postOf(family.registeredBy),
  registeredOn: day.subtract({ days: family.registeredDaysAgo }),
  people: family.people.map(({ age, ...person }) => ({ ...person, birthMonth: birthMonthOf(age, day) })),
  guardians: family.guardians,
  consents: family.consents.map(({ with: receiver, fromDaysAgo, lastsDays, answers, ...consent }) => {
    const from = day.subtract({ days: fromDaysAgo })
    return {
      ...consent,
      during: { from, to: from.add({ days: lastsDays }) },
      circle: [
        { postId: postOf(family.registeredBy), organisationId: null, side: 'shares' },
        { postId: postOf(receiver), organisationId: null, side: 'receives' },
      ],
      answers: answers.map((answer) => ({
        giver: answer.giver,
        how: answer.how,
        givenOn: day.subtract({ days: answer.daysAgo }),
        withdrawnOn: answer.withdrawnDaysAgo === null ? null : day.subtract({ days: answer.withdrawnDaysAgo }),
      })),
    }
  }),
})

/** Born so that they turned this old a few months ago; null = of age. */
const birthMonthOf = (age: number | null, day: Day): string | null =>
  age === null ? null : day.toPlainYearMonth().subtract({ years: age, months: 3 }).toString()
