import { parseArgs } from 'node:util'
import { configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import { today } from '../platform/day.ts'
import { Fault } from '../platform/fault.ts'
import { newId } from '../platform/id.ts'
import { system } from '../rooms/access/index.ts'
import { type Duty, findTypedDay, invitationUrl, invitePerson } from '../rooms/parties/index.ts'
import { terminalLanguage } from './explain-refusal.ts'
import type { Io } from './io.ts'
import { withPlatform } from './open-platform.ts'

const help = `Usage: brobyg invite --name NAME --mail ADDRESS --post TITLE --organisation NAME [settings]

Invites a person to a post and prints the link to hand to them: it works once, for 14 days. With
SMTP_URL set the link is mailed too. This is how the first administrator of an installation gets in,
and how somebody who lost every way in gets a new one; all others are invited on the page. The pages
may be served meanwhile.

  --plan NAME        the plan the post serves
  --unit NAME        the unit the post is in
  --from DAY         the first day of the post, such as 2026-12-01 (today)
  --duty DUTY        administrator or data_protection: gives the post the duty too
  --replace          the person replaces whoever holds the post

${configHelp}
`

const options = {
  ...configFlagOptions,
  name: { type: 'string' },
  mail: { type: 'string' },
  post: { type: 'string' },
  organisation: { type: 'string' },
  plan: { type: 'string' },
  unit: { type: 'string' },
  from: { type: 'string' },
  duty: { type: 'string' },
  replace: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** `brobyg invite`: somebody gets a link to a post, the first administrator for one. */
export const runInvite = async (args: string[], io: Io): Promise<number> => {
  const { values } = parseArgs({ args, options })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const config = readConfig(io.environment, values)
  const asked = {
    invitationId: newId<'invitation'>(),
    name: needed(values.name, 'name'),
    email: needed(values.mail, 'mail'),
    samePerson: 'only_namesake',
    post: {
      title: needed(values.post, 'post'),
      organisation: needed(values.organisation, 'organisation'),
      kind: 'other',
      plan: values.plan ?? null,
      unit: values.unit ?? null,
    },
    present: values.replace === true ? 'is_replaced' : 'keeps_it',
    duty: readDuty(values.duty),
  } as const
  const from = values.from === undefined ? null : readDay(values.from)
  const { token } = await withPlatform(config, (platform) => {
    const form = { ...asked, from: from ?? today(platform.clock) }
    return invitePerson(platform, system, form, terminalLanguage(io.environment))
  })
  if (token !== null) io.stdout.write(`${invitationUrl(config.baseUrl, token)}\n`)
  return 0
}

const needed = (value: string | undefined, flag: string): string => {
  const text = value?.normalize('NFC').trim() ?? ''
  if (text === '') throw new Fault(`Give --${flag}. Run brobyg invite --help to see how it is used.`)
  return text
}

const readDuty = (text: string | undefined): Duty | null => {
  if (text === undefined || text === 'administrator' || text === 'data_protection') return text ?? null
  throw new Fault(`--duty must be administrator or data_protection, not "${text}".`)
}

const readDay = (text: string) => {
  const day = findTypedDay(text)
  if (day === undefined) throw new Fault(`--from must be a day such as 2026-12-01, not "${text}".`)
  return day
}
