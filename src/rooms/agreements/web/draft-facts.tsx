import type { Child, FC } from 'hono/jsx'
import { type Language, pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type {
  AgreedActivity,
  AgreementDocument,
  OtherActivity,
  ReadCommitment,
  SourcePlace,
} from '../agreement-format.ts'
import { agreementTexts } from '../agreement.texts.ts'
import type { Draft } from '../agreement.ts'
import { dayInWords, moneyInWords, spanInWords } from '../documents/document-words.ts'
import { termInWords } from '../documents/term-words.ts'
import type { ShapeName } from '../draft-fields.ts'
import { draftPaths } from './draft.paths.ts'

interface FactsProps {
  page: PageContext
  draft: Draft
}

/** Every fact of the draft, part by part. */
export const DraftFacts: FC<FactsProps> = ({ page, draft }) => {
  const words = pick(agreementTexts, page.language)
  const { document } = draft
  const shared = { page, draftId: draft.draftId }
  return (
    <div class="parts">
      <Header page={page} draft={draft} />
      <Part
        {...shared}
        title={words.goals}
        list="goals"
        shape="goal"
        things={document.goals}
        say={(goal) => goal.text}
      />
      <Part
        {...shared}
        title={words.policyGoals}
        list="policyGoals"
        shape="goal"
        things={document.policyGoals}
        say={(goal) => goal.text}
      />
      <Part
        {...shared}
        title={words.contacts}
        list="contacts"
        shape="contact"
        things={document.contacts}
        say={contactLine}
      />
      <Part
        {...shared}
        title={words.frames}
        list="frames"
        shape="frame"
        things={document.frames}
        say={(frame) =>
          [frame.plan, frame.amountOere === null ? words.noMoney : moneyInWords(frame.amountOere, page.language)].join(
            ': ',
          )
        }
      />
      {document.activities.map((activity, at) => (
        <Activity {...shared} activity={activity} at={at} />
      ))}
      <Part
        {...shared}
        title={words.otherParties}
        list="otherParties"
        shape="other_party"
        things={document.otherParties}
        say={(party) => [party.name, party.contact, party.email].filter(Boolean).join(', ')}
      />
      {document.otherActivities.map((activity, at) => (
        <OtherActivityPart {...shared} activity={activity} at={at} />
      ))}
      <Part
        {...shared}
        title={words.footnotes}
        list="footnotes"
        shape="footnote"
        things={document.footnotes}
        say={(footnote) => `${footnote.mark} ${footnote.text}`}
      />
    </div>
  )
}

interface SharedProps {
  page: PageContext
  draftId: string
}

const Header: FC<FactsProps> = ({ page, draft }) => {
  const words = pick(agreementTexts, page.language)
  const { document } = draft
  return (
    <Opening title={words.header} count={null} isOpen>
      <dl class="header-facts">
        {headerFacts(document, page.language).map(([field, text]) => (
          <div>
            <dt>{words.fields[field]}</dt>
            <dd class={text ? undefined : 'missing'}>{text || words.nothing}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={draftPaths.field(draft.draftId, '')}>{words.correct}</a>
      </p>
    </Opening>
  )
}

const headerFacts = (document: AgreementDocument, language: Language): [string, string | null][] => [
  ['title', document.title],
  ['focusArea', document.focusArea],
  ['municipality', document.municipality],
  ['district', document.district],
  ['leadParty', document.leadParty],
  ['signedOn', document.signedOn && dayInWords(document.signedOn, language)],
  ['validDuring.from', document.validDuring?.from ? dayInWords(document.validDuring.from, language) : null],
  ['validDuring.to', document.validDuring?.to ? dayInWords(document.validDuring.to, language) : null],
  ['caseNumber', document.caseNumber],
  ['documentNumber', document.documentNumber],
]

const contactLine = (contact: AgreedActivity['contacts'][number]): string =>
  [
    contact.party,
    contact.plan,
    contact.unit,
    contact.post,
    contact.holder && `${contact.provisional ? 'pt. ' : ''}${contact.holder}`,
  ]
    .filter(Boolean)
    .join(' · ')

const promiseLine = (promise: ReadCommitment, page: PageContext): string => {
  const words = pick(agreementTexts, page.language)
  const term = termInWords(promise.notation, page.language)
  return [words.choices[promise.kind], promise.owedBy.join(', '), term, `"${promise.text}"`].filter(Boolean).join(' · ')
}

const Activity: FC<SharedProps & { activity: AgreedActivity; at: number }> = ({ page, draftId, activity, at }) => {
  const words = pick(agreementTexts, page.language)
  const list = (name: string) => `activities.${at}.${name}`
  const shared = { page, draftId, isInner: true }
  const money = (amount: AgreedActivity['amounts'][number]) =>
    [
      moneyInWords(amount.amountOere, page.language),
      amount.per,
      amount.payer && `${amount.payer} → ${amount.payee ?? ''}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Opening title={activity.title} count={activity.commitments.length}>
      <p>
        {activity.ages && `${activity.ages.from ?? ''}–${activity.ages.to ?? ''} · `}
        <a href={draftPaths.field(draftId, `activities.${at}`)}>{words.correct}</a>
      </p>
      <Part
        {...shared}
        title={words.commitments}
        list={list('commitments')}
        shape="commitment"
        things={activity.commitments}
        say={(promise) => promiseLine(promise, page)}
      />
      <Part
        {...shared}
        title={words.contacts}
        list={list('contacts')}
        shape="contact"
        things={activity.contacts}
        say={contactLine}
      />
      <Part
        {...shared}
        title={words.venues}
        list={list('venues')}
        shape="venue"
        things={activity.venues}
        say={(venue) => [venue.name, venue.area].filter(Boolean).join(', ')}
      />
      <Part
        {...shared}
        title={words.amounts}
        list={list('amounts')}
        shape="amount"
        things={activity.amounts}
        say={money}
      />
      <Part
        {...shared}
        title={words.reservations}
        list={list('reservations')}
        shape="reservation"
        things={activity.reservations}
        say={(reservation) => reservation.text}
      />
      <Part
        {...shared}
        title={words.sections}
        list={list('sections')}
        shape="section"
        things={activity.sections}
        say={(section) => section.heading}
      />
    </Opening>
  )
}

const OtherActivityPart: FC<SharedProps & { activity: OtherActivity; at: number }> = ({
  page,
  draftId,
  activity,
  at,
}) => {
  const words = pick(agreementTexts, page.language)
  return (
    <Opening title={activity.title} count={activity.commitments.length}>
      <p>
        {activity.validDuring && `${spanInWords(activity.validDuring, page.language)} · `}
        <a href={draftPaths.field(draftId, `otherActivities.${at}`)}>{words.correct}</a>
      </p>
      <Part
        page={page}
        draftId={draftId}
        isInner
        title={words.commitments}
        list={`otherActivities.${at}.commitments`}
        shape="commitment"
        things={activity.commitments}
        say={(promise) => promiseLine(promise, page)}
      />
    </Opening>
  )
}

const Opening: FC<{ title: string; count: number | null; isOpen?: boolean; children?: Child }> = (part) => (
  <details class="part" open={part.isOpen}>
    <summary>
      <h2>{part.title}</h2>
      {part.count !== null && <span class="part-count">{part.count}</span>}
    </summary>
    {part.children}
  </details>
)

interface PartProps<Thing> extends SharedProps {
  title: string
  /** The list's path in the draft. */
  list: string
  shape: ShapeName
  things: readonly Thing[]
  say: (thing: Thing) => string
  isInner?: boolean
}

const Part = <Thing extends { source: SourcePlace }>(part: PartProps<Thing>) => {
  const words = pick(agreementTexts, part.page.language)
  const body = (
    <>
      <ul class="facts-read">
        {part.things.map((thing, at) => (
          <li>
            <span class="fact-read">{part.say(thing)}</span>
            <span class="fact-ways">
              {thing.source.line > 0 && (
                <a href={draftPaths.line(thing.source.line)}>{words.line(thing.source.line)}</a>
              )}
              <a href={draftPaths.field(part.draftId, `${part.list}.${at}`)}>{words.correct}</a>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={draftPaths.field(part.draftId, `${part.list}.+`)}>{words.add(words.shapes[part.shape])}</a>
      </p>
    </>
  )
  if (!part.isInner)
    return (
      <Opening title={part.title} count={part.things.length}>
        {body}
      </Opening>
    )
  return (
    <section class="inner-part">
      <h3>
        {part.title} <span class="part-count">{part.things.length}</span>
      </h3>
      {body}
    </section>
  )
}
