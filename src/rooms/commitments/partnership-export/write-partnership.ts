import type { ReadTx } from '../../../platform/database/index.ts'
import { formatDay, formatMoment } from '../../../platform/dates.ts'
import { type Language, languages } from '../../../platform/language.ts'
import { programVersion } from '../../../platform/root.ts'
import { openZip, type ZippedFile } from '../../../platform/zip/zip-writer.ts'
import {
  type AgreementDocument,
  describeExport,
  getVersion,
  type PdfToSet,
  seeConfirmed,
  setPdfs,
  writeJson,
} from '../../agreements/index.ts'
import { listProposedDocuments } from './agreement-rows.queries.ts'
import { describeReport, type ReportRows, type Volume } from './describe-report.ts'
import { exportTexts } from './export.texts.ts'
import { type ManifestFile, writeManifest } from './manifest.ts'
import type { ExportedVersion, ExportScope, PartnershipPart, PartRow } from './part.ts'
import { csvOf, jsonOf } from './part-files.ts'
import { csvPath, documentPath, jsonPath, manifestPath, pdfPath, proposalPath, reportPath } from './paths.ts'

/** What an archive is made of, and whom its making tells how far it has come. */
export interface ArchiveToWrite {
  readonly scope: ExportScope
  readonly parts: readonly PartnershipPart[]
  readonly partnership: string
  readonly madeAt: Temporal.Instant
  readonly baseUrl: string
  /** Gets the archive piece by piece. */
  readonly take: (piece: Uint8Array) => void
  /** Told after each step: how many of all are done. */
  readonly tell: (done: number, all: number) => Promise<void>
}

/** So many agreements stand in one volume of the report: more would take too much memory to set, and too long to open. */
const agreementsAVolume = 20

const volumesOf = ({ versions }: ExportScope): ExportedVersion[][][] => {
  const agreements = [...Map.groupBy(versions, ({ slug }) => slug).values()]
  const count = Math.max(1, Math.ceil(agreements.length / agreementsAVolume))
  return Array.from({ length: count }, (_, at) =>
    agreements.slice(at * agreementsAVolume, (at + 1) * agreementsAVolume),
  )
}

/** How many steps the making has: each part, each version, and each volume of the report. */
export const countSteps = ({ parts, scope }: Pick<ArchiveToWrite, 'parts' | 'scope'>): number =>
  parts.length + scope.versions.length + volumesOf(scope).length

type Add = (
  path: string,
  bytes: Uint8Array,
  what: Omit<ManifestFile, keyof ZippedFile>,
  isPacked?: 'packed',
) => Promise<void>

/** Writes the archive from one moment of the database, as the actor of the transaction may see it; the agreements of one volume are in memory at a time. */
export const writePartnership = async (tx: ReadTx, archive: ArchiveToWrite): Promise<readonly ManifestFile[]> => {
  const zip = openZip(archive.madeAt, archive.take)
  const files: ManifestFile[] = []
  const add: Add = async (path, bytes, what, isPacked) => {
    files.push({ ...(await zip.add(path, bytes, isPacked)), ...what })
  }
  const step = stepper(archive)
  for (const language of languages) await addReadMe(add, archive, language)
  const rows = await addParts(tx, archive, { add, step })
  const volumes = volumesOf(archive.scope)
  for (const [at, agreements] of volumes.entries()) {
    const volume = { number: at + 1, of: volumes.length }
    await addVolume(tx, archive, { agreements, volume, rows, add, step })
  }
  await zip.add(manifestPath, writeManifest({ ...archive, programVersion: programVersion(), files }))
  zip.end()
  return files
}

interface VolumeToAdd extends Adding {
  readonly agreements: readonly (readonly ExportedVersion[])[]
  readonly volume: Volume
  readonly rows: ReportRows
}

/** Writes the agreements of a volume, each version by itself, and then the volume of the report. */
const addVolume = async (tx: ReadTx, archive: ArchiveToWrite, { agreements, volume, rows, ...adding }: VolumeToAdd) => {
  const last: { version: ExportedVersion; document: AgreementDocument }[] = []
  for (const versions of agreements) {
    const document = await addAgreement(tx, archive, { versions, ...adding })
    const version = versions.at(-1)
    if (version !== undefined && document !== undefined) last.push({ version, document })
  }
  const description = describeReport({ ...archive, programVersion: programVersion(), volume, rows, last })
  const [report = noPdf()] = await setPdfs([{ description, agreement: null }])
  await adding.add(reportPath(volume), report, { mediaType: pdfType, about: aboutFile('report') }, 'packed')
  await adding.step()
}

const pdfType = 'application/pdf'
const jsonType = 'application/json'

const aboutFile = (file: keyof typeof exportTexts.da.files) => ({
  da: exportTexts.da.files[file],
  en: exportTexts.en.files[file],
})

const stepper = (archive: ArchiveToWrite) => {
  const all = countSteps(archive)
  let done = 0
  return () => archive.tell((done += 1), all)
}

interface Adding {
  readonly add: Add
  readonly step: () => Promise<void>
}

const addReadMe = (add: Add, { scope, partnership, madeAt }: ArchiveToWrite, language: Language): Promise<void> => {
  const words = exportTexts[language]
  const text = words.readMe({
    partnership,
    plan: scope.plan ?? words.allPlans,
    day: formatDay(scope.day, language),
    program: `${words.madeAt} ${formatMoment(madeAt, language)} · Brobyg ${programVersion()}`,
  })
  const bytes = new TextEncoder().encode(text)
  const what = { mediaType: 'text/plain; charset=utf-8', about: aboutFile('readMe') }
  return add(language === 'da' ? 'LAESMIG.txt' : 'README.txt', bytes, what)
}

/** Writes each part as JSON and CSV; keeps the rows of those the report tells of. */
const addParts = async (tx: ReadTx, { parts, scope }: ArchiveToWrite, { add, step }: Adding) => {
  const told = new Map<PartnershipPart, readonly PartRow[]>()
  for (const part of parts) {
    const rows = await part.rows(tx, scope)
    const what = { about: part.about, rows: rows.length, columns: part.columns }
    await add(jsonPath(part.name), jsonOf(part, rows), { mediaType: jsonType, ...what })
    await add(csvPath(part.name), csvOf(part, rows), { mediaType: 'text/csv; charset=utf-8; header=present', ...what })
    if (part.report !== undefined) told.set(part, rows)
    await step()
  }
  return told
}

/** Writes every version of an agreement as JSON and PDF, and what was proposed. Answers with the last version's document. */
const addAgreement = async (
  tx: ReadTx,
  archive: ArchiveToWrite,
  { versions, add, step }: Adding & { readonly versions: readonly ExportedVersion[] },
): Promise<AgreementDocument | undefined> => {
  const toSet: PdfToSet[] = []
  for (const version of versions) {
    const pdf = await describeVersion(tx, version, archive)
    toSet.push(pdf)
    const what = { mediaType: jsonType, about: aboutFile('document') }
    await add(documentPath(version.slug, version.number), writeJson(pdf.agreement), what)
  }
  const set = await setPdfs(toSet)
  for (const [at, { slug, number }] of versions.entries()) {
    await add(pdfPath(slug, number), set[at] ?? noPdf(), { mediaType: pdfType, about: aboutFile('pdf') }, 'packed')
    await step()
  }
  const [first] = versions
  if (first !== undefined)
    for (const { number, document } of await listProposedDocuments(tx, first.agreementId, archive.scope)) {
      const bytes = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
      await add(proposalPath(first.slug, number), bytes, { mediaType: jsonType, about: aboutFile('proposed') })
    }
  return toSet.at(-1)?.agreement ?? undefined
}

const noPdf = (): never => {
  throw new Error('A document was not set')
}

/** A version as it is written out everywhere, with the confirmations that were given by the day. */
const describeVersion = async (tx: ReadTx, { agreementVersionId, slug }: ExportedVersion, archive: ArchiveToWrite) => {
  const { day, language } = archive.scope
  const version = await getVersion(tx, agreementVersionId)
  const confirmed = await seeConfirmed(tx, version, day)
  const checkUrl = `${archive.baseUrl}/aftaler/${slug}/tiltraedelse/kontrol`
  const description = await describeExport(version.document, language, { ...confirmed, checkUrl })
  return { description, agreement: version.document }
}
