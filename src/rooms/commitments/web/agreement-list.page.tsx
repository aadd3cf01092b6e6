import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { type ListedAgreement, spanInWords } from '../../agreements/index.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import { listTexts } from './agreement-list.texts.ts'

interface ListProps {
  page: PageContext
  agreements: readonly ListedAgreement[]
  promises: ReadonlyMap<string, number>
}

/** The living contracts of the partnership. */
export const AgreementListPage: FC<ListProps> = ({ page, agreements, promises }) => {
  const words = pick(listTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="agreements">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <AgreementCards page={page} agreements={agreements} promises={promises} />
      {page.actor.personId !== null && (
        <p>
          <a class="ds-button" href="/aftaler/ny">
            {words.readNew}
          </a>
        </p>
      )}
    </Frame>
  )
}

/** The agreements as entries to open, or what will be here when there are none. */
export const AgreementCards: FC<ListProps> = ({ page, agreements, promises }) => {
  const words = pick(listTexts, page.language)
  const shared = pick(commitmentTexts, page.language)
  if (agreements.length === 0)
    return <p class="empty">{page.actor.personId === null ? words.emptyForVisitors : words.empty}</p>
  return (
    <ul class="agreements">
      {agreements.map((agreement) => (
        <li>
          <a class="agreement" href={`/aftaler/${agreement.slug}`}>
            <span class="agreement-name">{agreement.focusArea ?? agreement.title}</span>
            <span class="agreement-title">{agreement.title}</span>
            <span class="agreement-facts">
              {[
                spanInWords(
                  {
                    from: agreement.inForceDuring.from?.toString() ?? null,
                    to: agreement.inForceDuring.to?.toString() ?? null,
                  },
                  page.language,
                ),
                shared.promises(promises.get(agreement.agreementVersionId) ?? 0),
                agreement.isPublished ? shared.forAll : shared.onlyParties,
              ].join(' · ')}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
