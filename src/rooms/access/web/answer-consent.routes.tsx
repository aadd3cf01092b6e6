import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { readAs } from '../../../platform/database/index.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Message, PrimaryButton, SecondaryButton } from '../../../web/components.tsx'
import { formText } from '../../../web/form-text.ts'
import { Frame } from '../../../web/layout.tsx'
import { type PageContext, pageContext, type WebEnv } from '../../../web/page-context.ts'
import { consentPolicy } from '../consent/consent.policy.ts'
import { listConsentPurposes, listDataKinds } from '../consent/consent.queries.ts'
import { answerByLink, readAskedConsent } from '../own-record/consent-link.ts'
import { residentDesk } from '../own-record/resident.ts'
import { residentTexts } from '../own-record/resident.texts.ts'
import { ConsentFacts, type ConsentProps } from './consent-facts.tsx'
import { answerPath, ownRecordPath } from './consent.paths.ts'
import { type Directory, namesOf } from './directory.ts'

/** `/samtykke/:token`: a family reads what is asked and answers, on a phone, without an account. */
export const answerConsentRoutes = (platform: Platform, directory: Directory): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.use('/samtykke/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  routes.get('/samtykke/svaret', (c) =>
    c.html(<AnsweredPage page={pageContext(c)} isYes={c.req.query('svar') === 'ja'} />),
  )

  routes.get('/samtykke/:token', async (c) => {
    const token = c.req.param('token')
    const asked = await readAskedConsent(platform, token, c.get('requestId') ?? null)
    const lists = await readAs(platform, residentDesk, async (tx) => ({
      names: await namesOf(tx, directory),
      dataKinds: await listDataKinds(tx),
      purposes: await listConsentPurposes(tx),
    }))
    c.set('sight', { permission: consentPolicy.answerByLink, toThing: new Set(['self']) })
    const called = asked.giverId === asked.record.subject.dataSubjectId ? null : asked.record.subject.called
    return c.html(
      <AnswerPage page={pageContext(c)} token={token} called={called} read={{ consent: asked.consent }} {...lists} />,
    )
  })

  routes.post('/samtykke/:token', async (c) => {
    const isYes = formText(await c.req.formData(), 'svar') === 'ja'
    await answerByLink(platform, { token: c.req.param('token'), isYes, requestId: c.get('requestId') ?? null })
    return c.redirect(`/samtykke/svaret?svar=${isYes ? 'ja' : 'nej'}`, 303)
  })
  return routes
}

interface AnswerProps extends Pick<ConsentProps, 'page' | 'names' | 'dataKinds' | 'purposes'> {
  token: string
  /** The child it is about; null where it is about the reader. */
  called: string | null
  read: Pick<ConsentProps['read'], 'consent'>
}

const AnswerPage: FC<AnswerProps> = (props) => {
  const { page, token, called } = props
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.answerTitle}>
      <h1>{words.answerTitle}</h1>
      <p class="lead">{words.answerIntro(called ?? words.you)}</p>
      <ConsentFacts {...props} />
      <p>{words.answerRights}</p>
      <form method="post" action={answerPath(token)} class="answer-form">
        <PrimaryButton name="svar" value="ja">
          {words.yes}
        </PrimaryButton>
        <SecondaryButton name="svar" value="nej">
          {words.no}
        </SecondaryButton>
      </form>
    </Frame>
  )
}

const AnsweredPage: FC<{ page: PageContext; isYes: boolean }> = ({ page, isYes }) => {
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.answerTitle}>
      <Message tone="done">{isYes ? words.answeredYes : words.answeredNo}</Message>
      <h1>{words.answerTitle}</h1>
      <p>{words.answeredMore}</p>
      <p>
        <a href={ownRecordPath}>{words.see}</a>
      </p>
    </Frame>
  )
}
