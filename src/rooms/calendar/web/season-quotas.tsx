import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { formatKroner } from '../../../platform/money.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type { Quota } from '../season/season.rules.ts'
import { seasonTexts } from '../season/season.texts.ts'

interface QuotaProps {
  page: PageContext
  quotas: readonly Quota[]
  areas: readonly { readonly areaId: string; readonly name: string }[]
}

/** How many and how much of the money is used in each area, and what has been held and is to be settled; each year for itself where a season crosses the new year. */
export const QuotaList: FC<QuotaProps> = ({ page, quotas, areas }) => {
  const years = [...Map.groupBy(quotas, ({ year }) => year)]
  if (years.length < 2) return <QuotasOfYear page={page} quotas={quotas} areas={areas} />
  return (
    <>
      {years.map(([year, ofYear]) => (
        <div class="quota-year">
          <p class="quota-year-name">{pick(seasonTexts, page.language).countsIn(year)}</p>
          <QuotasOfYear page={page} quotas={ofYear} areas={areas} />
        </div>
      ))}
    </>
  )
}

const QuotasOfYear: FC<QuotaProps> = ({ page, quotas, areas }) => {
  const words = pick(seasonTexts, page.language)
  const kroner = (oere: bigint) => formatKroner(oere, page.language)
  return (
    <ul class="quotas">
      {quotas.map(({ year, areaId, used, held, cap, usedOere, capOere, heldOere }) => {
        const area = areas.find((one) => one.areaId === areaId)?.name ?? words.allAreas
        return (
          <li>
            <p class="quota-said">
              <strong>{words.quota(used, cap, area)}</strong>
              {usedOere !== null && capOere !== null && (
                <span class="quota-money"> · {words.money(kroner(usedOere), kroner(capOere))}</span>
              )}
            </p>
            {cap !== null && (
              <svg class="quota-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect width={String(Math.min(100, Math.round((used / cap) * 100)))} height="4" />
              </svg>
            )}
            {held > 0 && heldOere !== null && <p class="quota-held">{words.toSettle(held, kroner(heldOere))}</p>}
            {cap !== null && used >= cap && <p class="quota-full">{words.full(year)}</p>}
          </li>
        )
      })}
    </ul>
  )
}
