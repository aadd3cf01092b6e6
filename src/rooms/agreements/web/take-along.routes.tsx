import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { atDay } from '../../../web/as-of.tsx'
import { askedDay } from '../../../web/asked-day.ts'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission, tellExport } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getVersionOn } from '../agreement.queries.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { exportAgreement } from '../documents/export-agreement.ts'
import { listRelationsTo } from '../relation.queries.ts'
import { getSourceBytes, getSourceText } from '../draft.queries.ts'
import { seeConfirmed } from '../sign-off/see-signatures.ts'
import { getAskedVersion } from './asked-version.ts'
import { SourcePane } from './source-pane.tsx'

const formats = ['docx', 'pdf', 'html', 'json'] as const

/** The agreement taken along as a file, and the source it was read from. */
export const takeAlongRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  for (const format of formats)
    routes.get(`/aftaler/:slug/hent.${format}`, async (c) => {
      const language = c.req.query('sprog') === 'en' ? 'en' : 'da'
      const slug = c.req.param('slug') ?? ''
      const { version, confirmed } = await readAs(platform, c.get('actor'), async (tx) => {
        const version = await getAskedVersion(tx, slug, c.req.query('udgave'), askedDay(c))
        return { version, confirmed: await seeConfirmed(tx, version, askedDay(c)) }
      })
      const checkUrl = `${platform.config.baseUrl}/aftaler/${slug}/tiltraedelse/kontrol`
      const exported = await exportAgreement(version.document, format, language, { ...confirmed, checkUrl })
      await tellExport(platform, c.get('actor'), {
        thing: 'agreement_version',
        ref: version.agreementVersionId,
        format,
      })
      return fileAnswer(c, exported)
    })

  routes.get('/aftaler/:slug/kilde', async (c) => {
    const { version, source } = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getVersionOn(tx, c.req.param('slug'), askedDay(c))
      const toThing = await listRelationsTo(tx, version.agreementVersionId)
      requirePermission(c.get('actor'), agreementPolicy.readSource, toThing)
      c.set('sight', { permission: agreementPolicy.readSource, toThing })
      return { version, source: await getSourceText(tx, version.sourceDocumentId) }
    })
    const page = pageContext(c)
    const words = pick(agreementTexts, page.language)
    const name = version.document.focusArea ?? version.slug
    return c.html(
      <Frame page={page} title={words.inForceTitle} under="agreements">
        <Crumbs
          page={page}
          trail={[
            { href: atDay(page, '/aftaler'), text: words.header },
            { href: atDay(page, `/aftaler/${version.slug}`), text: name },
          ]}
          here={words.inForceTitle}
        />
        <h1>{name}</h1>
        <SourcePane page={page} source={source} unmapped={version.document.trace.unmapped} />
        <p class="hint">
          <a href={`/kilder/${version.sourceDocumentId}`}>{words.original}</a>
        </p>
      </Frame>,
    )
  })

  routes.get('/kilder/:id', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.beginDraft)
    const source = await readAs(platform, c.get('actor'), (tx) => getSourceBytes(tx, c.req.param('id')))
    await tellExport(platform, c.get('actor'), { thing: 'source_document', ref: c.req.param('id'), format: 'source' })
    return fileAnswer(c, { bytes: source.bytes, mediaType: 'application/octet-stream', fileName: source.name })
  })
  return routes
}

const fileAnswer = (c: WebContext, file: { bytes: Uint8Array; mediaType: string; fileName: string }) =>
  c.body(Buffer.from(file.bytes), 200, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    'x-content-type-options': 'nosniff',
  })
