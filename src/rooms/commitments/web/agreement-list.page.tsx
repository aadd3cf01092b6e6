import { agreementPolicy } from '../../agreements/index.ts'
import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import { atDay, KeepDay } from '../../../web/as-of.tsx'
import { Frame } from '../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { type ListedAgreement, spanInWords } from '../../agreements/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import { countStates, type OwedPromise } from '../owed-promises.rules.ts'
import type { CommitmentState } from '../state/state.ts'
import { stateInWords } from '../state/state-words.ts'
import { listTexts } from './agreement-list.texts.ts'
import { partnershipExportPaths } from './partnership-export/partnership-export.paths.ts'
import { StateBar } from './state-bar.tsx'

interface ListProps {
  page: PageContext
  agreements: readonly ListedAgreement[]
  /** How many promises each agreement has, by version. */
  counts: ReadonlyMap<string, number>
  /** The promises in force, with how they stand. */
  promises: readonly OwedPromise[]
}

/** The living contracts of the partnership. */
export const AgreementListPage: FC<ListProps & { asked: string }> = ({ page, agreements, counts, promises, asked }) => {
  const words = pick(listTexts, page.language)
  const isNoneFound = asked !== '' && agreements.length === 0
  return (
    <Frame page={page} title={words.title} under="agreements">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <SearchForm page={page} asked={asked} />
      {isNoneFound ? (
        <p class="empty">{words.noneFound(asked)}</p>
      ) : (
        <AgreementCards page={page} agreements={agreements} counts={counts} promises={promises} />
      )}
      {mayHere(page, agreementPolicy.beginDraft) && (
        <p class="actions">
          {!page.isOfAnotherDay && (
            <a class="ds-button" href="/aftaler/ny">
              {words.readNew}
            </a>
          )}
          <a href={atDay(page, '/journal')}>{words.journal}</a>
          <a href={atDay(page, '/indsatsomraader')}>{words.focusAreas}</a>
          {!page.isOfAnotherDay && mayHere(page, commitmentPolicy.exportPartnership) && (
            <a href={partnershipExportPaths.all}>{words.takeOut}</a>
          )}
        </p>
      )}
    </Frame>
  )
}

const SearchForm: FC<{ page: PageContext; asked: string }> = ({ page, asked }) => {
  const words = pick(listTexts, page.language)
  return (
    <form method="get" action="/aftaler" class="people-search">
      <TextField name="soeg" label={words.search} hint={words.searchHint} value={asked} maxlength={100} />
      <KeepDay page={page} />
      <SecondaryButton>{words.find}</SecondaryButton>
      {asked !== '' && <a href={atDay(page, '/aftaler')}>{words.showAll}</a>}
    </form>
  )
}

/** The agreements as entries to open, or what will be here when there are none. */
export const AgreementCards: FC<ListProps> = ({ page, agreements, counts, promises }) => {
  const words = pick(listTexts, page.language)
  const shared = pick(commitmentTexts, page.language)
  const byVersion = Map.groupBy(promises, ({ commitment }) => commitment.agreementVersionId)
  if (agreements.length === 0 && page.isOfAnotherDay) return <p class="empty">{words.emptyThen}</p>
  if (agreements.length === 0)
    return <p class="empty">{page.actor.personId === null ? words.emptyForVisitors : words.empty}</p>
  return (
    <ul class="agreements">
      {agreements.map((agreement) => (
        <li>
          <a class="agreement" href={atDay(page, `/aftaler/${agreement.slug}`)}>
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
                shared.promises(counts.get(agreement.agreementVersionId) ?? 0),
                agreement.isPublished ? shared.forAll : shared.onlyParties,
              ].join(' · ')}
            </span>
            <Standing page={page} promises={byVersion.get(agreement.agreementVersionId) ?? []} />
          </a>
        </li>
      ))}
    </ul>
  )
}

const toldOnCard: readonly CommitmentState[] = ['kept', 'at_risk', 'broken']

/** How an agreement's promises stand, as a bar and in numbers. */
const Standing: FC<{ page: PageContext; promises: readonly OwedPromise[] }> = ({ page, promises }) => {
  if (promises.length === 0) return <></>
  const counts = countStates(promises)
    .toReversed()
    .filter(([state]) => toldOnCard.includes(state))
  return (
    <>
      <StateBar promises={promises} />
      <span class="agreement-facts">
        {counts.map(([state, count]) => `${count} ${stateInWords(state, page.language)}`).join(' · ')}
      </span>
    </>
  )
}
