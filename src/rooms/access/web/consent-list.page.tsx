import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { ListedWord } from '../consent/consent.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import type { ListedConsent } from '../consent/read-consents.ts'
import { consentPath, newConsentPath } from './consent.paths.ts'

interface ListProps {
  page: PageContext
  consents: readonly ListedConsent[]
  purposes: readonly ListedWord[]
}

type Group = 'soon' | 'waiting' | 'others' | 'over'
const groups: readonly Group[] = ['soon', 'waiting', 'others', 'over']
const soonDays = 30

const groupOf = ({ standing, consent }: ListedConsent, page: PageContext): Group => {
  if (standing.state === 'waiting_for') return 'waiting'
  if (standing.state === 'expired' || standing.state === 'withdrawn') return 'over'
  const soon = page.today.add({ days: soonDays })
  return Temporal.PlainDate.compare(consent.during.to, soon) <= 0 ? 'soon' : 'others'
}

/** The consents of the reader's circle: what ends soon first, then what waits. */
export const ConsentListPage: FC<ListProps> = ({ page, consents, purposes }) => {
  const words = pick(consentTexts, page.language)
  const grouped = Map.groupBy(consents, (one) => groupOf(one, page))
  return (
    <Frame page={page} title={words.title} under="consents">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <p class="actions">
        <a class="ds-button" href={newConsentPath}>
          {words.ask}
        </a>
      </p>
      {consents.length === 0 && <p class="empty">{words.none}</p>}
      {groups.map((group) => {
        const listed = grouped.get(group) ?? []
        return listed.length === 0 ? null : (
          <section class="consent-group">
            <h2>{words[group]}</h2>
            <ul class="agreements">
              {listed.map((one) => (
                <ConsentRow page={page} listed={one} purposes={purposes} />
              ))}
            </ul>
          </section>
        )
      })}
    </Frame>
  )
}

const ConsentRow: FC<{ page: PageContext; listed: ListedConsent; purposes: readonly ListedWord[] }> = (row) => {
  const { page, listed, purposes } = row
  const words = pick(consentTexts, page.language)
  const { consent, subject, standing } = listed
  const purpose = purposes.find(({ code }) => code === consent.consentPurpose)
  return (
    <li>
      <a class="agreement" href={consentPath(consent.consentId)}>
        <span class="agreement-name">{subject.called}</span>
        <span>{purpose?.[page.language] ?? consent.purpose}</span>
        <span class={`consent-state consent-${standing.state}`}>
          {words.states[standing.state]} · {words.until(formatDay(consent.during.to, page.language))}
        </span>
        {listed.isToBeRenewed && <span class="consent-renew">{words.renew}</span>}
      </a>
    </li>
  )
}
