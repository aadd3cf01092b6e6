import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { Day } from '../../../platform/day.ts'
import type { AgreementVersion, AroundVersion, VersionInTurn } from '../../agreements/index.ts'
import { type AnchoringPlan, noPlan } from '../anchoring.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import type { Reservation } from '../reservation.ts'
import type { Standings } from '../standings.ts'
import { ContractSummary } from './contract-summary.tsx'
import type { ClauseMarks } from './revision/clause-marks.ts'
import { Versions } from './revision/versions.tsx'
import { Activity, OtherActivityRow } from './contract-activity.tsx'

interface LivingContractProps {
  page: PageContext
  version: AgreementVersion
  commitments: readonly Commitment[]
  standings: Standings
  reservations: readonly Reservation[]
  /** Who carries each activity on, by activity; undefined where nobody has planned any. */
  plans: ReadonlyMap<string, AnchoringPlan> | undefined
  around: AroundVersion
  /** The day the states are told for. */
  day: Day
  marks: ClauseMarks
  versions: readonly VersionInTurn[]
}

/** The contract in its own two-column form, with how each promise stands in the margin. */
export const LivingContractPage: FC<LivingContractProps> = ({
  page,
  version,
  commitments,
  standings,
  reservations,
  plans,
  around,
  day,
  marks,
  versions,
}) => {
  const words = pick(commitmentTexts, page.language)
  const { document } = version
  const margin = { page, slug: version.slug, standings, day, marks }
  const name = document.focusArea ?? document.title ?? version.slug
  return (
    <Frame page={page} title={name} under="agreements" wide>
      <Crumbs page={page} trail={[{ href: atDay(page, '/aftaler'), text: words.agreements }]} here={name} />
      <ContractSummary
        page={page}
        version={version}
        commitments={commitments}
        standings={standings}
        around={around}
        day={day}
      >
        <Versions page={page} slug={version.slug} versions={versions} />
      </ContractSummary>
      <Contents page={page} version={version} />
      {document.activities.map((activity) => (
        <Activity
          margin={margin}
          activity={activity}
          reservations={reservations.filter((reservation) => reservation.activityId === activity.id)}
          plan={plans?.get(activity.id) ?? noPlan(activity.id)}
          commitments={commitments.filter((commitment) => commitment.readingId.startsWith(`${activity.id}/`))}
        />
      ))}
      {document.otherActivities.length > 0 && (
        <section class="activity" id="oevrige-aktiviteter">
          <h2>{words.otherActivities}</h2>
          <div class="contract">
            {document.otherActivities.map((activity) => (
              <OtherActivityRow
                margin={margin}
                activity={activity}
                commitments={commitments.filter((commitment) => commitment.readingId.startsWith(`${activity.id}/`))}
              />
            ))}
          </div>
        </section>
      )}
      <OtherParties page={page} version={version} />
      <Footnotes page={page} version={version} />
    </Frame>
  )
}

const Contents: FC<{ page: PageContext; version: AgreementVersion }> = ({ page, version }) => {
  const words = pick(commitmentTexts, page.language)
  const { activities, otherActivities, otherParties } = version.document
  return (
    <nav class="contents" aria-label={words.contents}>
      <h2>{words.contents}</h2>
      <ul>
        {activities.map((activity) => (
          <li class={activity.parentId === null ? undefined : 'contents-under'}>
            <a href={`#${activity.id}`}>{activity.title}</a>
          </li>
        ))}
        {otherActivities.length > 0 && (
          <li>
            <a href="#oevrige-aktiviteter">{words.otherActivities}</a>
          </li>
        )}
        {otherParties.length > 0 && (
          <li>
            <a href="#oevrige-parter">{words.otherParties}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

const OtherParties: FC<{ page: PageContext; version: AgreementVersion }> = ({ page, version }) => {
  const words = pick(commitmentTexts, page.language)
  const { otherParties } = version.document
  if (otherParties.length === 0) return <></>
  return (
    <section class="activity" id="oevrige-parter">
      <h2>{words.otherParties}</h2>
      <ul class="parties">
        {otherParties.map((party) => (
          <li>
            <strong>{party.name}</strong>
            {party.contact && <span>{` · ${words.contact}: ${party.contact}`}</span>}
            {party.email && (
              <span>
                {' · '}
                <a href={`mailto:${party.email}`}>{party.email}</a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Footnotes: FC<{ page: PageContext; version: AgreementVersion }> = ({ page, version }) => {
  const { footnotes } = version.document
  if (footnotes.length === 0) return <></>
  return (
    <section class="activity" id="noter">
      <h2>{pick(commitmentTexts, page.language).footnotes}</h2>
      <dl class="footnotes">
        {footnotes.map((footnote) => (
          <div>
            <dt>{footnote.mark}</dt>
            <dd>{footnote.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
