import { commitmentPolicy } from '../commitment.policy.ts'
import { mayDoHere } from '../../../web/page-context.ts'
import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { type AgreedActivity, dayInWords, type OtherActivity, spanInWords } from '../../agreements/index.ts'
import type { AnchoringPlan } from '../anchoring.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import type { Reservation } from '../reservation.ts'
import { AnchoringRow } from './anchoring-row.tsx'
import { ContactList, MarkedSection, Question } from './marked-section.tsx'
import type { Margin } from './promise-note.tsx'
import { sideStanding } from '../side-agreement.rules.ts'
import { ReservationRow } from './reservation-note.tsx'

interface ActivityProps {
  margin: Margin
  activity: AgreedActivity
  commitments: readonly Commitment[]
  reservations: readonly Reservation[]
  plan: AnchoringPlan
}

/** One activity of the form: its questions left, its answers right, the promises of each in the margin. */
export const Activity: FC<ActivityProps> = ({ margin, activity, commitments, reservations, plan }) => {
  const words = pick(commitmentTexts, margin.page.language)
  const Heading = activity.parentId === null ? 'h2' : 'h3'
  const level = activity.parentId === null ? 3 : 4
  const facts = [
    activity.role === 'sub_agreement' && words.subAgreement,
    activity.focusAreas.length > 1 && activity.role === 'activity' && words.serves(activity.focusAreas),
    activity.ages && words.ages(activity.ages.from, activity.ages.to),
    commitments.length > 0 && words.promises(commitments.length),
  ].filter((fact) => typeof fact === 'string')
  return (
    <section class={activity.parentId === null ? 'activity' : 'activity activity-under'} id={activity.id}>
      <Heading>{activity.title}</Heading>
      {facts.length > 0 && <p class="activity-facts">{facts.join(' · ')}</p>}
      <div class="contract">
        {activity.sections.map((section, at) =>
          (section.kind === 'posts' || section.kind === 'responsible') && activity.contacts.length > 0 ? (
            <div class="contract-row">
              <Question level={level} text={section.heading} />
              <div class="answer">
                <ContactList page={margin.page} contacts={activity.contacts} />
              </div>
            </div>
          ) : (
            <MarkedSection
              margin={margin}
              heading={section.heading}
              text={section.text}
              level={level}
              promises={commitments.filter((commitment) => commitment.within?.section === at)}
              place={{ activityId: activity.id, section: at }}
            />
          ),
        )}
        <Unplaced
          margin={margin}
          level={level}
          promises={commitments.filter((commitment) => commitment.within === null)}
        />
        <ReservationRow page={margin.page} reservations={reservations} day={margin.day} level={level} />
        {activity.sections.some(({ kind }) => kind === 'anchoring') && (
          <AnchoringRow page={margin.page} slug={margin.slug} plan={plan} level={level} />
        )}
      </div>
      {mayDoHere(margin.page, commitmentPolicy.correctCommitment) && (
        <p class="activity-ways">
          <a href={`/aftaler/${margin.slug}/nyt-loefte?aktivitet=${activity.id}`}>{words.addPromise}</a>
        </p>
      )}
    </section>
  )
}

/** Promises written by hand, or whose sentence stands in a footnote: they follow the form as its last row. */
const Unplaced: FC<{ margin: Margin; level: 3 | 4; promises: readonly Commitment[] }> = ({
  margin,
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
  const heading = pick(commitmentTexts, margin.page.language).promises(promises.length)
  return <MarkedSection margin={margin} level={level} heading={heading} text={text} promises={placed} />
}

interface OtherActivityProps {
  margin: Margin
  activity: OtherActivity
  commitments: readonly Commitment[]
}

/** An activity outside the form, as one row. */
export const OtherActivityRow: FC<OtherActivityProps> = ({ margin, activity, commitments }) => {
  const placed = commitments.map((commitment) => {
    const from = activity.text.indexOf(commitment.text)
    return from < 0 ? commitment : { ...commitment, within: { section: 0, from, to: from + commitment.text.length } }
  })
  return (
    <MarkedSection
      margin={margin}
      level={3}
      heading={activity.title}
      text={activity.text}
      promises={placed}
      id={activity.id}
      place={{ activityId: activity.id, section: 0 }}
      remark={sideInWords(activity, margin)}
    />
  )
}

/** A side agreement's own days: until when it runs, when it begins, or when it ended, seen from the day of the page. */
const sideInWords = ({ validDuring }: OtherActivity, { page, day }: Margin): string | undefined => {
  const words = pick(commitmentTexts, page.language)
  const standing = sideStanding(validDuring, day)
  if (validDuring === null || standing === null) return undefined
  const { from, to } = validDuring
  if (standing === 'ended' && to !== null) return words.sideEnded(dayInWords(to, page.language))
  if (standing === 'begins' && from !== null) return words.sideBegins(dayInWords(from, page.language))
  return words.sideRuns(spanInWords(validDuring, page.language) ?? '')
}
