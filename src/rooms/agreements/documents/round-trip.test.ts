import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { Refused } from '../../../platform/refused.ts'
import { readEmbedded } from '../agreement-format.schema.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { arbitraryAgreement } from './arbitrary-agreement.ts'
import { exportAgreement } from './export-agreement.ts'
import { embeddedInHtml } from './html-embedding.ts'
import { sampleAgreement } from './sample-agreement.ts'
import { embeddedInWord } from './word-embedding.ts'

const partsOf = (docx: Uint8Array) => new Map(Object.entries(unzipSync(docx)))

const attachedTo = async (pdf: Uint8Array): Promise<unknown> => {
  const document = await getDocumentProxy(pdf, { verbosity: 0 })
  const attachments = (await document.getAttachments()) ?? new Map<string, never>()
  const [id] = [...attachments].find(([, file]) => file.filename === 'brobyg-agreement.json') ?? []
  const content = await document.getAttachmentContent(id ?? '')
  return JSON.parse(new TextDecoder().decode(content ?? undefined))
}

const bytesOf = async (agreement: AgreementDocument, format: 'docx' | 'pdf' | 'html' | 'json') =>
  (await exportAgreement(agreement, format, 'da')).bytes

const carriedBy = {
  json: async (agreement: AgreementDocument): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await bytesOf(agreement, 'json'))),
  html: async (agreement: AgreementDocument): Promise<unknown> => {
    const found = embeddedInHtml(new TextDecoder().decode(await bytesOf(agreement, 'html')))
    assert.equal(found?.isCurrent, true)
    return found?.agreement
  },
  docx: async (agreement: AgreementDocument): Promise<unknown> => {
    const found = embeddedInWord(partsOf(await bytesOf(agreement, 'docx')))
    assert.equal(found?.isCurrent, true)
    return found?.agreement
  },
  pdf: async (agreement: AgreementDocument): Promise<unknown> => attachedTo(await bytesOf(agreement, 'pdf')),
}

describe('an agreement written out and read back', () => {
  for (const [format, carried] of Object.entries(carriedBy)) {
    it(`comes back from ${format} as it was`, async () => {
      assert.deepEqual(readEmbedded(await carried(sampleAgreement)), sampleAgreement)
    })
    it(`comes back from ${format} whatever its words are`, async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryAgreement, async (agreement) => {
          assert.deepEqual(readEmbedded(await carried(agreement)), agreement)
        }),
        { numRuns: format === 'json' ? 200 : 25 },
      )
    })
  }

  it('is known as out of date once a word of the Word file is changed', async () => {
    const parts = unzipSync(await bytesOf(sampleAgreement, 'docx'))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    assert.ok(xml.includes('6.500'))
    const edited = zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace('6.500', '7.500')) })
    const found = embeddedInWord(partsOf(edited))
    assert.equal(found?.isCurrent, false)
    assert.deepEqual(found?.agreement, sampleAgreement)
  })

  it('stays current when a program cuts the same words into other runs and makes its table of contents anew', async () => {
    const parts = unzipSync(await bytesOf(sampleAgreement, 'docx'))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const recut = xml
      .replace(/(<w:t[^>]*>)6\.500 kr/, '$16.5</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>00 kr')
      .replace('>Om aftalen<', '>Om aftalen 3<')
    assert.notEqual(recut, xml)
    assert.equal(embeddedInWord(partsOf(zipSync({ ...parts, 'word/document.xml': strToU8(recut) })))?.isCurrent, true)
  })

  it('is known as out of date once a word of the page is changed', async () => {
    const html = new TextDecoder().decode(await bytesOf(sampleAgreement, 'html'))
    assert.equal(embeddedInHtml(html.replace('Noor Rahimi</li>', 'Bo Rahimi</li>'))?.isCurrent, false)
  })

  it('finds nothing in a file that carries nothing', () => {
    assert.equal(embeddedInWord(new Map([['word/document.xml', strToU8('<w:t>x</w:t>')]])), null)
    assert.equal(embeddedInHtml('<p>Hej'), null)
    assert.equal(readEmbedded(null), null)
    assert.equal(readEmbedded(undefined), null)
  })
})

describe('reading an embedded agreement', () => {
  const refusal = (value: unknown): Refused => {
    try {
      readEmbedded(value)
    } catch (error) {
      assert.ok(error instanceof Refused)
      return error
    }
    return assert.fail('accepted')
  }
  const [first] = sampleAgreement.activities

  const wrong: [what: string, value: unknown, path: string][] = [
    ['something else altogether', 'not JSON', '.'],
    ['a list', [], '.'],
    ['another format', { ...sampleAgreement, format: 'brobyg-agreement/2' }, 'format'],
    ['a missing field', { ...sampleAgreement, goals: undefined }, 'goals'],
    ['a day that is none', { ...sampleAgreement, signedOn: '2012-02-30' }, 'signedOn'],
    [
      'kroner with decimals',
      { ...sampleAgreement, frames: [{ ...sampleAgreement.frames[0], amountOere: 1.5 }] },
      'frames.0.amountOere',
    ],
    [
      'a kind unknown',
      { ...sampleAgreement, activities: [{ ...first, sections: [{ ...first?.sections[0], kind: 'poem' }] }] },
      'activities.0.sections.0.kind',
    ],
  ]
  for (const [what, value, path] of wrong) {
    it(`refuses ${what}, saying where`, () => {
      const refused = refusal(value)
      assert.equal(refused.code, 'agreement_json_invalid')
      assert.equal(refused.facts['path'], path)
    })
  }
})
