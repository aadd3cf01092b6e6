import { Hono } from 'hono'
import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../platform/refused.ts'
import { pick } from '../../../platform/language.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { listVersions } from '../agreement.queries.ts'
import { knownOn } from '../known-version.rules.ts'
import { readerTexts } from '../reader/reader.texts.ts'
import { listRelationsTo } from '../relation.queries.ts'
import { documentHash } from '../sign-off/canonical-json.rules.ts'
import { listSignatures } from '../sign-off/signature.queries.ts'
import { signatureTexts } from '../sign-off/signature.texts.ts'
import { type CheckableVersion, CheckPage } from './check.page.tsx'
import type { ReadingDesk } from './reading-desk.ts'

/** `/aftaler/:slug/tiltraedelse/kontrol`: whether a file holds the agreement the parties confirmed. For everyone who may see the agreement. */
export const checkRoutes = (platform: Platform, desk: ReadingDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const load = (c: WebContext) => readAs(platform, c.get('actor'), (tx) => loadCheckable(c, tx))

  routes.get('/aftaler/:slug/tiltraedelse/kontrol', async (c) => {
    const versions = await load(c)
    return c.html(<CheckPage page={pageContext(c)} versions={versions} checked={null} />)
  })

  routes.post('/aftaler/:slug/tiltraedelse/kontrol', async (c) => {
    const versions = await load(c)
    const page = pageContext(c)
    const refuse = (refusal: string) =>
      c.html(<CheckPage page={page} versions={versions} checked={null} refusal={refusal} />, 422)
    const file = (await c.req.formData()).get('fil')
    if (!(file instanceof File) || file.name === '') return refuse(pick(signatureTexts, page.language).chooseFile)
    await requireTurn(platform, limits.fileChecked, c.get('clientAddress'))
    try {
      const hash = await desk.readCarriedHash(new Uint8Array(await file.arrayBuffer()), file.name)
      const version = versions.find((one) => one.hash === hash) ?? null
      return await c.html(<CheckPage page={page} versions={versions} checked={{ hash, version }} />)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return refuse(refusalWords([readerTexts], error, page.language))
    }
  })
  return routes
}

/** Every version of the agreement the actor may see, with its hash and who has confirmed it. */
const loadCheckable = async (c: WebContext, tx: ReadTx): Promise<CheckableVersion[]> => {
  const day = askedDay(c)
  const versions = knownOn(await listVersions(tx, c.req.param('slug') ?? ''), day)
  const [last] = versions
  if (last !== undefined) {
    const permission = last.isPublished ? agreementPolicy.readPublished : agreementPolicy.readUnpublished
    c.set('sight', { permission, toThing: await listRelationsTo(tx, last.agreementVersionId) })
  }
  const checkable: CheckableVersion[] = []
  for (const version of versions) {
    const signatures = await listSignatures(tx, version.agreementVersionId, day)
    checkable.push({ version, hash: documentHash(version.document), signatures })
  }
  return checkable
}
