import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { ProtectionOverview } from '../audit/see-protection.ts'
import { deletionPath, requestsPath } from './consent.paths.ts'
import { protectionPaths } from './protection.paths.ts'
import { protectionTexts } from './protection.texts.ts'

/** `12345` as people read it: `12.345`. */
export const countInWords = (count: number, language: Language): string =>
  count.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB')

/** The data-protection officer's first page: ways on, how the trail is, what is kept. */
export const ProtectionPage: FC<{ page: PageContext; overview: ProtectionOverview }> = ({ page, overview }) => {
  const words = pick(protectionTexts, page.language)
  const ways = [
    [protectionPaths.trail, words.trail, words.trailAbout],
    [requestsPath, words.requests, words.requestsAbout],
    [deletionPath, words.deletion, words.deletionAbout],
    [protectionPaths.verify, words.verify, words.verifyAbout],
    [protectionPaths.record, words.record, words.recordAbout],
    [protectionPaths.matrix, words.matrix, words.matrixAbout],
  ] as const
  return (
    <Frame page={page} title={words.title} under="protection" wide>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <ul class="ways">
        {ways.map(([href, name, about]) => (
          <li>
            <a class="agreement" href={href}>
              <span class="agreement-name">{name}</span>
              <span class="agreement-facts">{about}</span>
            </a>
          </li>
        ))}
      </ul>
      <TrailState page={page} overview={overview} />
      <Kept page={page} overview={overview} />
    </Frame>
  )
}

interface OverviewProps {
  page: PageContext
  overview: ProtectionOverview
}

const TrailState: FC<OverviewProps> = ({ page, overview }) => {
  const words = pick(protectionTexts, page.language)
  const { entries, cut, lastVerified } = overview
  return (
    <section class="promise-part">
      <h2>{words.state}</h2>
      <p>
        {words.entries(countInWords(entries, page.language))}{' '}
        {lastVerified === null
          ? words.neverVerified
          : words.lastVerified(momentOf(lastVerified, page.language), isWhole(lastVerified))}
      </p>
      {cut > 0 && <p>{words.cut(countInWords(cut, page.language))}</p>}
    </section>
  )
}

const momentOf = ({ micros }: AuditEntry, language: Language): string =>
  formatMoment(Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1_000n), language)

const isWhole = ({ facts }: AuditEntry): boolean => /"faults":0\b/.test(facts)

const Kept: FC<OverviewProps> = ({ page, overview }) => {
  const words = pick(protectionTexts, page.language)
  const people: Readonly<Record<string, string>> = words.kept.people
  const rest: Readonly<Record<string, string>> = words.kept.rest
  const isAboutPeople = ({ kind }: { kind: string }) => people[kind] !== undefined
  const others = overview.kept.filter((one) => !isAboutPeople(one) && rest[one.kind] !== undefined)
  return (
    <section class="promise-part">
      <h2>{words.keptTitle}</h2>
      <p class="hint">{words.keptAbout}</p>
      <div class="kept-groups">
        <KeptList page={page} title={words.keptPeople} kept={overview.kept.filter(isAboutPeople)} words={people} />
        <KeptList page={page} title={words.keptRest} kept={others} words={rest} />
      </div>
    </section>
  )
}

interface KeptProps {
  page: PageContext
  title: string
  kept: ProtectionOverview['kept']
  words: Readonly<Record<string, string>>
}

const KeptList: FC<KeptProps> = ({ page, title, kept, words }) => (
  <div>
    <h3>{title}</h3>
    <dl class="kept">
      {kept.map(({ kind, kept: count }) => (
        <div>
          <dt>{words[kind]}</dt>
          <dd>{countInWords(count, page.language)}</dd>
        </div>
      ))}
    </dl>
  </div>
)
