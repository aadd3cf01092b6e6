import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../../platform/refused.ts'
import { runInWorker } from '../../../platform/worker.ts'
import { largestSource, openSource } from './open-source.ts'
import { readerTexts } from './reader.texts.ts'
import { sampleWord } from './sources/sample-word.ts'
import { zipEntries, zipReader } from './sources/zip.ts'
import { zipOf, zipText, zipWith } from './sources/sample-zip.ts'
import { shown } from './sources/shown.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`sources/fixtures/${name}`, import.meta.url))

const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(500)])
const oldContainer = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])
const text = (words: string) => new TextEncoder().encode(words)

const refusal = async (bytes: Uint8Array, name: string): Promise<Refused> => {
  const error = await openSource(bytes, name).catch((thrown: unknown) => thrown)
  assert.ok(error instanceof Refused, `${name} is refused, not ${String(error)}`)
  return error
}

const words = (refused: Refused, language: 'da' | 'en'): string => {
  const found: unknown = Object.entries(readerTexts[language]).find(([code]) => code === refused.code)?.[1]
  assert.ok(typeof found === 'function', `${refused.code} has words in ${language}`)
  return String(found(refused.facts))
}

/** Runs a check on every refusal: its code, and that both languages say so in a whole sentence. */
const refuses = async (code: string, bytes: Uint8Array, name: string): Promise<void> => {
  const refused = await refusal(bytes, name)
  assert.equal(refused.code, code, name)
  for (const language of ['da', 'en'] as const) assert.match(words(refused, language), /^[^]{20,}\.$/)
  assert.ok(!words(refused, 'da').includes('undefined'))
}

describe('opening what is no source', () => {
  let word: Uint8Array = new Uint8Array()
  before(async () => {
    word = await sampleWord()
  })

  it('refuses an empty file, and one with nothing but blanks', async () => {
    await refuses('source_is_empty', new Uint8Array(), 'tom.txt')
    await refuses('source_is_empty', text(' \r\n\n\t \u00a0'), 'tom.md')
    await refuses('source_is_empty', text('<html><script>1</script></html>'), 'tom.html')
  })

  it('refuses a file above the limit by its size alone', async () => {
    await refuses('source_too_large', new Uint8Array(largestSource + 1), 'stor.txt')
    assert.equal((await refusal(new Uint8Array(largestSource + 1), '/et/sted/stor.txt')).facts['name'], 'stor.txt')
  })

  it('refuses pictures and programs whatever their name', async () => {
    await refuses('source_is_picture', picture, 'aftale.pdf')
    await refuses('source_is_picture', picture, 'aftale.docx')
    await refuses(
      'source_is_picture',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(99)]),
      'aftale.txt',
    )
    await refuses('source_is_binary', Buffer.concat([Buffer.from('\u007fELF'), randomBytes(99)]), 'aftale.pdf')
  })

  it('tells plainly when the name promises something else', async () => {
    await refuses('source_is_not_pdf', text('bare tekst'), 'aftale.pdf')
    await refuses('source_is_not_word', text('bare tekst'), 'aftale.docx')
    await refuses('source_is_not_word', zipOf([{ name: 'xl/workbook.xml', content: text('<a/>') }]), 'ark.xlsx')
  })

  it('goes by the content where the name is merely wrong', async () => {
    assert.equal((await openSource(word, 'aftale.pdf')).mediaType, (await openSource(word, 'aftale.docx')).mediaType)
    assert.equal((await openSource(text('<!doctype html><p>a</p>'), 'a.txt')).mediaType, 'text/html')
    assert.equal((await openSource(fixture('kaj-chromium.pdf'), 'a.txt')).mediaType, 'application/pdf')
    assert.equal((await openSource(text('Filen begynder med %PDF-1.4.'), 'a.txt')).mediaType, 'text/plain')
  })

  it('refuses Word’s old format, RTF and files with a password', async () => {
    await refuses('source_is_old_word', oldContainer, 'gammel.doc')
    await refuses(
      'source_is_encrypted',
      Buffer.concat([oldContainer, Buffer.from('EncryptedPackage', 'utf16le')]),
      'laast.docx',
    )
    await refuses('source_is_rich_text', text('{\\rtf1 Hej}'), 'a.rtf')
    await refuses('source_is_encrypted', fixture('kaj-locked.pdf'), 'laast.pdf')
  })

  it('refuses a PDF and a Word file that were cut off anywhere', async () => {
    const pdf = fixture('havneby-libreoffice.pdf')
    for (const share of [0.02, 0.3, 0.7, 0.99]) {
      await refuses('source_is_damaged', pdf.subarray(0, Math.floor(pdf.length * share)), 'halv.pdf')
      await refuses('source_is_damaged', word.subarray(0, Math.floor(word.length * share)), 'halv.docx')
    }
  })

  it('refuses a PDF without text', async () => {
    const objects =
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj'
    await refuses(
      'source_has_no_text',
      text(`%PDF-1.4\n${objects}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF`),
      'skannet.pdf',
    )
  })

  it('refuses noise named as text', async () => {
    await refuses(
      'source_is_noise',
      Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256),
      'a.txt',
    )
  })

  it('refuses a Word file that unpacks to far too much, whether it says so or lies', async () => {
    const zeros = Buffer.alloc(70 * 1024 * 1024, ' ')
    const name = 'word/document.xml'
    await refuses('source_is_bomb', zipWith(word, [{ name, content: zeros }]), 'bombe.docx')
    await refuses('source_is_bomb', zipWith(word, [{ name, content: zeros, claimedSize: 10 }]), 'bombe.docx')
    await refuses(
      'source_is_bomb',
      zipWith(word, [{ name: 'word/media/a.png', content: text('x'), claimedSize: 4_000_000_000 }]),
      'bombe.docx',
    )
  })

  it('runs no program of a page and shows none', async () => {
    const html =
      '<html><body onload="x()"><script>throw new Error("kørt")</script><p>Kajen <img src=x onerror=x()></p></body></html>'
    assert.deepEqual(shown((await openSource(text(html), 'a.html')).blocks), ['Kajen'])
  })
})

describe('opening anything at all', () => {
  const opensOrRefuses = async (bytes: Uint8Array, name: string): Promise<void> => {
    try {
      const { blocks, lines } = await openSource(bytes, name)
      const numbers = new Set(lines.map((line) => line.number))
      for (const { place } of blocks)
        assert.ok(numbers.has(place.line) && numbers.has(place.toLine) && place.line <= place.toLine)
    } catch (error) {
      assert.ok(error instanceof Refused, String(error))
    }
  }
  const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a')

  it('throws nothing but refusals on random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), names, opensOrRefuses), { numRuns: 300 })
  })

  it('throws nothing but refusals on text made of its own signs', async () => {
    const signs = fc.constantFrom(
      '\n',
      '\t',
      '•',
      '- ',
      '# ',
      '**',
      '<ul>',
      '<li>',
      '<p>',
      '</p>',
      '<table>',
      '<tr><td>',
      '|',
      '---',
      '¹ ',
      '[^1]',
      ' ',
      'ord',
      '&amp;',
      '.....4',
      '<b>',
      'Indhold',
      '\u00ad',
      '\0',
    )
    const source = fc.array(signs, { maxLength: 60 }).map((parts) => text(parts.join('')))
    await fc.assert(fc.asyncProperty(source, names, opensOrRefuses), { numRuns: 500 })
  })

  // In a thread of its own, where a promise that pdf.js leaves rejected would end it, as it would end a server.
  it('throws nothing but refusals on Word and PDF files with bytes changed', async () => {
    const sources = [await sampleWord(), fixture('kaj-chromium.pdf'), fixture('havneby-libreoffice.pdf')]
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 })
    const changed = fc.tuple(fc.constantFrom(...sources), changes).map(([bytes, list]) => {
      const copy = Uint8Array.from(bytes)
      for (const [at, byte] of list) copy[at % copy.length] = byte
      return copy
    })
    const entry = new URL('open-source-test.worker.ts', import.meta.url)
    const told = await runInWorker<string[]>(entry, fc.sample(changed, 120), { timeMs: 120_000, memoryMb: 512 })
    assert.equal(told.length, 120)
    assert.deepEqual(
      told.filter((one) => one !== 'opened' && one !== 'refused'),
      [],
    )
    assert.ok(told.includes('opened') && told.includes('refused'))
  })

  it('throws nothing but refusals on Word files with their inner text changed', async () => {
    const word = await sampleWord()
    const inner = zipText(word, 'word/document.xml')
    await fc.assert(
      fc.asyncProperty(
        fc.nat(inner.length),
        fc.nat(200),
        fc.constantFrom('', '<w:p>', '</w:tbl>', '&', '"'),
        async (at, length, instead) => {
          const content = text(inner.slice(0, at) + instead + inner.slice(at + length))
          await opensOrRefuses(zipWith(word, [{ name: 'word/document.xml', content }]), 'a.docx')
        },
      ),
      { numRuns: 40 },
    )
  })

  it('loses no word of a text', async () => {
    const word = fc.constantFrom('kajen', 'havnen', 'børn', 'laug', 'forum', '2031', 'kr.')
    const joint = fc.constantFrom(' ', '\n', '\n\n', '\t', '\n- ', '\n\t', '\n# ', ' • ')
    const source = fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(source, async (parts) => {
        const { blocks } = await openSource(text(parts.map(([said, between]) => said + between).join('')), 'a.txt')
        const heard = blocks
          .flatMap((block) => (block.kind === 'row' ? block.cells.flat() : [block]))
          .map((block) => block.text)
        assert.deepEqual(
          heard
            .join(' ')
            .split(/[\s•]+/)
            .filter((said) => said !== '' && said !== '-' && said !== '#'),
          parts.map(([said]) => said),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('unpacking a zip file', () => {
  it('gives back what was packed', () => {
    const packed = zipOf([
      { name: 'a/æ.xml', content: text('<a/>') },
      { name: 'b', content: new Uint8Array() },
    ])
    const read = zipReader(packed)
    assert.deepEqual(
      zipEntries(packed).map((entry) => [entry.name, new TextDecoder().decode(read(entry))]),
      [
        ['a/æ.xml', '<a/>'],
        ['b', ''],
      ],
    )
  })
})
