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
 * Sets the document as a tagged PDF (PDF/UA-1), A4, with the agreement inside as `brobyg-agreement.json`.
 * A sign that no typeface on this machine has is shown as `�`; the JSON inside keeps it. Works synchronously.
 */
export const writePdf = (description: DocumentDescription, agreement: AgreementDocument): Uint8Array => {
  const shown = JSON.stringify(pageInput(description))
  const inputs = { description: shown, agreement: JSON.stringify(agreement) }
  const first = typeset(inputs)
  if (first instanceof Uint8Array) return first
  const second = typeset({ ...inputs, description: withoutSigns(shown, missingSigns(first)) })
  if (second instanceof Uint8Array) return second
  throw new Error('The document could not be set as a PDF', { cause: second })
}

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
    for (const sign of text) if (sign !== '\\') signs.add(sign)
  }
  return signs
}

/** Joiners and variants, which only shape the sign beside them. */
const joiners = new Set(['\u200c', '\u200d', '\ufe0e', '\ufe0f'])

const withoutSigns = (text: string, signs: Set<string>): string =>
  Array.from(text, (sign) => (!signs.has(sign) ? sign : joiners.has(sign) ? '' : '\ufffd')).join('')
