import type { FC } from 'hono/jsx'
import { formatDay, formatMoment, monthName } from '../../../platform/dates.ts'
import { homeZone } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { Consent, ListedWord } from '../consent/consent.ts'
import { consentStanding } from '../consent/consent.rules.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import { factsOf } from '../consent/record.ts'
import type { Look } from '../own-record/look.queries.ts'
import type { OwnRecord, OwnRecords } from '../own-record/own-record.ts'
import { residentTexts } from '../own-record/resident.texts.ts'
import { ConsentFacts } from './consent-facts.tsx'
import { ownRecordPath } from './consent.paths.ts'
import type { Names } from './directory.ts'

export interface OwnProps {
  page: PageContext
  own: OwnRecords
  names: Names
  dataKinds: readonly ListedWord[]
  purposes: readonly ListedWord[]
  message?: { tone: 'done' | 'refused'; words: string } | undefined
  /** As a file to keep: nothing to press. */
  isFile?: boolean
}

/** What is kept about a resident and their children, who may see it, who has looked, and what they can do about it. */
export const OwnRecordPage: FC<OwnProps> = (props) => {
  const { page, own, message } = props
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.title}>
      {message && <Message tone={message.tone}>{message.words}</Message>}
      <h1>{words.title}</h1>
      <p class="lead">{words.closes}</p>
      <OwnContent {...props} />
      <section class="consent-group own-ways">
        <h2>{words.ways}</h2>
        <p class="actions">
          <a href={`${ownRecordPath}/hent.html`}>{words.takeOutHtml}</a>
          <a href={`${ownRecordPath}/hent.json`}>{words.takeOutJson}</a>
        </p>
        {own.records.map((record) => (
          <Wishes page={page} record={record} />
        ))}
      </section>
      <form method="post" action={`${ownRecordPath}/luk`} class="own-close">
        <PrimaryButton>{words.close}</PrimaryButton>
      </form>
    </Frame>
  )
}

/** The records themselves, on the page and in the file. */
export const OwnContent: FC<OwnProps> = (props) => (
  <>
    {props.own.records.map((record) => (
      <Record {...props} record={record} />
    ))}
    <Requests {...props} />
  </>
)

type RecordProps = OwnProps & { record: OwnRecord }

const headingOf = (page: PageContext, { isSelf, subject }: OwnRecord): string => {
  const words = pick(residentTexts, page.language)
  return isSelf ? words.aboutSelf : words.aboutChild(subject.called)
}

const Record: FC<RecordProps> = (props) => {
  const { page, record, names } = props
  const words = pick(residentTexts, page.language)
  const { subject } = record
  const { birthMonth } = subject
  const registeredOn = subject.registeredAt.toZonedDateTimeISO(homeZone).toPlainDate()
  const facts: [string, string | null][] = [
    [words.called, subject.called],
    [words.born, birthMonth && `${monthName(birthMonth.month, page.language)} ${birthMonth.year}`],
    [words.mailKept, subject.mail],
    [words.phone, subject.phone],
    [words.guardians, record.guardianships.length === 0 ? null : words.guardiansKept(record.guardianships.length)],
  ]
  return (
    <section class="own-record">
      <h2>{headingOf(page, record)}</h2>
      <dl class="summary consent-facts">
        {facts.map(([term, fact]) =>
          fact === null ? null : (
            <div>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ),
        )}
      </dl>
      <p class="hint">
        {words.registered(
          formatDay(registeredOn, page.language),
          names.get(subject.registeredPostId ?? '') ?? words.formerPost,
        )}{' '}
        {words.kept}
      </p>
      <h3>{words.consents}</h3>
      {record.consents.length === 0 && <p class="hint">{words.noConsents}</p>}
      {inForceFirst(props).map((consent) => (
        <OwnConsent {...props} consent={consent} />
      ))}
      <Looks {...props} />
    </section>
  )
}

const order = ['in_force', 'waiting_for', 'not_yet', 'withdrawn', 'expired']

const inForceFirst = ({ record, page }: RecordProps): Consent[] => {
  const rank = (consent: Consent) => order.indexOf(consentStanding(factsOf(record, consent), page.today).state)
  return record.consents.toSorted((a, b) => rank(a) - rank(b))
}

const OwnConsent: FC<RecordProps & { consent: Consent }> = (props) => {
  const { page, record, consent, names, isFile } = props
  const words = pick(residentTexts, page.language)
  const { state } = consentStanding(factsOf(record, consent), page.today)
  const who = consent.circle.flatMap(({ postId, organisationId }) => names.get(postId ?? organisationId ?? '') ?? [])
  return (
    <article class="own-consent">
      <p class={`consent-state consent-${state}`}>{pick(consentTexts, page.language).states[state]}</p>
      <ConsentFacts {...props} read={{ consent }} />
      <p>{state === 'in_force' ? words.seenBy(who.join(', ')) : words.notSeen}</p>
      {isFile !== true &&
        state !== 'withdrawn' &&
        state !== 'expired' &&
        record.withdrawable.has(consent.consentId) && (
          <details>
            <summary>{words.withdraw}</summary>
            <form method="post" action={`${ownRecordPath}/tilbagekald`}>
              <p>{words.withdrawSure}</p>
              <input type="hidden" name="samtykke" value={consent.consentId} />
              <SecondaryButton>{words.withdrawNow}</SecondaryButton>
            </form>
          </details>
        )}
    </article>
  )
}

const Looks: FC<RecordProps> = ({ page, record, names, isFile }) => {
  const words = pick(residentTexts, page.language)
  const by = ({ by: kind, postId }: Look): string => {
    if (kind === 'program') return words.program
    return kind === 'resident' ? words.resident : (names.get(postId ?? '') ?? words.formerPost)
  }
  const verbs: Readonly<Record<string, string>> = words.verbs
  return (
    <details open={isFile}>
      <summary>{words.looks}</summary>
      {record.looks.length === 0 && <p class="hint">{words.noLooks}</p>}
      <ul class="looks">
        {record.looks.map((look) => (
          <li>
            <span>
              {by(look)} {verbs[look.verb] ?? words.otherVerb}
            </span>
            <span class="hint">{formatMoment(look.happenedAt, page.language)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Wishes: FC<{ page: PageContext; record: OwnRecord }> = ({ page, record }) => {
  const words = pick(residentTexts, page.language)
  const id = record.subject.dataSubjectId
  return (
    <>
      <h3>{headingOf(page, record)}</h3>
      <details>
        <summary>{words.correction}</summary>
        <form method="post" action={`${ownRecordPath}/anmod`} class="form">
          <input type="hidden" name="om" value={id} />
          <input type="hidden" name="hvad" value="correction" />
          <TextField name={`tekst-${id}-ret`} label={words.correctionWhat} hint={words.correctionHint} rows={3} />
          <p class="actions">
            <PrimaryButton>{words.send_request}</PrimaryButton>
          </p>
        </form>
      </details>
      <details>
        <summary>{words.deletion}</summary>
        <form method="post" action={`${ownRecordPath}/anmod`} class="form">
          <p>{words.deletionSure}</p>
          <input type="hidden" name="om" value={id} />
          <input type="hidden" name="hvad" value="deletion" />
          <TextField name={`tekst-${id}-slet`} label={words.deletionWhy} hint={words.correctionHint} rows={2} />
          <p class="actions">
            <SecondaryButton>{words.deleteNow}</SecondaryButton>
          </p>
        </form>
      </details>
    </>
  )
}

const Requests: FC<OwnProps> = ({ page, own }) => {
  const words = pick(residentTexts, page.language)
  if (own.requests.length === 0) return null
  return (
    <section class="consent-group">
      <h2>{words.requests}</h2>
      <ul class="consent-answers">
        {own.requests.map((request) => (
          <li>
            <p>
              <b>{words.requestKinds[request.kind]}</b>
              <span class="hint">
                {words.requestNumber(request.number, formatMoment(request.receivedAt, page.language))}
              </span>
            </p>
            {request.text !== '' && <p>{request.text}</p>}
            <p class="hint">{request.answer ?? words.requestOpen}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
