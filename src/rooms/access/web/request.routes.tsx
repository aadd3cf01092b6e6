import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { findId } from '../../../platform/id.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { PrimaryButton, TextField } from '../../../web/components.tsx'
import { formText } from '../../../web/form-text.ts'
import { Frame } from '../../../web/layout.tsx'
import { type PageContext, pageContext, type WebEnv } from '../../../web/page-context.ts'
import { answerRequest, listOpenRequests } from '../own-record/make-request.ts'
import type { SubjectRequest } from '../own-record/request.queries.ts'
import { residentPolicy } from '../own-record/resident.policy.ts'
import { residentTexts } from '../own-record/resident.texts.ts'
import { requestsPath } from './consent.paths.ts'

/** `/anmodninger`: what residents asked for, for the data-protection officer. */
export const requestRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get(requestsPath, async (c) => {
    const requests = await listOpenRequests(platform, c.get('actor'))
    c.set('sight', { permission: residentPolicy.listRequests, toThing: new Set() })
    return c.html(<RequestsPage page={pageContext(c)} requests={requests} />)
  })
  routes.post(requestsPath, async (c) => {
    const form = await c.req.formData()
    const subjectRequestId = findId(formText(form, 'anmodning'))
    const answer = formText(form, `svar-${subjectRequestId}`).trim()
    if (subjectRequestId === undefined) throw new Refused('request_not_found')
    if (answer !== '') await answerRequest(platform, c.get('actor'), { subjectRequestId, answer })
    return c.redirect(requestsPath, 303)
  })
  return routes
}

const RequestsPage: FC<{ page: PageContext; requests: readonly SubjectRequest[] }> = ({ page, requests }) => {
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.officerTitle} under="protection">
      <h1>{words.officerTitle}</h1>
      <p class="lead">{words.officerIntro}</p>
      {requests.length === 0 && <p class="empty">{words.officerNone}</p>}
      <ul class="consent-answers">
        {requests.map((request) => (
          <RequestRow page={page} request={request} />
        ))}
      </ul>
    </Frame>
  )
}

const RequestRow: FC<{ page: PageContext; request: SubjectRequest }> = ({ page, request }) => {
  const words = pick(residentTexts, page.language)
  const { answeredAt, deletedAtOnce } = request
  return (
    <li>
      <p>
        <b>{words.requestKinds[request.kind]}</b>
        <span class="hint">{words.requestNumber(request.number, formatMoment(request.receivedAt, page.language))}</span>
      </p>
      {request.text !== '' && <p>{request.text}</p>}
      <p class="hint">
        {request.dataSubjectId === null ? words.officerGone : deletedAtOnce > 0 && words.officerAtOnce(deletedAtOnce)}
      </p>
      {answeredAt === null ? (
        <form method="post" action={requestsPath} class="form">
          <input type="hidden" name="anmodning" value={request.subjectRequestId} />
          <TextField name={`svar-${request.subjectRequestId}`} label={words.answer} rows={2} required />
          <p class="actions">
            <PrimaryButton>{words.answerSend}</PrimaryButton>
          </p>
        </form>
      ) : (
        <p>
          {request.answer} <span class="hint">{words.answered(formatMoment(answeredAt, page.language))}</span>
        </p>
      )}
    </li>
  )
}
