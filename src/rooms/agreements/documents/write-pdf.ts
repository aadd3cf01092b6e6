import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { AgreementDocument } from '../agreement-format.ts'
import type { DocumentDescription } from './description.ts'
import { documentTexts } from './document.texts.ts'
import { fontFolders } from './fonts.ts'
import { pdfTemplate } from './pdf-template.ts'

let compiler: NodeCompiler | undefined

/** Made at the first document and kept: reading the typefaces costs more than setting a page. */
const getCompiler = (): NodeCompiler => (compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }] }))

/**
 * Sets the document as a tagged PDF (PDF/UA-1), A4, with the agreement inside as `brobyg-agreement.json` where it is of one.
 * A sign that no typeface on this machine has is shown as `�`; the JSON inside keeps it. Works synchronously.
 */
export const writePdf = (description: DocumentDescription, agreement: AgreementDocument | null): Uint8Array => {
  let shown = JSON.stringify(pageInput(description))
  const carried = agreement === null ? '' : JSON.stringify(agreement)
  for (let round = 1; ; round++) {
    const set = typeset({ description: shown, agreement: carried })
    if (set instanceof Uint8Array) return set
    const missing = missingSigns(set)
    if (missing.size === 0 || round > roundsForSigns) {
      throw new Error('The document could not be set as a PDF', { cause: set })
    }
    shown = round < roundsForSigns ? withoutSigns(shown, missing) : shown.replaceAll(/[^\u0020-\u00ff]/gu, standIn)
  }
}

/** A sign taken out may leave its neighbours without a typeface; in the last round only Latin letters stay. */
const roundsForSigns = 4
const standIn = '\ufffd'

const pageInput = (description: DocumentDescription) => {
  const { page, of, contents, question, answer, attachment } = documentTexts[description.language]
  return {
    ...description,
    region: description.language === 'da' ? 'dk' : 'gb',
    words: { page, of, contents, question, answer, attachment },
  }
}

/** The PDF's bytes, or what Typst had against the document. */
const typeset = (inputs: Record<string, string>): Uint8Array | Error => {
  const typst = getCompiler()
  try {
    const compiled = typst.compile({ mainFileContent: pdfTemplate, inputs })
    const document = compiled.result
    if (document === null) {
      const problems = compiled.takeDiagnostics()?.shortDiagnostics ?? []
      return new Error(`Typst refuses the document: ${JSON.stringify(problems)}`)
    }
    return new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    // Without this the compiler keeps 2 MB of every document it ever set.
    typst.evictCache(0)
  }
}

/** The signs that Typst says no typeface has: PDF/UA-1 forbids showing an empty box for them. */
const missingSigns = (refusal: Error): Set<string> => {
  const signs = new Set<string>()
  for (const [, quoted = ''] of refusal.message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gsu)) {
    const text = quoted.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    for (const sign of text) if (sign > '~') signs.add(sign)
  }
  return signs
}

/** A stand-in for each sign taken out; marks and joiners that have lost their sign go with it. */
const withoutSigns = (text: string, signs: Set<string>): string =>
  Array.from(text, (sign) => (signs.has(sign) ? standIn : sign))
    .join('')
    .replaceAll(/\ufffd[\p{Mark}\u200c\u200d]+/gu, standIn)
