import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { Refused } from '../../../../platform/refused.ts'
import { joinRules, type PageContent, type Run } from './pdf-geometry.ts'
import { applyMatrix, matrixOf, multiply, shapesDrawn, type Spot } from './pdf-rules.ts'
import { withoutStrays } from './pdf-strays.ts'
import { textBeforeSoftHyphens, withSoftHyphen } from './pdf-soft-hyphens.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** The most pages that are read of one document. */
const mostPages = 500

const fontNameOf = (page: PdfPage, id: string): string => {
  try {
    const font: unknown = page.commonObjs.get(id)
    return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string' ? font.name : ''
  } catch {
    return ''
  }
}

const fontReader = (page: PdfPage): ((id: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (id) => {
    const isStrong = known.get(id) ?? /bold|black|heavy|demi/i.test(fontNameOf(page, id).replace(/^[A-Z]{6}\+/, ''))
    known.set(id, isStrong)
    return isStrong
  }
}

const unseen = /[\u200b-\u200f\u2060-\u2064\ufeff]/g

const readRuns = async (page: PdfPage, softHyphens: ReadonlySet<string>): Promise<Run[]> => {
  const view = matrixOf(page.getViewport({ scale: 1 }).transform)
  const isStrong = fontReader(page)
  const { items } = await page.getTextContent()
  const runs: Run[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const matrix = multiply(view, matrixOf(item.transform))
    const isUpright = Math.abs(matrix[1]) < Math.abs(matrix[0]) * 0.1 && matrix[0] > 0
    if (!isUpright) continue
    const [x, y] = applyMatrix(matrix, 0, 0)
    const size = Math.hypot(matrix[2], matrix[3])
    const text = withSoftHyphen(item.str.replaceAll(unseen, ''), softHyphens)
    runs.push({ text, x, y, width: item.width, size, strong: isStrong(item.fontName) })
  }
  return runs
}

/** Spots that stand in front of a text become its bullet signs; all others are mere drawing. */
const bulletsAmong = (spots: Spot[], runs: Run[]): Run[] =>
  spots.flatMap(({ x, width, middle, sign }) => {
    const behind = runs.filter((run) => run.x > x && run.x - x < 40 && middle < run.y && middle > run.y - run.size)
    const [text] = behind.toSorted((one, other) => one.x - other.x)
    return text === undefined ? [] : [{ ...text, text: sign, x, width, strong: false }]
  })

const readPage = async (document: PdfDocument, number: number): Promise<PageContent> => {
  const { OPS } = await getResolvedPDFJS()
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const drawn = await page.getOperatorList()
  const shapes = shapesDrawn(drawn, OPS, matrixOf(viewport.transform))
  const runs = await readRuns(page, textBeforeSoftHyphens(drawn, OPS.showText))
  page.cleanup()
  const bullets = bulletsAmong(shapes.spots.slice(0, 2000), runs)
  const rules = joinRules(shapes.rules)
  return { page: number, width: viewport.width, height: viewport.height, runs: [...runs, ...bullets], rules }
}

const readAttachments = async (document: PdfDocument): Promise<Map<string, Uint8Array>> => {
  const parts = new Map<string, Uint8Array>()
  for (const [id, attachment] of (await document.getAttachments()) ?? []) {
    const about: unknown = attachment
    const named = typeof about === 'object' && about !== null && 'filename' in about ? about.filename : id
    const name = typeof named === 'string' ? named : id
    if (!/brobyg/i.test(name) || parts.size > 4) continue
    const content: unknown = await document.getAttachmentContent(id)
    if (content instanceof Uint8Array) parts.set(name, content)
  }
  return parts
}

/** A whole PDF tells at its very end where its parts lie; one that was cut off does not, and would open with pages missing. */
const isWhole = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(-8192)).includes('startxref')

const open = async (bytes: Uint8Array): Promise<PdfDocument> => {
  if (!isWhole(bytes)) throw new Refused('source_is_damaged')
  try {
    // Pictures are never looked at: a limit of one point leaves them undecoded.
    return await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, maxImageSize: 1, useSystemFonts: false })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new Refused(isLocked ? 'source_is_encrypted' : 'source_is_damaged')
  }
}

/**
 * What the pages of a PDF show: text where it stands, and ruling lines; and what is attached to the file under our own name.
 * Throws Refused('source_is_encrypted' | 'source_is_damaged' | 'source_too_long').
 */
export const readPdfPages = (
  bytes: Uint8Array,
): Promise<{ pages: PageContent[]; attachments: Map<string, Uint8Array> }> =>
  withoutStrays(async () => {
    const document = await open(bytes)
    try {
      if (document.numPages > mostPages) throw new Refused('source_too_long', { pages: document.numPages })
      const pages: PageContent[] = []
      for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number))
      return { pages, attachments: await readAttachments(document) }
    } finally {
      await document.loadingTask.destroy()
    }
  })
