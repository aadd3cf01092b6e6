import type { FC } from 'hono/jsx'
import { formatDay, formatMoment } from '../../../../platform/dates.ts'
import { homeZone } from '../../../../platform/day.ts'
import { type Language, pick } from '../../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, SecondaryButton, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import type { PartnershipExport } from '../../partnership-export/partnership-export.ts'
import { partnershipExportPaths } from './partnership-export.paths.ts'
import { partnershipExportTexts } from './partnership-export.texts.ts'

interface AskView {
  readonly plans: readonly { readonly planId: string; readonly name: string }[]
  readonly exports: readonly PartnershipExport[]
  readonly typed: { readonly plan: string; readonly day: string }
  readonly error: string | null
}

/** Asks which plan and which day, and tells what comes, who sees it and how far what was asked for has come. */
export const AskForExportPage: FC<{ page: PageContext; view: AskView }> = ({ page, view }) => {
  const words = pick(partnershipExportTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="agreements">
      <Crumbs page={page} trail={[{ href: '/aftaler', text: words.agreements }]} here={words.title} />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {view.exports.length > 0 && <OwnExports page={page} exports={view.exports} />}
      <form method="post" action={partnershipExportPaths.all} class="form">
        <ChoiceField
          name="plan"
          label={words.plan}
          value={view.typed.plan}
          choices={[['', words.allPlans], ...view.plans.map(({ planId, name }) => [planId, name] as const)]}
        />
        <TextField
          name="dag"
          label={words.day}
          hint={words.dayHint}
          type="date"
          required
          value={view.typed.day}
          {...(view.error === null ? {} : { error: view.error })}
        />
        <PrimaryButton>{words.make}</PrimaryButton>
      </form>
      <section class="promise-part">
        <h2>{words.whatTitle}</h2>
        <ul>
          {words.what.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <section class="promise-part">
        <h2>{words.whoTitle}</h2>
        <p>{words.who}</p>
        <p>{words.people}</p>
      </section>
    </Frame>
  )
}

const OwnExports: FC<{ page: PageContext; exports: readonly PartnershipExport[] }> = ({ page, exports }) => {
  const words = pick(partnershipExportTexts, page.language)
  return (
    <>
      <h2>{words.yours}</h2>
      <ul class="agreements">
        {exports.map((one) => (
          <li>
            <a class="agreement" href={partnershipExportPaths.of(one.partnershipExportId)}>
              <span class="agreement-name">{nameOf(one, page.language)}</span>
              <span class="agreement-facts">
                {`${words.states[stateOf(one)]} · ${words.asked(formatMoment(one.askedAt, page.language))}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const stateOf = ({ finishedAt, failedAt }: PartnershipExport) =>
  finishedAt !== null ? 'finished' : failedAt !== null ? 'failed' : 'under_way'

const nameOf = ({ plan, day }: PartnershipExport, language: Language): string => {
  const words = pick(partnershipExportTexts, language)
  return words.of(plan ?? words.allPlans, formatDay(day, language))
}

/** One closing record: how far it is, or the file to fetch. */
export const ExportPage: FC<{ page: PageContext; made: PartnershipExport }> = ({ page, made }) => {
  const words = pick(partnershipExportTexts, page.language)
  const state = stateOf(made)
  return (
    <Frame page={page} title={`${words.one}: ${nameOf(made, page.language)}`} under="agreements">
      <Crumbs
        page={page}
        trail={[
          { href: '/aftaler', text: words.agreements },
          { href: partnershipExportPaths.all, text: words.title },
        ]}
        here={words.one}
      />
      <h1>{words.one}</h1>
      <p class="lead">{nameOf(made, page.language)}</p>
      {state === 'under_way' && <UnderWay page={page} made={made} />}
      {state === 'finished' && <Ready page={page} made={made} />}
      {state === 'failed' && (
        <>
          <Message tone="refused">{words.failed}</Message>
          <p>
            <a class="ds-button" href={partnershipExportPaths.all}>
              {words.again}
            </a>
          </p>
        </>
      )}
      <form method="post" action={partnershipExportPaths.remove(made.partnershipExportId)} class="promise-part">
        <SecondaryButton>{words.remove}</SecondaryButton>
      </form>
    </Frame>
  )
}

const UnderWay: FC<{ page: PageContext; made: PartnershipExport }> = ({ page, made }) => {
  const words = pick(partnershipExportTexts, page.language)
  const told = words.progress(made.stepsDone, made.steps)
  return (
    <div class="handover-progress">
      <b>{told}</b>
      <progress max={made.steps} value={made.stepsDone} aria-label={told} />
      <p class="hint">{words.leave}</p>
      <p>
        <a class="ds-button" href={partnershipExportPaths.of(made.partnershipExportId)}>
          {words.look}
        </a>
      </p>
    </div>
  )
}

/** So many days a closing record is kept. */
const keptDays = 7

const Ready: FC<{ page: PageContext; made: PartnershipExport }> = ({ page, made }) => {
  const words = pick(partnershipExportTexts, page.language)
  const goes = made.askedAt
    .toZonedDateTimeISO(homeZone)
    .toPlainDate()
    .add({ days: keptDays + 1 })
  return (
    <>
      <Message tone="done">{words.ready}</Message>
      <p>
        <a class="ds-button" href={partnershipExportPaths.file(made.partnershipExportId)}>
          {words.fetch(words.megabytes(megabytes(made.size ?? 0, page.language)))}
        </a>
      </p>
      <p class="hint">{words.goes(formatDay(goes, page.language))}</p>
      <p class="hint">
        {words.hash}: <code class="sign-hash">{made.sha256}</code>
      </p>
    </>
  )
}

const megabytes = (bytes: number, language: Language): string => {
  const told = Math.max(0.1, bytes / 1_000_000).toFixed(1)
  return language === 'da' ? told.replace('.', ',') : told
}
