import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AgreedActivity, AgreementVersion, OtherActivity } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import { ContractSummary } from './contract-summary.tsx'
import { ContactList, MarkedSection, Question } from './marked-section.tsx'

interface LivingContractProps {
  page: PageContext
  version: AgreementVersion
  commitments: readonly Commitment[]
}

/** The contract in its own two-column form, with what each promise was read as in the margin. */
export const LivingContractPage: FC<LivingContractProps> = ({ page, version, commitments }) => {
  const words = pick(commitmentTexts, page.language)
  const { document } = version
  const name = document.focusArea ?? document.title ?? version.slug
  return (
    <Frame page={page} title={name} under="agreements" wide>
      <Crumbs page={page} trail={[{ href: '/aftaler', text: words.agreements }]} here={name} />
      <ContractSummary page={page} version={version} commitments={commitments} />
      <Contents page={page} version={version} />
      {document.activities.map((activity) => (
        <Activity
          page={page}
          slug={version.slug}
          activity={activity}
          commitments={commitments.filter((commitment) => commitment.readingId.startsWith(`${activity.id}/`))}
        />
      ))}
      {document.otherActivities.length > 0 && (
        <section class="activity" id="oevrige-aktiviteter">
          <h2>{words.otherActivities}</h2>
          <div class="contract">
            {document.otherActivities.map((activity) => (
              <OtherActivityRow
                page={page}
                slug={version.slug}
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

interface ActivityProps {
  page: PageContext
  slug: string
  activity: AgreedActivity
  commitments: readonly Commitment[]
}

const Activity: FC<ActivityProps> = ({ page, slug, activity, commitments }) => {
  const words = pick(commitmentTexts, page.language)
  const Heading = activity.parentId === null ? 'h2' : 'h3'
  const level = activity.parentId === null ? 3 : 4
  const facts = [
    activity.ages && words.ages(activity.ages.from, activity.ages.to),
    commitments.length > 0 && words.promises(commitments.length),
  ].filter((fact) => typeof fact === 'string')
  return (
    <section class={activity.parentId === null ? 'activity' : 'activity activity-under'} id={activity.id}>
      <Heading>{activity.title}</Heading>
      {facts.length > 0 && <p class="activity-facts">{facts.join(' · ')}</p>}
      <div class="contract">
        {activity.sections.map((section, at) =>
          section.kind === 'posts' && activity.contacts.length > 0 ? (
            <div class="contract-row">
              <Question level={level} text={section.heading} />
              <div class="answer">
                <ContactList page={page} contacts={activity.contacts} />
              </div>
            </div>
          ) : (
            <MarkedSection
              page={page}
              slug={slug}
              heading={section.heading}
              text={section.text}
              level={level}
              promises={commitments.filter((commitment) => commitment.within?.section === at)}
            />
          ),
        )}
        <Unplaced
          page={page}
          slug={slug}
          level={level}
          promises={commitments.filter((commitment) => commitment.within === null)}
        />
      </div>
    </section>
  )
}

/** Promises written by hand, or whose sentence stands in a footnote: they follow the form as its last row. */
const Unplaced: FC<{ page: PageContext; slug: string; level: 3 | 4; promises: readonly Commitment[] }> = ({
  page,
  slug,
  level,
  promises,
}) => {
  if (promises.length === 0) return <></>
  const text = promises.map((promise) => promise.text.replaceAll('\n', ' ')).join('\n')
  let from = 0
  const placed = promises.map((promise) => {
    const at = from
    from += promise.text.length + 1
    return { ...promise, within: { section: 0, from: at, to: at + promise.text.length } }
  })
  const heading = pick(commitmentTexts, page.language).promises(promises.length)
  return <MarkedSection page={page} slug={slug} level={level} heading={heading} text={text} promises={placed} />
}

const OtherActivityRow: FC<{
  page: PageContext
  slug: string
  activity: OtherActivity
  commitments: readonly Commitment[]
}> = ({ page, slug, activity, commitments }) => {
  const placed = commitments.map((commitment) => {
    const from = activity.text.indexOf(commitment.text)
    return from < 0 ? commitment : { ...commitment, within: { section: 0, from, to: from + commitment.text.length } }
  })
  return (
    <MarkedSection
      page={page}
      slug={slug}
      level={3}
      heading={activity.title}
      text={activity.text}
      promises={placed}
      id={activity.id}
    />
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
