import assert from 'node:assert/strict'
import { randomFillSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../../src/platform/root.ts'
import { zipOf } from '../../src/rooms/agreements/reader/sources/sample-zip.ts'
import { openHouse, sampleFile } from './house.ts'

interface BadFile {
  readonly what: string
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly status: 413 | 422
  /** Words of the sentence that the page answers with. */
  readonly says: RegExp
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const noise = (length: number): Uint8Array => randomFillSync(new Uint8Array(length))
const fixtures = join(projectRoot, 'src', 'rooms', 'agreements', 'reader', 'sources', 'fixtures')

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const bomb = (): Uint8Array =>
  zipOf([
    { name: '[Content_Types].xml', content: text('<Types/>') },
    { name: 'word/document.xml', content: new Uint8Array(200 * 1024 * 1024) },
  ])

const badFiles: readonly BadFile[] = [
  { what: 'an empty file', name: 'tom.docx', bytes: () => text(''), status: 422, says: /er tom/ },
  { what: 'a picture named .pdf', name: 'skib.pdf', bytes: () => picture, status: 422, says: /er et billede/ },
  {
    what: 'half a PDF',
    name: 'halv.pdf',
    bytes: () => readFileSync(sampleFile('boern-unge-og-familie.pdf')).subarray(0, 20_000),
    status: 422,
    says: /beskadiget eller ufuldstændig/,
  },
  {
    what: 'a locked PDF',
    name: 'laast.pdf',
    bytes: () => readFileSync(join(fixtures, 'kaj-locked.pdf')),
    status: 422,
    says: /adgangskode/,
  },
  {
    what: 'a Word file that unpacks to 200 MB',
    name: 'bombe.docx',
    bytes: bomb,
    status: 422,
    says: /fylder alt for meget/,
  },
  {
    what: 'noise named .docx',
    name: 'sus.docx',
    bytes: () => noise(40_000),
    status: 422,
    says: /ikke (?:et dokument|et Word-dokument|læselig tekst)/,
  },
  {
    what: 'a letter about something else',
    name: 'brev.txt',
    bytes: () => text('Kære Bodil.\n\nTak for kaffe i søndags. Vi ses til sommer.\n\nKærlig hilsen\nErik\n'),
    status: 422,
    says: /ligner ikke en samarbejdsaftale/,
  },
  {
    what: 'a file of just over 20 MB',
    name: 'stor.txt',
    bytes: () => new Uint8Array(20 * 1024 * 1024 + 1).fill(65),
    status: 413,
    says: /20 MB/,
  },
  {
    what: 'a file of 24 MB',
    name: 'kaempe.pdf',
    bytes: () => new Uint8Array(24 * 1024 * 1024).fill(65),
    status: 413,
    says: /20 MB/,
  },
]

describe('a file that cannot be read', () => {
  const house = openHouse()
  const countKept = async (): Promise<unknown> => {
    const { rows } = await house.database.query(
      `select (select count(*) from testby.source_document) as sources, (select count(*) from testby.draft) as drafts`,
    )
    return rows
  }

  it('gets a sentence that says why; nothing is kept, and the next page comes', async () => {
    const page = await house.visitAs('Ida Holt')
    const before = await countKept()
    for (const file of badFiles) {
      await page.goto('/aftaler/ny')
      await page.locator('#fil').setInputFiles({
        name: file.name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(file.bytes()),
      })
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.getByRole('button', { name: 'Læs filen' }).click(),
      ])
      assert.equal(answer.status(), file.status, file.what)
      await page.waitForLoadState()
      // A file far over the limit is stopped before its page is reached, and gets a page of its own.
      const beside = page.locator('[role="alert"]')
      const sentence = (await beside.count()) > 0 ? beside : page.locator('main .lead')
      assert.match(await sentence.innerText(), file.says, file.what)
      assert.equal((await page.goto('/udkast'))?.status(), 200, file.what)
      assert.equal(await page.getByText('Der er ingen udkast').isVisible(), true, file.what)
    }
    assert.deepEqual(await countKept(), before)
  })
})
