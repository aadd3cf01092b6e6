import { join, resolve } from 'node:path'
import { Fault } from './fault.ts'
import { type MailInSettings, readMailInSettings } from './mail/mail-in-settings.ts'
import { findNetwork } from './fetch/reachable.ts'
import { projectRoot } from './root.ts'

/** Everything that can be set from outside. Read once, here, and passed on. */
export interface Config extends MailInSettings {
  /** The port the pages are served on. */
  readonly port: number
  /** The network address the pages are served on; only this machine unless set. */
  readonly host: string
  /** The address people use, without a slash at the end. */
  readonly baseUrl: string
  /** Absolute path of the folder that holds everything to back up. */
  readonly dataFolder: string
  /** Address of a PostgreSQL of one's own; null = the one that comes along, under the data folder. */
  readonly databaseUrl: string | null
  /** The PostgreSQL schema that holds this municipality's tables. */
  readonly municipality: string
  /** Address of the mail server, with user and password where it asks for them; null = mails are kept and not sent. */
  readonly smtpUrl: string | null
  /** Whom mails are from. */
  readonly mailFrom: string
  /** How many proxies stand in front and tell in X-Forwarded-For whom they heard from. */
  readonly trustedProxies: number
  /** The password of /metrics and /readyz; null = they are not there. */
  readonly probeToken: string | null
  /** Absolute path of the folder nightly backups are put in; null = none are made. */
  readonly backupFolder: string | null
  /** How many backups are kept there. */
  readonly backupsKept: number
  /** Words backups are encrypted with; null = a key file is used. */
  readonly backupPassphrase: string | null
  /** Absolute path of the file whose contents backups are encrypted with; null = the one in the data folder, made when needed. */
  readonly backupKeyFile: string | null
  /** Absolute path of the file that names the organisations' own identity providers; null = there are none. */
  readonly identityProvidersFile: string | null
  /** Origins of push services besides those of the browsers' makers. */
  readonly pushServices: readonly string[]
  /** Networks on which calendars may be fetched though they are not of the open internet: `10.2.0.0/16`. */
  readonly fetchNetworks: readonly string[]
  /** True under NODE_ENV=production, where nobody may sign in as the invented cast. */
  readonly isProduction: boolean
}

/** Flags of the command line, as they override the environment. */
export interface ConfigFlags {
  port?: string | undefined
  host?: string | undefined
  data?: string | undefined
  'database-url'?: string | undefined
}

/** The flags every command that opens the database takes, for `parseArgs`. */
export const configFlagOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'database-url': { type: 'string' },
} as const

/** How the settings are told in `--help`. */
export const configHelp = `Settings (a flag wins over the environment):
  --port N           PORT                port of the pages, 1-65535 (3000)
  --host ADDRESS     HOST                network address to serve on (127.0.0.1: this machine only)
  --data FOLDER      BROBYG_DATA         folder that holds the data (data, beside the program)
  --database-url U   DATABASE_URL        a PostgreSQL of your own, 15 or newer (one comes along)
                     BROBYG_URL          address people use (http://localhost:PORT)
                     BROBYG_MUNICIPALITY schema of the municipality's tables (havneby)
                     SMTP_URL            mail server, smtp://user:password@host:587 (mails are kept, not sent)
                     MAIL_FROM           whom mails are from (Brobyg <brobyg@HOST of BROBYG_URL>)
                     IMAP_URL            mailbox answers come into, imaps://user:password@host/INBOX (none)
                     MAIL_WEBHOOK_SECRET words that sign mails handed in at /post/ind, at least 32 letters (no door)
                     MAIL_REPLY_TO       address of that mailbox, of which svar+...@ are too (svar@HOST, with one of the two)
                     BROBYG_TRUSTED_PROXIES
                                         proxies in front whose X-Forwarded-For is believed (0)
                     BROBYG_PROBE_TOKEN  password of /metrics and /readyz (they are not there)
                     BROBYG_BACKUP       no: no nightly backup is made
                     BROBYG_BACKUP_DIR   folder of the nightly backups (backups in the data folder; none with DATABASE_URL)
                     BROBYG_BACKUP_KEEP  how many of them are kept (7)
                     BROBYG_BACKUP_PASSPHRASE  words that encrypt backups, at least 12 characters
                     BROBYG_BACKUP_KEY   file whose contents encrypt them (backup.key in the data folder, made when needed)
                     BROBYG_IDENTITY_PROVIDERS
                                         file of OpenID Connect and SAML providers to sign in through (none)
                     BROBYG_PUSH_SERVICES
                                         origins of push services besides the browsers' own, with spaces between (none)
                     BROBYG_FETCH_NETWORKS
                                         networks of your own where calendars may be fetched, 10.2.0.0/16,… (none)
                     NODE_ENV            production: nobody may sign in as the invented cast`

/** Reads and checks all settings. Throws Fault naming the setting that cannot be used. */
export const readConfig = (environment: NodeJS.ProcessEnv, flags: ConfigFlags = {}): Config => {
  const port = readPort(flags.port ?? given(environment['PORT']) ?? '3000')
  const baseUrl = readBaseUrl(given(environment['BROBYG_URL']) ?? `http://localhost:${port}`)
  const dataFolder = readDataFolder(flags.data ?? given(environment['BROBYG_DATA']))
  const databaseUrl = readDatabaseUrl(flags['database-url'] ?? given(environment['DATABASE_URL']))
  return {
    port,
    host: flags.host ?? given(environment['HOST']) ?? '127.0.0.1',
    baseUrl,
    dataFolder,
    databaseUrl,
    municipality: readMunicipality(given(environment['BROBYG_MUNICIPALITY']) ?? 'havneby'),
    smtpUrl: readSmtpUrl(given(environment['SMTP_URL'])),
    mailFrom: readMailFrom(given(environment['MAIL_FROM']) ?? `Brobyg <brobyg@${new URL(baseUrl).hostname}>`),
    ...readMailInSettings(environment, new URL(baseUrl).hostname),
    trustedProxies: readTrustedProxies(given(environment['BROBYG_TRUSTED_PROXIES']) ?? '0'),
    probeToken: readProbeToken(given(environment['BROBYG_PROBE_TOKEN'])),
    ...readBackupSettings(environment, databaseUrl === null ? join(dataFolder, 'backups') : null),
    identityProvidersFile: readPath(given(environment['BROBYG_IDENTITY_PROVIDERS'])),
    pushServices: readOrigins(given(environment['BROBYG_PUSH_SERVICES']) ?? ''),
    fetchNetworks: readNetworks(given(environment['BROBYG_FETCH_NETWORKS']) ?? ''),
    isProduction: environment['NODE_ENV'] === 'production',
  }
}

/** The settings as they may be shown: without passwords. */
export const shownConfig = (config: Config): Record<string, string | number | boolean | null> => ({
  ...config,
  fetchNetworks: config.fetchNetworks.length === 0 ? null : config.fetchNetworks.join(', '),
  databaseUrl: config.databaseUrl === null ? null : withoutPassword(config.databaseUrl),
  smtpUrl: config.smtpUrl === null ? null : withoutPassword(config.smtpUrl),
  imapUrl: config.imapUrl === null ? null : withoutPassword(config.imapUrl),
  mailWebhookSecret: config.mailWebhookSecret === null ? null : '***',
  pushServices: config.pushServices.join(' '),
  probeToken: config.probeToken === null ? null : '***',
  backupPassphrase: config.backupPassphrase === null ? null : '***',
})

/** An address of a server that may be printed. */
export const withoutPassword = (address: string): string => {
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  if (url.searchParams.has('password')) url.searchParams.set('password', '***')
  return url.href
}

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value)

type BackupSettings = Pick<Config, 'backupFolder' | 'backupsKept' | 'backupPassphrase' | 'backupKeyFile'>

const readBackupSettings = (environment: NodeJS.ProcessEnv, usualFolder: string | null): BackupSettings => {
  const [folder, keyFile] = [given(environment['BROBYG_BACKUP_DIR']), given(environment['BROBYG_BACKUP_KEY'])]
  const isWanted = readBackupWish(given(environment['BROBYG_BACKUP']) ?? 'yes')
  return {
    backupFolder: !isWanted ? null : folder === undefined ? usualFolder : resolve(folder),
    backupsKept: readBackupsKept(given(environment['BROBYG_BACKUP_KEEP']) ?? '7'),
    backupPassphrase: given(environment['BROBYG_BACKUP_PASSPHRASE']) ?? null,
    backupKeyFile: keyFile === undefined ? null : resolve(keyFile),
  }
}

const readBackupWish = (text: string): boolean => {
  if (['yes', 'no'].includes(text)) return text === 'yes'
  throw new Fault(`BROBYG_BACKUP must be yes or no, not "${text}".`)
}

const readBackupsKept = (text: string): number => {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new Fault(`BROBYG_BACKUP_KEEP must be a whole number from 1 to 999, not "${text}".`)
}

const readPort = (text: string): number => {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new Fault(`The port must be a whole number from 1 to 65535, not "${text}".`)
}

const readDataFolder = (text: string | undefined): string => {
  if (text === undefined) return join(projectRoot, 'data')
  if (text.trim() === '') throw new Fault('The data folder must have a name; leave it out to use "data".')
  return resolve(text)
}

const readPath = (text: string | undefined): string | null => (text === undefined ? null : resolve(text))

const readOrigins = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((origin) => origin !== '')
    .map((origin) => {
      if (URL.parse(origin)?.origin === origin) return origin
      throw new Fault(`BROBYG_PUSH_SERVICES must be origins such as https://push.example.dk, not "${origin}".`)
    })

const readNetworks = (text: string): string[] => {
  const networks = text.split(/[\s,]+/).filter((part) => part !== '')
  const wrong = networks.find((network) => findNetwork(network) === undefined)
  if (wrong === undefined) return networks
  throw new Fault(`BROBYG_FETCH_NETWORKS must be networks such as 10.2.0.0/16, with a comma between, not "${wrong}".`)
}

const readMunicipality = (text: string): string => {
  const isReserved = text.startsWith('pg_') || text === 'public' || text === 'information_schema'
  if (/^[a-z][a-z0-9_]{0,40}$/.test(text) && !isReserved) return text
  throw new Fault(
    `BROBYG_MUNICIPALITY must be a small letter and then at most 40 small letters, digits or _, not "${text}".`,
  )
}

const readDatabaseUrl = (text: string | undefined): string | null => {
  if (text === undefined) return null
  if (URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol)) return text
  throw new Fault('DATABASE_URL must look like postgres://user:password@host:5432/database.')
}

const readSmtpUrl = (text: string | undefined): string | null => {
  if (text === undefined) return null
  if (URL.canParse(text) && ['smtp:', 'smtps:'].includes(new URL(text).protocol)) return text
  throw new Fault('SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465.')
}

const readMailFrom = (text: string): string => {
  if (/^(?:[^<>\r\n]+ )?<?[^<>@\s]+@[^<>@\s]+>?$/.test(text)) return text
  throw new Fault(`MAIL_FROM must be an address such as Brobyg <brobyg@example.dk>, not "${text}".`)
}

const readTrustedProxies = (text: string): number => {
  if (/^\d$/.test(text)) return Number(text)
  throw new Fault(`BROBYG_TRUSTED_PROXIES must be a whole number from 0 to 9, not "${text}".`)
}

const readProbeToken = (text: string | undefined): string | null => {
  if (text === undefined) return null
  if (/^[\w.~+/=-]{16,}$/.test(text)) return text
  throw new Fault('BROBYG_PROBE_TOKEN must be at least 16 letters, digits or -._~+/= without spaces.')
}

const readBaseUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && ['http:', 'https:'].includes(url.protocol)) return text.replace(/\/+$/, '')
  throw new Fault(`BROBYG_URL must be an address that begins with http:// or https://, not "${text}".`)
}
