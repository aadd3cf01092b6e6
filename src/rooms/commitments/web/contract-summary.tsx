import { agreementPolicy } from '../../agreements/index.ts'
import type { Child, FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import {
  type AgreementDocument,
  type AgreementVersion,
  type AroundVersion,
  type CommitmentKind,
  displayTitle,
  dayInWords,
  journalTexts,
  moneyInWords,
  signatureTexts,
  spanInWords,
} from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import type { Standings } from '../standings.ts'
import { stateTexts } from '../state/state.texts.ts'
import type { CommitmentState } from '../state/state.ts'
import { anchoringTexts } from './anchoring.texts.ts'
import { ContactList } from './marked-section.tsx'
import { noticeTexts } from './notice.texts.ts'
import { filterQuery, listPath } from './promise-list-filter.ts'

interface SummaryProps {
  page: PageContext
  version: AgreementVersion
  commitments: readonly Commitment[]
  standings: Standings
  around: AroundVersion
  day: Day
  /** The versions there are, and the ways to change the agreement. */
  children?: Child
}

/** The top of the living contract: what it is, from when to when, who takes part, the money, and how many promises of each kind. */
export const ContractSummary: FC<SummaryProps> = (summary) => {
  const { page, version, commitments, standings, around, day, children } = summary
  const words = pick(commitmentTexts, page.language)
  const { document } = version
  return (
    <header class="contract-summary">
      <h1>{displayTitle(document) ?? document.focusArea}</h1>
      <p class="lead">
        {[
          document.focusArea,
          document.validDuring && spanInWords(document.validDuring, page.language),
          words.version(version.number),
          document.signedOn && words.signed(dayInWords(document.signedOn, page.language)),
          version.isPublished ? words.forAll : words.onlyParties,
        ]
          .filter(Boolean)
          .join('\u00a0· ')}
      </p>
      {children}
      <StateCounts page={page} slug={version.slug} commitments={commitments} standings={standings} day={day} />
      <KindCounts page={page} commitments={commitments} />
      <TakeAlong page={page} slug={version.slug} />
      <WhenItEnds page={page} slug={version.slug} />
      <WhoStandsBehind page={page} version={version} around={around} />
      <Facts page={page} document={document} around={around} />
    </header>
  )
}

/** The list of an agreement's promises in a state, on a day other than today where one is given. */
const countedIn = (slug: string, state: CommitmentState, day: Day | null): string => {
  const filter = {
    words: '',
    party: '',
    plan: '',
    activity: slug,
    state,
    horizon: null,
    whose: 'all',
    isWhole: true,
  } as const
  return `${listPath}${filterQuery(filter, day)}`
}

const shownStates = ['kept', 'due', 'at_risk', 'broken', 'waiting', 'on_demand', 'unjudged', 'ended'] as const

/** How many promises stand how; each number opens the promises it counts. */
const StateCounts: FC<Omit<SummaryProps, 'version' | 'around' | 'children'> & { slug: string }> = ({
  page,
  slug,
  commitments,
  standings,
  day,
}) => {
  const words = pick(stateTexts, page.language)
  const byState = Map.groupBy(commitments, ({ commitmentId }) => standings.get(commitmentId)?.state ?? 'unjudged')
  return (
    <ul class="counts" aria-label={words.statesTitle}>
      {shownStates.map((state) => {
        const count = byState.get(state)?.length ?? 0
        return (
          count > 0 && (
            <li>
              <a class={`count state-${state}`} href={countedIn(slug, state, day.equals(page.today) ? null : day)}>
                <b>{count}</b> {words.states[state]}
              </a>
            </li>
          )
        )
      })}
    </ul>
  )
}

/** How many promises of each kind, in a line. */
const KindCounts: FC<{ page: PageContext; commitments: readonly Commitment[] }> = ({ page, commitments }) => {
  const words = pick(commitmentTexts, page.language)
  const byKind = Map.groupBy(commitments, (commitment) => commitment.kind)
  const counts = [...byKind].toSorted(([, a], [, b]) => b.length - a.length)
  const nameOf = (kind: CommitmentKind, count: number) => words.kinds[kind][count === 1 ? 0 : 1]
  return (
    <p class="kinds">
      <b>{words.promises(commitments.length)}:</b>{' '}
      {counts.map(([kind, promises]) => `${promises.length} ${nameOf(kind, promises.length)}`).join(' · ')}
    </p>
  )
}

const TakeAlong: FC<{ page: PageContext; slug: string }> = ({ page, slug }) => {
  const words = pick(commitmentTexts, page.language)
  const language = page.language === 'da' ? '' : '?sprog=en'
  return (
    <p class="take-along">
      {words.take}:{' '}
      {(['docx', 'pdf', 'html', 'json'] as const).map((format, at) => (
        <>
          {at > 0 && ' · '}
          <a href={atDay(page, `/aftaler/${slug}/hent.${format}${language}`)} download>
            {format === 'docx' ? words.word : words[format]}
          </a>
        </>
      ))}
      {mayHere(page, agreementPolicy.readSource) && (
        <>
          {' · '}
          <a href={atDay(page, `/aftaler/${slug}/kilde`)}>{words.source}</a>
        </>
      )}
    </p>
  )
}

/** The ways to what happens when the agreement ends: notice before, and who carries on after. */
const WhenItEnds: FC<{ page: PageContext; slug: string }> = ({ page, slug }) => {
  const words = pick(noticeTexts, page.language)
  return (
    <p class="take-along">
      {words.whenItEnds}: <a href={`/aftaler/${slug}/opsigelse`}>{words.title}</a>
      {' · '}
      <a href={atDay(page, '/forankring')}>{pick(anchoringTexts, page.language).title}</a>
    </p>
  )
}

/** The ways to who has confirmed the version, and to the journal for those who keep it. */
const WhoStandsBehind: FC<Pick<SummaryProps, 'page' | 'version' | 'around'>> = ({ page, version, around }) => {
  const words = pick(signatureTexts, page.language)
  const { slug, number } = version
  return (
    <p class="take-along">
      {words.title}:{' '}
      <a href={atDay(page, `/aftaler/${slug}/tiltraedelse?udgave=${number}`)}>
        {words.count(around.confirmed, around.parties)}
      </a>
      {mayHere(page, agreementPolicy.readJournal) && (
        <>
          {' · '}
          <a href={atDay(page, `/aftaler/${slug}/journal`)}>{pick(journalTexts, page.language).title}</a>
        </>
      )}
    </p>
  )
}

interface FactsProps {
  page: PageContext
  document: AgreementDocument
  around: AroundVersion
}

const Facts: FC<FactsProps> = ({ page, document, around }) => {
  const words = pick(commitmentTexts, page.language)
  const parties = [...new Set(document.contacts.map((contact) => contact.party))]
  const { kinds } = pick(journalTexts, page.language)
  const numbers = around.references.map(({ kind, number }) => `${kinds[kind]} ${number}`)
  return (
    <div class="facts">
      <Fact label={words.goals} lines={document.goals.map((goal) => goal.text)} />
      <Fact label={words.policyGoals} lines={document.policyGoals.map((goal) => goal.text)} />
      <Fact label={words.parties} lines={[parties.join(' · ')].filter(Boolean)} />
      {document.frames.length > 0 && (
        <div class="fact">
          <h2>{words.plans}</h2>
          <ul class="money">
            {document.frames.map((frame) => (
              <li>
                <span>
                  {frame.plan}
                  {frame.during && `, ${spanInWords(frame.during, page.language)}`}
                </span>
                <span class="number">
                  {frame.amountOere === null ? words.noMoney : moneyInWords(frame.amountOere, page.language)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Fact
        label={words.coordination}
        lines={[
          [document.coordination?.forum, document.coordination?.lead?.party, document.coordination?.lead?.unit]
            .filter(Boolean)
            .join(' · '),
          numbers.join(' · '),
        ].filter(Boolean)}
      />
      <SameForum page={page} around={around} />
      {document.contacts.length > 0 && (
        <details class="fact">
          <summary>{words.contacts}</summary>
          <ContactList page={page} contacts={document.contacts} />
        </details>
      )}
    </div>
  )
}

/** The other agreements that the same forum follows, and how many people work with both. */
const SameForum: FC<{ page: PageContext; around: AroundVersion }> = ({ page, around: { fellows } }) => {
  if (fellows.length === 0) return <></>
  const words = pick(commitmentTexts, page.language)
  return (
    <div class="fact">
      <h2>{words.sameForum}</h2>
      <ul>
        {fellows.map(({ slug, title, sharedPeople }) => (
          <li>
            <a href={atDay(page, `/aftaler/${slug}`)}>{title}</a>
            {sharedPeople > 0 && ` · ${words.sharedPeople(sharedPeople)}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Fact: FC<{ label: string; lines: readonly string[] }> = ({ label, lines }) => {
  if (lines.length === 0) return <></>
  return (
    <div class="fact">
      <h2>{label}</h2>
      {lines.length === 1 ? (
        <p>{lines[0]}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
