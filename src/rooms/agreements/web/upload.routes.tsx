import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { Message, PrimaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { type PageContext, pageContext, type WebEnv } from '../../../web/page-context.ts'
import { privateTexts, requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { beginDraft } from '../begin-draft.ts'
import { readerTexts } from '../reader/reader.texts.ts'
import { guideTexts } from '../guide/guide.texts.ts'
import { draftPaths } from './draft.paths.ts'
import type { ReadingDesk } from './reading-desk.ts'

/** `/aftaler/ny`: a file comes in and becomes a draft, or a clear sentence says why not and nothing is kept. */
export const uploadRoutes = (platform: Platform, desk: ReadingDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/aftaler/ny', (c) => {
    requirePermission(c.get('actor'), agreementPolicy.beginDraft)
    return c.html(<UploadPage page={pageContext(c)} />)
  })

  routes.post('/aftaler/ny', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.beginDraft)
    const page = pageContext(c)
    const file = (await c.req.formData()).get('fil')
    if (!(file instanceof File) || file.name === '')
      return c.html(<UploadPage page={page} refusal={pick(agreementTexts, page.language).chooseFile} />, 422)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { document, lines } = await desk.readContract(bytes, file.name)
      const source = {
        name: document.source.name,
        mediaType: document.source.mediaType,
        sha256: document.source.sha256,
        bytes,
        lines,
      }
      return c.redirect(draftPaths.draft(await beginDraft(platform, c.get('actor'), { source, document })), 303)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const refusal = refusalWords([readerTexts, agreementTexts, privateTexts], error, page.language)
      return c.html(<UploadPage page={page} refusal={refusal} />, error.code === 'source_too_large' ? 413 : 422)
    }
  })
  return routes
}

const UploadPage: FC<{ page: PageContext; refusal?: string }> = ({ page, refusal }) => {
  const words = pick(agreementTexts, page.language)
  const ways = pick(guideTexts, page.language)
  return (
    <Frame page={page} title={ways.waysTitle} under="readNew">
      <Crumbs page={page} trail={[{ href: draftPaths.drafts, text: words.draftsTitle }]} here={ways.waysTitle} />
      <h1>{ways.waysTitle}</h1>
      <p class="lead">{ways.waysIntro}</p>
      <h2>{ways.wayRead}</h2>
      <p>{words.uploadIntro}</p>
      {refusal && <Message tone="refused">{refusal}</Message>}
      <form method="post" enctype="multipart/form-data" class="form">
        <div class="field">
          <label class="ds-label" for="fil">
            {words.file}
          </label>
          <p class="hint" id="fil-hint">
            {words.fileHint}
          </p>
          <input
            class="file"
            type="file"
            id="fil"
            name="fil"
            accept=".docx,.pdf,.html,.htm,.md,.txt,.json"
            aria-describedby="fil-hint"
            required
          />
        </div>
        <PrimaryButton>{words.read}</PrimaryButton>
      </form>
      <ul class="agreements ways">
        <li>
          <a class="agreement" href={draftPaths.fromTemplate}>
            <span class="agreement-name">{ways.wayTemplate}</span>
            <span class="agreement-facts">{ways.wayTemplateHint}</span>
          </a>
        </li>
        <li>
          <a class="agreement" href={draftPaths.nextPeriod}>
            <span class="agreement-name">{ways.wayNext}</span>
            <span class="agreement-facts">{ways.wayNextHint}</span>
          </a>
        </li>
      </ul>
    </Frame>
  )
}
