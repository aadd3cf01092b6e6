import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { PrimaryButton } from '../../../web/components.tsx'
import { formText } from '../../../web/form-text.ts'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { type PageContext, pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { type AgreementVersion, getVersionOn } from '../../agreements/index.ts'
import type { CommitmentReading } from '../commitment.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { addCommitment } from '../correct-commitment.ts'
import { type FormError, readReading } from '../promise.forms.ts'
import { toNotation } from '../reading/to-notation.ts'
import { troubleWith } from '../standings.ts'
import { lookAt } from './look-at.ts'
import { ReadingFields } from './promise-forms.tsx'
import { promiseTexts } from './promise.texts.ts'
import { promisePath } from './show-promise.tsx'

const blank: CommitmentReading = { kind: 'task', text: '', owedBy: [], owedTo: [], notation: '' }

/** `/aftaler/:slug/nyt-loefte?aktivitet=a2`: a promise written by hand under an activity. */
export const addPromiseRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const versionToAddTo = (c: WebContext) =>
    readAs(platform, c.get('actor'), async (tx) => {
      const version = await getVersionOn(tx, c.req.param('slug') ?? '', today(platform.clock))
      await lookAt(c, tx, version, commitmentPolicy.correctCommitment)
      requirePermission(c.get('actor'), commitmentPolicy.correctCommitment, c.get('sight')?.toThing)
      return version
    })

  routes.get('/aftaler/:slug/nyt-loefte', async (c) => {
    const version = await versionToAddTo(c)
    const activityId = c.req.query('aktivitet') ?? ''
    return c.html(<AddPromisePage page={pageContext(c)} version={version} activityId={activityId} typed={null} />)
  })

  routes.post('/aftaler/:slug/nyt-loefte', async (c) => {
    const form = await c.req.formData()
    const version = await versionToAddTo(c)
    const activityId = formText(form, 'aktivitet')
    const { value: reading, errors: misread } = readReading((name) => formText(form, name), toNotation)
    const { inForceDuring } = version
    const trouble = misread.size > 0 ? null : troubleWith({ ...reading, inForceDuring }, today(platform.clock))
    const errors = trouble === null ? misread : new Map([['frist', trouble]])
    if (errors.size > 0 || !activitiesOf(version).some((activity) => activity.id === activityId)) {
      const typed = { reading, term: formText(form, 'frist'), errors }
      return c.html(
        <AddPromisePage page={pageContext(c)} version={version} activityId={activityId} typed={typed} />,
        422,
      )
    }
    const { agreementVersionId } = version
    const commitmentId = await addCommitment(platform, c.get('actor'), { agreementVersionId, activityId, reading })
    return c.redirect(promisePath(commitmentId), 303)
  })
  return routes
}

const activitiesOf = ({ document }: AgreementVersion) => [...document.activities, ...document.otherActivities]

interface AddProps {
  page: PageContext
  version: AgreementVersion
  activityId: string
  typed: { reading: CommitmentReading; term: string; errors: ReadonlyMap<string, FormError> } | null
}

const AddPromisePage: FC<AddProps> = ({ page, version, activityId, typed }) => {
  const words = pick(promiseTexts, page.language)
  const { slug, document } = version
  return (
    <Frame page={page} title={words.add} under="promises">
      <Crumbs page={page} trail={[{ href: `/aftaler/${slug}`, text: document.focusArea ?? slug }]} here={words.add} />
      <h1>{words.add}</h1>
      <form method="post" class="form" action={`/aftaler/${slug}/nyt-loefte`}>
        <div class="field">
          <label class="ds-label" for="aktivitet">
            {words.activity}
          </label>
          <select class="ds-input" id="aktivitet" name="aktivitet">
            {activitiesOf(version).map((activity) => (
              <option value={activity.id} selected={activity.id === activityId}>
                {activity.title}
              </option>
            ))}
          </select>
        </div>
        <ReadingFields
          page={page}
          reading={typed?.reading ?? blank}
          term={typed?.term ?? ''}
          {...(typed ? { errors: typed.errors } : {})}
        />
        <div class="actions">
          <PrimaryButton>{words.save}</PrimaryButton>
        </div>
      </form>
    </Frame>
  )
}
